#pragma once

#include "base/invariant.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace saldo {

/// An enumerator with the word that stands for it in files, documents and options.
template <class Enum> struct Named {
    Enum value;
    std::string_view name;
};

template <class Enum> Named(Enum, std::string_view) -> Named<Enum>;

/// The word of an enumerator; that the table has it is a contract.
template <class Enum, std::size_t count>
[[nodiscard]] constexpr std::string_view name_in(const std::array<Named<Enum>, count>& table,
                                                 Enum value) {
    const auto found = std::ranges::find(table, value, &Named<Enum>::value);
    invariant(found != table.end(), "every enumerator has a name");
    return found->name;
}

/// The enumerator of a word, or nothing.
template <class Enum, std::size_t count>
[[nodiscard]] constexpr std::optional<Enum> value_in(const std::array<Named<Enum>, count>& table,
                                                     std::string_view name) {
    const auto found = std::ranges::find(table, name, &Named<Enum>::name);
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

} // namespace saldo
