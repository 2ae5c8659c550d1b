#pragma once

#include "money/money.hpp"

/// What a document can say at most, so that no sum over it overflows. The schema has the same
/// limit.
namespace saldo::dossier {

inline constexpr Money amount_max = Money::cents(999'999'999'99);

} // namespace saldo::dossier
