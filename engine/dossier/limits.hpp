#pragma once

#include "money/money.hpp"

/// What a document can say at most, so that no sum over it overflows and no schedule runs out of
/// the calendar. The schema has the same limits.
namespace saldo::dossier {

inline constexpr Money amount_max = Money::cents(999'999'999'99);
inline constexpr int year_min = 1900;
inline constexpr int year_max = 2199;

} // namespace saldo::dossier
