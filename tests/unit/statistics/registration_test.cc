// Goal: the yearly registration counts each household once, where the rules of the registration
// put it. Method: a table of single cases made by hand from the rules, and random offices whose
// truth is counted day by day.
#include "statistics/codes.hpp"
#include "statistics/registration.hpp"
#include "support/dossiers.hpp"
#include "support/told_registration.hpp"

#include <rapidcheck.h>

using namespace saldo;
using dossier::Mandate_kind;
using dossier::Mediator;
using statistics::Registration;
using statistics::Registration_counter;
using test::day;
using test::Told_registration;

namespace {

struct Help {
    Mandate_kind kind;
    const char* from;
    const char* until; ///< empty: open
    Mediator mediator = Mediator::office;
};

constexpr Mandate_kind management = Mandate_kind::budget_management;
constexpr Mandate_kind guidance = Mandate_kind::budget_guidance;
constexpr Mandate_kind mediation = Mandate_kind::debt_mediation;
constexpr Mandate_kind settlement = Mandate_kind::collective_debt_settlement;
constexpr Mandate_kind administration = Mandate_kind::administrative_help;

dossier::Dossier dossier_with(const std::string& number, const std::vector<Help>& help) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.number = number;
    dossier.mandates.clear();
    dossier.household.members.front().national_number.reset();
    for (const Help& each : help) {
        dossier.mandates.push_back(
            {each.kind, "BCSD 1", day(each.from), test::period(each.from, each.until)});
        dossier.mandates.back().mediator = each.mediator;
    }
    return dossier;
}

Registration count(const std::vector<dossier::Dossier>& dossiers,
                   int year = 2024,
                   const char* known = "2026-01-31") {
    auto counter = Registration_counter::of(year, day(known));
    REQUIRE(counter.has_value());
    for (const dossier::Dossier& each : dossiers) {
        counter->add(each);
    }
    return counter->result();
}

/// `1 0 1 0`: at the start, new, ended and at the end of the year, of any form of help.
std::string flow_of(const Registration& registration) {
    const statistics::Flow& any = registration.flows.front();
    return std::to_string(any.at_start.count) + " " + std::to_string(any.started.count) + " " +
           std::to_string(any.ended.count) + " " + std::to_string(any.at_end.count);
}

/// The only combination that counted, with its group: `management, settlement: other`.
std::string place_of(const Registration& registration) {
    const Told_registration told(registration);
    std::string text;
    for (const auto& [name, figure] : told.figures()) {
        const bool is_place = name.starts_with("combination") && name.find("group") != name.npos;
        text += is_place ? name.substr(name.find(' ') + 1) : "";
    }
    return text;
}

} // namespace

TEST_CASE("a household counts once, in the combination of what it got in the year") {
    struct Row {
        std::vector<Help> help;
        const char* place; ///< empty: not counted
        const char* flow;  ///< at the start, new, ended, at the end
    };

    const std::vector<Row> rows{
        // In help all year; from its first day; until its last; on one day.
        {{{management, "2023-05-01", ""}}, "budget_management group none", "1 0 0 1"},
        {{{management, "2024-01-01", ""}}, "budget_management group none", "0 1 0 1"},
        {{{management, "2023-12-31", ""}}, "budget_management group none", "1 0 0 1"},
        {{{management, "2023-05-01", "2024-12-31"}}, "budget_management group none", "1 0 1 0"},
        {{{management, "2023-05-01", "2025-01-01"}}, "budget_management group none", "1 0 0 1"},
        {{{management, "2024-02-29", "2024-02-29"}}, "budget_management group none", "0 1 1 0"},
        // Only before or after the year.
        {{{management, "2023-01-01", "2023-12-31"}}, "", "0 0 0 0"},
        {{{management, "2025-01-01", ""}}, "", "0 0 0 0"},
        {{{management, "2022-02-01", "2024-01-01"}}, "budget_management group none", "1 0 1 0"},
        // A renewal that touches or overlaps is no end; a day in between is, and is in no year.
        {{{management, "2023-05-01", "2024-04-30"}, {management, "2024-05-01", ""}},
         "budget_management group none",
         "1 0 0 1"},
        {{{management, "2023-01-01", "2023-12-31"},
          {management, "2024-01-01", "2024-12-31"},
          {management, "2025-01-01", ""}},
         "budget_management group none",
         "1 0 0 1"},
        {{{management, "2023-01-01", "2023-12-30"},
          {management, "2024-01-01", "2024-12-30"},
          {management, "2025-01-01", ""}},
         "budget_management group none",
         "0 1 1 0"},
        {{{management, "2023-05-01", "2024-01-31"}, {management, "2024-10-01", ""}},
         "budget_management group none",
         "1 0 0 1"},
        {{{management, "2024-06-01", ""}, {management, "2023-05-01", "2024-07-31"}},
         "budget_management group none",
         "1 0 0 1"},
        // Several forms: at once, one after the other, over the end of the year.
        {{{management, "2023-05-01", "2024-03-31"}, {guidance, "2024-04-01", ""}},
         "budget_guidance+budget_management group none",
         "1 0 0 1"},
        {{{management, "2023-05-01", "2023-12-31"}, {guidance, "2024-01-01", ""}},
         "budget_guidance group none",
         "1 0 0 1"},
        {{{management, "2024-05-01", ""}, {mediation, "2024-02-01", "2024-08-31"}},
         "budget_management+debt_mediation group none",
         "0 1 0 1"},
        // Three groups.
        {{{settlement, "2023-05-01", ""}}, "collective_debt_settlement group office", "1 0 0 1"},
        {{{settlement, "2023-05-01", "", Mediator::other}, {management, "2023-05-01", ""}},
         "budget_management+collective_debt_settlement group other",
         "1 0 0 1"},
        {{{settlement, "2023-05-01", "", Mediator::followed_private}},
         "collective_debt_settlement group other",
         "1 0 0 1"},
        {{{settlement, "2023-05-01", "2024-03-31"},
          {settlement, "2024-04-01", "", Mediator::other}},
         "collective_debt_settlement group office",
         "1 0 0 1"},
        {{{settlement, "2023-05-01", "2023-12-31"},
          {settlement, "2024-01-01", "", Mediator::other}},
         "collective_debt_settlement group other",
         "1 0 0 1"},
        {{{settlement, "2020-05-01", "2023-12-31"}, {guidance, "2024-01-01", ""}},
         "budget_guidance group none",
         "1 0 0 1"},
        // What is no form of help neither counts nor bridges.
        {{{administration, "2023-05-01", ""}}, "", "0 0 0 0"},
        {{{Mandate_kind::advice, "2024-05-01", "2024-05-01"}}, "", "0 0 0 0"},
        {{{administration, "2023-05-01", ""}, {guidance, "2024-05-01", "2024-06-30"}},
         "budget_guidance group none",
         "0 1 1 0"},
        {{}, "", "0 0 0 0"}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(i);
        const Registration registration = count({dossier_with("2024-1", rows[i].help)});
        CHECK(place_of(registration) == rows[i].place);
        CHECK(flow_of(registration) == rows[i].flow);
    }
}

TEST_CASE("who got nothing but acts and advice is told apart, with its dossier") {
    const Registration registration =
        count({dossier_with("2024-1", {{administration, "2024-05-01", "2024-05-01"}}),
               dossier_with("2024-2", {{administration, "2023-05-01", ""},
                                       {Mandate_kind::advice, "2024-05-01", "2024-05-01"}}),
               dossier_with("2024-3", {{administration, "2023-05-01", "2023-12-31"}})});
    CHECK(registration.combinations.empty());
    CHECK(registration.left_out.at(administration).dossiers ==
          std::vector<std::string>{"2024-1", "2024-2"});
    CHECK(registration.left_out.at(Mandate_kind::advice).dossiers ==
          std::vector<std::string>{"2024-2"});
}

TEST_CASE("help does not go past the last day of a closed dossier") {
    dossier::Dossier dossier = dossier_with("2024-1", {{management, "2022-05-01", ""}});
    dossier.closed = day("2023-12-31");
    CHECK(place_of(count({dossier})) == "");
    dossier.closed = day("2024-01-01");
    CHECK(flow_of(count({dossier})) == "1 0 1 0");
    dossier.closed = day("2022-01-01");
    CHECK(place_of(count({dossier}, 2022)) == "");
}

TEST_CASE("dossiers with the same clients are one household") {
    const auto number = test::bare_dossier().household.members.front().national_number;
    REQUIRE(number.has_value());
    dossier::Dossier before = dossier_with("2023-7", {{management, "2023-05-01", "2024-03-31"}});
    dossier::Dossier after = dossier_with("2024-9", {{guidance, "2024-04-01", ""}});
    before.household.members.front().national_number = number;
    after.household.members.front().national_number = number;
    const Registration one = count({before, after});
    CHECK(place_of(one) == "budget_guidance+budget_management group none");
    CHECK(flow_of(one) == "1 0 0 1");
    CHECK(one.combinations.front().all.count == 1);
    CHECK(one.combinations.front().all.dossiers == std::vector<std::string>{"2023-7", "2024-9"});
    // In the year after, the first dossier has no mandate and is not behind the figure.
    CHECK(count({before, after}, 2025).combinations.front().all.dossiers ==
          std::vector<std::string>{"2024-9"});

    after.household.members.front().role = dossier::Member_role::partner;
    CHECK(count({before, after}).flows.front().helped.count == 2);
    after.household.members.front().role = dossier::Member_role::client;
    after.household.members.front().national_number.reset();
    CHECK(count({before, after}).flows.front().helped.count == 2);
}

TEST_CASE("a year that is not over is counted through the day on which it is known") {
    const auto dossier = dossier_with("2024-1", {{management, "2024-05-01", "2024-06-30"}});
    CHECK(flow_of(count({dossier}, 2024, "2024-04-30")) == "0 0 0 0");
    CHECK(flow_of(count({dossier}, 2024, "2024-05-01")) == "0 1 0 1");
    CHECK(flow_of(count({dossier}, 2024, "2024-06-29")) == "0 1 0 1");
    CHECK(flow_of(count({dossier}, 2024, "2024-06-30")) == "0 1 1 0");
    CHECK(count({dossier}, 2024, "2024-06-29").through == day("2024-06-29"));
    CHECK(count({dossier}, 2024, "2025-06-29").through == day("2024-12-31"));
    const auto ahead = Registration_counter::of(2025, day("2024-12-31"));
    REQUIRE(!ahead.has_value());
    CHECK(ahead.error().code() == statistics::period_ahead);
}

TEST_CASE("the registration of any office is what its days say") {
    CHECK(rc::check("counts of mandates equal counts of days", [] {
        test::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
        const auto office =
            test::make_help_office(dice, static_cast<std::size_t>(dice.between(1, 12)));
        const int year = dice.between(2023, 2025);
        const Date known = dice.one_in(2) ? day("2026-06-30")
                                          : Date::of(year, 1, 1)->plus_days(dice.between(0, 400));
        auto counter = Registration_counter::of(year, known);
        RC_ASSERT(counter.has_value());
        for (const dossier::Dossier& each : office.dossiers) {
            counter->add(each);
        }
        const Registration registration = counter->result();
        RC_ASSERT(Told_registration(registration).figures() ==
                  test::count_days(office, year, known));
        for (const statistics::Flow& flow : registration.flows) {
            RC_ASSERT(flow.at_start.count + flow.started.count == flow.helped.count);
            RC_ASSERT(flow.at_end.count + flow.ended.count == flow.helped.count);
        }
    }));
}
