#include "payments/due_lines.hpp"

#include "budget/income.hpp"
#include "calendar/closing_days.hpp"
#include "dossier/ledger_accounts.hpp"
#include "ledger/account.hpp"
#include "payments/execution_date.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::payments {

namespace {

using budget::Occurrence;

/// Incomes due this many days before are still told as late.
constexpr int late_days_told = 31;

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

Date month_start(Date date) {
    return date.plus_days(1 - date.day());
}

/// Nothing is due before.
Date first_day(const dossier::Dossier& dossier) {
    return std::min(dossier.opened, first_opening(dossier).value_or(dossier.opened));
}

/// Collects what is due of one dossier.
class Collector {
public:
    Collector(const dossier::Dossier& dossier, const Position& position, const Terms& terms)
        : dossier_(dossier), position_(position), terms_(terms),
          shown_from_(month_start(terms.as_of)) {
        for (const dossier::Account& account : dossier.accounts) {
            accounts_.emplace(account.id,
                              Payer{&account, first_execution(account, terms.as_of, terms.at)});
        }
    }

    void add(Occurrence occurrence) {
        if (occurrence.direction == dossier::Direction::income) {
            add_income(std::move(occurrence));
        } else {
            add_line(std::move(occurrence));
        }
    }

    [[nodiscard]] Due_lines take() {
        std::ranges::sort(due_.lines, [](const Proposal_line& a, const Proposal_line& b) {
            return std::tie(a.occurrence.priority, a.occurrence.due, a.occurrence.subject) <
                   std::tie(b.occurrence.priority, b.occurrence.due, b.occurrence.subject);
        });
        return std::move(due_);
    }

private:
    /// A bank account, and when it can pay first.
    struct Payer {
        const dossier::Account* account;
        Date first;
    };

    void add_line(Occurrence occurrence) {
        const Settled done = settled(position_, occurrence);
        const Money amount = still_to_pay(occurrence, done);
        const bool waits =
            amount.is_zero() && done.pending.is_positive() && done.paid < occurrence.amount;
        if (amount.is_zero() && !waits && occurrence.due < shown_from_) {
            return; // most of them; their execution dates would cost more than all the rest
        }
        const Payer& payer = accounts_.at(occurrence.account);
        const Date date = execution_date(occurrence, terms_.as_of, payer.first);
        Proposal_line line{
            .occurrence = std::move(occurrence), .amount = amount, .execution_date = date};
        decide(line, *payer.account);
        const bool came_back =
            line.reason == Reason::payee_collects &&
            position_.settled.contains({line.occurrence.subject, line.occurrence.due});
        if (line.decision != Decision::out || waits || came_back ||
            line.occurrence.due >= shown_from_) {
            due_.lines.push_back(std::move(line));
        }
    }

    void add_income(Occurrence occurrence) {
        if (occurrence.due < terms_.as_of.plus_days(-late_days_told) ||
            settled(position_, occurrence).paid.is_negative()) {
            return;
        }
        const bool late =
            occurrence.due < terms_.as_of && terms_.as_of >= budget::late_from(occurrence.due);
        const Date from = late ? occurrence.due : std::max(occurrence.due, terms_.as_of);
        const bool is_awaited = std::ranges::find(terms_.without_incomes, occurrence.subject) ==
                                terms_.without_incomes.end();
        const std::optional<Date>& closed = accounts_.at(occurrence.account).account->closed;
        if (const Date day = calendar::target_day_on_or_after(from); !closed || day <= *closed) {
            due_.incomes.push_back({std::move(occurrence), day, !late && is_awaited, late});
        }
    }

    [[nodiscard]] bool is_closed(const Proposal_line& line, const dossier::Account& account) const {
        const auto is_over = [&](const std::optional<Date>& last) {
            return last && line.execution_date > *last;
        };
        return is_over(dossier_.closed) || is_over(account.closed);
    }

    [[nodiscard]] bool is_refused(const Occurrence& occurrence) const {
        return occurrence.counterparty.iban &&
               position_.refused.contains(*occurrence.counterparty.iban);
    }

    /// The decision as far as it does not depend on money.
    void decide(Proposal_line& line, const dossier::Account& account) const {
        const auto set = [&](Decision decision, Reason reason) {
            line.decision = decision;
            line.reason = reason;
        };
        if (is_closed(line, account)) {
            set(Decision::out, Reason::closed);
        } else if (line.amount.is_zero()) {
            set(Decision::out, Reason::already_paid);
        } else if (line.occurrence.payer == dossier::Payer::client) {
            set(Decision::out, Reason::payer_is_client);
        } else if (!line.occurrence.mandate.empty()) {
            set(Decision::out, Reason::payee_collects);
        } else if (is_week_over(line.occurrence, line.execution_date)) {
            set(Decision::out, Reason::week_over);
        } else if (!line.occurrence.counterparty.iban && !budget::is_set_aside(line.occurrence)) {
            set(Decision::postponed, Reason::no_iban);
        } else if (is_refused(line.occurrence)) {
            set(Decision::postponed, Reason::account_refused);
        }
    }

    const dossier::Dossier& dossier_;
    const Position& position_;
    const Terms& terms_;
    Date shown_from_;
    std::map<std::string, Payer> accounts_;
    Due_lines due_;
};

} // namespace

Due_lines due_lines(const dossier::Dossier& dossier,
                    const Position& position,
                    const Terms& terms,
                    Date last) {
    Collector collector(dossier, position, terms);
    for (Occurrence& occurrence : budget::occurrences(dossier, first_day(dossier), last)) {
        collector.add(std::move(occurrence));
    }
    return collector.take();
}

Date month_ahead(Date as_of) {
    return calendar::due(as_of, calendar::Rhythm::monthly, 1);
}

Next_incomes next_incomes(const std::vector<Expected_income>& incomes) {
    Next_incomes next;
    for (const Expected_income& income : incomes) {
        const std::string& account = income.occurrence.account;
        if (!income.counts || income.occurrence.pot != ledger::code(ledger::Kind::pot, account)) {
            continue;
        }
        next.emplace(account, Next_income{income.occurrence.due, income.day}); // the first stays
    }
    return next;
}

} // namespace saldo::payments
