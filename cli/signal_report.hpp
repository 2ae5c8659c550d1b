#pragma once

#include "app/signals.hpp"
#include "cli/context.hpp"

#include <vector>

namespace saldo::cli {

/// Signals, one a row, as schemas/json/signal_list.schema.json says. People read the facts in
/// words, and who dismissed a signal only where that is asked for.
[[nodiscard]] render::Table signals_table(const std::vector<app::Signal_row>& rows,
                                          const i18n::Texts& texts,
                                          bool with_dismissed = false);

/// How many there are of each code, in the order of the codes; codes without any are left out.
[[nodiscard]] render::Table signal_counts(const std::vector<app::Signal_row>& rows);

/// Both, of the signals that an import brought. Who has nothing to look at is not told so.
[[nodiscard]] std::vector<render::Table>
new_signals_tables(const std::vector<app::Signal_row>& rows, const i18n::Texts& texts);

} // namespace saldo::cli
