// Goal: a landlord's lists are taken in order and once, cases follow them, and a person's word on a
// dossier holds. Method: an invented office with the sample household; lists are CSV texts.
#include "app/arrears.hpp"
#include "app/settings.hpp"
#include "support/book.hpp"

#include <algorithm>

using namespace saldo;
using test::day;

namespace {

constexpr const char* client = "2026-0012";

/// The sample household, still in help, at its address.
dossier::Dossier in_help() {
    dossier::Dossier dossier = test::household();
    dossier.closed.reset();
    return dossier;
}

std::string list(const std::string& rows) {
    return "Huurdersnummer;Naam;INSZ;Geboortedatum;Huurprijs;Achterstal;Stand op\n" + rows;
}

const std::string september =
    list("7;Vandenbeispiel Renée Né;;30/07/1985;650,00;650,00;30/09/2026\n"
         "8;Vandenbeispiel Renée Né;;;500,00;20,00;30/09/2026\n"
         "9;Renée V.;85.07.30-033.28;;500,00;20,00;30/09/2026\n");
const std::string october =
    list("7;Vandenbeispiel Renée Né;;30/07/1985;650,00;900,00;31/10/2026\n");

struct Office {
    explicit Office(const dossier::Dossier& dossier = in_help()) {
        REQUIRE(test::code_of(book.import({dossier})) == "");
    }

    auto import(const std::string& bytes, const char* as_of) {
        return book.act("an", as_of, [&](app::Desk& desk) {
            return app::import_arrears(desk, {{"list.csv", bytes}, "", {}});
        });
    }

    auto link(const char* number, const char* dossier, const char* reason = "told us") {
        return book.act("jo", "2026-10-05", [&](app::Desk& desk) {
            return app::link_case(desk, number, dossier, reason);
        });
    }

    auto unlink(const char* number, const char* dossier, const char* reason = "a namesake") {
        return book.act("jo", "2026-10-05", [&](app::Desk& desk) {
            return app::unlink_case(desk, number, dossier, reason);
        });
    }

    [[nodiscard]] std::vector<app::Case_row> cases(const char* on, bool all = false) const {
        return book.ask([&](app::Unit_of_work& work) {
            return app::arrears_cases(work, {"", all, false}, day(on));
        });
    }

    [[nodiscard]] arrears::Case at(const char* number, const char* on = "2026-12-31") const {
        const auto row = book.ask(
            [&](app::Unit_of_work& work) { return app::find_case(work, number, day(on)); });
        REQUIRE(test::code_of(row) == "");
        return row->tenant_case;
    }

    test::Book book;
};

} // namespace

TEST_CASE("lists come in order, once each, and nothing of a refused one is kept") {
    Office office;
    CHECK(test::code_of(office.import(september, "2026-09-29")) == "app.list_ahead");
    CHECK(office.cases("2026-12-31", true).empty());
    REQUIRE(office.import(october, "2026-11-02").has_value());
    CHECK(test::code_of(office.import(september, "2026-11-02")) == "app.list_older");
    const auto again = office.import(october, "2026-11-03");
    REQUIRE(again.has_value());
    CHECK(again->is_known);
    CHECK(again->cases.empty());
    CHECK(test::code_of(office.import(october + "8;X;;;1,00;1,00;31/10/2026\n", "2026-11-03")) ==
          "app.list_differs");
    CHECK(office.cases("2026-12-31").size() == 1);
    const auto december = office.import(list("8;X;;;1,00;1,00;31/12/2026\n"), "2027-01-04");
    REQUIRE(december.has_value());
    REQUIRE(december->findings.size() == 1);
    CHECK(december->findings[0].code.text == "app.list_gap");
    CHECK(december->cases.size() == 2); // one is closed, one is new
    office.book.check_sound();
}

TEST_CASE("a national number links, a birth date proposes, a name does nothing") {
    Office office;
    REQUIRE(office.import(september, "2026-10-01").has_value());
    CHECK(!office.at("A2026-0001").link);
    CHECK(office.at("A2026-0001").candidates ==
          std::vector<arrears::Candidate>{{client, arrears::Link_by::birth_date}});
    CHECK(!office.at("A2026-0002").link);
    CHECK(office.at("A2026-0002").candidates.empty());
    REQUIRE(office.at("A2026-0003").link.has_value());
    CHECK(office.at("A2026-0003").link->by == arrears::Link_by::national_number);

    CHECK(test::code_of(office.link("A2026-0001", client, "")) == "app.reason_missing");
    CHECK(test::code_of(office.link("A2026-0001", "2026-9999")) == "app.dossier_unknown");
    CHECK(test::code_of(office.link("A2026-0009", client)) == "app.case_unknown");
    REQUIRE(office.link("A2026-0001", client).has_value());
    const arrears::Case linked = office.at("A2026-0001");
    CHECK(linked.link->by == arrears::Link_by::person);
    CHECK(linked.link->user == "jo");
    CHECK(linked.candidates.empty());
    CHECK(!office.at("A2026-0001", "2026-10-04").link); // as it was known then

    // The record is about the dossier from then on, and neither log nor findings have a name.
    CHECK(office.book.look("SELECT count(*) FROM event WHERE kind = 'record.kept' AND "
                           "dossier = '2026-0012'") == "2\n");
    CHECK(office.book.look("SELECT count(*) FROM event WHERE facts LIKE '%andenbeispiel%'") ==
          "0\n");
    office.book.check_sound();
}

TEST_CASE("what a person says is not his never comes back") {
    Office office;
    REQUIRE(office.import(september, "2026-10-01").has_value());
    CHECK(test::code_of(office.unlink("A2026-0002", client)) == "app.case_not_his");
    REQUIRE(office.unlink("A2026-0001", client).has_value());
    REQUIRE(office.unlink("A2026-0003", client).has_value());
    CHECK(!office.at("A2026-0003").link);
    REQUIRE(office.import(october, "2026-11-02").has_value());
    CHECK(office.at("A2026-0001").candidates.empty());
    CHECK(office.at("A2026-0001").not_linked.size() == 1);
    CHECK(test::code_of(office.link("A2026-0002", client)) == "app.case_closed");
    const auto november =
        office.import(list("9;Renée V.;85.07.30-033.28;;500,00;20,00;30/11/2026\n"), "2026-12-01");
    REQUIRE(november.has_value());
    CHECK(!office.at("A2026-0004").link); // his new case knows it too
    office.book.check_sound();
}

TEST_CASE("a case shows who pays the rent of its dossier") {
    dossier::Dossier dossier = in_help();
    Office by_office(dossier);
    REQUIRE(by_office.import(september, "2026-10-01").has_value());
    const auto payer = [](const Office& office) {
        for (const app::Case_row& row : office.cases("2026-10-02")) {
            if (row.tenant_case.number == "A2026-0003") {
                return row.rent_paid_by;
            }
        }
        return std::optional<dossier::Payer>();
    };
    CHECK(payer(by_office) == dossier::Payer::office);
    const auto rent = std::ranges::find(dossier.budget_lines, "rent", &dossier::Budget_line::id);
    rent->payer = dossier::Payer::client;
    Office by_client(dossier);
    REQUIRE(by_client.import(september, "2026-10-01").has_value());
    CHECK(payer(by_client) == dossier::Payer::client);
    std::erase_if(dossier.budget_lines,
                  [](const dossier::Budget_line& line) { return line.id == "rent"; });
    Office by_nobody(dossier);
    REQUIRE(by_nobody.import(september, "2026-10-01").has_value());
    CHECK(!payer(by_nobody));
}

TEST_CASE("steps are done once, on a day that was") {
    Office office;
    REQUIRE(office.import(september, "2026-10-01").has_value());
    const auto step = [&](const char* key, std::optional<Date> on = {}) {
        return test::code_of(office.book.act("jo", "2026-10-09", [&](app::Desk& desk) {
            return app::do_step(desk, {"A2026-0001", key, on, "no answer"});
        }));
    };
    CHECK(step("home_visit") == "app.step_unknown"); // of the next list
    CHECK(step("letter", day("2026-10-10")) == "app.step_ahead");
    CHECK(step("letter", day("2026-09-29")) == "app.step_ahead");
    CHECK(step("letter", day("2026-10-08")) == "");
    CHECK(step("letter") == "app.step_done");
    const auto rows = office.cases("2026-10-09");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].tenant_case.number == "A2026-0002"); // its letter was due on 7 October
    CHECK(rows[0].days_late(day("2026-10-09")) == 2);
    CHECK(rows[2].tenant_case.number == "A2026-0001");
    CHECK(rows[2].days_late(day("2026-10-09")) == -12);
    const auto due = office.book.ask([&](app::Unit_of_work& work) {
        return app::arrears_cases(work, {"woonmaatschappij", false, true}, day("2026-10-07"));
    });
    CHECK(due.size() == 3); // as it was known on that day
    office.book.check_sound();
}

TEST_CASE("a procedure of the office's own holds from its day, for lists that come then") {
    Office office;
    REQUIRE(office.import(september, "2026-10-01").has_value());
    const auto loaded = office.book.act("an", "2026-10-20", [&](app::Desk& desk) {
        return app::load_setting(desk, "arrears_procedure",
                                 R"({"schema": "saldo/arrears_procedure/1",
            "steps": [{"step": "visit", "name": "Bezoek", "level": 1, "days": 3, "who": "an"}]})");
    });
    REQUIRE(loaded.has_value());
    CHECK(arrears::next_step(office.at("A2026-0001"))->step == "letter");
    REQUIRE(office.import(october, "2026-11-02").has_value());
    const arrears::Case after = office.at("A2026-0001");
    CHECK(arrears::next_step(after)->step == "visit");
    CHECK(arrears::next_step(after)->due == day("2026-11-03"));
    CHECK(after.steps.front().step == "letter"); // what the first list brought stays
}
