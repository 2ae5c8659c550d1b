#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Bytes in the zstd format, which says how long they are and proves them by a checksum.
namespace saldo::store {

[[nodiscard]] std::string compressed(std::string_view bytes);

/// Throws `Damaged` if it is not what `compressed` made of `size` bytes.
[[nodiscard]] std::string decompressed(std::string_view bytes, std::size_t size);

} // namespace saldo::store
