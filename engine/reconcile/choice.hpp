#pragma once

#include "calendar/date.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::reconcile {

/// A due date that a movement may settle.
struct Candidate {
    std::size_t position = 0; ///< in the expected items
    std::string_view subject;
    Date due;
    int distance_days = 0; ///< between the booking and the due date, not negative
    bool exact = false;    ///< the amount is what is still open, to the cent
};

/// The candidates that nothing sets apart, at most one of each subject, in order of subject; one
/// alone is the choice. Of each subject counts the nearest due date, the earlier of two equally
/// near ones. Between subjects, an exact amount beats one within the margin, and then a due date
/// that is nearer by more than `clearly_nearer_days` beats the others.
[[nodiscard]] std::vector<Candidate> best_of(std::vector<Candidate> candidates);

/// The subjects of candidates, each once, in order.
[[nodiscard]] std::vector<std::string> subjects_of(const std::vector<Candidate>& candidates);

/// Two days apart may be a weekend, so it tells nothing of which of two subjects is meant.
inline constexpr int clearly_nearer_days = 2;

} // namespace saldo::reconcile
