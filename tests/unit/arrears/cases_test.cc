// Goal: who is on a list has one open case with the steps of the procedure, and who is not has
// none; a dossier is linked where it is sure and proposed where it may be, never on a name alone.
// Method: stories of two and three months, and a table of tenants before one household.
#include "arrears/directory.hpp"
#include "arrears/documents.hpp"
#include "lists.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::arrears;
using test::day;
using test::list_of;
using test::tenant;

namespace {

Procedure procedure() {
    return *read_procedure(standard_procedure());
}

std::vector<Followed> next(const std::vector<Case>& known, const List& list) {
    return follow(known, list, procedure(),
                  [number = known.size()]() mutable { return "A" + std::to_string(++number); });
}

std::vector<Case> cases_of(const std::vector<Followed>& followed) {
    std::vector<Case> cases;
    for (const Followed& each : followed) {
        cases.push_back(each.tenant_case);
    }
    return cases;
}

std::string step_of(const Case& each) {
    const Case_step* step = next_step(each);
    return step == nullptr ? "" : step->step + " " + calendar::format(step->due);
}

} // namespace

TEST_CASE("a tenant is followed from list to list") {
    const auto first = next({}, list_of("2026-09-30", {tenant("1", 520'00), tenant("2", 100'00),
                                                       tenant("3", 0), tenant("4", -5'00)}));
    REQUIRE(first.size() == 2); // nobody owes zero, or less
    CHECK(first[0].outcome == Outcome::opened);
    CHECK(step_of(first[0].tenant_case) == "letter 2026-10-07"); // 7 days
    CHECK(!growth(first[0].tenant_case));

    auto cases = cases_of(first);
    cases[0].steps[0].done = Step_done{day("2026-10-06"), "", "an"};
    CHECK(step_of(cases[0]) == "phone_call 2026-10-21"); // 21 days

    const auto second =
        next(cases, list_of("2026-10-31", {tenant("1", 1'040'00), tenant("3", 520'00)}));
    REQUIRE(second.size() == 3);
    CHECK(second[0].outcome == Outcome::escalated);
    CHECK(step_of(second[0].tenant_case) == "home_visit 2026-11-14"); // 14 days
    CHECK(growth(second[0].tenant_case) == Money::cents(520'00));
    CHECK(second[0].tenant_case.steps.size() == 4);
    CHECK(second[1].outcome == Outcome::closed);
    CHECK(second[1].tenant_case.closed == day("2026-10-31"));
    CHECK(step_of(second[1].tenant_case) == "");
    CHECK(second[2].outcome == Outcome::opened);
    CHECK(second[2].tenant_case.tenant.reference == "3");

    // Who comes back gets a new case, which begins at the beginning.
    const auto third = next(cases_of(second), list_of("2026-11-30", {tenant("2", 50'00)}));
    REQUIRE(third.size() == 3);
    CHECK(third[0].outcome == Outcome::closed);
    CHECK(third[1].outcome == Outcome::closed);
    CHECK(third[2].outcome == Outcome::opened);
    CHECK(step_of(third[2].tenant_case) == "letter 2026-12-07");
}

TEST_CASE("beyond the last level its steps come again") {
    std::vector<Case> cases;
    for (const char* as_of : {"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"}) {
        cases = cases_of(next(cases, list_of(as_of, {tenant("1", 1'00)})));
    }
    REQUIRE(cases.size() == 1);
    CHECK(step_of(cases[0]) == "consultation 2026-05-14");
    CHECK(cases[0].steps.size() == 6); // 2 + 2 + 1 + 1
}

TEST_CASE("a household is found by what is its own, never by a name alone") {
    auto household = test::bare_dossier();
    household.number = "2026-002";
    household.household.address =
        dossier::Address{"Kerkdreef", "3", "2", "9999", "Voorbeeldegem", "BE"};
    household.household.members = {
        {dossier::Member_role::client, "Claes", "Dirk", day("1979-07-21"),
         *party::parse_national_number("79072104167")},
        {dossier::Member_role::partner, "De Wolf", "Zoë", day("1981-11-02"), std::nullopt}};
    Directory directory;
    directory.add(household);

    struct Row {
        Tenant tenant;
        std::string found;
    };

    const auto number = *party::parse_national_number("79072104167");
    const auto other = *party::parse_national_number("81110211848");
    const std::string street = "Kerkdreef 3 bus 2";
    for (const Row& row : {
             Row{{.reference = "1", .name = "X", .national_number = number}, "national_number"},
             {{.reference = "1", .name = "Claes Dirk"}, ""},
             {{.reference = "1", .name = "Claes Dirk", .street = street}, ""}, // no postal code
             {{.reference = "1", .name = "X", .street = street, .postal_code = "9999"}, ""},
             {{.reference = "1", .name = "CLAES, Dirk", .birth_date = day("1979-07-21")},
              "birth_date"},
             {{.reference = "1", .name = "Claes Dirk", .birth_date = day("1979-07-22")}, ""},
             {{.reference = "1", .name = "Claes", .birth_date = day("1979-07-21")}, ""},
             {{.reference = "1", .name = "Dirk Claes", .street = street, .postal_code = "9999"},
              "address"},
             {{.reference = "1",
             .name = "Claes Dirk",
             .street = "Kerkdreef 3",
             .postal_code = "9999"},
              ""},
             // another number is another person, however alike
             {{.reference = "1",
             .name = "Claes Dirk",
             .national_number = other,
             .birth_date = day("1979-07-21")},
              ""},
             {{.reference = "1",
             .name = "De Wolf Zoe",
             .national_number = other,
             .birth_date = day("1981-11-02")},
              "birth_date"},
             {{.reference = "1", .name = "X", .iban = household.accounts.at(0).iban}, "iban"},
         }) {
        CAPTURE(row.found);
        CAPTURE(row.tenant.name);
        const auto found = directory.find(row.tenant);
        CHECK((found.empty() ? std::string() : std::string(name(found[0].by))) == row.found);
    }
}

TEST_CASE("what is sure is linked, what may be waits for a person") {
    Case fresh = next({}, list_of("2026-09-30", {tenant("1", 1'00)}))[0].tenant_case;
    const auto applied = [&](std::vector<Candidate> found) {
        Case one = fresh;
        apply(found, day("2026-10-01"), "an", one);
        return one;
    };
    CHECK(!applied({{"2026-001", Link_by::address}}).link);
    CHECK(applied({{"2026-001", Link_by::address}}).candidates.size() == 1);
    const Case sure = applied({{"2026-001", Link_by::address}, {"2026-002", Link_by::iban}});
    CHECK(sure.link->dossier == "2026-002");
    CHECK(sure.link->by == Link_by::iban);
    CHECK(sure.candidates.empty());
    const Case two =
        applied({{"2026-001", Link_by::national_number}, {"2026-002", Link_by::national_number}});
    CHECK(!two.link);
    CHECK(two.candidates.size() == 2);
    fresh.not_linked = {{"2026-002", day("2026-10-01"), "an", "his brother"}};
    CHECK(!applied({{"2026-002", Link_by::iban}}).link);
    CHECK(applied({{"2026-002", Link_by::iban}}).candidates.empty());
}

TEST_CASE("a later case knows what persons said, and not what was computed") {
    auto cases = cases_of(next({}, list_of("2026-08-31", {tenant("1", 1'00), tenant("2", 1'00)})));
    cases[0].link = Link{"2026-001", Link_by::person, day("2026-09-01"), "an", "told on the phone"};
    cases[0].not_linked = {{"2026-009", day("2026-09-01"), "an", "his brother"}};
    cases[1].link = Link{"2026-002", Link_by::national_number, day("2026-09-01"), "an", ""};
    cases = cases_of(next(cases, list_of("2026-09-30", {})));
    const auto back = next(cases, list_of("2026-10-31", {tenant("1", 1'00), tenant("2", 1'00)}));
    REQUIRE(back.size() == 2);
    CHECK(back[0].tenant_case.link->by == Link_by::tenant);
    CHECK(back[0].tenant_case.link->dossier == "2026-001");
    CHECK(back[0].tenant_case.not_linked.size() == 1);
    CHECK(!back[1].tenant_case.link);
}

TEST_CASE("a number of the landlord that comes with another name is another tenant") {
    auto cases = cases_of(next({}, list_of("2026-08-31", {tenant("1", 1'00), tenant("2", 1'00)})));
    for (Case& each : cases) {
        each.link = Link{"2026-001", Link_by::person, day("2026-09-01"), "an", "told us"};
        each.not_linked = {{"2026-009", day("2026-09-01"), "an", "his brother"}};
    }
    List september = list_of("2026-09-30", {tenant("1", 2'00), tenant("2", 2'00)});
    september.rows[0].tenant.name = "EEN, Proefpersoon"; // the same words
    september.rows[1].tenant.name = "Iemand Anders";
    const auto after = cases_of(next(cases, september));
    CHECK(after[0].link.has_value());
    CHECK(after[0].not_linked.size() == 1);
    CHECK(!after[1].link);
    CHECK(after[1].not_linked.empty());
    CHECK(after[1].candidates == std::vector<Candidate>{{"2026-001", Link_by::tenant}});
    Case one = after[1];
    apply({}, day("2026-10-01"), "an", one); // it waits for a person
    CHECK(!one.link);
    CHECK(one.candidates.size() == 1);
    apply({{"2026-001", Link_by::iban}}, day("2026-10-01"), "an", one);
    CHECK(one.link->by == Link_by::iban);

    // So it is with a case that was closed in between.
    const auto gone = cases_of(next(after, list_of("2026-10-31", {})));
    List november = list_of("2026-11-30", {tenant("1", 2'00)});
    november.rows[0].tenant.name = "Nog Iemand";
    const auto back = next(gone, november);
    REQUIRE(back.size() == 1);
    CHECK(!back[0].tenant_case.link);
    CHECK(back[0].tenant_case.candidates.size() == 1);
}
