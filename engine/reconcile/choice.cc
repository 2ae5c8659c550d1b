#include "reconcile/choice.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::reconcile {

namespace {

bool comes_first(const Candidate& a, const Candidate& b) {
    return std::tie(a.subject, a.distance_days, a.due, a.position) <
           std::tie(b.subject, b.distance_days, b.due, b.position);
}

bool is_nearer(const Candidate& a, const Candidate& b) {
    return a.distance_days < b.distance_days;
}

} // namespace

std::vector<Candidate> best_of(std::vector<Candidate> candidates) {
    if (candidates.size() < 2) {
        return candidates;
    }
    std::sort(candidates.begin(), candidates.end(), comes_first);
    const auto same_subject = [](const Candidate& a, const Candidate& b) {
        return a.subject == b.subject;
    };
    candidates.erase(std::unique(candidates.begin(), candidates.end(), same_subject),
                     candidates.end());
    if (std::any_of(candidates.begin(), candidates.end(),
                    [](const Candidate& candidate) { return candidate.exact; })) {
        std::erase_if(candidates, [](const Candidate& candidate) { return !candidate.exact; });
    }
    const int nearest =
        std::min_element(candidates.begin(), candidates.end(), is_nearer)->distance_days;
    std::erase_if(candidates, [nearest](const Candidate& candidate) {
        return candidate.distance_days > nearest + clearly_nearer_days;
    });
    return candidates;
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
