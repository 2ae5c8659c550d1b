#include "bank/camt/document.hpp"

#include "bank/codes.hpp"

namespace saldo::bank::camt {

namespace {

/// Of the first byte of an element: pugixml counts to its name.
std::uint64_t offset_of(pugi::xml_node node) {
    const std::ptrdiff_t offset = node.offset_debug();
    return offset > 0 ? static_cast<std::uint64_t>(offset - 1) : 0;
}

bool is_named(pugi::xml_node node, std::string_view name) {
    return node.type() == pugi::node_element && local_name(node) == name;
}

} // namespace

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node node : parent.children()) {
        if (is_named(node, name)) {
            return node;
        }
    }
    return {};
}

pugi::xml_node find(pugi::xml_node from, std::string_view path) {
    while (from && !path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        from = child(from, path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return from;
}

std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node node : parent.children()) {
        if (is_named(node, name)) {
            found.push_back(node);
        }
    }
    return found;
}

std::string_view currency_of(pugi::xml_node amount) {
    return amount.attribute("Ccy").value();
}

Result<Done> Document::parse(std::string& bytes) {
    auto outline = camt::outline(bytes);
    if (!outline) {
        return refuse(outline.error());
    }
    outline_ = *std::move(outline);
    const auto parsed = document_.load_buffer_inplace(bytes.data(), bytes.size(),
                                                      pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        const auto offset = static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
        return refuse(camt_not_well_formed, {{"reason", parsed.description()}},
                      {"", outline_.line_at(offset), ""});
    }
    return Done{};
}

std::uint64_t Document::line_of(pugi::xml_node node) const {
    return node ? outline_.line_at(offset_of(node)) : 0;
}

Byte_range Document::range_of(pugi::xml_node node) const {
    return outline_.range_at(offset_of(node));
}

} // namespace saldo::bank::camt
