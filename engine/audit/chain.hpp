#pragma once

#include "base/digest.hpp"

#include <string_view>

namespace saldo::audit {

/// Joins a record to the one before it: BLAKE2b-256 over the previous digest and the record's
/// canonical bytes. Changing, removing, inserting or reordering any record changes every digest
/// after it. The first record of a chain follows `Digest{}`.
[[nodiscard]] Digest link(const Digest& previous, std::string_view canonical_bytes);

} // namespace saldo::audit
