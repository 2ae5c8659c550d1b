#pragma once

#include "dossier/dossier.hpp"

namespace saldo::dossier {

/// What the forms of help of a dossier and its closing say that cannot be:
///   dossier.document_not_a_digest;
///   dossier.date_too_early: the end of a proxy before it was signed, a closing step, a check, or
///   the day of aftercare before it was decided to close;
///   dossier.proxy_missing: the end of one that there was not;
///   dossier.mandate_end_differs: a form of help that ended on another day than the last of its
///   period.
[[nodiscard]] Findings check_help(const Dossier& dossier);

} // namespace saldo::dossier
