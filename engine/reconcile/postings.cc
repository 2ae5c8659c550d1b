#include "reconcile/postings.hpp"

#include "base/invariant.hpp"
#include "reconcile/record.hpp"

namespace saldo::reconcile {

namespace {

using ledger::Kind;
using ledger::Postings;

bool is_in_suspense(const Explanation& explanation) {
    return !explanation.order && explanation.subject.empty();
}

void post_counter(Postings& postings, const Explanation& explanation, Money amount) {
    if (explanation.order) {
        postings.add(Kind::transit, amount);
    } else if (explanation.subject.empty()) {
        postings.add(Kind::suspense, amount);
    } else {
        postings.add(explanation.subject, amount, explanation.due);
    }
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
                             const ledger::Pot_balance& balance_of) {
    invariant(!parts.empty(), "a movement has at least one part");
    Postings postings(booking.account, chart, balance_of);
    ledger::Draft draft = draft_of(std::move(booking), ledger::Entry_kind::movement);
    Money total = Money::zero();
    for (const Part& part : parts) {
        total += part.amount;
        join(draft.reason, name(part.explanation.rule));
    }
    draft.note = note_of(parts);
    postings.add(Kind::bank, total);
    for (const Part& part : parts) {
        post_counter(postings, part.explanation, -part.amount);
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
                                const ledger::Pot_balance& balance_of) {
    invariant(!is_in_suspense(part.explanation), "an explanation leads out of suspense");
    Postings postings(booking.account, chart, balance_of);
    ledger::Draft draft = draft_of(std::move(booking), ledger::Entry_kind::explanation);
    draft.reason = name(part.explanation.rule);
    draft.note = note.empty() ? note_of(part.explanation.grounds) : std::move(note);
    draft.run_line = part.explanation.order;
    postings.add(Kind::suspense, part.amount);
    post_counter(postings, part.explanation, -part.amount);
    postings.free_part(-part.amount);
    if (!part.explanation.order) {
        postings.pot(part.explanation.pot, part.amount);
    }
    draft.postings = postings.take();
    return draft;
}

} // namespace saldo::reconcile
