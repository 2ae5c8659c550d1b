#pragma once

#include <string_view>

namespace saldo::bank {

/// Takes the first line off a text: up to LF or CRLF, or all of it. The line comes without its end.
[[nodiscard]] std::string_view take_line(std::string_view& rest);

/// Without the UTF-8 byte order mark some programs put at the start of a file.
[[nodiscard]] std::string_view without_mark(std::string_view bytes);

} // namespace saldo::bank
