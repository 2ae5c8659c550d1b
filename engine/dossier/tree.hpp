#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The JSON text of a document as a tree in one vector: a node's children follow it, up to `end`.
/// Many times lighter to build than a general JSON value, which counts when a whole office is read.
namespace saldo::dossier {

inline constexpr std::size_t document_bytes_max = 1U << 20U;
inline constexpr std::size_t document_depth_max = 32;

struct Node {
    enum class Kind { object, array, text, other };

    Kind kind = Kind::other;
    std::string key;  ///< name within an object
    std::string text; ///< value of a text
    std::size_t end = 0;
    bool asked = false; ///< for the reader: a field that the form knows
};

/// The root is the first node. Refuses dossier.too_large, dossier.too_deep and dossier.not_json
/// (with the line and the byte).
[[nodiscard]] Result<std::vector<Node>> read_tree(std::string_view json);

} // namespace saldo::dossier
