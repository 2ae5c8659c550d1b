#pragma once

#include "dossier/help_periods.hpp"

#include <optional>

namespace saldo::statistics {

/// The days for which is counted, both included.
struct Window {
    Date from;
    Date through;

    friend bool operator==(const Window&, const Window&) = default;
};

/// How a household that was in help in a window came and went.
struct Presence {
    bool at_start = false; ///< on the day before the window and on its first; else it is new
    bool at_end = false;   ///< on the last day and on the one after it; else it ended
};

/// From its periods of help, joined; nothing if it was not in help on any day of the window.
[[nodiscard]] std::optional<Presence> presence_in(const dossier::Help_periods& periods,
                                                  const Window& window);

/// `2026-Q3`: the three months. Refuses statistics.not_a_quarter.
[[nodiscard]] Result<Window> quarter_from(std::string_view text);

} // namespace saldo::statistics
