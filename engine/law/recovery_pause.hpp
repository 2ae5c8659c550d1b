#pragma once

#include "law/figures.hpp"

namespace saldo::law {

/// Days on which nobody may go on with the amicable recovery of a debt.
struct Recovery_pause {
    Date from;
    Date through; ///< at most: a decision on the application ends it
    std::string article;
    Findings findings;
};

/// The pause that begins when a consumer who was reminded applies to a debt mediator, or for a
/// collective settlement, within the days of the reminder (WER art. XIX.9 §3): its calendar days
/// are counted from the first working day after the application, that day included. Saturday is
/// not taken for a working day. Refuses law.not_in_force.
[[nodiscard]] Result<Recovery_pause> recovery_pause(const Figures& figures, Date applied);

} // namespace saldo::law
