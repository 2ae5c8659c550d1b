#pragma once

#include <string>
#include <string_view>

namespace saldo::render {

/// Columns a terminal gives to the text: code points of UTF-8, combining marks and zero-width
/// characters not counted, East Asian wide characters counted twice.
[[nodiscard]] std::size_t width(std::string_view text);

/// The text with control characters (C0, DEL, C1, changes of direction) as blanks and ill-formed
/// bytes as `?`.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace saldo::render
