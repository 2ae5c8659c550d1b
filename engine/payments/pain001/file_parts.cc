#include "payments/pain001/file_parts.hpp"

namespace saldo::payments::pain001 {

namespace {

constexpr std::string_view begin_tag = "<PmtInf>";
constexpr std::string_view end_tag = "</PmtInf>";
constexpr std::string_view placeholder = "<PmtInf/>";

/// The end of the block that begins there, or npos if either tag is not as banks write it.
std::size_t end_of_block(std::string_view xml, std::size_t begin) {
    constexpr std::string_view any_end = "</PmtInf";
    if (!xml.substr(begin).starts_with(begin_tag)) {
        return std::string_view::npos;
    }
    std::size_t end = xml.find(any_end, begin);
    while (end != std::string_view::npos && xml.substr(end).starts_with("</PmtInfId>")) {
        end = xml.find(any_end, end + 1);
    }
    const bool is_plain = end != std::string_view::npos && xml.substr(end).starts_with(end_tag);
    return is_plain ? end + end_tag.size() : std::string_view::npos;
}

} // namespace

std::size_t File_parts::offset_in_file(std::size_t in_frame) const {
    std::size_t in_file = in_frame;
    for (const Block& block : blocks) {
        if (in_file < block.begin + placeholder.size()) {
            break;
        }
        in_file += block.size - placeholder.size();
    }
    return in_file;
}

File_parts parts_of(std::string_view xml) {
    constexpr std::string_view any_begin = "<PmtInf";
    File_parts parts;
    std::size_t at = 0;
    for (std::size_t begin = xml.find(any_begin); begin != std::string_view::npos;
         begin = xml.find(any_begin, at)) {
        const std::size_t end = end_of_block(xml, begin);
        if (end == std::string_view::npos) {
            return {std::string(xml), {}};
        }
        parts.frame.append(xml.substr(at, begin - at)).append(placeholder);
        parts.blocks.push_back({begin, end - begin});
        at = end;
    }
    parts.frame += xml.substr(at);
    return parts;
}

} // namespace saldo::payments::pain001
