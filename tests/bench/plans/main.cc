#include "bench/stopwatch.hpp"
#include "plans/simulate.hpp"
#include "support/dice.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <iostream>

/// Works out repayment plans of invented households and prints what that takes, as JSON on stdout.
/// Exit 4 when a month does not sum to what it pays.
namespace saldo::bench {

namespace {

using Json = nlohmann::ordered_json;
using plans::Plan;
using plans::Schedule;
using plans::Strategy;

constexpr std::array strategies{Strategy::pro_rata, Strategy::contractual, Strategy::smallest_first,
                                Strategy::priority, Strategy::fixed};

constexpr int creditors_of_large = 40;
constexpr int months_of_large = 84;
constexpr int times_of_large = 200;

/// Debts of 200 to 10,000 euro, a third of them with interest, and money that pays them in about
/// the given months.
Plan make_plan(test::Dice& dice, int creditors, int months) {
    Plan plan{.start = *Date::of(2026, 1, 31), .monthly = Money::zero(), .creditors = {}};
    Money owed = Money::zero();
    for (int i = 0; i < creditors; ++i) {
        plans::Creditor creditor{.id = "creditor " + std::to_string(i),
                                 .balance = Money::cents(dice.between(20'000, 1'000'000))};
        owed += creditor.balance;
        creditor.contractual = Money::cents(creditor.balance.cents() / months + 1);
        creditor.fixed = creditor.contractual;
        creditor.priority = dice.between(1, 4);
        if (dice.between(1, 3) == 1) {
            creditor.rate = money::Rate::of(dice.between(2, 12), 100);
        }
        plan.creditors.push_back(std::move(creditor));
    }
    plan.monthly = Money::cents(owed.cents() * 6 / 5 / months);
    return plan;
}

/// Months in which the shares do not sum to what is paid.
std::uint64_t faults(const Schedule& schedule) {
    std::uint64_t count = 0;
    for (const plans::Month& month : schedule.months) {
        Money sum = Money::zero();
        for (const plans::Share& share : month.shares) {
            sum += share.amount;
        }
        count += sum == month.paid ? 0U : 1U;
    }
    return count;
}

Json measure_large(std::uint64_t& wrong) {
    Json figures{{"creditors", creditors_of_large}};
    for (const Strategy strategy : strategies) {
        test::Dice dice(1);
        Plan plan = make_plan(dice, creditors_of_large, months_of_large);
        plan.strategy = strategy;
        plan.months_most = months_of_large;
        Times times;
        std::size_t months = 0;
        for (int i = 0; i < times_of_large; ++i) {
            const Schedule schedule = times.measure([&] { return simulate(plan); });
            months = schedule.months.size();
            wrong += faults(schedule);
        }
        figures[std::string(name(strategy))] = {
            {"months", months}, {"milliseconds_median", times.median().wall * 1'000}};
    }
    return figures;
}

Json measure_office(int dossiers, std::uint64_t& wrong) {
    test::Dice dice(2);
    std::vector<Plan> office;
    for (int i = 0; i < dossiers; ++i) {
        office.push_back(make_plan(dice, static_cast<int>(dice.between(2, 15)),
                                   static_cast<int>(dice.between(24, 84))));
    }
    std::uint64_t months = 0;
    Times times;
    times.measure([&] {
        for (Plan& plan : office) {
            for (const Strategy strategy : strategies) {
                plan.strategy = strategy;
                const Schedule schedule = simulate(plan);
                months += schedule.months.size();
                wrong += faults(schedule);
            }
        }
        return months;
    });
    return {{"dossiers", dossiers},
            {"strategies", strategies.size()},
            {"months", months},
            {"seconds", times.sum().wall},
            {"cpu_seconds", times.sum().work}};
}

} // namespace

} // namespace saldo::bench

int main(int argc, char** argv) {
    int dossiers = 5'000;
    CLI::App app("Measures repayment plans of invented households; prints JSON.");
    app.add_option("--dossiers", dossiers, "dossiers")->check(CLI::Range(1, 100'000));
    CLI11_PARSE(app, argc, argv);
    std::uint64_t wrong = 0;
    const saldo::bench::Json large = saldo::bench::measure_large(wrong);
    const saldo::bench::Json office = saldo::bench::measure_office(dossiers, wrong);
    std::cout << saldo::bench::Json{{"one_plan", large},
                                    {"all_strategies", office},
                                    {"months_that_do_not_sum", wrong}}
                     .dump(2)
              << '\n';
    return wrong == 0 ? 0 : 4;
}
