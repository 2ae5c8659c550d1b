#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// The JSON text of a document as a tree in one vector: a node's children follow it, up to `end`.
/// Many times lighter to build than a general JSON value, which counts when a whole office is read.
namespace saldo::dossier {

inline constexpr std::size_t document_bytes_max = 1U << 20U;
inline constexpr std::size_t document_depth_max = 32;

struct Node {
    enum class Kind : std::uint8_t { object, array, text, other };

    Kind kind = Kind::other;
    bool asked = false;    ///< for the reader: a field that the form knows
    std::string_view key;  ///< name within an object
    std::string_view text; ///< value of a text
    std::size_t end = 0;
};

/// The nodes, the root first, and what holds their texts.
struct Tree {
    std::vector<Node> nodes;
    std::shared_ptr<const void> texts;
};

/// Refuses dossier.too_large, dossier.too_deep and dossier.not_json (with the line and the byte).
[[nodiscard]] Result<Tree> read_tree(std::string_view json);

/// Keys that stand twice in one object: dossier.duplicate_key with their JSON pointers.
[[nodiscard]] Findings keys_twice(const Tree& tree);

/// A key as a step of a JSON pointer (RFC 6901).
[[nodiscard]] std::string escaped(std::string_view key);

} // namespace saldo::dossier
