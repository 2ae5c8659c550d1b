#include "reconcile/facts.hpp"

#include "party/account_number.hpp"

namespace saldo::reconcile {

namespace {

/// The text of the movement that a rule decides by.
void add_key(Params& params, const Facts& facts, Rule rule) {
    switch (rule) {
    case Rule::own_order:
    case Rule::own_batch:
    case Rule::own_return:
        if (names_payment(facts.end_to_end_id)) {
            params.push_back({"end_to_end_id", std::string(facts.end_to_end_id)});
        }
        break;
    case Rule::structured_reference:
        if (facts.ogm) {
            params.push_back({"ogm", facts.ogm->digits()});
        } else if (facts.rf) {
            params.push_back({"rf", std::string(facts.rf->text())});
        }
        break;
    case Rule::mandate:
        params.push_back({"mandate", std::string(facts.mandate_id)});
        break;
    case Rule::own_payment:
    case Rule::own_account:
    case Rule::iban_amount_date:
        params.push_back({"iban", party::normal_account(facts.counterparty_account)});
        break;
    case Rule::money_back:
    case Rule::dossier_rule:
    case Rule::office_rule:
    case Rule::by_hand:
    case Rule::suspense:
        break;
    }
}

} // namespace

bool names_payment(std::string_view end_to_end_id) {
    return !end_to_end_id.empty() && end_to_end_id != "NOTPROVIDED";
}

bool flows(dossier::Direction direction, Money amount) {
    return direction == dossier::Direction::income ? amount.is_positive() : amount.is_negative();
}

Money open_amount(const Expected& expected) {
    return expected.occurrence.amount - expected.paid;
}

bool is_settled(const Expected& expected) {
    return expected.paid.is_positive() && open_amount(expected) <= expected.occurrence.margin;
}

bool fits_amount(const Expected& expected, Money amount) {
    return abs(abs(amount) - open_amount(expected)) <= expected.occurrence.margin;
}

Params facts_used(const Facts& facts, Rule rule, const Grounds& grounds) {
    Params params;
    add_key(params, facts, rule);
    if (grounds.rule) {
        params.push_back({"rule", std::to_string(grounds.rule->value)});
    }
    if (grounds.original) {
        params.push_back({"original", std::to_string(grounds.original->value)});
    }
    if (grounds.order) {
        params.push_back({"order", *grounds.order});
    }
    if (grounds.days) {
        const bool is_of_execution = rule == Rule::own_payment;
        params.push_back(
            {is_of_execution ? "days_after_execution" : "days", std::to_string(*grounds.days)});
    }
    if (grounds.difference) {
        params.push_back({"difference", format(*grounds.difference)});
    }
    return params;
}

} // namespace saldo::reconcile
