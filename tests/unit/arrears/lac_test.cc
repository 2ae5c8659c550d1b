// Goal: the commission decides nothing that the rules forbid, and what it decided is watched to the
// day. Method: tables of decisions and of payments.
#include "arrears/lac.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace saldo;
using namespace saldo::arrears;
using test::day;

namespace {

std::vector<Lac_rules> rules() {
    return *read_lac_rules(standard_lac_rules());
}

Lac lac(Energy energy = Energy::electricity) {
    return {.number = "LAC2026-0001",
            .claim = "energie/2025-17",
            .energy = energy,
            .session = day("2026-10-15"),
            .proposal = "",
            .monthly = {},
            .limited_since = {}};
}

Lac_decision decision(Lac_outcome outcome) {
    return {.date = day("2026-10-15"),
            .outcome = outcome,
            .unanimous = true,
            .client = Client_heard::present,
            .debt = Money::cents(800'00),
            .from = day("2026-10-20"),
            .note = "",
            .user = "an"};
}

std::string codes(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text.append(text.empty() ? "" : " ")
            .append(finding.code.text.substr(std::string_view("arrears.lac_").size()));
    }
    return text;
}

} // namespace

TEST_CASE("a cut-off keeps to the rules of its day") {
    struct Row {
        Energy energy;
        std::int64_t debt;
        const char* from;
        bool unanimous;
        const char* limited_since; ///< null if no limiter was placed
        const char* told;
    };

    for (const Row& row : {
             Row{Energy::electricity, 500'01, "2026-10-20", true, nullptr, ""},
             {Energy::electricity, 500'00, "2026-10-20", true, nullptr, "below_threshold"},
             {Energy::both, 1'000'00, "2026-10-20", true, nullptr, "below_threshold"},
             {Energy::both, 1'000'01, "2026-10-20", true, nullptr, ""},
             {Energy::gas, 800'00, "2026-10-20", false, nullptr, "not_unanimous"},
             {Energy::gas, 800'00, "2026-11-30", true, nullptr, ""},
             {Energy::gas, 800'00, "2026-12-01", true, nullptr, "winter_stop"},
             {Energy::gas, 800'00, "2027-03-01", true, nullptr, "winter_stop"},
             {Energy::gas, 800'00, "2027-03-02", true, nullptr, ""},
             {Energy::gas, 100'00, "2027-01-02", false, nullptr,
              "not_unanimous winter_stop below_threshold"},
             {Energy::water, 100'00, "2027-01-02", true, nullptr, "limiter_missing"},
             {Energy::water, 100'00, "2027-01-02", true, "2026-07-03", "limiter_too_recent"},
             {Energy::water, 100'00, "2027-01-03", true, "2026-07-03", ""},
         }) {
        CAPTURE(row.from);
        CAPTURE(row.debt);
        Lac before = lac(row.energy);
        if (row.limited_since != nullptr) {
            before.limited_since = day(row.limited_since);
        }
        Lac_decision what = decision(Lac_outcome::cut_off);
        what.debt = Money::cents(row.debt);
        what.from = day(row.from);
        what.unanimous = row.unanimous;
        CHECK(codes(check_decision(rules(), before, what)) == row.told);
    }
}

TEST_CASE("a decision has its terms") {
    Lac_decision what = decision(Lac_outcome::time);
    CHECK(codes(check_decision(rules(), lac(), what)) == "term_missing");
    what.until = day("2026-10-14");
    CHECK(codes(check_decision(rules(), lac(), what)) == "term_too_early");
    what = decision(Lac_outcome::plan);
    CHECK(codes(check_decision(rules(), lac(), what)) == "term_missing");
    what.amount = Money::cents(300'00);
    what.instalments = 3;
    CHECK(codes(check_decision(rules(), lac(), what)) == "above_debt");
    what.instalments = 2;
    CHECK(codes(check_decision(rules(), lac(), what)) == "");
    what.from.reset();
    CHECK(codes(check_decision(rules(), lac(), what)) == "term_missing");
    CHECK(codes(check_decision(rules(), lac(), decision(Lac_outcome::limiter))) == "");
}

TEST_CASE("as many instalments as the debt fills") {
    CHECK(instalments_of(Money::cents(800'00), Money::cents(100'00)) == 8);
    CHECK(instalments_of(Money::cents(799'99), Money::cents(100'00)) == 7);
    CHECK(instalments_of(Money::cents(50'00), Money::cents(100'00)) == 1);
}

TEST_CASE("a plan is breached five days after a due date that was not paid") {
    Lac decided = lac();
    decided.decision = decision(Lac_outcome::plan);
    decided.decision->from = day("2026-10-31");
    decided.decision->amount = Money::cents(100'00);
    decided.decision->instalments = 3;
    CHECK(due_dates(*decided.decision) ==
          std::vector{day("2026-10-31"), day("2026-11-30"), day("2026-12-31")});

    struct Row {
        std::map<std::string, std::int64_t> paid;
        const char* on;
        Lac_state state;
        std::int64_t missing;
        const char* breached; ///< empty if it is not
    };

    for (const Row& row : {
             Row{{}, "2026-10-14", Lac_state::open, 0, ""},
             {{}, "2026-10-30", Lac_state::running, 0, ""},
             {{}, "2026-10-31", Lac_state::running, 100'00, ""},
             {{}, "2026-11-05", Lac_state::running, 100'00, ""},
             {{}, "2026-11-06", Lac_state::breached, 100'00, "2026-11-06"},
             {{{"2026-10-31", 99'99}}, "2026-11-06", Lac_state::breached, 1, "2026-11-06"},
             {{{"2026-10-31", 100'00}}, "2026-12-05", Lac_state::running, 100'00, ""},
             {{{"2026-10-31", 100'00}}, "2026-12-06", Lac_state::breached, 100'00, "2026-12-06"},
             {{{"2026-11-30", 100'00}}, "2026-12-31", Lac_state::breached, 200'00, "2026-11-06"},
             {{{"2026-10-31", 100'00}, {"2026-11-30", 100'00}, {"2026-12-31", 100'00}},
              "2026-12-01",
              Lac_state::kept,
              0,
              ""},
         }) {
        CAPTURE(row.on);
        const Lac_payments payments{[&](Date due) {
                                        const auto found = row.paid.find(calendar::format(due));
                                        return Money::cents(
                                            found == row.paid.end() ? 0 : found->second);
                                    },
                                    {}};
        const Lac_standing standing = standing_on(decided, payments, day(row.on));
        CHECK(name(standing.state) == name(row.state));
        CHECK(standing.missing == Money::cents(row.missing));
        CHECK((standing.breached ? calendar::format(*standing.breached) : "") == row.breached);
    }
}

TEST_CASE("an immediate payment is breached on the day after its last") {
    Lac decided = lac();
    decided.decision = decision(Lac_outcome::immediate_payment);
    decided.decision->until = day("2026-11-15");
    decided.decision->amount = Money::cents(200'00);
    const auto state = [&](const char* on, std::int64_t paid) {
        const Lac_payments payments{{}, [&](Date) { return Money::cents(paid); }};
        return standing_on(decided, payments, day(on)).state;
    };
    CHECK(state("2026-11-15", 199'99) == Lac_state::running);
    CHECK(state("2026-11-16", 199'99) == Lac_state::breached);
    CHECK(state("2026-11-16", 200'00) == Lac_state::kept);
    decided.decision->outcome = Lac_outcome::time;
    CHECK(state("2026-11-15", 0) == Lac_state::running);
    CHECK(state("2026-11-16", 0) == Lac_state::over);
    decided.decision->outcome = Lac_outcome::budget_meter;
    CHECK(state("2026-11-16", 0) == Lac_state::done);
}

TEST_CASE("a session that was written is read again") {
    Lac every = lac(Energy::water);
    CHECK(read_kept_lac(write_lac(every)) == every);
    every.proposal = "50 euro";
    every.monthly = Money::cents(50'00);
    every.limited_since = day("2026-01-02");
    every.decision = decision(Lac_outcome::plan);
    every.decision->amount = Money::cents(50'00);
    every.decision->instalments = 4;
    every.decision->until = day("2026-12-01");
    every.decision->note = "elke maand";
    CHECK(read_kept_lac(write_lac(every)) == every);
}
