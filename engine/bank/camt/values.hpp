#pragma once

#include "bank/amount.hpp"
#include "calendar/date.hpp"

#include <optional>
#include <string_view>

/// Texts of elements into values. A text is read whole or not at all.
namespace saldo::bank::camt {

/// Without XML white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// Digits with a decimal point and up to five decimals, leading zeros allowed; no sign, no comma,
/// no exponent.
[[nodiscard]] std::optional<Amount> to_amount(std::string_view text);

/// `CRDT` is the amount itself, `DBIT` the negative one; nothing for any other indicator.
[[nodiscard]] std::optional<Amount> with_sign(Amount amount, std::string_view indicator);

/// The calendar day as written: `2026-03-31`, also with a time zone, or the day of
/// `2026-03-31T23:30:00+02:00`. Nothing is converted. Years 1900 to 2999.
[[nodiscard]] std::optional<Date> to_date(std::string_view text);

/// `true` or `1`.
[[nodiscard]] bool is_true(std::string_view text);

} // namespace saldo::bank::camt
