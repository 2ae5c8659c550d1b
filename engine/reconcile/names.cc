#include "base/named.hpp"
#include "reconcile/match.hpp"

namespace saldo::reconcile {

namespace {

constexpr std::array rule_names{
    Named{Rule::own_order, "own_order"},
    Named{Rule::own_return, "own_return"},
    Named{Rule::own_account, "own_account"},
    Named{Rule::structured_reference, "structured_reference"},
    Named{Rule::iban_amount_date, "iban_amount_date"},
    Named{Rule::by_hand, "by_hand"},
    Named{Rule::suspense, "suspense"},
};

constexpr std::array doubt_names{
    Named{Doubt::none, "none"},
    Named{Doubt::nothing_fits, "nothing_fits"},
    Named{Doubt::several_fit, "several_fit"},
    Named{Doubt::amount_differs, "amount_differs"},
    Named{Doubt::already_executed, "already_executed"},
    Named{Doubt::reference_other_way, "reference_other_way"},
};

} // namespace

std::string_view name(Rule rule) {
    return name_in(rule_names, rule);
}

std::string_view name(Doubt doubt) {
    return name_in(doubt_names, doubt);
}

} // namespace saldo::reconcile
