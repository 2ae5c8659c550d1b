#include "dossier/claim.hpp"

#include "base/invariant.hpp"

#include <fmt/format.h>

namespace saldo::dossier {

namespace {

constexpr std::int64_t billion = 1'000'000'000;

} // namespace

bool is_yearly(money::Rate rate) {
    return rate.numerator() >= 0 && billion % rate.denominator() == 0 &&
           rate.numerator() / rate.denominator() < 10;
}

std::string format(Yearly_rate rate) {
    invariant(is_yearly(rate.value), "a yearly rate has nine decimals at most");
    const std::int64_t whole = rate.value.numerator() / rate.value.denominator();
    const std::int64_t rest = rate.value.numerator() % rate.value.denominator();
    std::string text = fmt::format("{}.{:09}", whole, rest * (billion / rate.value.denominator()));
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

bool is_due(const Schedule& schedule, Date date) {
    const auto n = calendar::first_due(schedule.anchor, schedule.rhythm, date);
    return n && schedule.period.contains(date) &&
           calendar::due(schedule.anchor, schedule.rhythm, *n) == date;
}

law::Debt_part part_of(Item_kind kind) {
    using enum Item_kind;
    switch (kind) {
    case principal:
        return law::Debt_part::principal;
    case late_interest:
        return law::Debt_part::interest;
    case penalty:
        return law::Debt_part::penalty;
    case credit_cost:
    case reminder:
    case notice:
    case acquittance_fee:
    case collection_fee:
    case recovery_fee:
    case bailiff_act:
    case file_cost:
    case other_cost:
        return law::Debt_part::costs;
    }
    invariant(false, "every kind of item belongs to a component");
    return law::Debt_part::costs;
}

Money balance(const Claim& claim) {
    return claim.principal + claim.interest + claim.costs + claim.penalty;
}

} // namespace saldo::dossier
