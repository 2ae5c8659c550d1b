#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::payments::pain001 {

/// The elements `PmtInf` of a file, and the rest of it, so that a large file needs no tree of the
/// whole at once. They are cut by their tags alone. Where such a tag stands in a comment, CDATA or
/// an attribute, a part is not well-formed or still has what is refused everywhere; so parts that
/// are all taken make a file that would be taken whole.
struct File_parts {
    struct Block {
        std::size_t begin; ///< of the bytes of the file
        std::size_t size;
    };

    std::string frame;         ///< the file with `<PmtInf/>` in the place of each block
    std::vector<Block> blocks; ///< none if the frame is the whole file

    /// Where a byte of the frame stands in the file.
    [[nodiscard]] std::size_t offset_in_file(std::size_t in_frame) const;
};

/// The file stays whole if it has blocks that are written in another way than banks do.
[[nodiscard]] File_parts parts_of(std::string_view xml);

} // namespace saldo::payments::pain001
