#pragma once

#include "app/signals.hpp"
#include "app/stages.hpp"
#include "autonomy/evidence.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::app {

/// A signal that tells of a crisis on the rung of a dossier.
struct Crisis {
    autonomy::Trigger trigger;
    Signal_row signal;
};

/// What may be decided on a dossier. Nothing moves by itself.
struct Stage_proposal {
    Stage_sheet sheet;
    std::optional<autonomy::Rung> next{};        ///< none at the client's own goal, or at the top
    std::vector<autonomy::Judgement> judgements; ///< of the entry of the next rung
    std::vector<Crisis> crises;                  ///< since the last take-back, in order of day
    std::optional<autonomy::Rung> fallback{};    ///< proposed if there are any
    std::vector<std::string> take_back;          ///< lines that would come back then

    [[nodiscard]] bool is_ready() const;
};

/// How far back signals tell of a crisis, in days.
inline constexpr int crisis_days = 62;

/// Refuses what `stage_of` refuses.
[[nodiscard]] Result<Stage_proposal>
propose_stage(Unit_of_work& work, std::string_view dossier, Date on);

/// The entry of a rung, held against the evidence. Refuses what `stage_of` refuses.
[[nodiscard]] Result<std::vector<autonomy::Judgement>>
judge_rung(Unit_of_work& work, std::string_view dossier, const autonomy::Rung& rung, Date on);

/// app.criteria_not_met, or app.criteria_unknown, with the criterion and what it was held against.
[[nodiscard]] Finding finding_of(const autonomy::Judgement& judgement,
                                 const std::string& dossier,
                                 const autonomy::Rung& rung);

} // namespace saldo::app
