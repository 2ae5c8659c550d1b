#pragma once

#include "base/invariant.hpp"
#include "reconcile/match.hpp"

#include <cstdint>
#include <ostream>
#include <string>

/// Invented open items for the tests of this folder.
namespace saldo::reconcile::test {

inline Date day(int year, int month, int day_of_month) {
    return calendar::Date::of(year, month, day_of_month).value();
}

/// The Belgian IBAN of an account number of 10 digits, with its check digits.
inline Iban iban(std::uint64_t number) {
    const std::uint64_t remainder = number % 97;
    std::string check = std::to_string(remainder == 0 ? 97 : remainder);
    check.insert(0, 2 - check.size(), '0');
    const std::string digits = std::to_string(number);
    return party::iban_of_belgian_number(std::string(10 - digits.size(), '0') + digits + check)
        .value();
}

inline const Iban landlord = iban(1031234567);
inline const Iban employer = iban(7340000111);
inline const Iban energy = iban(3101269985);
inline const Iban main_account = iban(634001001);
inline const Iban savings_account = iban(634001002);

/// Something expected on `main`, in its free part.
inline Expected
expected(dossier::Direction direction, std::string subject, Date due, Money amount) {
    Expected item{
        .occurrence = {.subject = std::move(subject),
                       .account = "main",
                       .pot = "pot:main",
                       .direction = direction,
                       .priority = dossier::Priority::fixed_cost,
                       .due = due,
                       .amount = amount,
                       .margin = Money::zero(),
                       .counterparty = {},
                       .communication = {},
                       .payer = dossier::Payer::office,
                       .moves = dossier::Moves::before},
    };
    return item;
}

inline Expected expense(std::string subject, Date due, Money amount) {
    return expected(dossier::Direction::expense, std::move(subject), due, amount);
}

inline Expected income(std::string subject, Date due, Money amount) {
    return expected(dossier::Direction::income, std::move(subject), due, amount);
}

inline Expected with(Expected item, party::Remittance communication) {
    item.occurrence.communication = std::move(communication);
    return item;
}

inline Expected with(Expected item, const Iban& counterparty) {
    item.occurrence.counterparty.iban = counterparty;
    return item;
}

inline Expected with_margin(Expected item, Money margin) {
    item.occurrence.margin = margin;
    return item;
}

inline const Iban creditor = iban(4370000222);

/// A payment to an account that nothing else concerns, to be executed on the first of March.
inline Order order(std::int64_t id,
                   std::string end_to_end_id,
                   Money amount,
                   Order::State state = Order::State::exported) {
    return {Run_line_id{id}, std::move(end_to_end_id), "main", amount,
            creditor,        day(2026, 3, 1),          {},     state};
}

/// A movement on `main` of which only the amount is known.
inline Facts movement(Date date, Money amount) {
    return {.account = "main",
            .date = date,
            .amount = amount,
            .counterparty_account = {},
            .ogm = {},
            .rf = {},
            .end_to_end_id = {}};
}

inline Facts with_id(Facts facts, std::string_view end_to_end_id) {
    facts.end_to_end_id = end_to_end_id;
    return facts;
}

inline Facts with_ogm(Facts facts, const Ogm& ogm) {
    facts.ogm = ogm;
    return facts;
}

inline Facts with_rf(Facts facts, const Creditor_reference& rf) {
    facts.rf = rf;
    return facts;
}

inline Facts with_text(Facts facts, std::string_view text) {
    facts.text = text;
    return facts;
}

/// The account is a view: pass one that outlives the facts.
inline Facts with_counterparty(Facts facts, std::string_view account) {
    facts.counterparty_account = account;
    return facts;
}

inline Facts on_account(Facts facts, std::string_view account) {
    facts.account = account;
    return facts;
}

inline Explanation suspense(Doubt doubt, std::vector<std::string> candidates = {}) {
    Explanation explanation;
    explanation.doubt = doubt;
    explanation.pot = "pot:main";
    explanation.candidates = std::move(candidates);
    return explanation;
}

inline Explanation settles(Rule rule, std::string subject, std::optional<Date> due) {
    Explanation explanation;
    explanation.rule = rule;
    explanation.subject = std::move(subject);
    explanation.due = due;
    explanation.pot = "pot:main";
    return explanation;
}

inline Explanation concerns(Rule rule, std::int64_t order) {
    Explanation explanation;
    explanation.rule = rule;
    explanation.order = Run_line_id{order};
    return explanation;
}

} // namespace saldo::reconcile::test

namespace saldo::reconcile {

/// What a failing test shows.
inline std::ostream& operator<<(std::ostream& out, const Explanation& explanation) {
    out << name(explanation.rule) << '/' << name(explanation.doubt) << ' ' << explanation.subject;
    if (explanation.due) {
        out << '@' << calendar::format(*explanation.due);
    }
    if (explanation.order) {
        out << " order " << explanation.order->value;
    }
    out << " pot '" << explanation.pot << '\'';
    for (const std::string& candidate : explanation.candidates) {
        out << " or " << candidate;
    }
    return out;
}

} // namespace saldo::reconcile
