#include "bank/xlsx/read.hpp"

#include "bank/codes.hpp"
#include "bank/csv/assembler.hpp"
#include "bank/xlsx/package.hpp"
#include "bank/xlsx/sheet.hpp"

#include <algorithm>

namespace saldo::bank::xlsx {

namespace {

constexpr const char* workbook_part = "xl/workbook.xml";
constexpr std::size_t sheets_max = 16;

/// The names of the parts with the sheets, and how the workbook counts its days.
struct Workbook {
    std::vector<std::string> sheets;
    bool is_1904 = false;
};

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

Result<Workbook> read_workbook(const Package& package) {
    const auto xml = needed_part(package, workbook_part);
    const auto relations_xml = needed_part(package, "xl/_rels/workbook.xml.rels");
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
    Workbook workbook;
    for (const pugi::xml_node node : children(book.document_element(), "workbookPr")) {
        workbook.is_1904 = is_on(node.attribute("date1904"));
    }
    const auto links = children(relations.document_element(), "Relationship");
    for (const pugi::xml_node list : children(book.document_element(), "sheets")) {
        for (const pugi::xml_node sheet : children(list, "sheet")) {
            const std::string_view id = prefixed_attribute(sheet, "id");
            const auto link = std::ranges::find_if(
                links, [&](pugi::xml_node each) { return id == each.attribute("Id").value(); });
            if (link != links.end() && workbook.sheets.size() < sheets_max) {
                workbook.sheets.push_back(part_of_target(link->attribute("Target").value()));
            }
        }
    }
    return workbook;
}

/// The layout and the header's index, if one of the first rows is a header.
std::optional<std::pair<csv::Layout, std::size_t>>
find_header(const Sheet& sheet, csv::Text_maker& texts, const csv::Dialects& dialects) {
    for (std::size_t i = 0; i < std::min(sheet.size(), csv::header_rows_max); ++i) {
        if (auto layout = csv::match_header(sheet.row(i), texts, dialects, nullptr)) {
            return std::pair(*std::move(layout), i);
        }
    }
    return std::nullopt;
}

void read_rows(const Sheet& sheet,
               const csv::Layout& layout,
               std::size_t header,
               bool is_1904,
               Statement_file& file) {
    file.format = file.keep("xlsx-" + layout.dialect->name);
    csv::Text_maker texts(Charset::utf8, false, file);
    Report report(file.findings);
    csv::Assembler assembler(file, report, texts, layout, is_1904);
    std::vector<csv::Cell> cells;
    for (std::size_t i = 0; i < sheet.size(); ++i) {
        csv::Row row = sheet.row(i);
        if (i == header) {
            csv::report_unknown(layout, row.line, report);
        } else if (i < header) {
            assembler.take_preamble(row);
        } else {
            cells.assign(row.cells.begin(), row.cells.end()); // a sheet leaves out blank cells
            cells.resize(std::max(cells.size(), layout.columns.size()));
            row.cells = cells;
            row.width = std::max(row.width, cells.size());
            assembler.take(row);
        }
    }
    assembler.finish();
    report.finish();
}

} // namespace

bool is_xlsx(std::string_view bytes) {
    constexpr std::string_view local_entry = "PK\x03\x04";
    return bytes.starts_with(local_entry) && bytes.find(workbook_part) != std::string_view::npos;
}

Result<Statement_file> read(std::string_view bytes, const csv::Dialects& dialects) {
    const auto package = Package::open(bytes);
    if (!package) {
        return refuse(package.error());
    }
    const auto workbook = read_workbook(*package);
    const auto shared_xml = package->part("xl/sharedStrings.xml");
    if (!workbook || !shared_xml) {
        return refuse(!workbook ? workbook.error() : shared_xml.error());
    }
    std::vector<std::string> shared;
    if (*shared_xml) {
        auto strings = read_shared_strings(**shared_xml);
        if (!strings) {
            return refuse(std::move(strings.error()));
        }
        shared = *std::move(strings);
    }
    for (const std::string& name : workbook->sheets) {
        const auto xml = needed_part(*package, name);
        const auto sheet = xml ? Sheet::read(*xml, shared, name) : refuse(xml.error());
        if (!sheet) {
            return refuse(sheet.error());
        }
        Statement_file file;
        csv::Text_maker texts(Charset::utf8, false, file);
        if (const auto header = find_header(*sheet, texts, dialects)) {
            read_rows(*sheet, header->first, header->second, workbook->is_1904, file);
            return file;
        }
    }
    return refuse(csv_header_unknown);
}

} // namespace saldo::bank::xlsx
