#include "payments/pain001/cursor.hpp"

#include "payments/pain001/codes.hpp"

#include <algorithm>

namespace saldo::payments::pain001 {

namespace {

bool is_named(pugi::xml_node node, std::string_view name) {
    return node.type() == pugi::node_element && name == node.name();
}

std::string_view name_of(pugi::xml_node node) {
    return node.type() == pugi::node_element ? node.name() : "text";
}

bool is_blank(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata &&
           std::string_view(node.value()).find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void allow_only(pugi::xml_node node, std::string_view attribute, Trouble& trouble) {
    bool seen = false;
    for (const pugi::xml_attribute given : node.attributes()) {
        if (seen || attribute != given.name()) {
            trouble.note(attribute_unexpected, node, given.name());
        }
        seen = true;
    }
}

/// `/Document/CstmrCdtTrfInitn/PmtInf`; bounded, for a hostile file can be deep.
std::string path_of(pugi::xml_node node) {
    constexpr int depth_max = 16;
    std::string path;
    for (int depth = 0; node.type() == pugi::node_element && depth < depth_max; ++depth) {
        path.insert(0, "/" + std::string(node.name()));
        node = node.parent();
    }
    return path;
}

} // namespace

void Trouble::note(Code code, pugi::xml_node at, std::string_view element, pugi::xml_node found) {
    if (finding_) {
        return;
    }
    Finding finding{code, Severity::error, {"", 0, std::string(part_.path) + path_of(at)}, {}};
    finding.params.push_back({"element", std::string(element)});
    if (found) {
        finding.params.push_back({"found", std::string(name_of(found))});
    }
    keep(std::move(finding), at.offset_debug());
}

void Trouble::note_malformed(const pugi::xml_parse_result& parsed) {
    if (!finding_) {
        keep({not_well_formed, Severity::error, {}, {{"reason", parsed.description()}}},
             parsed.offset);
    }
}

void Trouble::keep(Finding finding, std::ptrdiff_t offset) {
    finding_ = std::move(finding);
    offset_ = in_part(offset);
    is_in_part_ = !part_.path.empty();
}

std::size_t Trouble::in_part(std::ptrdiff_t offset) const {
    return part_.begin + static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0));
}

std::size_t Trouble::offset_of(pugi::xml_node node) const {
    return in_part(node.offset_debug());
}

Cursor::Cursor(pugi::xml_node parent, Trouble& trouble, const char* attribute)
    : parent_(parent), next_(parent.first_child()), trouble_(trouble) {
    allow_only(parent, attribute, trouble);
    if (is_blank(next_)) {
        next_ = {}; // between elements white space says nothing, also where there is no element
    }
}

Cursor::~Cursor() {
    if (next_) {
        trouble_.note(element_unexpected, parent_, name_of(next_));
    }
}

pugi::xml_node Cursor::take(const char* name) {
    if (!is_named(next_, name)) {
        return {};
    }
    return take_any();
}

pugi::xml_node Cursor::need(const char* name) {
    const pugi::xml_node node = take(name);
    if (!node) {
        trouble_.note(element_missing, parent_, name, next_);
    }
    return node;
}

pugi::xml_node Cursor::take_any() {
    const pugi::xml_node node = next_;
    next_ = next_.next_sibling();
    return node;
}

std::optional<std::string_view> Cursor::take_text(const char* name) {
    if (const pugi::xml_node node = take(name)) {
        return text_of(node, trouble_);
    }
    return std::nullopt;
}

std::string_view Cursor::text_or_empty(const char* name) {
    return text_of(take(name), trouble_);
}

std::string_view Cursor::need_text(const char* name) {
    return text_of(need(name), trouble_);
}

std::string_view text_of(pugi::xml_node leaf, Trouble& trouble, const char* attribute) {
    allow_only(leaf, attribute, trouble);
    const pugi::xml_node child = leaf.first_child();
    if (child && (child.type() != pugi::node_pcdata || child.next_sibling())) {
        trouble.note(element_unexpected, leaf, "more than text");
        return {};
    }
    return child.value();
}

} // namespace saldo::payments::pain001
