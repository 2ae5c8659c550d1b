#include "reconcile/signals/parts.hpp"
#include "reconcile/words.hpp"

#include <algorithm>
#include <array>

namespace saldo::reconcile::signalling {

namespace {

/// Words that banks, employers and bailiffs use for a seizure, in Dutch, French and English.
constexpr std::array<std::string_view, 8> seizure_words{
    "beslag", "beslaglegging", "derdenbeslag", "loonbeslag",
    "saisie", "saisies",       "seizure",      "garnishment"};

std::string_view seizure_word(const Seen& seen) {
    const std::string name = folded(seen.facts.counterparty_name);
    const std::string text = folded(seen.facts.text);
    const auto found = std::ranges::find_if(seizure_words, [&](std::string_view word) {
        return holds_words(text, word) || holds_words(name, word);
    });
    return found == seizure_words.end() ? std::string_view() : *found;
}

void add(Params& facts, const char* name, std::string_view value) {
    if (!value.empty()) {
        facts.push_back({name, std::string(value)});
    }
}

} // namespace

void add_seizures(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Seen& seen : facts.movements) {
        if (is_own(seen.rule)) {
            continue; // our own words, or what the bank of a payee says of his account
        }
        const std::string_view word = seizure_word(seen);
        const bool is_debit = seen.facts.amount.is_negative();
        const bool by_code = is_debit && is_writ(seen.codes);
        const bool blocked = seen.facts.is_sent_back && says_blocked(seen.codes.return_reason);
        if (word.empty() && !by_code && !blocked) {
            continue;
        }
        Signal signal = about(seen, Signal_code::seizure, Severity::error);
        add(signal.facts, "code", by_code ? seen.codes.transaction : std::string_view());
        add(signal.facts, "reason", blocked ? seen.codes.return_reason : std::string_view());
        add(signal.facts, "word", word);
        signals.push_back(std::move(signal));
    }
}

void add_returned(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Seen& seen : facts.movements) {
        const bool undoes = seen.rule == Rule::own_return || seen.rule == Rule::money_back;
        if (!undoes && !(seen.facts.is_sent_back && seen.rule == Rule::suspense)) {
            continue;
        }
        const Sent_back kind = sent_back(seen.codes);
        Signal signal = about(seen, Signal_code::returned, Severity::warning);
        add(signal.facts, "kind", name(kind == Sent_back::no ? Sent_back::returned : kind));
        add(signal.facts, "reason", seen.codes.return_reason);
        add(signal.facts, "end_to_end_id", seen.facts.end_to_end_id);
        add(signal.facts, "mandate", seen.facts.mandate_id);
        if (seen.original) {
            add(signal.facts, "original", std::to_string(seen.original->value));
        }
        signals.push_back(std::move(signal));
    }
}

void add_rejected(const Signal_facts& facts, std::vector<Signal>& signals) {
    for (const Rejected& rejected : facts.rejected) {
        Signal signal{.code = Signal_code::rejected,
                      .severity = Severity::warning,
                      .account = rejected.account,
                      .date = rejected.date,
                      .subject = rejected.subject,
                      .due = rejected.due,
                      .movement = {},
                      .entry = rejected.entry,
                      .stated = {},
                      .expected = rejected.amount,
                      .facts = {}};
        add(signal.facts, "reason", rejected.reason);
        add(signal.facts, "end_to_end_id", rejected.end_to_end_id);
        signals.push_back(std::move(signal));
    }
}

void add_unexpected(const Signal_facts& facts,
                    const Movements& told,
                    std::vector<Signal>& signals) {
    for (const Seen& seen : facts.movements) {
        const bool unexplained =
            is_suspense(seen, Doubt::nothing_fits) || is_suspense(seen, Doubt::reference_other_way);
        if (!unexplained || !seen.facts.amount.is_negative() || told.contains(seen.movement)) {
            continue;
        }
        const bool is_charge = is_bank_charge(seen.codes);
        Signal signal = about(seen, Signal_code::unexpected_debit,
                              is_charge ? Severity::info : Severity::warning);
        add(signal.facts, "doubt",
            seen.doubt == Doubt::nothing_fits ? std::string_view() : name(seen.doubt));
        add(signal.facts, "code", seen.codes.transaction);
        add(signal.facts, "mandate", seen.facts.mandate_id);
        signals.push_back(std::move(signal));
    }
}

} // namespace saldo::reconcile::signalling
