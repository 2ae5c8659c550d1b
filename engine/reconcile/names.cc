#include "base/named.hpp"
#include "reconcile/explanation.hpp"

namespace saldo::reconcile {

namespace {

constexpr std::array rule_names{
    Named{Rule::own_order, "own_order"},
    Named{Rule::own_batch, "own_batch"},
    Named{Rule::own_return, "own_return"},
    Named{Rule::money_back, "money_back"},
    Named{Rule::own_payment, "own_payment"},
    Named{Rule::own_account, "own_account"},
    Named{Rule::structured_reference, "structured_reference"},
    Named{Rule::mandate, "mandate"},
    Named{Rule::iban_amount_date, "iban_amount_date"},
    Named{Rule::dossier_rule, "dossier_rule"},
    Named{Rule::office_rule, "office_rule"},
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
    Named{Doubt::undone, "undone"},
};

} // namespace

std::string_view name(Rule rule) {
    return name_in(rule_names, rule);
}

std::string_view name(Doubt doubt) {
    return name_in(doubt_names, doubt);
}

bool is_own(Rule rule) {
    return is_of_order(rule) || rule == Rule::own_account;
}

bool is_of_order(Rule rule) {
    return rule == Rule::own_order || rule == Rule::own_batch || rule == Rule::own_return ||
           rule == Rule::own_payment;
}

std::optional<Rule> rule_from(std::string_view name) {
    return value_in(rule_names, name);
}

std::optional<Doubt> doubt_from(std::string_view name) {
    return value_in(doubt_names, name);
}

} // namespace saldo::reconcile
