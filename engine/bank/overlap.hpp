#pragma once

#include "bank/statement.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace saldo::bank {

/// What tells a movement of an account from others, whatever file or format it came in. Facts that
/// a format does not give are empty.
struct Identity {
    Date booked;
    std::optional<Date> value;
    Amount amount;
    std::string account;        ///< of the other side, without blanks, in upper case
    std::string end_to_end_id;  ///< empty if the bank wrote NOTPROVIDED
    std::string reference;      ///< OGM or RF
    std::string bank_reference; ///< says something only within one format
    std::string format;         ///< family of formats: coda, camt, mt940, csv
};

/// The identity of a movement read from a file of this format (such as `coda-2`). It has the
/// booking date, else the value date, else the day given.
[[nodiscard]] Identity
identity_of(const Movement& movement, std::string_view format, Date if_undated);

/// The family of a format: `coda` of `coda-2`.
[[nodiscard]] std::string_view family_of(std::string_view format);

/// True if nothing speaks against both being the same movement: the same amount, the same booking
/// date (or the same value date, booked at most three days apart), and no two facts that differ.
/// MT940 cuts references at 16 characters, so there the beginning counts.
[[nodiscard]] bool may_be_same(const Identity& a, const Identity& b);

/// For each incoming movement the position of the known one that it is, if any. Each known one is
/// given once, to the movement that has most facts in common with it: of two twins in a file, one
/// stays new where one alone is known.
[[nodiscard]] std::vector<std::optional<std::size_t>> find_known(std::span<const Identity> incoming,
                                                                 std::span<const Identity> known);

} // namespace saldo::bank
