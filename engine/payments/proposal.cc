#include "payments/proposal.hpp"

#include "base/named.hpp"
#include "payments/execution_date.hpp"
#include "payments/purse.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace saldo::payments {

namespace {

using budget::Occurrence;

constexpr std::array decisions{Named{Decision::in, "in"}, Named{Decision::out, "out"},
                               Named{Decision::postponed, "postponed"}};

constexpr std::array reasons{Named{Reason::due, "due"},
                             Named{Reason::no_money, "no_money"},
                             Named{Reason::no_iban, "no_iban"},
                             Named{Reason::payer_is_client, "payer_is_client"},
                             Named{Reason::payee_collects, "payee_collects"},
                             Named{Reason::already_paid, "already_paid"},
                             Named{Reason::closed, "closed"}};

Settled settled(const Position& position, const Occurrence& occurrence) {
    const auto found = position.settled.find({occurrence.subject, occurrence.due});
    return found == position.settled.end() ? Settled{} : found->second;
}

/// Never negative, and never more than the occurrence: a return of more than was paid is no debt.
/// What a payee collects is his bill, whatever was planned, so nothing is left of it to pay.
Money still_to_pay(const Occurrence& occurrence, const Settled& settled) {
    if (!occurrence.mandate.empty() && settled.paid.is_positive()) {
        return Money::zero();
    }
    const Money done =
        std::max(settled.paid, Money::zero()) + std::max(settled.pending, Money::zero());
    return std::max(occurrence.amount - done, Money::zero());
}

bool is_closed(const dossier::Dossier& dossier, const Proposal_line& line) {
    const auto account =
        std::ranges::find(dossier.accounts, line.occurrence.account, &dossier::Account::id);
    const auto is_over = [&](const std::optional<Date>& last) {
        return last && line.execution_date > *last;
    };
    return is_over(dossier.closed) ||
           (account != dossier.accounts.end() && is_over(account->closed));
}

/// The decision as far as it does not depend on money.
void decide_alone(Proposal_line& line, const dossier::Dossier& dossier) {
    const auto set = [&](Decision decision, Reason reason) {
        line.decision = decision;
        line.reason = reason;
    };
    if (is_closed(dossier, line)) {
        set(Decision::out, Reason::closed);
    } else if (line.amount.is_zero()) {
        set(Decision::out, Reason::already_paid);
    } else if (line.occurrence.payer == dossier::Payer::client) {
        set(Decision::out, Reason::payer_is_client);
    } else if (!line.occurrence.mandate.empty()) {
        set(Decision::out, Reason::payee_collects);
    } else if (!line.occurrence.counterparty.iban && !budget::is_set_aside(line.occurrence)) {
        set(Decision::postponed, Reason::no_iban);
    }
}

Date month_start(Date date) {
    return date.plus_days(1 - date.day());
}

/// Nothing is due before.
Date first_opening(const dossier::Dossier& dossier) {
    Date first = dossier.opened;
    for (const dossier::Account& account : dossier.accounts) {
        first = account.opening ? std::min(first, account.opening->date) : first;
    }
    return first;
}

/// The lines to show, without regard to money.
std::vector<Proposal_line>
candidates(const dossier::Dossier& dossier, const Position& position, Date as_of, Date through) {
    std::vector<Proposal_line> lines;
    const Date shown_from = month_start(as_of);
    for (Occurrence& occurrence : budget::occurrences(dossier, first_opening(dossier), through)) {
        if (occurrence.direction == dossier::Direction::income) {
            continue;
        }
        const Settled done = settled(position, occurrence);
        const Money amount = still_to_pay(occurrence, done);
        const bool waits =
            amount.is_zero() && done.pending.is_positive() && done.paid < occurrence.amount;
        if (amount.is_zero() && !waits && occurrence.due < shown_from) {
            continue; // most of them; their execution dates would cost more than all the rest
        }
        const Date date = execution_date(occurrence, as_of);
        Proposal_line line{
            .occurrence = std::move(occurrence), .amount = amount, .execution_date = date};
        decide_alone(line, dossier);
        const bool came_back =
            line.reason == Reason::payee_collects &&
            position.settled.contains({line.occurrence.subject, line.occurrence.due});
        if (line.decision != Decision::out || waits || came_back ||
            line.occurrence.due >= shown_from) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace

std::string_view name(Decision decision) {
    return name_in(decisions, decision);
}

std::string_view name(Reason reason) {
    return name_in(reasons, reason);
}

std::optional<Decision> decision_from(std::string_view name) {
    return value_in(decisions, name);
}

std::optional<Reason> reason_from(std::string_view name) {
    return value_in(reasons, name);
}

std::vector<Proposal_line>
propose(const dossier::Dossier& dossier, const Position& position, Date as_of, Date through) {
    std::vector<Proposal_line> lines = candidates(dossier, position, as_of, through);
    std::ranges::sort(lines, [](const Proposal_line& a, const Proposal_line& b) {
        return std::tie(a.occurrence.priority, a.occurrence.due, a.occurrence.subject) <
               std::tie(b.occurrence.priority, b.occurrence.due, b.occurrence.subject);
    });
    Purse purse(dossier, position);
    for (Proposal_line& line : lines) {
        if (line.decision != Decision::in && line.reason != Reason::payee_collects) {
            continue;
        }
        line.short_by = purse.take(line.occurrence, line.amount);
        if (line.decision == Decision::in && line.short_by.is_positive()) {
            line.decision = Decision::postponed;
            line.reason = Reason::no_money;
        }
    }
    return lines;
}

} // namespace saldo::payments
