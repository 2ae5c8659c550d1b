#pragma once

#include "base/invariant.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <string_view>

namespace saldo::party {

/// At most `capacity` characters held in place, so that the value types of this module copy as
/// plain memory.
template <std::size_t capacity> class Short_text {
public:
    constexpr Short_text() = default;

    /// A longer text is a broken contract.
    constexpr explicit Short_text(std::string_view text) : size_(text.size()) {
        invariant(text.size() <= capacity, "a short text fits");
        for (std::size_t i = 0; i < text.size(); ++i) {
            chars_[i] = text[i];
        }
    }

    [[nodiscard]] constexpr std::string_view view() const { return {chars_.data(), size_}; }

    friend constexpr bool operator==(const Short_text& a, const Short_text& b) {
        return a.view() == b.view();
    }

    friend constexpr auto operator<=>(const Short_text& a, const Short_text& b) {
        return a.view() <=> b.view();
    }

private:
    std::array<char, capacity> chars_{};
    std::size_t size_ = 0;
};

} // namespace saldo::party
