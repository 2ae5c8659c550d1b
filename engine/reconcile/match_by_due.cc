#include "reconcile/match.hpp"

#include <algorithm>
#include <cstdlib>

/// Which due date is meant by a movement whose subject, or few subjects, are known.
namespace saldo::reconcile {

namespace {

bool are_of_one_subject(const std::vector<Candidate>& candidates) {
    return std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return candidate.subject == candidates.front().subject;
    });
}

/// The amount is more than half as much again as what is open.
bool is_far_off(Money amount, Money open) {
    return !open.is_positive() || times(amount, 2) > times(open, 3);
}

Fit fit_of(const Expected& expected, Money amount) {
    const Money open = open_amount(expected);
    if (abs(amount) == open) {
        return Fit::exact;
    }
    if (!expected.paid.is_positive() && fits_amount(expected, amount)) {
        return Fit::margin;
    }
    return is_far_off(abs(amount), open) ? Fit::far_off : Fit::part;
}

} // namespace

Candidate Matcher::candidate(std::size_t position, const Facts& facts) const {
    const Expected& expected = items_.expected[position];
    const budget::Occurrence& occurrence = expected.occurrence;
    return {.position = position,
            .subject = occurrence.subject,
            .due = occurrence.due,
            .distance_days = std::abs(days_between(facts.date, occurrence.due)),
            .fit = fit_of(expected, facts.amount),
            .window_days = expected.window_days,
            .is_late = occurrence.due < facts.date,
            .is_begun = expected.paid.is_positive(),
            .is_settled = is_settled(expected)};
}

bool Matcher::may_be_of(std::size_t position, const Facts& facts) const {
    const budget::Occurrence& occurrence = items_.expected[position].occurrence;
    return occurrence.account == facts.account && flows(occurrence.direction, facts.amount);
}

Explanation Matcher::choose(const std::vector<Candidate>& known,
                            const Facts& facts,
                            std::string_view counterparty,
                            Rule rule) {
    const bool subject_is_known = are_of_one_subject(known);
    const std::vector<Candidate> meant =
        best_of(meant_of(known, subject_is_known ? Fit::far_off : Fit::margin));
    if (meant.size() > 1 || (meant.empty() && !subject_is_known)) {
        return in_suspense(facts, Doubt::several_fit, subjects_of(meant.empty() ? known : meant));
    }
    const Candidate* choice = meant.empty() ? nullptr : &meant.front();
    std::vector<std::string> others = contradicting(known, choice, facts, counterparty);
    if (!others.empty() || (choice != nullptr && choice->is_unsure)) {
        const std::string_view subject =
            choice == nullptr ? known.front().subject : choice->subject;
        others.emplace_back(subject);
        std::sort(others.begin(), others.end());
        return in_suspense(facts, Doubt::several_fit, std::move(others));
    }
    if (choice != nullptr) {
        return choice->fit == Fit::far_off ? in_suspense(facts, Doubt::amount_differs)
                                           : settle(choice->position, facts, rule);
    }
    const budget::Occurrence& nearest = items_.expected[nearest_of(known).position].occurrence;
    Explanation explanation;
    explanation.rule = rule;
    explanation.subject = nearest.subject;
    explanation.pot = nearest.pot;
    return explanation;
}

/// People take the reference from another bill, or pay two bills at once. That shows where the
/// account of the other side belongs to other subjects only, or where the amount is to the cent
/// that of another open due date of the payee, or that of both together.
std::vector<std::string> Matcher::contradicting(const std::vector<Candidate>& known,
                                                const Candidate* choice,
                                                const Facts& facts,
                                                std::string_view counterparty) const {
    const std::span<const std::uint32_t> of_payee = of_counterparty(counterparty);
    const auto is_known = [&](std::uint32_t at) {
        return std::any_of(known.begin(), known.end(), [&](const Candidate& one) {
            return one.subject == items_.expected[at].occurrence.subject;
        });
    };
    const bool has_account = std::any_of(known.begin(), known.end(), [&](const Candidate& one) {
        return items_.expected[one.position].occurrence.counterparty.iban.has_value();
    });
    const bool is_others_account =
        has_account && std::none_of(of_payee.begin(), of_payee.end(), is_known);
    const bool fits = choice != nullptr && choice->fit <= Fit::margin;
    std::vector<std::string> subjects;
    for (const std::uint32_t at : of_payee) {
        if (!may_be_of(at, facts)) {
            continue;
        }
        const Candidate other = candidate(at, facts);
        const bool is_open = !other.is_settled && other.distance_days <= other.window_days;
        const bool is_exact = is_open && !is_known(at) && !fits && other.fit == Fit::exact;
        const bool is_sum = is_open && choice != nullptr && at != choice->position && !fits &&
                            abs(facts.amount) == open_amount(items_.expected[at]) +
                                                     open_amount(items_.expected[choice->position]);
        if (is_others_account || is_exact || is_sum) {
            subjects.emplace_back(other.subject);
        }
    }
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    return subjects;
}

Explanation Matcher::settle(std::size_t position, const Facts& facts, Rule rule) {
    Expected& expected = items_.expected[position];
    Explanation explanation;
    explanation.grounds = {days_between(expected.occurrence.due, facts.date),
                           abs(facts.amount) - open_amount(expected)};
    expected.paid += abs(facts.amount);
    explanation.rule = rule;
    explanation.subject = expected.occurrence.subject;
    explanation.due = expected.occurrence.due;
    explanation.pot = expected.occurrence.pot;
    return explanation;
}

} // namespace saldo::reconcile
