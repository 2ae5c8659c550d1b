#pragma once

#include <optional>
#include <string_view>

namespace saldo::payments::pain001 {

/// What stands for a character outside the SEPA set: one to four characters of the set, the blank
/// for any kind of white space, the empty text for marks that only modify their neighbour or have
/// no shape. Nothing for characters without a counterpart.
struct Counterpart {
    std::string_view text;
    bool lower = false; ///< write the letters in lower case
};

[[nodiscard]] std::optional<Counterpart> counterpart_of(char32_t point);

} // namespace saldo::payments::pain001
