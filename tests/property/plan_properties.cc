// Goal: a plan pays as its rules say, to the cent, for any plan. Method: an oracle that knows
// nothing of the engine (plan_oracle.hpp) must agree on every amount of every month, whatever mix
// of classes, terms and rounding a plan has.
#include "calendar/rhythm.hpp"
#include "plan_oracle.hpp"
#include "plans/plan_document.hpp"
#include "plans/simulate.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

using namespace saldo;
using test::Cents;
using test::Plan_oracle;

namespace {

bool maybe() {
    return *rc::gen::arbitrary<bool>();
}

bool rarely() {
    return *rc::gen::weightedElement<bool>({{4, false}, {1, true}});
}

/// Cents are what goes wrong, so amounts are small; where whole euros are shared they are larger.
class Amounts {
public:
    explicit Amounts(plans::Round_to round_to)
        : times_(round_to == plans::Round_to::euro ? 30 : 1) {}

    [[nodiscard]] Money between(int least, int most) const {
        return Money::cents(*rc::gen::inRange(least * times_, most * times_ + 1));
    }

private:
    int times_;
};

Date some_day(Date start, int most) {
    return start.plus_days(*rc::gen::inRange(-20, most));
}

/// A legal rate of which every day is known, and which changes.
void add_legal_rate(plans::Creditor& creditor, Date start) {
    const Date change = some_day(start, 300);
    creditor.legal = law::Legal_rate::civil;
    creditor.rate.reset();
    creditor.rates = {{*calendar::Date_range::through(start.plus_days(-400), change.plus_days(-1)),
                       money::Rate::of(*rc::gen::inRange(0, 1'500), 10'000)},
                      {*calendar::Date_range::through(change, std::nullopt),
                       money::Rate::of(*rc::gen::inRange(0, 1'500), 10'000)}};
}

plans::Creditor some_creditor(std::size_t index, const plans::Plan& plan, const Amounts& amounts) {
    plans::Creditor creditor{.id = "creditor " + std::to_string(index),
                             .balance = amounts.between(0, *rc::gen::element(20, 700, 5'000))};
    creditor.interest_due =
        Money::cents(*rc::gen::inRange<std::int64_t>(0, creditor.balance.cents() / 2 + 1));
    creditor.contractual = amounts.between(1, 300);
    creditor.fixed = maybe() ? std::optional(amounts.between(1, 200)) : std::nullopt;
    if (maybe()) {
        creditor.rate = money::Rate::of(*rc::gen::inRange(0, 2'500), 10'000);
    }
    if (maybe()) {
        creditor.priority = *rc::gen::inRange<std::int64_t>(0, 3);
    }
    if (rarely()) {
        add_legal_rate(creditor, plan.start);
    }
    if (rarely()) {
        creditor.joins = some_day(plan.start, 200);
    }
    if (rarely()) {
        creditor.frozen_until = some_day(plan.start, 200);
    }
    if (rarely()) {
        creditor.interest_until = some_day(plan.start, 400);
    }
    if (rarely()) {
        creditor.settlement =
            plans::Settlement{some_day(plan.start, 300), amounts.between(1, 1'000)};
    }
    if (plan.minimum && maybe()) {
        creditor.minimum = amounts.between(0, 60);
    }
    if (!plan.classes.empty()) {
        const plans::Class& own =
            plan.classes[*rc::gen::inRange<std::size_t>(0, plan.classes.size())];
        creditor.in_class = own.id;
        if (own.method == plans::Method::fixed && !creditor.fixed) {
            creditor.fixed = amounts.between(1, 200);
        }
    }
    return creditor;
}

void add_classes(plans::Plan& plan, const Amounts& amounts) {
    using enum plans::Method;
    for (int count = *rc::gen::inRange(1, 5); count > 0; --count) {
        plans::Class each{
            "class " + std::to_string(count),
            *rc::gen::element(pro_rata, contractual, smallest_first, fixed, token, zero)};
        if (each.method == token) {
            each.amount = amounts.between(1, 60);
        }
        if (maybe()) {
            each.at_most = amounts.between(0, 400);
        }
        plan.classes.push_back(std::move(each));
    }
}

void add_account(plans::Plan& plan, const Amounts& amounts) {
    plan.account = plans::Account{.balance = amounts.between(0, 500)};
    if (maybe()) {
        plan.account->income = amounts.between(0, 2'000);
        plan.account->costs = amounts.between(0, 900);
        plan.account->living_money = amounts.between(0, 900);
    }
}

void add_steps(plans::Plan& plan, const Amounts& amounts) {
    for (int count = *rc::gen::inRange(1, 4); count > 0; --count) {
        plans::Step step{.from = plan.start.plus_days(count * 97 - *rc::gen::inRange(0, 90))};
        step.monthly = maybe() ? std::optional(amounts.between(0, 700)) : std::nullopt;
        if (plan.account && plan.account->income && maybe()) {
            step.income = amounts.between(0, 2'000);
            step.costs = amounts.between(0, 900);
        }
        plan.steps.push_back(step);
    }
}

void add_terms(plans::Plan& plan, const Amounts& amounts) {
    if (maybe()) {
        plan.minimum = amounts.between(0, 60);
    }
    if (rarely()) {
        add_account(plan, amounts);
    }
    if (rarely()) {
        add_steps(plan, amounts);
    }
    while (rarely()) {
        plan.extras.push_back({some_day(plan.start, 400), amounts.between(1, 900)});
    }
    if (rarely()) {
        plan.reserve = plans::Reserve{amounts.between(0, 900), amounts.between(0, 300)};
        plan.reserve->monthly = maybe() ? std::optional(amounts.between(1, 200)) : std::nullopt;
    }
    if (rarely()) {
        plan.zero_below = amounts.between(0, 60);
    }
}

plans::Plan some_plan() {
    using enum plans::Strategy;
    const auto round_to = *rc::gen::element(plans::Round_to::cent, plans::Round_to::euro);
    const Amounts amounts(round_to);
    plans::Plan plan{.start = Date::of(2026, 1, 1)->plus_days(*rc::gen::inRange(0, 800)),
                     .monthly = amounts.between(0, *rc::gen::element(30, 700)),
                     .strategy = *rc::gen::weightedElement<plans::Strategy>({{1, pro_rata},
                                                                             {1, contractual},
                                                                             {1, smallest_first},
                                                                             {1, priority},
                                                                             {1, fixed},
                                                                             {4, mixed}}),
                     .creditors = {}};
    plan.round_to = round_to;
    plan.freed_money = *rc::gen::element(plans::Freed_money::shared, plans::Freed_money::kept);
    plan.interest_on =
        *rc::gen::element(plans::Interest_on::balance, plans::Interest_on::principal);
    plan.first_interest = maybe();
    plan.months_most = 40;
    add_terms(plan, amounts);
    if (plan.strategy == mixed) {
        add_classes(plan, amounts);
    }
    const auto count = *rc::gen::inRange<std::size_t>(1, 7);
    for (std::size_t index = 0; index < count; ++index) {
        plan.creditors.push_back(some_creditor(index, plan, amounts));
    }
    RC_ASSERT(plans::check(plan).empty());
    return plan;
}

void check_share(const plans::Share& share, const Plan_oracle::Owed& owed, Cents amount) {
    RC_ASSERT(share.amount.cents() == amount);
    RC_ASSERT(share.interest_added.cents() == owed.added);
    RC_ASSERT(share.balance.cents() == owed.balance());
    RC_ASSERT(share.interest + share.principal == share.amount);
}

void check_against_oracle(const plans::Plan& plan, const plans::Schedule& schedule) {
    Plan_oracle oracle(plan);
    Money total = Money::zero();
    Money lowest = Money::cents(oracle.account());
    int number = 0;
    for (const plans::Month& month : schedule.months) {
        RC_ASSERT(month.date == calendar::due(plan.start, calendar::Rhythm::monthly, number));
        ++number;
        const std::map<std::string, Cents>& amounts = oracle.month(month.date);
        Money paid = Money::zero();
        for (const plans::Share& share : month.shares) {
            const std::string& id = schedule.creditors[share.creditor].id;
            const auto amount = amounts.find(id);
            check_share(share, oracle.debt(id), amount == amounts.end() ? 0 : amount->second);
            paid += share.amount;
        }
        RC_ASSERT(month.paid == paid);
        RC_ASSERT(paid <= month.available);
        RC_ASSERT(month.reserve.cents() == oracle.reserve());
        RC_ASSERT(month.account.cents() == oracle.account());
        lowest = std::min(lowest, month.account);
        total += paid;
    }
    RC_ASSERT(schedule.total_paid == total);
    RC_ASSERT(schedule.lowest.has_value() == (plan.account || plan.reserve));
    RC_ASSERT((!schedule.lowest || schedule.lowest->balance == lowest)); // as one expression
    RC_ASSERT(schedule.ends_on.has_value() == (oracle.is_paid() && !schedule.months.empty()));
    const bool gives_up = !oracle.is_paid() && number < plan.months_most;
    RC_ASSERT((!gives_up || schedule.months.back().paid.is_zero()));
    for (const plans::Result_of_creditor& result : schedule.creditors) {
        RC_ASSERT(result.remitted.cents() == oracle.debt(result.id).remitted);
    }
}

/// How often each thing that a plan may have was drawn.
class Drawn {
public:
    void see(const plans::Plan& plan, const plans::Schedule& schedule) {
        ++plans_;
        times_["months"] += static_cast<int>(schedule.months.size());
        for (const plans::Result_of_creditor& result : schedule.creditors) {
            const bool is_paid = result.paid_off && result.paid.is_positive();
            count("creditor paid off", is_paid);
            count("creditor paid off before others, money kept",
                  is_paid && plan.freed_money == plans::Freed_money::kept &&
                      *result.paid_off < schedule.months.back().date);
        }
        count(name(plan.strategy), true);
        for (const plans::Class& each : plan.classes) {
            count("class " + std::string(name(each.method)), true);
            count("class with a limit", each.at_most.has_value());
        }
        count("several classes", plan.classes.size() > 1);
        count("least instalments", plan.minimum.has_value());
        count("whole euros", plan.round_to == plans::Round_to::euro);
        count("kept money", plan.freed_money == plans::Freed_money::kept);
        count("kept money beside least instalments",
              plan.freed_money == plans::Freed_money::kept && plan.minimum);
        count("steps", !plan.steps.empty());
        count("money that comes once", !plan.extras.empty());
        count("reserve", plan.reserve.has_value());
        count("budget account", plan.account.has_value());
        count("zero offer below an amount", plan.zero_below.has_value());
        for (const plans::Creditor& creditor : plan.creditors) {
            count("lump sum", creditor.settlement.has_value());
            count("creditor that joins", creditor.joins.has_value());
            count("creditor that waits", creditor.frozen_until.has_value());
            count("interest that stops", creditor.interest_until.has_value());
            count("legal rate", creditor.legal.has_value());
            count("own least instalment", creditor.minimum.has_value());
        }
    }

    /// Of a thousand plans each thing is in some.
    void check() const {
        constexpr int many = 1'000;
        std::string all;
        for (const auto& each : times_) {
            CAPTURE(each.first);
            CHECK((each.second > 0 || plans_ < many));
            all += "\n" + each.first + ": " + std::to_string(each.second);
        }
        if (plans_ >= many) {
            MESSAGE("in " << plans_ << " plans" << all);
        }
    }

private:
    void count(std::string_view what, bool is_so) { times_[std::string(what)] += is_so ? 1 : 0; }

    int plans_ = 0;
    std::map<std::string, int> times_;
};

} // namespace

TEST_CASE("plans and the oracle") {
    Drawn drawn;
    CHECK(rc::check("interest, allocation and every strategy agree, in every month", [&drawn] {
        const plans::Plan plan = some_plan();
        const plans::Schedule schedule = plans::simulate(plan);
        drawn.see(plan, schedule);
        check_against_oracle(plan, schedule);
    }));
    drawn.check();
}

TEST_CASE("plans and what creditors have") {
    CHECK(rc::check("nobody is more than a cent from its exact share of all that was shared", [] {
        const plans::Plan plan = some_plan();
        const Cents unit = plan.round_to == plans::Round_to::euro ? 100 : 1;
        for (const plans::Month& month : plans::simulate(plan).months) {
            for (const plans::Share& share : month.shares) {
                if (const auto& proof = share.proof) {
                    const Cents exact = proof->weight.cents() * proof->shared.cents();
                    const Cents behind = exact - proof->had.cents() * proof->weights.cents();
                    RC_ASSERT(std::abs(behind) <= unit * proof->weights.cents());
                }
            }
        }
    }));
}

TEST_CASE("plans and the order of their creditors") {
    CHECK(rc::check("the order of creditors changes nothing", [] {
        plans::Plan plan = some_plan();
        const plans::Schedule schedule = plans::simulate(plan);
        const auto size = static_cast<std::ptrdiff_t>(plan.creditors.size());
        std::rotate(plan.creditors.begin(),
                    plan.creditors.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, size),
                    plan.creditors.end());
        std::ranges::reverse(plan.creditors);
        RC_ASSERT(plans::simulate(plan) == schedule);
    }));
}
