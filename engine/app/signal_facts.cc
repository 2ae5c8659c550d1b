#include "app/signal_facts.hpp"

#include "app/explainer.hpp"
#include "app/orders.hpp"
#include "budget/occurrence.hpp"
#include "dossier/ledger_accounts.hpp"
#include "dossier/names.hpp"
#include "reconcile/match.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using reconcile::Rule;

/// The place that an order pays: the posting with its due date.
const ledger::Posting* paid_by(const Entry& order) {
    const auto found = std::ranges::find_if(
        order.draft.postings, [](const auto& posting) { return posting.due.has_value(); });
    return found == order.draft.postings.end() ? nullptr : &*found;
}

bool is_of_bailiff(const dossier::Letter& letter) {
    using enum dossier::Letter_kind;
    return letter.way == dossier::Sent_as::bailiff || letter.kind == summons ||
           letter.kind == command || letter.kind == seizure;
}

std::optional<Date> first_of(std::optional<Date> a, std::optional<Date> b) {
    return a && b ? std::min(*a, *b) : a ? a : b;
}

} // namespace

Signal_reader::Signal_reader(Unit_of_work& work,
                             Dossier_row row,
                             dossier::Dossier dossier,
                             std::span<const Account_row> accounts,
                             Date since,
                             Date on)
    : work_(work), row_(std::move(row)), dossier_(std::move(dossier)),
      chart_(work.journal().chart(row_.id)),
      first_(since.plus_days(-reconcile::signal_look_back_days)), facts_{.expected = {},
                                                                         .orders = {},
                                                                         .movements = {},
                                                                         .accounts = {},
                                                                         .since = since,
                                                                         .on = on} {
    read_entries();
    read_orders();
    read_expected();
    read_document();
    read_movements();
    for (const Account_row& account : accounts) {
        const auto found = std::ranges::find(dossier_.accounts, account.key, &dossier::Account::id);
        if (found != dossier_.accounts.end()) {
            watch(*found, account);
        }
    }
}

void Signal_reader::read_entries() {
    work_.journal().each_entry(row_.id, first_, [&](const Entry& entry) {
        if (entry.draft.date > facts_.on) {
            for (const ledger::Posting& posting : entry.draft.postings) {
                if (posting.due) {
                    later_.try_emplace({posting.account->code, *posting.due}, Money::zero())
                        .first->second += posting.amount;
                }
            }
            return;
        }
        if (entry.draft.kind == ledger::Entry_kind::order && entry.draft.run_line) {
            if (const ledger::Posting* paid = paid_by(entry)) {
                order_places_.insert_or_assign(*entry.draft.run_line,
                                               Order_place{paid->account->code, paid->due});
            }
        }
        if (entry.draft.reason == payment_rejected && entry.draft.run_line) {
            taken_back_.insert_or_assign(*entry.draft.run_line,
                                         Taken_back{entry.number, entry.draft.date});
        }
        decisions_.take(entry);
    });
}

void Signal_reader::read_orders() {
    const std::vector<Order_row> orders = work_.runs().orders(row_.id, first_);
    for (const Order_row& order : orders) {
        orders_by_id_.emplace(order.end_to_end_id, order.line);
        facts_.orders.push_back(order_from(order));
    }
    if (!taken_back_.empty()) {
        read_rejected(orders);
    }
}

/// Without those that were executed after all.
void Signal_reader::read_rejected(std::span<const Order_row> orders) {
    std::map<Run_line_id, std::string> reasons;
    for (Refusal_row& refusal : work_.answers().refusals(row_.id)) {
        reasons.insert_or_assign(refusal.line, std::move(refusal.reason));
    }
    for (const Order_row& order : orders) {
        const auto entry = taken_back_.find(order.line);
        if (order.state != payments::Line_state::rejected || entry == taken_back_.end()) {
            continue;
        }
        Order_place place = place_of(order.line);
        facts_.rejected.push_back({.account = order.account_key,
                                   .date = entry->second.date,
                                   .entry = entry->second.entry,
                                   .amount = order.amount,
                                   .subject = std::move(place.subject),
                                   .due = place.due,
                                   .end_to_end_id = order.end_to_end_id,
                                   .reason = std::move(reasons[order.line])});
    }
}

void Signal_reader::read_expected() {
    std::map<Due, Money> booked;
    for (const Settled_row& row : work_.journal().settled(row_.id, first_)) {
        booked.emplace(Due(chart_.at(row.account).code, row.due), row.amount);
    }
    for (const auto& [due, amount] : later_) {
        booked.try_emplace(due, Money::zero()).first->second -= amount;
    }
    for (budget::Occurrence& occurrence :
         budget::occurrences(dossier_, first_, facts_.on.plus_days(reconcile::lookaround_days))) {
        const auto found = booked.find({occurrence.subject, occurrence.due});
        const Money sum = found == booked.end() ? Money::zero() : found->second;
        facts_.expected.push_back(reconcile::expected_of(std::move(occurrence), sum));
    }
}

/// What people wrote down in the document.
void Signal_reader::read_document() {
    facts_.opened = dossier_.opened;
    if (dossier_.course) {
        for (const dossier::Payment_proof& proof : dossier_.course->proofs) {
            facts_.shown.push_back({ledger::code(ledger::Kind::expense, proof.line), proof.due,
                                    proof.seen, proof.paid});
        }
    }
    for (const dossier::Creditor& creditor : dossier_.creditors) {
        for (const dossier::Claim& claim : creditor.claims) {
            const std::string subject = dossier::code_of(creditor, claim);
            facts_.debts.push_back(
                {subject, claim.stated, claim.due.value_or(claim.stated), balance(claim)});
            for (const dossier::Letter& letter : claim.letters) {
                if (is_of_bailiff(letter)) {
                    facts_.bailiff_letters.push_back(
                        {subject, letter.sent, std::string(dossier::name(letter.kind)),
                         letter.kind == dossier::Letter_kind::command ||
                             letter.kind == dossier::Letter_kind::seizure});
                }
            }
        }
    }
}

void Signal_reader::read_movements() {
    work_.statements().each_of(row_.id, first_, [&](const Suspense_row& row) {
        if (!row.movement.total) {
            booked_[row.movement.statement].push_back(
                {row.movement.booking_date, row.movement.amount});
        }
        if (row.movement.booking_date < first_ || row.movement.booking_date > facts_.on) {
            return;
        }
        const std::vector<Place> places = decisions_.places(row.movement);
        if (places.empty()) {
            return; // its details, or its total, stand for it
        }
        rows_.push_back(row);
        for (const Place& place : places) {
            add(rows_.back(), place);
        }
    });
    std::ranges::stable_sort(facts_.movements, {}, [](const reconcile::Seen& seen) {
        return std::pair(seen.facts.date, seen.movement);
    });
}

void Signal_reader::add(const Suspense_row& row, const Place& place) {
    const Movement_row& movement = row.movement;
    const reconcile::Explanation& explanation = place.part.explanation;
    reconcile::Seen seen{
        .movement = movement.id,
        .entry = place.entry,
        .facts = facts_of(movement, row.account_key),
        .codes = {movement.transaction_code, movement.return_reason, movement.r_type},
        .rule = explanation.rule,
        .doubt = explanation.doubt,
        .subject = explanation.subject,
        .due = explanation.due,
        .original = explanation.grounds.original};
    seen.facts.amount = place.part.amount;
    if (reconcile::is_of_order(seen.rule)) {
        Order_place order = order_place(place, movement);
        seen.subject = std::move(order.subject);
        seen.due = order.due;
    }
    facts_.movements.push_back(std::move(seen));
}

Signal_reader::Order_place Signal_reader::order_place(const Place& place,
                                                      const Movement_row& movement) {
    const reconcile::Explanation& explanation = place.part.explanation;
    const auto by_id =
        orders_by_id_.find(explanation.grounds.order.value_or(movement.end_to_end_id));
    const std::optional<Run_line_id> line = explanation.order ? explanation.order
                                            : by_id == orders_by_id_.end()
                                                ? std::nullopt
                                                : std::optional(by_id->second);
    return line ? place_of(*line) : Order_place{};
}

/// An order of long ago, which only now came back, is looked up in the book.
Signal_reader::Order_place Signal_reader::place_of(Run_line_id line) {
    if (const auto known = order_places_.find(line); known != order_places_.end()) {
        return known->second;
    }
    const std::optional<Entry> entry = work_.journal().order_entry(row_.id, line);
    const ledger::Posting* paid = entry ? paid_by(*entry) : nullptr;
    return paid == nullptr ? Order_place{} : Order_place{paid->account->code, paid->due};
}

/// Balances at the end of each day on which something was booked or a statement ends.
void Signal_reader::watch(const dossier::Account& account, const Account_row& row) {
    reconcile::Watched_account watched{.account = account.id,
                                       .warn_below = account.warn_below,
                                       .overdraft = account.overdraft,
                                       .read_through = {},
                                       .closed = first_of(account.closed, dossier_.closed),
                                       .days = {}};
    const auto end_day = [&](Date date, Money balance) {
        if (date > facts_.on) {
            return;
        }
        if (!watched.days.empty() && watched.days.back().date >= date) {
            watched.days.back().balance = balance;
        } else {
            watched.days.push_back({date, balance});
        }
    };
    for (const Statement_row& statement : work_.statements().statements(row.id)) {
        if (statement.closing_date <= facts_.on) {
            watched.read_through = std::max(watched.read_through.value_or(statement.closing_date),
                                            statement.closing_date);
        }
        if (statement.closing_date < first_) {
            continue;
        }
        Money balance = statement.opening;
        end_day(statement.opening_date, balance);
        std::vector<Booked>& booked = booked_[statement.id];
        std::ranges::stable_sort(booked, {}, &Booked::date);
        for (const Booked& each : booked) {
            balance += each.amount;
            end_day(each.date, balance);
        }
        end_day(statement.closing_date, statement.closing);
    }
    facts_.accounts.push_back(std::move(watched));
}

} // namespace saldo::app
