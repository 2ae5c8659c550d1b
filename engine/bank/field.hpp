#pragma once

#include "base/invariant.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Fixed-width records as tables. One table per record reads it, writes it and documents it;
/// `tiles` proves at compile time that a table covers every column once.
namespace saldo::bank {

enum class Field_kind : std::uint8_t {
    constant, ///< always the text of the table
    blank,    ///< reserved: blanks
    text,     ///< left-aligned, filled with blanks
    number,   ///< digits, filled with zeros on the left
    code,     ///< one character that chooses among meanings
    sign,     ///< 0 credit (+), 1 debit (-)
    amount,   ///< 15 digits: 12 and 3 decimals, without sign
    rate,     ///< 12 digits: 4 and 8 decimals
    date      ///< DDMMYY; 000000 is unknown
};

/// Columns of a record: 0-based begin and length, in characters.
struct Slot {
    std::size_t at = 0;
    std::size_t length = 0;
};

struct Field {
    std::string_view name;
    std::size_t at = 0; ///< 0-based
    std::size_t length = 0;
    Field_kind kind = Field_kind::text;
    std::string_view constant = {};
};

/// A field from the first up to and including the last position, counted from 1 as in the
/// descriptions of records.
consteval Field
position(std::size_t first, std::size_t last, std::string_view name, Field_kind kind) {
    return {name, first - 1, last - first + 1, kind};
}

/// A reserved stretch, positions counted from 1.
consteval Field reserved(std::size_t first, std::size_t last) {
    return {"reserved", first - 1, last - first + 1, Field_kind::blank};
}

/// A fixed text starting at a position counted from 1.
consteval Field fixed(std::size_t first, std::string_view name, std::string_view text) {
    return {name, first - 1, text.size(), Field_kind::constant, text};
}

/// A field at an offset counted from 0, as in the descriptions of structured communications.
consteval Field offset(std::size_t at, std::size_t length, std::string_view name, Field_kind kind) {
    return {name, at, length, kind};
}

/// True if the fields follow each other without gap or overlap from column 0 to `width`.
template <std::size_t n>
consteval bool tiles(const std::array<Field, n>& table, std::size_t width) {
    std::size_t next = 0;
    for (const Field& field : table) {
        const bool fits_constant =
            field.kind != Field_kind::constant || field.constant.size() == field.length;
        if (field.at != next || field.length == 0 || !fits_constant) {
            return false;
        }
        next += field.length;
    }
    return next == width;
}

/// The columns of a named field; a name the table lacks does not compile.
template <std::size_t n>
consteval Slot slot(const std::array<Field, n>& table, std::string_view name) {
    for (const Field& field : table) {
        if (field.name == name) {
            return {field.at, field.length};
        }
    }
    broken_contract("a field named in the code stands in the table", __FILE__, __LINE__);
}

} // namespace saldo::bank
