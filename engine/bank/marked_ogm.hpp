#pragma once

#include "party/reference.hpp"

#include <optional>
#include <string_view>

namespace saldo::bank {

/// The one OGM between its marks (`+++...+++` or `***...***`) with right check digits in a text;
/// nothing if there is none, or more than one. Twelve bare digits do not count: one in 97 such
/// numbers would pass for an OGM.
[[nodiscard]] std::optional<Ogm> only_marked_ogm(std::string_view text);

} // namespace saldo::bank
