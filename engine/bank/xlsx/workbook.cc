#include "bank/xlsx/workbook.hpp"

#include "bank/codes.hpp"

#include <algorithm>

namespace saldo::bank::xlsx {

namespace {

constexpr const char* workbook_part = "xl/workbook.xml";
constexpr std::size_t sheets_max = 16;

/// A part by the name of a relation of the workbook, which is relative to its folder.
std::string part_of_target(std::string_view target) {
    return target.starts_with('/') ? std::string(target.substr(1))
                                   : std::string("xl/").append(target);
}

Result<std::string> needed_part(const Package& package, const std::string& name) {
    auto part = package.part(name);
    if (!part) {
        return refuse(std::move(part.error()));
    }
    return *part ? Result<std::string>(**std::move(part))
                 : refuse(xlsx_unreadable, {{"part", name}});
}

bool is_on(pugi::xml_attribute attribute) {
    const std::string_view value = attribute.value();
    return value == "1" || value == "true";
}

/// The value of an attribute with this name after whatever prefix.
std::string_view prefixed_attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
        const std::string_view whole = attribute.name();
        if (whole.ends_with(name) && whole.size() > name.size() &&
            whole[whole.size() - name.size() - 1] == ':') {
            return attribute.value();
        }
    }
    return {};
}

} // namespace

Result<Workbook> Workbook::open(std::string_view bytes) {
    auto package = Package::open(bytes);
    if (!package) {
        return refuse(package.error());
    }
    Workbook workbook(*std::move(package));
    auto done = workbook.read_sheets().and_then([&](Done) { return workbook.read_shared(); });
    return done ? Result<Workbook>(std::move(workbook)) : refuse(std::move(done.error()));
}

Result<Done> Workbook::read_sheets() {
    const auto xml = needed_part(package_, workbook_part);
    const auto relations_xml = needed_part(package_, "xl/_rels/workbook.xml.rels");
    if (!xml || !relations_xml) {
        return refuse(!xml ? xml.error() : relations_xml.error());
    }
    pugi::xml_document book;
    pugi::xml_document relations;
    const auto loaded = load(book, *xml, "workbook", workbook_part);
    const auto related = load(relations, *relations_xml, "Relationships", "workbook.xml.rels");
    if (!loaded || !related) {
        return refuse(!loaded ? loaded.error() : related.error());
    }
    for (const pugi::xml_node node : children(book.document_element(), "workbookPr")) {
        is_1904_ = is_on(node.attribute("date1904"));
    }
    const auto links = children(relations.document_element(), "Relationship");
    for (const pugi::xml_node list : children(book.document_element(), "sheets")) {
        for (const pugi::xml_node sheet : children(list, "sheet")) {
            const std::string_view id = prefixed_attribute(sheet, "id");
            const auto link = std::ranges::find_if(
                links, [&](pugi::xml_node each) { return id == each.attribute("Id").value(); });
            if (link != links.end() && sheets_.size() < sheets_max) {
                sheets_.push_back(part_of_target(link->attribute("Target").value()));
            }
        }
    }
    return Done{};
}

Result<Done> Workbook::read_shared() {
    const auto xml = package_.part("xl/sharedStrings.xml");
    if (!xml || !*xml) {
        return xml ? Result<Done>(Done{}) : refuse(xml.error());
    }
    return read_shared_strings(**xml).map([&](std::vector<std::string> strings) {
        *shared_ = std::move(strings);
        return Done{};
    });
}

Result<Sheet> Workbook::sheet(std::size_t index) const {
    const std::string& name = sheets_.at(index);
    const auto xml = needed_part(package_, name);
    return xml ? Sheet::read(*xml, *shared_, name) : refuse(xml.error());
}

} // namespace saldo::bank::xlsx
