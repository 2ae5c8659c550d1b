// Goal: everything is due exactly on its days. Method: dates counted by hand on a calendar; a
// window cut in two gives what the whole gives.
#include "budget/occurrence.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace saldo;
using calendar::Rhythm;
using dossier::Priority;
using test::day;

namespace {

struct Row {
    const char* what;
    Rhythm rhythm;
    const char* anchor;
    const char* valid_from;
    const char* valid_until;
    const char* from;
    const char* through;
    const char* due;
};

// The account of these rows is opened at the end of 2026-01-31.
constexpr Row rows[] = {
    {"month ends", Rhythm::monthly, "2026-01-31", "2026-01-01", "", "2026-02-01", "2026-06-30",
     "2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30"},
    {"month ends of a leap year", Rhythm::monthly, "2026-01-30", "2026-01-01", "", "2028-02-01",
     "2028-03-31", "2028-02-29 2028-03-30"},
    {"weeks over a month end", Rhythm::weekly, "2026-02-23", "2026-02-01", "", "2026-02-24",
     "2026-03-16", "2026-03-02 2026-03-09 2026-03-16"},
    {"fortnights", Rhythm::fortnightly, "2026-02-06", "2026-02-01", "", "2026-02-01", "2026-03-20",
     "2026-02-06 2026-02-20 2026-03-06 2026-03-20"},
    {"quarters from a month end", Rhythm::quarterly, "2026-02-28", "2026-02-01", "", "2026-02-01",
     "2026-12-31", "2026-02-28 2026-05-28 2026-08-28 2026-11-28"},
    {"quarters from 30 November", Rhythm::quarterly, "2025-11-30", "2025-01-01", "", "2026-02-01",
     "2026-08-31", "2026-02-28 2026-05-30 2026-08-30"},
    {"29 February each year", Rhythm::yearly, "2024-02-29", "2024-01-01", "", "2026-02-01",
     "2028-12-31", "2026-02-28 2027-02-28 2028-02-29"},
    {"once", Rhythm::once, "2026-03-10", "2026-01-01", "", "2026-02-01", "2030-01-01",
     "2026-03-10"},
    {"once, past", Rhythm::once, "2026-03-10", "2026-01-01", "", "2026-03-11", "2030-01-01", ""},
    {"once, on the last day asked", Rhythm::once, "2026-03-10", "2026-01-01", "", "2026-03-10",
     "2026-03-10", "2026-03-10"},
    {"first and last day of validity count", Rhythm::monthly, "2026-01-15", "2026-03-15",
     "2026-05-15", "2026-02-01", "2026-12-31", "2026-03-15 2026-04-15 2026-05-15"},
    {"validity between due dates", Rhythm::monthly, "2026-01-15", "2026-03-16", "2026-05-14",
     "2026-02-01", "2026-12-31", "2026-04-15"},
    {"nothing before the anchor", Rhythm::weekly, "2026-03-01", "2026-01-01", "", "2026-02-01",
     "2026-03-08", "2026-03-01 2026-03-08"},
    {"nothing up to the opening day", Rhythm::weekly, "2026-01-17", "2026-01-01", "", "2026-01-01",
     "2026-02-14", "2026-02-07 2026-02-14"},
    {"an empty window", Rhythm::weekly, "2026-01-17", "2026-01-01", "", "2026-03-02", "2026-03-01",
     ""},
};

std::string days_of(const std::vector<budget::Occurrence>& occurrences) {
    std::string days;
    for (const budget::Occurrence& occurrence : occurrences) {
        days += (days.empty() ? "" : " ") + format(occurrence.due);
    }
    return days;
}

std::vector<std::string> told(const std::vector<budget::Occurrence>& occurrences) {
    std::vector<std::string> lines;
    for (const budget::Occurrence& one : occurrences) {
        lines.push_back(format(one.due) + " " + one.subject + " " + one.pot + " " +
                        format(one.amount));
    }
    return lines;
}

dossier::Dossier full_dossier() {
    auto read = dossier::read_document(test::sample_dossier);
    REQUIRE(read.has_value());
    return *read;
}

} // namespace

TEST_CASE("due dates") {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        dossier::Dossier dossier = test::bare_dossier();
        dossier::Schedule due{row.rhythm, day(row.anchor), Money::cents(100),
                              test::period(row.valid_from, row.valid_until)};
        dossier.budget_lines.push_back(test::expense("line", Priority::fixed_cost, due));
        CHECK(days_of(budget::occurrences(dossier, day(row.from), day(row.through))) == row.due);
    }
}

TEST_CASE("the whole sample in February and March 2026") {
    const auto due = budget::occurrences(full_dossier(), day("2026-02-01"), day("2026-03-20"));
    const std::vector<std::string> expected{
        "2026-02-01 expense:rent pot:main 650.00",
        "2026-02-02 living_money:week pot:main 85.00",
        "2026-02-09 living_money:week pot:main 85.00",
        "2026-02-16 living_money:week pot:main 85.00",
        "2026-02-20 debt:energy/2025-17 pot:main 40.00",
        "2026-02-23 living_money:week pot:main 85.00",
        "2026-02-25 pot:main/school pot:main/school 25.00",
        "2026-02-28 income:wage pot:main 1890.00",
        "2026-03-01 expense:rent pot:main 650.00",
        "2026-03-02 living_money:week pot:main 85.00",
        "2026-03-09 living_money:week pot:main 85.00",
        "2026-03-15 expense:school_bill pot:main/school 90.00",
        "2026-03-16 living_money:week pot:main 85.00",
        "2026-03-20 debt:energy/2025-17 pot:main 40.00",
    };
    CHECK(told(due) == expected);
}

TEST_CASE("an occurrence tells all that paying it needs") {
    const auto due = budget::occurrences(full_dossier(), day("2026-02-20"), day("2026-02-28"));
    REQUIRE(due.size() == 4);
    const budget::Occurrence& instalment = due[0];
    CHECK(instalment.counterparty.name == "Gerechtsdeurwaarder Voorbeeld"); // the collector
    CHECK(instalment.priority == Priority::debt);
    CHECK(instalment.moves == dossier::Moves::before);
    CHECK_FALSE(is_set_aside(instalment));
    const budget::Occurrence& week = due[1];
    CHECK(week.priority == Priority::living_money);
    CHECK(std::get<std::string>(week.communication) == "Leefgeld van deze week");
    CHECK(is_set_aside(due[2]));
    CHECK(due[2].account == "main");
    const budget::Occurrence& wage = due[3];
    CHECK(wage.direction == dossier::Direction::income);
    CHECK(wage.margin == Money::cents(15'000));
}

namespace {

dossier::Adopted_plan plan_of(std::vector<dossier::Plan_instalment> instalments) {
    return {.id = "p",
            .name = {},
            .adopted = day("2026-02-01"),
            .user = "lies",
            .account = "main",
            .pot = {},
            .terms = std::string(64, 'a'),
            .instalments = std::move(instalments)};
}

} // namespace

TEST_CASE("a plan pays what it promised, until it ends") {
    dossier::Dossier dossier = full_dossier();
    const dossier::Claim& claim = dossier.creditors.at(0).claims.at(0);
    REQUIRE(claim.instalment.has_value());
    const dossier::Instalment agreed = *claim.instalment;
    dossier.plans = {plan_of({{"energy/2025-17", day("2026-02-05"), Money::cents(12'34)},
                              {"energy/2025-17", day("2026-03-05"), Money::cents(12'33)},
                              {"energy/2025-17", day("2026-04-05"), Money::cents(1)}})};
    const auto promised = [&](const char* from, const char* through) {
        std::vector<budget::Occurrence> found;
        for (const auto& each : budget::occurrences(dossier, day(from), day(through))) {
            if (each.subject == "debt:energy/2025-17" && each.due.day() == 5) {
                found.push_back(each);
            }
        }
        return found;
    };
    using Lines = std::vector<std::string>;
    CHECK(told(promised("2026-02-01", "2026-12-31")) ==
          Lines{"2026-02-05 debt:energy/2025-17 pot:main 12.34",
                "2026-03-05 debt:energy/2025-17 pot:main 12.33",
                "2026-04-05 debt:energy/2025-17 pot:main 0.01"});
    CHECK(days_of(promised("2026-02-06", "2026-04-04")) == "2026-03-05");
    const budget::Occurrence first = promised("2026-02-05", "2026-02-05").at(0);
    CHECK(first.priority == Priority::debt);
    CHECK(first.communication == agreed.communication);
    CHECK(first.mandate == "");
    CHECK(first.name == dossier.creditors.at(0).payee.name);
    SUBCASE("what is due on the day it ends is the last") {
        dossier.plans.at(0).ended = dossier::Plan_end{day("2026-03-05"), "x", "lies"};
        CHECK(days_of(promised("2026-02-01", "2026-12-31")) == "2026-02-05 2026-03-05");
        dossier.plans.at(0).ended = dossier::Plan_end{day("2026-03-04"), "x", "lies"};
        CHECK(days_of(promised("2026-02-01", "2026-12-31")) == "2026-02-05");
        dossier.plans.at(0).ended = dossier::Plan_end{day("2026-02-04"), "x", "lies"};
        CHECK(days_of(promised("2026-02-01", "2026-12-31")) == "");
    }
    SUBCASE("the collector is paid, with the reference of the claim if nothing else was agreed") {
        dossier::Creditor& creditor = dossier.creditors.at(0);
        creditor.collector = party::Payee{"Incasso", {}, {}};
        creditor.claims.at(0).instalment.reset();
        creditor.claims.at(0).reference = "F-2025/17";
        const budget::Occurrence now = promised("2026-02-05", "2026-02-05").at(0);
        CHECK(now.counterparty.name == "Incasso");
        CHECK(now.communication == party::Remittance("F-2025/17"));
        creditor.claims.at(0).reference.clear();
        CHECK(promised("2026-02-05", "2026-02-05").at(0).communication == party::Remittance());
    }
}

TEST_CASE("the margin of a line is the larger of an amount and a share of what is planned") {
    struct Row {
        std::int64_t margin;
        std::optional<dossier::Share> share;
        std::int64_t expected;
    };

    const auto of = money::Rate::of;
    const Row margins[] = {
        {0, std::nullopt, 0},  {150, std::nullopt, 150}, {150, of(1, 20), 500},
        {500, of(1, 20), 500}, {501, of(1, 20), 501},    {0, of(1, 1), 10'001},
        {0, of(1, 3), 3'334},  {0, of(1, 999'999), 0}, // 3333.67 and 0.01 cents
    };
    for (const Row& row : margins) {
        CAPTURE(row.expected);
        dossier::Dossier dossier = test::bare_dossier();
        dossier::Budget_line line = test::expense(
            "line", Priority::housing, test::schedule(Rhythm::once, "2026-03-01", 10'001));
        line.margin = Money::cents(row.margin);
        line.margin_share = row.share;
        dossier.budget_lines.push_back(line);
        const auto due = budget::occurrences(dossier, day("2026-03-01"), day("2026-03-01"));
        REQUIRE(due.size() == 1);
        CHECK(due.front().margin == Money::cents(row.expected));
    }
}

TEST_CASE("nothing is due on an account without opening balance") {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.budget_lines.push_back(test::expense(
        "line", Priority::housing, test::schedule(Rhythm::yearly, "2999-12-31", 100)));
    CHECK(days_of(budget::occurrences(dossier, day("2026-01-01"), day("2999-12-31"))) ==
          "2999-12-31");
    dossier.accounts.front().opening.reset();
    CHECK(budget::occurrences(dossier, day("2026-01-01"), day("2999-12-31")).empty());
}

TEST_CASE("a window cut anywhere gives the same as the whole") {
    CHECK(rc::check("two halves", [] {
        dossier::Dossier dossier = full_dossier();
        for (dossier::Budget_line& line : dossier.budget_lines) {
            line.schedule.anchor = day("2025-12-20").plus_days(*rc::gen::inRange(0, 100));
            line.schedule.rhythm =
                *rc::gen::element(Rhythm::once, Rhythm::weekly, Rhythm::fortnightly,
                                  Rhythm::monthly, Rhythm::quarterly, Rhythm::yearly);
        }
        const Date from = day("2025-12-01").plus_days(*rc::gen::inRange(0, 400));
        const Date through = from.plus_days(*rc::gen::inRange(0, 400));
        const Date cut = from.plus_days(*rc::gen::inRange(0, days_between(from, through) + 1));
        const auto whole = told(budget::occurrences(dossier, from, through));
        auto parts = told(budget::occurrences(dossier, from, cut));
        for (std::string& line : told(budget::occurrences(dossier, cut.plus_days(1), through))) {
            parts.push_back(std::move(line));
        }
        RC_ASSERT(parts == whole);
    }));
}

TEST_CASE("the order of the lists changes nothing") {
    dossier::Dossier dossier = full_dossier();
    const auto before = told(budget::occurrences(dossier, day("2026-02-01"), day("2027-01-31")));
    std::ranges::reverse(dossier.budget_lines);
    std::ranges::reverse(dossier.accounts);
    std::ranges::reverse(dossier.pots);
    std::ranges::reverse(dossier.creditors.front().claims);
    CHECK(told(budget::occurrences(dossier, day("2026-02-01"), day("2027-01-31"))) == before);
}
