#pragma once

#include "calendar/date.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::reconcile {

/// How an amount fits what is open of a due date, the best first.
enum class Fit {
    exact,  ///< to the cent
    margin, ///< give or take the margin of its line, if nothing was paid yet
    part,   ///< less than that, or up to half as much again: a part of a bill, or a dearer one
    far_off ///< more than half as much again: it may pay something else as well
};

/// A due date that a movement may settle.
struct Candidate {
    std::size_t position = 0; ///< in the expected items
    std::string_view subject;
    Date due;
    int distance_days = 0; ///< between the booking and the due date, not negative
    Fit fit = Fit::exact;
    int window_days = 0;     ///< of its rhythm
    bool is_late = false;    ///< the due date is over
    bool is_begun = false;   ///< something was booked on it
    bool is_settled = false; ///< it gets nothing more, but tells of its neighbours
    bool is_unsure = false;  ///< another due date of the subject may be meant as well
};

/// Of each subject the due date that a movement settles, as far as its fit is not worse than
/// `worst`; in order of subject. What is settled never is meant, nor what is more than
/// `lookaround_days` off. Money does not come earlier than the window of its rhythm, unless the
/// due date is the first one there is. Of the due dates that fit best the nearest is meant, the
/// earlier of two. It is unsure if an earlier one is open, which the money may pay late, unless one
/// between them is settled: then that one was left out. So it may be itself: what is late beyond
/// its window with nothing paid on it while a later one is settled is unsure as well.
[[nodiscard]] std::vector<Candidate> meant_of(std::vector<Candidate> known, Fit worst);

/// The candidates that nothing sets apart, in order of subject; one alone is the choice. There is
/// at most one of each subject. An exact amount beats one that is not, and then a due date that
/// is nearer by more than `clearly_nearer_days` beats the others.
[[nodiscard]] std::vector<Candidate> best_of(std::vector<Candidate> candidates);

/// The nearest of candidates of one subject, at least one; the earlier of two.
[[nodiscard]] const Candidate& nearest_of(const std::vector<Candidate>& candidates);

/// The subjects of candidates, each once, in order.
[[nodiscard]] std::vector<std::string> subjects_of(const std::vector<Candidate>& candidates);

/// Two days apart may be a weekend, so it tells nothing of which of two subjects is meant.
inline constexpr int clearly_nearer_days = 2;

/// The widest window around a booking date in which any rule looks for due dates.
inline constexpr int lookaround_days = 45;

} // namespace saldo::reconcile
