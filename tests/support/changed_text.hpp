#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace saldo::test {

/// The text with the first place where `from` stands, which there is, replaced.
inline std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace saldo::test
