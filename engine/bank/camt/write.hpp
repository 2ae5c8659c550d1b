#pragma once

#include "bank/statement.hpp"
#include "base/result.hpp"

#include <span>
#include <string>

namespace saldo::bank::camt {

enum class Version : std::uint8_t { v02, v08 };

/// Writes statements as one camt.053, or lists as one camt.054, in UTF-8 with one element per line,
/// valid by the schema. For test data and for a bank to play with: totals are computed, not taken
/// from the statement; `closing` is computed where it is not given. Then `read(write(x))` gives `x`
/// again, with lines, origins, totals, and the numbers of movements and details in their order.
///
/// A movement without details becomes an entry with one transaction, one with details an entry with
/// a batch, whose payment information is its end to end id and whose text stands with the entry. Of
/// information only `AddtlTxInf` and `AddtlNtryInf` are written.
///
/// Refuses bank.camt_does_not_fit (field, statement, movement) for what the version cannot say or
/// what would not come back: nothing is cut or rounded.
[[nodiscard]] Result<std::string> write(std::span<const Statement> statements, Version version);

} // namespace saldo::bank::camt
