#pragma once

#include "items.hpp"
#include "reconcile/signals/signals.hpp"

#include <vector>

/// Invented movements of which tests compute signals.
namespace saldo::reconcile::test {

inline const Date since = day(2026, 3, 1);
inline const Date on = day(2026, 4, 30);
inline const Date march = day(2026, 3, 10); // a Tuesday
inline const Date april = day(2026, 4, 10);

inline Expected paid(Expected item, std::int64_t cents) {
    item.paid = Money::cents(cents);
    return item;
}

inline Expected wage(Date due = march) {
    return with(income("income:wage", due, Money::cents(180'000)), employer);
}

inline Expected rent(Date due = march) {
    return with(expense("expense:rent", due, Money::cents(60'000)), landlord);
}

/// A movement of one part; texts outlive it, for they are constants.
struct Told {
    Date date;
    std::int64_t cents = 0;
    Rule rule = Rule::suspense;
    Doubt doubt = Doubt::nothing_fits;
    std::string subject{};
    std::optional<Date> due{};
    std::string_view iban{};
    std::string_view code{};
    std::string_view reason{};
    char r_type = ' ';
    std::string_view text{};
    std::string_view end_to_end_id{};
    std::int64_t original = 0;
};

inline Seen seen(const Told& told, std::int64_t number) {
    Seen made{.movement = {number},
              .entry = static_cast<std::uint64_t>(number + 100),
              .facts = with_counterparty(movement(told.date, Money::cents(told.cents)), told.iban),
              .codes = {told.code, told.reason, told.r_type},
              .rule = told.rule,
              .doubt = told.rule == Rule::suspense ? told.doubt : Doubt::none,
              .subject = told.subject,
              .due = told.due};
    made.facts.text = told.text;
    made.facts.end_to_end_id = told.end_to_end_id;
    made.facts.is_sent_back = sent_back(made.codes) != Sent_back::no;
    if (told.original != 0) {
        made.original = Movement_id{told.original};
    }
    return made;
}

inline Signal_facts facts_of(std::vector<Expected> expected,
                             const std::vector<Told>& told = {},
                             std::optional<Date> read_through = on) {
    Signal_facts facts{
        .expected = std::move(expected),
        .orders = {},
        .movements = {},
        .accounts = {{.account = "main", .read_through = read_through, .closed = {}, .days = {}}},
        .since = since,
        .on = on};
    for (const Told& each : told) {
        facts.movements.push_back(
            seen(each, static_cast<std::int64_t>(facts.movements.size() + 1)));
    }
    return facts;
}

/// `income_late/warning 2026-03-14 income:wage@2026-03-10 0.00 of 1800.00`, one a line.
inline std::string told(const Signal_facts& facts) {
    std::string text;
    for (const Signal& signal : signals(facts)) {
        text += std::string(name(signal.code)).substr(std::string_view("signal.").size()) + "/" +
                std::string(name(signal.severity)) + " " + calendar::format(signal.date);
        text += signal.subject.empty() ? "" : " " + signal.subject;
        text += signal.due ? "@" + calendar::format(*signal.due) : "";
        text += signal.movement ? " #" + std::to_string(signal.movement->value) : "";
        text += signal.stated ? " " + format(*signal.stated) : "";
        text += signal.expected ? " of " + format(*signal.expected) : "";
        text += "\n";
    }
    return text;
}

} // namespace saldo::reconcile::test
