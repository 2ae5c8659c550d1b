// Goal: an instalment of an adopted plan is as any payment: a forecast counts on it, what the bank
// rejects is due again, and an earlier day is told as it was. Method: the sample household and a
// plan of 30.00 and 20.00 a month, through a forecast, a run and an answer of the bank.
#include "app/forecast_dossier.hpp"
#include "support/answer_file.hpp"
#include "with_plan.hpp"

#include <algorithm>

using namespace saldo;
using test::day;
using test::debts_of;
using test::With_plan;

namespace {

/// What a forecast pays on debts: due date, claim and amount; `*` if it is ordered.
std::vector<std::string> foreseen(const With_plan& with, const char* as_of, const char* through) {
    const auto forecast = with.book.ask([&](app::Unit_of_work& work) {
        return app::forecast_dossier(work,
                                     {with.number, day(as_of), day(through), std::nullopt, {}});
    });
    REQUIRE(test::code_of(forecast) == "");
    std::vector<std::string> lines;
    for (const payments::Account_forecast& account : forecast->accounts) {
        for (const payments::Forecast_step& step : account.steps) {
            if (step.subject.starts_with("debt:")) {
                const bool is_ordered = step.kind == payments::Step_kind::order;
                lines.push_back(calendar::format(step.due) + " " + step.subject.substr(5) + " " +
                                format(step.amount) + (is_ordered ? " *" : ""));
            }
        }
    }
    std::ranges::sort(lines);
    return lines;
}

/// The bank rejects a payment of the run, and says so in an answer (pain.002).
void reject(With_plan& with, const payments::Run_line& line) {
    const auto orders = with.book.ask([](app::Unit_of_work& work) {
        return app::orders_of(work, *work.runs().find("R2026-0001"), "R2026-0001").orders;
    });
    const auto order =
        std::ranges::find(orders, line.end_to_end_id, &payments::pain002::Order::end_to_end_id);
    REQUIRE(order != orders.end());
    const auto taken = with.book.answer(test::answer_file(
        {.original_id = "R2026-0001",
         .said = {"PART"},
         .blocks = {{order->block, {"PART"}, {{line.end_to_end_id, {"RJCT", {{"AM04"}}}}}}},
         .id = "B1"}));
    REQUIRE(test::code_of(taken) == "");
}

} // namespace

TEST_CASE("a forecast counts on the instalments of a plan, until it ends") {
    using Lines = std::vector<std::string>;
    With_plan with;
    CHECK(foreseen(with, "2026-02-02", "2026-03-31").empty());
    REQUIRE(with.adopt().has_value());
    const Lines all{"2026-02-09 energy/2025-17 -30.00", "2026-02-09 energy/2025-18 -20.00",
                    "2026-03-09 energy/2025-17 -30.00", "2026-03-09 energy/2025-18 -20.00"};
    CHECK(foreseen(with, "2026-02-02", "2026-03-31") == all);
    CHECK(foreseen(with, "2026-02-02", "2026-02-28") == Lines(all.begin(), all.begin() + 2));
    REQUIRE(with.end().has_value());
    CHECK(foreseen(with, "2026-02-02", "2026-03-31").empty());
}

TEST_CASE("an instalment that the bank rejects is due again, and the next run pays it") {
    With_plan with;
    REQUIRE(with.adopt().has_value());
    const auto lines = with.order();
    REQUIRE(lines.size() == 2);
    CHECK(with.states("2026-02-03") == "ordered ordered due due");
    CHECK(foreseen(with, "2026-02-03", "2026-02-28") ==
          std::vector<std::string>{"2026-02-09 energy/2025-17 -30.00 *",
                                   "2026-02-09 energy/2025-18 -20.00 *"});
    reject(with, lines[1]);
    CHECK(with.states("2026-02-03") == "ordered due due due");
    CHECK(foreseen(with, "2026-02-03", "2026-02-28") ==
          std::vector<std::string>{"2026-02-09 energy/2025-17 -30.00 *",
                                   "2026-02-09 energy/2025-18 -20.00"});
    CHECK(with.states("2026-02-10") == "ordered late due due");
    CHECK(with.at("2026-02-10").standing.remaining == Money::cents(7'000));
    const auto again = with.book.prepare("2026-02-04", "2026-02-10");
    REQUIRE(test::code_of(again) == "");
    REQUIRE(debts_of(*again).size() == 1);
    CHECK(debts_of(*again)[0].proposal.occurrence.subject == "debt:energy/2025-18");
    CHECK(debts_of(*again)[0].proposal.amount == Money::cents(2'000));
    CHECK(with.states("2026-02-04") == "ordered in_run due due");
    with.book.check_sound();
}

TEST_CASE("an earlier day is told as it was, whatever came after it") {
    With_plan with;
    REQUIRE(with.adopt().has_value());
    const auto lines = with.order();
    REQUIRE(with.book.carry_out(lines[0], false, 12).has_value()); // on 1 February
    REQUIRE(with.book.carry_out(lines[1], false, 13).has_value());
    const auto told = [&](const char* on) {
        const plans::Standing now = with.at(on).standing;
        return with.states(on) + " " + format(now.promised) + " " + format(now.remaining) + " " +
               std::string(name_in(plans::plan_state_names, now.state));
    };
    const std::string before = told("2026-02-10");
    CHECK(before == "paid paid due due 50.00 50.00 running");
    CHECK(told("2026-03-09") == "paid paid due due 100.00 50.00 running");
    CHECK(told("2026-03-15") == "paid paid late late 100.00 50.00 broken");
    with.today = "2026-03-20";
    REQUIRE(with.answer("energy", dossier::Plan_reply::refused, "2026-03-18").has_value());
    REQUIRE(with.end().has_value());
    CHECK(told("2026-02-10") == before);
    CHECK_FALSE(with.at("2026-03-17").standing.creditors.at(0).answer.has_value());
    CHECK(told("2026-03-19") == "paid paid late late 100.00 50.00 broken");
    CHECK(told("2026-03-20") == "paid paid late late 100.00 50.00 ended");
    // A plan is not there before it was adopted.
    const auto rows = with.book.ask([&](app::Unit_of_work& work) {
        return app::plans_on(work, with.number, {day("2026-02-01")}).value();
    });
    CHECK(rows.empty());
}
