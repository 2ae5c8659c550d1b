#pragma once

#include "base/canonical.hpp"
#include "payments/run.hpp"

namespace saldo::payments {

/// The bytes of a run that an approval seals: `saldo.run.1`, number, preparer, as-of and through
/// date, number of lines, and of each line that is in: dossier, subject, due date, account, pot,
/// cents, execution date, payee name, IBAN and BIC, communication and EndToEndId.
void canonical_bytes(Canonical_bytes& out, const Run& run, const std::vector<Run_line>& lines);

/// `ogm:202600010704`, `rf:RF18…`, `free:…`, or empty.
[[nodiscard]] std::string text_of(const party::Remittance& remittance);

} // namespace saldo::payments
