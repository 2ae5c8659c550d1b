#include "reconcile/choice.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>

namespace saldo::reconcile {

namespace {

bool comes_first(const Candidate& a, const Candidate& b) {
    return std::tie(a.subject, a.due, a.position) < std::tie(b.subject, b.due, b.position);
}

bool is_nearer(const Candidate& a, const Candidate& b) {
    return std::tie(a.distance_days, a.due, a.position) <
           std::tie(b.distance_days, b.due, b.position);
}

/// Another due date stands between the booking and this one, which lies beyond its window.
bool is_too_early(std::span<const Candidate> of_subject, const Candidate& one) {
    if (one.is_late || one.distance_days <= one.window_days) {
        return false;
    }
    return std::any_of(of_subject.begin(), of_subject.end(), [&](const Candidate& other) {
        return other.due < one.due && (!other.is_late || other.distance_days <= lookaround_days);
    });
}

bool is_settled_between(std::span<const Candidate> of_subject, Date first, Date last) {
    return std::any_of(of_subject.begin(), of_subject.end(), [&](const Candidate& other) {
        return other.is_settled && first < other.due && other.due < last;
    });
}

/// Nothing was paid on it in its time, but on a later one was.
bool is_left_out(std::span<const Candidate> of_subject, const Candidate& one) {
    return one.is_late && !one.is_begun && one.distance_days > one.window_days &&
           std::any_of(of_subject.begin(), of_subject.end(), [&](const Candidate& other) {
               return other.is_settled && one.due < other.due;
           });
}

/// The due date of one subject that is meant; the candidates are in order.
std::optional<Candidate> meant(std::span<const Candidate> of_subject, Fit worst) {
    const auto is_open = [&](const Candidate& one) {
        return !one.is_settled && one.distance_days <= lookaround_days && one.fit <= worst &&
               !is_too_early(of_subject, one);
    };
    const Candidate* best = nullptr;
    for (const Candidate& one : of_subject) {
        if (is_open(one) && (best == nullptr || one.fit < best->fit ||
                             (one.fit == best->fit && one.distance_days < best->distance_days))) {
            best = &one;
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    Candidate choice = *best;
    choice.is_unsure =
        is_left_out(of_subject, *best) ||
        std::any_of(of_subject.begin(), of_subject.end(), [&](const Candidate& earlier) {
            return earlier.due < best->due && earlier.fit == best->fit && is_open(earlier) &&
                   !is_settled_between(of_subject, earlier.due, best->due);
        });
    return choice;
}

} // namespace

std::vector<Candidate> meant_of(std::vector<Candidate> known, Fit worst) {
    std::sort(known.begin(), known.end(), comes_first);
    std::vector<Candidate> choices;
    for (auto first = known.begin(); first != known.end();) {
        const auto last = std::find_if(first, known.end(), [&](const Candidate& one) {
            return one.subject != first->subject;
        });
        if (auto choice = meant(std::span<const Candidate>(first, last), worst)) {
            choices.push_back(*choice);
        }
        first = last;
    }
    return choices;
}

std::vector<Candidate> best_of(std::vector<Candidate> candidates) {
    if (candidates.size() < 2) {
        return candidates;
    }
    const auto is_exact = [](const Candidate& one) { return one.fit == Fit::exact; };
    if (std::any_of(candidates.begin(), candidates.end(), is_exact)) {
        std::erase_if(candidates, [&](const Candidate& one) { return !is_exact(one); });
    }
    const int nearest = nearest_of(candidates).distance_days;
    std::erase_if(candidates, [nearest](const Candidate& one) {
        return one.distance_days > nearest + clearly_nearer_days;
    });
    return candidates;
}

const Candidate& nearest_of(const std::vector<Candidate>& candidates) {
    return *std::min_element(candidates.begin(), candidates.end(), is_nearer);
}

std::vector<std::string> subjects_of(const std::vector<Candidate>& candidates) {
    std::vector<std::string> subjects;
    subjects.reserve(candidates.size());
    for (const Candidate& candidate : candidates) {
        subjects.emplace_back(candidate.subject);
    }
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    return subjects;
}

} // namespace saldo::reconcile
