#pragma once

#include "bank/coda/layout.hpp"
#include "bank/coda/values.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

namespace saldo::bank::coda {

/// One record of 128 single-byte characters, which nearly every record is: cutting is a
/// subtraction. The text lives as long as the file.
class Plain_record {
public:
    explicit Plain_record(const char* bytes) : bytes_(bytes) {}

    [[nodiscard]] const char* bytes() const { return bytes_; }

    [[nodiscard]] std::string_view cut(Slot slot) const { return {bytes_ + slot.at, slot.length}; }

    [[nodiscard]] char at(std::size_t index) const { return bytes_[index]; }

    [[nodiscard]] std::string_view text(Slot slot) const { return trim_end(cut(slot)); }

private:
    const char* bytes_;
};

/// Any record of 128 characters in UTF-8, cut by character: a table of offsets, good until the next
/// record, tells where characters start.
class Record {
public:
    /// 128 bytes, each a character.
    explicit Record(const char* bytes) : bytes_(bytes) {}

    Record(Plain_record record) : bytes_(record.bytes()) {} // NOLINT: a plain record is a record

    /// `offsets` has 129 entries: where each character starts, and the end.
    Record(const char* bytes, const std::uint16_t* offsets) : bytes_(bytes), offsets_(offsets) {}

    [[nodiscard]] bool is_plain() const { return offsets_ == nullptr; }

    [[nodiscard]] std::string_view cut(Slot slot) const {
        if (is_plain()) {
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

namespace detail {

/// What `conforms` asks of eight bytes: which must be as given, and which must be digits. One bit
/// set in each of their bytes says so.
struct Eight_rule {
    std::uint64_t fixed_bytes = 0; ///< FF where a byte is given
    std::uint64_t fixed = 0;
    std::uint64_t digit_bytes = 0; ///< FF where a byte is a digit
};

/// The rules of a record of single-byte characters, eight bytes after eight.
template <std::size_t n>
consteval std::array<Eight_rule, record_length / 8> rules_of(const std::array<Field, n>& table) {
    std::array<Eight_rule, record_length / 8> rules{};
    for (const Field& field : table) {
        for (std::size_t i = 0; i < field.length; ++i) {
            Eight_rule& rule = rules[(field.at + i) / 8];
            const std::size_t shift = (field.at + i) % 8 * 8;
            const std::uint64_t byte = std::uint64_t{0xFF} << shift;
            if (field.kind == Field_kind::constant || field.kind == Field_kind::blank) {
                const char c = field.kind == Field_kind::blank ? ' ' : field.constant[i];
                rule.fixed_bytes |= byte;
                rule.fixed |= std::uint64_t{static_cast<unsigned char>(c)} << shift;
            } else if (field.kind == Field_kind::number) {
                rule.digit_bytes |= byte;
            }
        }
    }
    return rules;
}

template <const auto& table, std::size_t i>
[[nodiscard]] std::uint64_t broken_in_eight(const char* record) {
    constexpr Eight_rule rule = rules_of(table)[i];
    std::uint64_t broken = 0;
    if constexpr (rule.fixed_bytes != 0 || rule.digit_bytes != 0) {
        const std::uint64_t eight = load_eight(record + i * 8);
        broken = (eight & rule.fixed_bytes) ^ rule.fixed;
        if constexpr (rule.digit_bytes != 0) {
            broken |= not_digits(eight, rule.digit_bytes);
        }
    }
    return broken;
}

} // namespace detail

/// True if all constants, reserved stretches and numbers of the record conform to the table. The
/// table is known at compile time, so this becomes a few comparisons without a loop over fields.
template <const auto& table> [[nodiscard]] bool conforms(const Plain_record& record) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) {
        return (detail::broken_in_eight<table, i>(record.bytes()) | ...) == 0;
    }
    (std::make_index_sequence<record_length / 8>());
}

template <const auto& table> [[nodiscard]] bool conforms(const Record& record) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) {
        return (conforms(table[i], record.cut({table[i].at, table[i].length})) && ...);
    }
    (std::make_index_sequence<table.size()>());
}

} // namespace saldo::bank::coda
