#pragma once

#include "base/finding.hpp"
#include "dossier/dossier.hpp"

namespace saldo::app {

/// What the next version of a dossier's document changes or leaves out and must not: what the
/// ledger was opened with, what was promised, and what people decided. `import_dossiers` tells the
/// rules.
[[nodiscard]] Findings what_must_stay(const dossier::Dossier& before,
                                      const dossier::Dossier& after);

} // namespace saldo::app
