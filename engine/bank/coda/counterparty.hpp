#pragma once

#include "bank/coda/record.hpp"
#include "bank/statement.hpp"

namespace saldo::bank::coda {

/// Information type 001: the counterparty in full.
inline constexpr std::string_view counterparty_type = "001";

/// The account of the counterparty as record 2.3 writes it: an IBAN up to the first blank, a
/// Belgian number of 12 digits with its currency apart, or another number of up to 34 characters.
/// Empty if the field is blank or zero.
[[nodiscard]] std::string_view account_in(const Record& record, Slot zone);

/// Adds name (where none is known) and address from the content of information type 001.
void complete(Counterparty& counterparty, std::string_view content);

} // namespace saldo::bank::coda
