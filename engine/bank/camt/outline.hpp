#pragma once

#include "bank/statement.hpp"
#include "base/result.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace saldo::bank::camt {

/// Deepest nesting that is read; the messages need some fifteen levels.
inline constexpr std::size_t depth_max = 64;

/// The name of the message, such as `camt.053.001.08`, by the namespace of the root element
/// `Document`, whatever its prefix; empty if the bytes are anything else. Nothing is parsed.
[[nodiscard]] std::string_view message_of(std::string_view bytes);

/// What a look at the marks alone, before parsing, tells of a file.
struct Outline {
    std::vector<std::uint64_t> line_ends; ///< offsets, rising
    std::vector<Byte_range> movements;    ///< of each `Ntry` and `TxDtls`, by where they begin

    /// 1-based line of a byte.
    [[nodiscard]] std::uint64_t line_at(std::uint64_t offset) const;

    /// The whole element whose first byte this is; a size of 0 if it is none of the two.
    [[nodiscard]] Byte_range range_at(std::uint64_t offset) const;
};

/// Refuses, before anything is parsed, what could do harm or hide something: bank.camt_not_utf8,
/// bank.camt_doctype, bank.camt_too_deep, and bank.camt_not_well_formed for references other than
/// XML's own five and those to characters XML allows, or marks that do not close.
[[nodiscard]] Result<Outline> outline(std::string_view bytes);

} // namespace saldo::bank::camt
