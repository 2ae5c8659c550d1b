#pragma once

#include "app/desk.hpp"
#include "autonomy/ladder.hpp"
#include "base/result.hpp"
#include "dossier/dossier.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where dossiers stand on the ladder of the office, who pays which line, and which letters that
/// asks for. All of it as it was known on the day asked for.
namespace saldo::app {

/// The ladder in force on a day.
[[nodiscard]] autonomy::Ladder ladder_on(Unit_of_work& work, Date on);

struct Line_payer {
    dossier::Budget_line line;
    std::string task; ///< key in the ladder, or empty
    dossier::Payer payer = dossier::Payer::office;
    std::optional<dossier::Given_money> gives{};   ///< to the client, for each due date
    std::optional<dossier::Payer_change> change{}; ///< the one that counts; none: as the line says
    autonomy::Doer by_rung = autonomy::Doer::office;
};

/// A letter that a step asked for.
struct Due_letter {
    autonomy::Letter letter;
    std::string subject; ///< id of the line, or empty
    Date due;
    std::optional<dossier::Sent_letter> sent{};
};

/// A dossier on the ladder.
struct Stage_sheet {
    std::string dossier; ///< number
    Date on;
    std::string goal;
    autonomy::Rung rung;
    autonomy::Rung target;
    std::optional<int> pace{};
    dossier::Rung_move move;               ///< that brought it there
    std::vector<dossier::Rung_move> moves; ///< until that day
    std::vector<Line_payer> lines;         ///< expenses that fall due on that day or later
    std::vector<Due_letter> letters;       ///< in order of day; those not sent, and those sent
    std::optional<Date> review{};          ///< the first day on which something is looked at again

    [[nodiscard]] bool has_ended() const { return move.kind == dossier::Move_kind::end; }
};

/// Refuses app.dossier_unknown, app.course_missing for a dossier that was not on the ladder on that
/// day, and app.rung_unknown if it stands on a rung that the ladder does not have.
[[nodiscard]] Result<Stage_sheet> stage_of(Unit_of_work& work, std::string_view dossier, Date on);

/// All dossiers that were on the ladder on that day, in order of number.
[[nodiscard]] Result<std::vector<Stage_sheet>> stages_on(Unit_of_work& work, Date on);

/// The rung on which a course stands on a day, as was known then. Refuses app.course_missing and
/// app.rung_unknown.
[[nodiscard]] Result<autonomy::Rung>
rung_of(const dossier::Dossier& dossier, const autonomy::Ladder& ladder, Date on);

} // namespace saldo::app
