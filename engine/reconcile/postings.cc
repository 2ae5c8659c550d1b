#include "reconcile/postings.hpp"

#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::reconcile {

namespace {

using ledger::Kind;

/// The postings of one entry on one bank account. Equal accounts and due dates become one posting.
class Postings {
public:
    Postings(std::string_view account, const ledger::Chart& chart, const Pot_balance& balance_of)
        : account_(account), chart_(chart), balance_of_(balance_of),
          free_part_(chart.at(ledger::code(Kind::pot, account))) {}

    void bank(Money amount) { add(of_account(Kind::bank), amount); }

    void suspense(Money amount) { add(of_account(Kind::suspense), amount); }

    void counter(const Explanation& explanation, Money amount) {
        if (explanation.order) {
            add(of_account(Kind::transit), amount);
        } else if (explanation.subject.empty()) {
            suspense(amount);
        } else {
            add(chart_.at(explanation.subject), amount, explanation.due);
        }
    }

    void free_part(Money amount) { add(free_part_, amount); }

    /// Gives money to a pot, or takes it: what the pot does not have, the free part gives.
    void pot(std::string_view code, Money amount) {
        const ledger::Account& pot = chart_.at(code);
        if (&pot == &free_part_ || !amount.is_negative()) {
            add(pot, amount);
            return;
        }
        const Money has = std::max(Money::zero(), balance_of_(pot) + posted(pot));
        const Money gives = std::min(has, -amount);
        add(pot, -gives);
        add(free_part_, amount + gives);
    }

    /// Postings that came to nothing are left out, besides the bank's own.
    [[nodiscard]] std::vector<ledger::Posting> take() {
        std::erase_if(postings_, [](const ledger::Posting& posting) {
            return posting.amount.is_zero() && posting.account->kind != Kind::bank;
        });
        return std::move(postings_);
    }

private:
    [[nodiscard]] const ledger::Account& of_account(Kind kind) const {
        return chart_.at(ledger::code(kind, account_));
    }

    void add(const ledger::Account& account, Money amount, std::optional<Date> due = {}) {
        const auto found =
            std::find_if(postings_.begin(), postings_.end(), [&](const ledger::Posting& posting) {
                return posting.account == &account && posting.due == due;
            });
        if (found == postings_.end()) {
            postings_.push_back({&account, amount, due});
        } else {
            found->amount += amount;
        }
    }

    [[nodiscard]] Money posted(const ledger::Account& account) const {
        Money sum = Money::zero();
        for (const ledger::Posting& posting : postings_) {
            sum += posting.account == &account ? posting.amount : Money::zero();
        }
        return sum;
    }

    std::string_view account_;
    const ledger::Chart& chart_;
    const Pot_balance& balance_of_;
    const ledger::Account& free_part_;
    std::vector<ledger::Posting> postings_;
};

bool is_in_suspense(const Explanation& explanation) {
    return !explanation.order && explanation.subject.empty();
}

/// `so_far` if it is empty or the same, else that there are several.
void join(std::string& so_far, std::string_view name) {
    if (so_far.empty()) {
        so_far = name;
    } else if (so_far != name) {
        so_far = "mixed";
    }
}

ledger::Draft draft_of(Booking booking, ledger::Entry_kind kind) {
    ledger::Draft draft{.kind = kind,
                        .date = booking.date,
                        .reason = {},
                        .note = {},
                        .origin = std::move(booking.origin),
                        .movement = booking.movement,
                        .run_line = {},
                        .reverses = 0,
                        .postings = {}};
    return draft;
}

} // namespace

ledger::Draft movement_entry(Booking booking,
                             std::span<const Part> parts,
                             const ledger::Chart& chart,
                             const Pot_balance& balance_of) {
    invariant(!parts.empty(), "a movement has at least one part");
    Postings postings(booking.account, chart, balance_of);
    ledger::Draft draft = draft_of(std::move(booking), ledger::Entry_kind::movement);
    Money total = Money::zero();
    for (const Part& part : parts) {
        total += part.amount;
        join(draft.reason, name(part.explanation.rule));
        if (is_in_suspense(part.explanation)) {
            join(draft.note, name(part.explanation.doubt));
        }
    }
    postings.bank(total);
    for (const Part& part : parts) {
        postings.counter(part.explanation, -part.amount);
    }
    for (const Part& part : parts) {
        if (!part.explanation.order) {
            postings.pot(part.explanation.pot, part.amount);
        }
    }
    if (parts.size() == 1) {
        draft.run_line = parts.front().explanation.order;
    }
    draft.postings = postings.take();
    return draft;
}

ledger::Draft explanation_entry(Booking booking,
                                const Part& part,
                                std::string note,
                                const ledger::Chart& chart,
                                const Pot_balance& balance_of) {
    invariant(!is_in_suspense(part.explanation), "an explanation leads out of suspense");
    Postings postings(booking.account, chart, balance_of);
    ledger::Draft draft = draft_of(std::move(booking), ledger::Entry_kind::explanation);
    draft.reason = name(part.explanation.rule);
    draft.note = std::move(note);
    draft.run_line = part.explanation.order;
    postings.suspense(part.amount);
    postings.counter(part.explanation, -part.amount);
    postings.free_part(-part.amount);
    if (!part.explanation.order) {
        postings.pot(part.explanation.pot, part.amount);
    }
    draft.postings = postings.take();
    return draft;
}

} // namespace saldo::reconcile
