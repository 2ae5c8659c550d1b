#pragma once

#include "party/reference.hpp"

#include <optional>
#include <string_view>

namespace saldo::bank {

/// The one OGM between marks (`+++123/4567/89012+++` or with `***`) in a text, check proved;
/// nothing if there is none, or more than one.
[[nodiscard]] std::optional<Ogm> only_marked_ogm(std::string_view text);

} // namespace saldo::bank
