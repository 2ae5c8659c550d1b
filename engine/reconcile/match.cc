#include "reconcile/match.hpp"

#include "base/invariant.hpp"
#include "ledger/account.hpp"
#include "party/account_number.hpp"

#include <algorithm>
#include <cstdlib>

namespace saldo::reconcile {

namespace {

bool is_one_of(const std::string& subject, const std::vector<std::string>& subjects) {
    return std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
}

/// The keys by which items are looked up, as functions of their position.
template <class Reference> auto references(const std::vector<Expected>& expected) {
    return [&expected](std::uint32_t at) -> const Reference& {
        return std::get<Reference>(expected[at].occurrence.communication);
    };
}

auto mandates(const std::vector<Expected>& expected) {
    return
        [&expected](std::uint32_t at) { return std::string_view(expected[at].occurrence.mandate); };
}

auto ibans(const std::vector<Expected>& expected) {
    return
        [&expected](std::uint32_t at) { return expected[at].occurrence.counterparty.iban->text(); };
}

} // namespace

Matcher::Matcher(Open_items items) : items_(std::move(items)) {
    sort_orders();
    const std::vector<Expected>& expected = items_.expected;
    expected_by_iban_.reserve(expected.size());
    for (std::uint32_t at = 0; at < expected.size(); ++at) {
        const budget::Occurrence& occurrence = expected[at].occurrence;
        if (budget::is_set_aside(occurrence)) {
            continue; // moves money between pots, so it is never on a statement
        }
        if (std::holds_alternative<Ogm>(occurrence.communication)) {
            expected_by_ogm_.push_back(at);
        }
        if (std::holds_alternative<Creditor_reference>(occurrence.communication)) {
            expected_by_rf_.push_back(at);
        }
        if (!occurrence.mandate.empty()) {
            expected_by_mandate_.push_back(at);
        }
        if (occurrence.counterparty.iban) {
            expected_by_iban_.push_back(at);
        }
    }
    sort_by(expected_by_ogm_, references<Ogm>(expected));
    sort_by(expected_by_rf_, references<Creditor_reference>(expected));
    sort_by(expected_by_mandate_, mandates(expected));
    sort_by(expected_by_iban_, ibans(expected));
}

Explanation Matcher::explain(const Facts& facts) {
    if (facts.amount.is_zero()) {
        return in_suspense(facts, Doubt::nothing_fits);
    }
    if (auto explanation = by_end_to_end_id(facts)) {
        return *std::move(explanation);
    }
    const std::string counterparty = party::normal_account(facts.counterparty_account);
    if (auto explanation = by_payee(facts, counterparty)) {
        return *std::move(explanation);
    }
    if (auto explanation = by_own_account(facts, counterparty)) {
        return *std::move(explanation);
    }
    if (std::vector<std::string> ids = unanswered(facts); !ids.empty()) {
        return in_suspense(facts, Doubt::several_fit, std::move(ids));
    }
    if (auto explanation = by_reference(facts, counterparty)) {
        return *std::move(explanation);
    }
    if (auto explanation = by_mandate(facts, counterparty)) {
        return *std::move(explanation);
    }
    auto explanation = by_counterparty(facts, counterparty);
    if (explanation && explanation->rule != Rule::suspense) {
        return *std::move(explanation);
    }
    auto ruled = by_rules(facts);
    if (ruled && (!explanation || is_one_of(ruled->subject, explanation->candidates))) {
        return *std::move(ruled);
    }
    return explanation ? *std::move(explanation) : in_suspense(facts, Doubt::nothing_fits);
}

void Matcher::reopen(std::string_view subject, Date due, Money amount) {
    for (Expected& expected : items_.expected) {
        if (expected.occurrence.subject == subject && expected.occurrence.due == due) {
            expected.paid -= amount;
        }
    }
}

std::optional<Explanation> Matcher::by_reference(const Facts& facts,
                                                 std::string_view counterparty) {
    std::span<const std::uint32_t> known;
    if (facts.ogm) {
        known = positions_of(expected_by_ogm_, *facts.ogm, references<Ogm>(items_.expected));
    } else if (facts.rf) {
        known = positions_of(expected_by_rf_, *facts.rf,
                             references<Creditor_reference>(items_.expected));
    }
    return of_known(known, facts, counterparty, Rule::structured_reference);
}

std::optional<Explanation> Matcher::by_mandate(const Facts& facts, std::string_view counterparty) {
    return of_known(positions_of(expected_by_mandate_, facts.mandate_id, mandates(items_.expected)),
                    facts, counterparty, Rule::mandate);
}

/// One of the items whose reference or mandate the movement states.
std::optional<Explanation> Matcher::of_known(std::span<const std::uint32_t> known,
                                             const Facts& facts,
                                             std::string_view counterparty,
                                             Rule rule) {
    std::vector<Candidate> candidates;
    bool is_of_account = false;
    for (const std::uint32_t at : known) {
        const budget::Occurrence& occurrence = items_.expected[at].occurrence;
        if (occurrence.account == facts.account) {
            is_of_account = true;
            if (flows(occurrence.direction, facts.amount)) {
                candidates.push_back(candidate(at, facts));
            }
        }
    }
    if (!is_of_account) {
        return std::nullopt;
    }
    if (candidates.empty()) {
        return in_suspense(facts, Doubt::reference_other_way);
    }
    return choose(candidates, facts, counterparty, rule);
}

std::span<const std::uint32_t> Matcher::of_counterparty(std::string_view counterparty) const {
    return positions_of(expected_by_iban_, counterparty, ibans(items_.expected));
}

std::optional<Explanation> Matcher::by_counterparty(const Facts& facts,
                                                    std::string_view counterparty) {
    std::vector<Candidate> known;
    for (const std::uint32_t at : of_counterparty(counterparty)) {
        if (may_be_of(at, facts)) {
            known.push_back(candidate(at, facts));
        }
    }
    std::vector<Candidate> meant = meant_of(std::move(known), Fit::margin);
    std::erase_if(meant, [](const Candidate& one) {
        const bool is_in_window = one.distance_days <= one.window_days;
        return !is_in_window && !(one.is_late && one.fit == Fit::exact);
    });
    if (meant.empty()) {
        return std::nullopt;
    }
    meant = best_of(std::move(meant));
    if (meant.size() > 1 || meant.front().is_unsure) {
        return in_suspense(facts, Doubt::several_fit, subjects_of(meant));
    }
    return settle(meant.front().position, facts, Rule::iban_amount_date);
}

Explanation in_suspense(const Facts& facts, Doubt doubt, std::vector<std::string> candidates) {
    Explanation explanation;
    explanation.doubt = doubt;
    explanation.pot = free_part(facts.account);
    explanation.candidates = std::move(candidates);
    return explanation;
}

std::string free_part(std::string_view account) {
    return ledger::code(ledger::Kind::pot, account);
}

Expected expected_of(budget::Occurrence occurrence, Money posted) {
    const bool is_income = occurrence.direction == dossier::Direction::income;
    const int window = window_days(occurrence.rhythm);
    return {std::move(occurrence), is_income ? -posted : posted, window};
}

int window_days(calendar::Rhythm rhythm) {
    switch (rhythm) {
    case calendar::Rhythm::weekly:
    case calendar::Rhythm::fortnightly:
        return 3;
    case calendar::Rhythm::once:
    case calendar::Rhythm::monthly:
    case calendar::Rhythm::quarterly:
    case calendar::Rhythm::yearly:
        return 10;
    }
    broken_contract("a rhythm is one of its values", __builtin_FILE(), __builtin_LINE());
}

} // namespace saldo::reconcile
