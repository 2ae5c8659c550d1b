#pragma once

#include "bank/coda/layout.hpp"
#include "bank/coda/values.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

namespace saldo::bank::coda {

/// One record of 128 characters in UTF-8, cut by character. Where every character is one byte
/// (nearly always) cutting is a subtraction; else a table of offsets tells where characters start.
/// The text lives as long as the file; the offsets only until the next record.
class Record {
public:
    /// 128 bytes, each a character.
    explicit Record(const char* bytes) : bytes_(bytes) {}

    /// `offsets` has 129 entries: where each character starts, and the end.
    Record(const char* bytes, const std::uint16_t* offsets) : bytes_(bytes), offsets_(offsets) {}

    [[nodiscard]] std::string_view cut(Slot slot) const {
        if (offsets_ == nullptr) [[likely]] {
            return {bytes_ + slot.at, slot.length};
        }
        const std::size_t first = offsets_[slot.at];
        return {bytes_ + first, offsets_[slot.at + slot.length] - first};
    }

    /// First byte of a character.
    [[nodiscard]] char at(std::size_t index) const { return cut({index, 1}).front(); }

    [[nodiscard]] std::string_view text(Slot slot) const { return trim_end(cut(slot)); }

private:
    const char* bytes_;
    const std::uint16_t* offsets_ = nullptr;
};

/// True if a field holds what its kind allows, as far as the kind alone can tell.
[[nodiscard]] inline bool conforms(const Field& field, std::string_view content) {
    switch (field.kind) {
    case Field_kind::constant:
        return content == field.constant;
    case Field_kind::blank:
        return is_blank(content);
    case Field_kind::number:
        return to_number(content).has_value();
    case Field_kind::text:
    case Field_kind::code:
    case Field_kind::sign:
    case Field_kind::amount:
    case Field_kind::rate:
    case Field_kind::date:
        return true;
    }
    return true;
}

/// True if all constants, reserved stretches and numbers of the record conform to the table. The
/// table is known at compile time, so this becomes a few comparisons without a loop over fields.
template <const auto& table> [[nodiscard]] bool conforms(const Record& record) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) {
        return (conforms(table[i], record.cut({table[i].at, table[i].length})) && ...);
    }
    (std::make_index_sequence<table.size()>());
}

} // namespace saldo::bank::coda
