#pragma once

#include "party/iban.hpp"

#include <optional>

namespace saldo::bank {

/// The IBAN of an account as a bank file writes it: an IBAN, or a Belgian number of 12 digits
/// (bare, or as `539-0075470-34`), which leads to its IBAN. Nothing for anything else, and where a
/// check digit is wrong.
[[nodiscard]] std::optional<Iban> iban_of(std::string_view account);

} // namespace saldo::bank
