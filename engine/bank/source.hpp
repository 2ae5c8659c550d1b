#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace saldo::bank {

/// The bytes of a file, asked for piece by piece: writes the bytes from an offset on into the span
/// and gives how many it wrote, at least one unless the file ends at or before the offset. A
/// reader asks from the beginning to the end. Only where the beginning cannot tell how the whole
/// file is written (its letters, its line ends) does it look at all of it a second time, so the
/// bytes must stay the same. Reading the file is the caller's: this module opens none.
using Source = std::function<std::size_t(std::uint64_t offset, std::span<char> into)>;

/// A source of bytes in memory, which must outlive it.
[[nodiscard]] Source source_of(std::string_view bytes);

/// Fills the span from an offset on, however small the pieces of the source are. Gives how many
/// bytes there were; fewer than the span holds only at the end.
[[nodiscard]] std::size_t fill(const Source& source, std::uint64_t offset, std::span<char> into);

} // namespace saldo::bank
