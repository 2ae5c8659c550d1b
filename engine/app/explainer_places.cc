#include "app/codes.hpp"
#include "app/explainer.hpp"
#include "app/match_rules.hpp"

#include <algorithm>
#include <cstdlib>

namespace saldo::app {

using reconcile::Explanation;
using reconcile::Rule;

Result<std::optional<Date>> Explainer::assign(const Suspense_row& row,
                                              std::string_view subject,
                                              std::optional<Date> due,
                                              std::string note) {
    return place_of(row, subject, due).map([&](Explanation explanation) {
        const std::optional<Date> settled = explanation.due;
        leave_suspense(row, {row.movement.amount, std::move(explanation), row.movement.id},
                       std::move(note));
        return settled;
    });
}

Result<Explanation> Explainer::order_of(const Suspense_row& row, std::string_view end_to_end_id) {
    const auto found = std::ranges::find_if(
        orders_, [&](const auto& order) { return order.second.end_to_end_id == end_to_end_id; });
    if (found == orders_.end()) {
        return refuse(subject_unknown,
                      {{"dossier", row_.number}, {"subject", std::string(end_to_end_id)}});
    }
    const Order_row& order = found->second;
    const Money amount = row.movement.amount;
    // A debit may follow its own return: banks do not always keep the order.
    const bool is_reversed = order.state == payments::Line_state::returned ||
                             order.state == payments::Line_state::rejected;
    const bool fits =
        amount.is_negative() ? order.state != payments::Line_state::executed : !is_reversed;
    if (!fits || abs(amount) != order.amount) {
        return refuse(order_does_not_fit, {{"end_to_end_id", order.end_to_end_id},
                                           {"state", std::string(name(order.state))},
                                           {"stated", format(amount)},
                                           {"computed", format(order.amount)}});
    }
    return Explanation{.rule = Rule::by_hand,
                       .order = found->first,
                       .subject = {},
                       .due = {},
                       .pot = {},
                       .candidates = {}};
}

Result<Explanation>
Explainer::place_of(const Suspense_row& row, std::string_view subject, std::optional<Date> due) {
    const ledger::Account* account = chart_.find(subject);
    if (account == nullptr || !can_take_movements(account->kind)) {
        return order_of(row, subject);
    }
    const std::optional<budget::Occurrence> settled =
        due ? expected_on(subject, *due) : nearest_unpaid(subject, row.movement);
    if (due && !settled) {
        return refuse(due_not_expected,
                      {{"subject", std::string(subject)}, {"due", calendar::format(*due)}});
    }
    const bool has_pot = settled && settled->account == row.account_key;
    return Explanation{.rule = Rule::by_hand,
                       .order = {},
                       .subject = std::string(subject),
                       .due = settled ? std::optional(settled->due) : std::nullopt,
                       .pot = has_pot ? settled->pot
                                      : ledger::code(ledger::Kind::pot, row.account_key),
                       .candidates = {}};
}

std::optional<budget::Occurrence> Explainer::expected_on(std::string_view subject, Date due) {
    for (budget::Occurrence& each : budget::occurrences(household(), due, due)) {
        if (each.subject == subject) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

/// What a person says without a due date settles the nearest one on which nothing is booked, so
/// that the next run does not pay it a second time. Money in the other direction, such as the
/// refund of an expense, settles none.
std::optional<budget::Occurrence> Explainer::nearest_unpaid(std::string_view subject,
                                                            const Movement_row& movement) {
    const Date near = movement.booking_date;
    const bool comes_in = movement.amount.is_positive();
    const Date first = near.plus_days(-reconcile::lookaround_days);
    std::set<Date> booked;
    for (const Settled_row& row : desk_.work().journal().settled(row_.id, first)) {
        if (chart_.at(row.account).code == subject && !row.amount.is_zero()) {
            booked.insert(row.due);
        }
    }
    std::optional<budget::Occurrence> nearest;
    const auto distance = [&](const budget::Occurrence& each) {
        return std::abs(days_between(near, each.due));
    };
    for (budget::Occurrence& each :
         budget::occurrences(household(), first, near.plus_days(reconcile::lookaround_days))) {
        const bool fits = each.subject == subject && !booked.contains(each.due) &&
                          (each.direction == dossier::Direction::income) == comes_in;
        if (fits && (!nearest || distance(each) < distance(*nearest))) {
            nearest = std::move(each);
        }
    }
    return nearest;
}

} // namespace saldo::app
