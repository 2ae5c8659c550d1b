#pragma once

#include "app/signals.hpp"
#include "cli/context.hpp"

#include <vector>

namespace saldo::cli {

/// Signals, one a row, as schemas/json/signal_list.schema.json says. People read the facts in
/// words.
[[nodiscard]] render::Table signals_table(const std::vector<app::Signal_row>& rows,
                                          const i18n::Texts& texts);

/// How many there are of each code, in the order of the codes; codes without any are left out.
[[nodiscard]] render::Table signal_counts(const std::vector<app::Signal_row>& rows);

} // namespace saldo::cli
