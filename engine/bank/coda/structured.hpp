#pragma once

#include "bank/amount.hpp"
#include "bank/coda/structured_layout.hpp"
#include "calendar/date.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace saldo::bank::coda {

/// A rate as written: `units` over 10 to the power 8.
struct Rate_value {
    std::uint64_t units = 0;

    friend bool operator==(Rate_value, Rate_value) = default;
};

/// Nothing where the field is blank or says unknown; the text itself where it does not read as
/// its kind, so that nothing is lost.
using Structured_value =
    std::variant<std::monostate, std::string_view, std::uint64_t, Amount, Rate_value, Date>;

struct Structured_field {
    std::string_view name;
    Structured_value value;
};

/// The table of a type of three digits, for movements (100-127) and information (001-009) alike;
/// empty for a type without one, whose content is kept as written.
[[nodiscard]] std::span<const Field> layout_of(std::string_view type);

/// The characters of a slot; fewer, or none, where the content ends before.
[[nodiscard]] std::string_view cut(std::string_view content, Slot slot);

/// The fields of a structured communication (`Communication::written`, `Information::text`) in
/// the order of the table, reserved stretches left out. Views into the content.
[[nodiscard]] std::vector<Structured_field> decode(std::string_view type, std::string_view content);

/// The value of one field of `decode`, or nothing.
[[nodiscard]] const Structured_value* find(std::span<const Structured_field> fields,
                                           std::string_view name);

} // namespace saldo::bank::coda
