#include "plans/plan.hpp"

#include "base/named.hpp"
#include "plans/schedule.hpp"

#include <array>

namespace saldo::plans {

namespace {

constexpr std::array strategies{Named{Strategy::pro_rata, "pro_rata"},
                                Named{Strategy::contractual, "contractual"},
                                Named{Strategy::smallest_first, "smallest_first"},
                                Named{Strategy::priority, "priority"},
                                Named{Strategy::fixed, "fixed"},
                                Named{Strategy::mixed, "mixed"}};

constexpr std::array methods{Named{Method::pro_rata, "pro_rata"},
                             Named{Method::contractual, "contractual"},
                             Named{Method::smallest_first, "smallest_first"},
                             Named{Method::fixed, "fixed"},
                             Named{Method::token, "token"},
                             Named{Method::zero, "zero"}};

constexpr std::array bases{Named{Basis::share, "share"},           Named{Basis::balance, "balance"},
                           Named{Basis::minimum, "minimum"},       Named{Basis::in_turn, "in_turn"},
                           Named{Basis::agreed, "agreed"},         Named{Basis::token, "token"},
                           Named{Basis::settlement, "settlement"}, Named{Basis::waits, "waits"},
                           Named{Basis::frozen, "frozen"},         Named{Basis::zero, "zero"}};

/// Takes the value of a step if it is later than what was taken before.
template <class Value> class Latest {
public:
    explicit Latest(std::optional<Value> value) : value_(value) {}

    void offer(const std::optional<Value>& value, Date from) {
        if (value && (!from_ || *from_ < from)) {
            value_ = value;
            from_ = from;
        }
    }

    [[nodiscard]] std::optional<Value> value() const { return value_; }

private:
    std::optional<Value> value_;
    std::optional<Date> from_;
};

} // namespace

std::string_view name(Strategy strategy) {
    return name_in(strategies, strategy);
}

std::optional<Strategy> strategy_from(std::string_view name) {
    return value_in(strategies, name);
}

std::string_view name(Method method) {
    return name_in(methods, method);
}

std::optional<Method> method_from(std::string_view name) {
    return value_in(methods, name);
}

std::string_view name(Basis basis) {
    return name_in(bases, basis);
}

Terms terms_on(const Plan& plan, Date day) {
    Latest<Money> monthly(plan.monthly);
    Latest<Money> income(plan.account ? plan.account->income : std::nullopt);
    Latest<Money> costs(plan.account ? plan.account->costs : Money::zero());
    Latest<Money> living_money(plan.account ? plan.account->living_money : Money::zero());
    for (const Step& step : plan.steps) {
        if (step.from <= day) {
            monthly.offer(step.monthly, step.from);
            income.offer(step.income, step.from);
            costs.offer(step.costs, step.from);
            living_money.offer(step.living_money, step.from);
        }
    }
    return {*monthly.value(), income.value(), *costs.value(), *living_money.value()};
}

} // namespace saldo::plans
