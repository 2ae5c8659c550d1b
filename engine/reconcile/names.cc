#include "base/invariant.hpp"
#include "reconcile/match.hpp"

#include <algorithm>
#include <array>

namespace saldo::reconcile {

namespace {

template <class Value> struct Named {
    Value value;
    std::string_view name;
};

constexpr std::array rule_names{
    Named<Rule>{Rule::own_order, "own_order"},
    Named<Rule>{Rule::own_return, "own_return"},
    Named<Rule>{Rule::own_account, "own_account"},
    Named<Rule>{Rule::structured_reference, "structured_reference"},
    Named<Rule>{Rule::iban_amount_date, "iban_amount_date"},
    Named<Rule>{Rule::by_hand, "by_hand"},
    Named<Rule>{Rule::suspense, "suspense"},
};

constexpr std::array doubt_names{
    Named<Doubt>{Doubt::none, "none"},
    Named<Doubt>{Doubt::nothing_fits, "nothing_fits"},
    Named<Doubt>{Doubt::several_fit, "several_fit"},
    Named<Doubt>{Doubt::amount_differs, "amount_differs"},
    Named<Doubt>{Doubt::already_executed, "already_executed"},
    Named<Doubt>{Doubt::reference_other_way, "reference_other_way"},
};

template <class Names, class Value> std::string_view name_in(const Names& names, Value value) {
    const auto* found = std::ranges::find(names, value, &Named<Value>::value);
    invariant(found != names.end(), "every rule and doubt has a name");
    return found->name;
}

} // namespace

std::string_view name(Rule rule) {
    return name_in(rule_names, rule);
}

std::string_view name(Doubt doubt) {
    return name_in(doubt_names, doubt);
}

} // namespace saldo::reconcile
