#include "ledger/entry.hpp"

#include "base/named.hpp"
#include "ledger/codes.hpp"

#include <limits>

namespace saldo::ledger {

namespace {

constexpr std::array entry_kind_names{
    Named{Entry_kind::opening, "opening"},         Named{Entry_kind::movement, "movement"},
    Named{Entry_kind::explanation, "explanation"}, Named{Entry_kind::order, "order"},
    Named{Entry_kind::set_aside, "set_aside"},     Named{Entry_kind::reversal, "reversal"},
};

bool holds_money(Kind kind) {
    return kind == Kind::bank || kind == Kind::transit;
}

} // namespace

std::string_view name(Entry_kind kind) {
    return name_in(entry_kind_names, kind);
}

std::optional<Entry_kind> entry_kind_from(std::string_view text) {
    return value_in(entry_kind_names, text);
}

Result<Done> check(const Draft& draft) {
    if (draft.postings.empty()) {
        return refuse(no_postings);
    }
    Money real = Money::zero();
    for (const Posting& posting : draft.postings) {
        real += posting.account->kind == Kind::pot ? Money::zero() : posting.amount;
    }
    if (!real.is_zero()) {
        return refuse(unbalanced, {{"stated", "0.00"}, {"computed", format(real)}});
    }
    // An entry touches one or two bank accounts, so looking through its postings again is cheap.
    for (const Posting& posting : draft.postings) {
        const std::string& bank_account = posting.account->bank_account;
        if (bank_account.empty()) {
            continue;
        }
        Money held = Money::zero();
        Money in_pots = Money::zero();
        for (const Posting& other : draft.postings) {
            if (other.account->bank_account != bank_account) {
                continue;
            }
            held += holds_money(other.account->kind) ? other.amount : Money::zero();
            in_pots += other.account->kind == Kind::pot ? other.amount : Money::zero();
        }
        if (held != in_pots) {
            return refuse(pots_unbalanced, {{"account", bank_account},
                                            {"stated", format(held)},
                                            {"computed", format(in_pots)}});
        }
    }
    return Done{};
}

Draft reversal_of(
    const Draft& draft, std::uint64_t number, Date date, std::string reason, std::string note) {
    Draft reversal = draft;
    reversal.kind = Entry_kind::reversal;
    reversal.date = date;
    reversal.reason = std::move(reason);
    reversal.note = std::move(note);
    reversal.reverses = number;
    for (Posting& posting : reversal.postings) {
        posting.amount = -posting.amount;
    }
    return reversal;
}

void canonical_bytes(Canonical_bytes& out,
                     std::string_view dossier,
                     std::uint64_t number,
                     const Draft& draft,
                     const Actor& actor) {
    constexpr std::int64_t no_due = std::numeric_limits<std::int64_t>::min();
    out.start("saldo.entry.1");
    out.add(dossier);
    out.add(static_cast<std::int64_t>(number));
    out.add(name(draft.kind));
    out.add(std::int64_t{draft.date.days()});
    out.add(draft.reason);
    out.add(draft.note);
    out.add(draft.origin);
    out.add(static_cast<std::int64_t>(draft.reverses));
    out.add(actor.user);
    out.add(std::int64_t{actor.as_of.days()});
    out.add(static_cast<std::int64_t>(draft.postings.size()));
    for (const Posting& posting : draft.postings) {
        out.add(posting.account->code);
        out.add(posting.amount.cents());
        out.add(posting.due ? std::int64_t{posting.due->days()} : no_due);
    }
}

} // namespace saldo::ledger
