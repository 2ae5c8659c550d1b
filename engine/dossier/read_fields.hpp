#pragma once

#include "dossier/dossier.hpp"
#include "dossier/tree.hpp"

namespace saldo::dossier {

/// The dossier a tree holds, as far as it could be read. Every error is added to `findings`, with
/// its JSON pointer: dossier.wrong_form (missing field, wrong type or word), dossier.unknown_key,
/// dossier.duplicate_key, dossier.not_clean_text, and the refusals of money, calendar and party
/// without the texts they refuse. Use the dossier only if there is none.
[[nodiscard]] Dossier read_fields(Tree& tree, Findings& findings);

} // namespace saldo::dossier
