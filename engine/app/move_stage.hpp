#pragma once

#include "app/stages.hpp"

namespace saldo::app {

/// The event that keeps a step on the ladder. Its facts are `kind`, `rung`, `from`, `consent`,
/// `reason` and, as far as there are, `decision` and `document`.
inline constexpr std::string_view stage_moved_event = "stage.moved";

/// A step on the ladder. Days are not before that of the book.
struct Move_request {
    std::string dossier;
    int rung = 0;
    std::optional<Date> from{}; ///< the day of the book, if not stated
    std::string reason;
    dossier::Consent consent = dossier::Consent::given;
    std::string decision{};       ///< reference of the team's or committee's decision, or empty
    std::string document{};       ///< SHA-256 of what was signed, or empty
    std::optional<Date> review{}; ///< as the rung says, if not stated
    bool client_asks = false;     ///< to leave, which he may at any time
};

/// How a dossier comes on the ladder.
struct Entry_request {
    Move_request move;
    std::string goal; ///< the client's own end goal, in his words
    int target = 0;   ///< the rung of it
    std::optional<int> pace{};
};

/// A dossier begins on the ladder, on whatever rung. Refuses app.dossier_unknown,
/// app.course_exists, app.rung_unknown, what `autonomy::permit` refuses of an entry, and what a
/// move refuses but for its criteria.
[[nodiscard]] Result<Stage_sheet> enter_ladder(Desk& desk, const Entry_request& request);

/// A step up or down. Refuses app.dossier_unknown, app.course_missing, app.course_ended,
/// app.rung_unknown, app.rung_same; what `autonomy::permit` refuses; app.consent_missing without
/// the client's consent; app.date_past; app.criteria_not_met for a step up whose criteria are not
/// met or not known, unless there is a decision; app.mandate_missing if the form of the rung is not
/// decided for its first day; and app.office_still_pays if the office has no proxy there and still
/// pays.
[[nodiscard]] Result<Stage_sheet> move_stage(Desk& desk, const Move_request& request);

/// The help ends and the dossier leaves the ladder. `request.rung` is not looked at. What the rung
/// says of it is not asked where the client wants it: he may stop at any time.
[[nodiscard]] Result<Stage_sheet> leave_ladder(Desk& desk, const Move_request& request);

/// For take-backs: the step as it stands in the document, and its act in the log.
void add_move(Desk& desk, dossier::Dossier& dossier, dossier::Rung_move move);

} // namespace saldo::app
