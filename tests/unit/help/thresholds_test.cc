// Goal: an income is held against limits exactly, and what is just above is told. Method: figures
// of the leefloon of February 2025 as published, and incomes to the cent on both sides of a limit.
#include "help/codes.hpp"
#include "help/thresholds.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using help::Distance;
using help::Earner;
using help::Per;
using test::day;

namespace {

const money::Rate tenth = money::Rate::of(1, 10);

Earner earner(std::string kind, std::int64_t cents, bool has_minor_child = false) {
    return {std::move(kind), 1, has_minor_child, {{Money::cents(cents), {}}}};
}

help::Thresholds hold(const Earner& earner, const char* on = "2025-06-01") {
    return help::hold_against(earner, law::Figures::shipped(), {}, tenth, day(on));
}

help::Income_limit limit(Per per, std::int64_t cents) {
    return {.key = "water",
            .name = "Water",
            .in_force = test::period("2025-01-01", "2025-12-31"),
            .amount = Money::cents(cents),
            .per = per,
            .source = "invented"};
}

} // namespace

TEST_CASE("the leefloon of a household is that of its category") {
    struct Row {
        const char* kind;
        bool has_minor_child;
        std::int64_t limit; ///< cents, as of 1 February 2025; 0: none can be told
    };

    for (const Row& row : {Row{"single", false, 131'420}, Row{"couple", false, 2 * 87'613},
                           Row{"single_parent", true, 177'607}, Row{"family", true, 177'607},
                           Row{"family", false, 0}, Row{"other", false, 0}}) {
        CAPTURE(row.kind);
        const auto found = hold(earner(row.kind, 100'000, row.has_minor_child));
        REQUIRE(found.rows.size() == (row.limit == 0 ? 0U : 1U));
        if (row.limit == 0) {
            CHECK(found.findings.front().code == help::limit_unclear);
        } else {
            CHECK(found.rows.front().limit == Money::cents(row.limit));
        }
    }
}

TEST_CASE("just above begins a cent above the limit and ends with the part of it") {
    // A tenth of 1314.20 is 131.42, so 1445.62 is the last that is just above.
    struct Row {
        std::int64_t income;
        Distance distance;
    };

    for (const Row& row : {Row{100'000, Distance::within}, Row{131'420, Distance::within},
                           Row{131'421, Distance::just_above}, Row{144'562, Distance::just_above},
                           Row{144'563, Distance::above}}) {
        const auto found = hold(earner("single", row.income));
        REQUIRE(found.rows.size() == 1);
        CHECK(found.rows.front().distance == row.distance);
        CHECK(found.rows.front().over == Money::cents(row.income - 131'420));
    }
    // 13.14 / 1314.20 = 1314/131420 = 657/65710
    CHECK(hold(earner("single", 132'734)).rows.front().part == money::Rate::of(657, 65'710));
}

TEST_CASE("a day without a leefloon is told, and nothing is carried over") {
    const auto found = hold(earner("single", 132'734), "2026-06-01");
    CHECK(found.rows.empty());
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings.front().code.text == "law.not_in_force");
    CHECK(found.findings.front().severity == Severity::warning);
}

TEST_CASE("what comes in weeks and quarters is added up exactly and rounded once") {
    dossier::Dossier household = test::bare_dossier();
    const auto income = [&](calendar::Rhythm rhythm, std::int64_t cents, const char* from,
                            const char* until) {
        dossier::Budget_line line =
            test::expense("in" + std::to_string(household.budget_lines.size()),
                          dossier::Priority::fixed_cost, test::schedule(rhythm, from, cents));
        line.direction = dossier::Direction::income;
        line.schedule.period = test::period(from, until);
        household.budget_lines.push_back(line);
    };
    income(calendar::Rhythm::weekly, 10'000, "2025-01-01", "");           // 433.333… a month
    income(calendar::Rhythm::quarterly, 10'000, "2025-01-01", "");        // 33.333…
    income(calendar::Rhythm::fortnightly, 1'000, "2025-01-01", "");       // 21.666…
    income(calendar::Rhythm::yearly, 100, "2025-01-01", "");              // 0.0833…
    income(calendar::Rhythm::monthly, 5'000, "2025-07-01", "");           // not yet
    income(calendar::Rhythm::monthly, 5'000, "2025-01-01", "2025-05-31"); // no more
    income(calendar::Rhythm::once, 90'000, "2025-06-01", "");             // once
    const Earner found = help::earner_of(household, day("2025-06-01"));
    CHECK(found.kind == "single_parent");
    CHECK(found.members == 2);
    CHECK(found.has_minor_child); // born in 2015 or of unknown age
    CHECK(found.income.size() == 4);
    // 433 1/3 + 33 1/3 + 21 2/3 + 1/12 = 488.41666… a month, 5861.00 a year.
    const std::vector limits{limit(Per::month, 48'000), limit(Per::year, 586'100)};
    const auto held =
        help::hold_against(found, law::Figures::shipped(), limits, tenth, day("2025-06-01"));
    REQUIRE(held.rows.size() == 3);
    CHECK(held.rows[1].income == Money::cents(48'842));
    CHECK(held.rows[1].limit == Money::cents(48'000));
    CHECK(held.rows[2].income == Money::cents(586'100));
    CHECK(held.rows[2].distance == Distance::within);
}

TEST_CASE("a limit grows with the household and holds for its kinds and days") {
    help::Income_limit more = limit(Per::month, 100'000);
    more.per_further_member = Money::cents(25'000);
    more.households = {"couple", "family"};
    Earner found = earner("couple", 125'001);
    found.members = 2;
    const auto held = [&](const char* on) {
        return help::hold_against(found, law::Figures::shipped(), {more}, tenth, day(on));
    };
    REQUIRE(held("2025-06-01").rows.size() == 2);
    CHECK(held("2025-06-01").rows[1].limit == Money::cents(125'000));
    CHECK(held("2025-06-01").rows[1].distance == Distance::just_above);
    CHECK(held("2026-06-01").rows.empty());
    found.kind = "single";
    CHECK(held("2025-06-01").rows.size() == 1);
}

TEST_CASE("limits say from when, how much and where it was read") {
    const auto read = [](const std::string& rows) {
        return help::read_income_limits(
            R"({"schema": "saldo/income_limits/1", "name": "x", "limits": [)" + rows + "]}");
    };
    const std::string good = R"({"key": "water", "name": "Water", "from": "2025-01-01",
        "until": "2025-12-31", "amount": "25000.00", "per": "year", "source": "invented"})";
    REQUIRE(read(good).has_value());
    CHECK(read(good)->front().amount == Money::cents(2'500'000));
    CHECK(read(good + "," + good).error().code() == help::key_twice);
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        return read(text.replace(text.find(from), from.size(), to));
    };
    CHECK(with("2025-12-31", "2024-12-31").error().first().where.place == "/limits/0/until");
    CHECK(with("2025-01-01", "2025-02-30").error().code() == help::value_wrong);
    CHECK(with("25000.00", "0.00").error().code() == help::value_wrong);
    CHECK_FALSE(with("invented", "").has_value());
    CHECK(help::read_income_limits(help::default_income_limits_text())->empty());
}
