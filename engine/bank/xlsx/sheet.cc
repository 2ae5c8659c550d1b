#include "bank/xlsx/sheet.hpp"

#include "bank/codes.hpp"
#include "bank/csv/values.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::xlsx {

namespace {

tl::unexpected<Refusal> unreadable_sheet(std::string_view part, std::uint64_t line = 0) {
    return refuse(xlsx_unreadable, {{"part", std::string(part)}}, {"", line, ""});
}

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// The text of a string item: of its `t`, or of the runs it is cut into; not how it sounds.
std::string text_of_item(pugi::xml_node item) {
    std::string text;
    for (const pugi::xml_node part : item.children()) {
        if (is_named(part, "t")) {
            text += part.text().get();
        } else if (is_named(part, "r")) {
            for (const pugi::xml_node run : children(part, "t")) {
                text += run.text().get();
            }
        }
    }
    return text;
}

std::string_view value_of(pugi::xml_node cell) {
    const auto values = children(cell, "v");
    return values.empty() ? std::string_view() : values.front().text().get();
}

/// The column of a place such as `AB12`, from 0; nothing if it is none.
std::optional<std::size_t> column_of(std::string_view place) {
    constexpr std::size_t letters = 26;
    constexpr std::size_t letters_max = 3;
    std::size_t column = 0;
    std::size_t i = 0;
    for (; i < place.size() && text::is_upper(place[i]) && i < letters_max; ++i) {
        column = column * letters + static_cast<std::size_t>(place[i] - 'A') + 1;
    }
    return i == 0 ? std::nullopt : std::optional(column - 1);
}

/// The cell as an element has it; nothing if it cannot be understood. A text that no one else
/// holds is put into `texts`.
std::optional<csv::Cell> read_cell(pugi::xml_node cell,
                                   const std::vector<std::string>& shared,
                                   std::deque<std::string>& texts) {
    const std::string_view type = cell.attribute("t").value();
    const std::string_view value = value_of(cell);
    if (type == "s") {
        const auto index = text::to_integer<std::size_t>(value);
        return index && *index < shared.size() ? std::optional(csv::Cell{shared[*index]})
                                               : std::nullopt;
    }
    if (type == "inlineStr") {
        const auto items = children(cell, "is");
        texts.push_back(items.empty() ? std::string() : text_of_item(items.front()));
        return csv::Cell{texts.back()};
    }
    if (type == "d") {
        return csv::Cell{texts.emplace_back(value), csv::Cell::Kind::iso_date};
    }
    if ((type.empty() || type == "n") && !value.empty()) {
        if (const auto number = csv::plain_number(value)) {
            return csv::Cell{texts.emplace_back(*number), csv::Cell::Kind::number};
        }
    }
    return csv::Cell{texts.emplace_back(value)};
}

} // namespace

bool is_named(pugi::xml_node node, std::string_view name) {
    return local_name(node) == name;
}

std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name) {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node child : node.children()) {
        if (is_named(child, name)) {
            found.push_back(child);
        }
    }
    return found;
}

Result<Done> load(pugi::xml_document& document,
                  const std::string& xml,
                  std::string_view root,
                  std::string_view part) {
    constexpr unsigned options =
        pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata_single;
    const auto read = document.load_buffer(xml.data(), xml.size(), options);
    if (!read || !is_named(document.document_element(), root)) {
        return unreadable_sheet(part);
    }
    return Done{};
}

Result<std::vector<std::string>> read_shared_strings(const std::string& xml) {
    constexpr std::string_view part = "sharedStrings";
    pugi::xml_document document;
    if (auto loaded = load(document, xml, "sst", part); !loaded) {
        return refuse(std::move(loaded.error()));
    }
    std::vector<std::string> strings;
    for (const pugi::xml_node item : children(document.document_element(), "si")) {
        strings.push_back(text_of_item(item));
        if (!text::is_utf8(strings.back())) {
            return unreadable_sheet(part);
        }
    }
    return strings;
}

Result<Done>
Sheet::add_row(pugi::xml_node row, const std::vector<std::string>& shared, std::string_view part) {
    const std::uint64_t previous = rows_.empty() ? 0 : rows_.back().line;
    const pugi::xml_attribute stated = row.attribute("r");
    const auto line =
        stated ? text::to_integer<std::uint64_t>(stated.value()) : std::optional(previous + 1);
    if (!line || *line <= previous || *line > rows_max) {
        return unreadable_sheet(part, previous + 1);
    }
    Extent extent{*line, cells_.size(), 0, 0};
    std::size_t next = 0;
    for (const pugi::xml_node each : children(row, "c")) {
        const pugi::xml_attribute place = each.attribute("r");
        const auto column = place ? column_of(place.value()) : std::optional(next);
        const auto cell = column ? read_cell(each, shared, texts_) : std::nullopt;
        if (!cell || *column < next || !text::is_utf8(cell->text)) {
            return unreadable_sheet(part, *line);
        }
        next = *column + 1;
        text_bytes_ += cell->text.size();
        if (*column < csv::cells_max) {
            cells_.resize(extent.first + *column);
            cells_.push_back(*cell);
        }
        extent.width = cell->text.empty() && *column >= csv::cells_max ? extent.width : next;
    }
    if (text_bytes_ > text_bytes_max) {
        return refuse(xlsx_too_large, {{"part", std::string(part)},
                                       {"stated", std::to_string(text_bytes_)},
                                       {"limit", std::to_string(text_bytes_max)}});
    }
    extent.count = cells_.size() - extent.first;
    rows_.push_back(extent);
    return Done{};
}

Result<Sheet>
Sheet::read(const std::string& xml, const std::vector<std::string>& shared, std::string_view part) {
    pugi::xml_document document;
    if (auto loaded = load(document, xml, "worksheet", part); !loaded) {
        return refuse(std::move(loaded.error()));
    }
    Sheet sheet;
    for (const pugi::xml_node data : children(document.document_element(), "sheetData")) {
        for (const pugi::xml_node row : children(data, "row")) {
            if (auto added = sheet.add_row(row, shared, part); !added) {
                return refuse(std::move(added.error()));
            }
        }
    }
    return sheet;
}

csv::Row Sheet::row(std::size_t index) const {
    const Extent& extent = rows_[index];
    csv::Row row;
    row.line = extent.line;
    row.cells = std::span(cells_).subspan(extent.first, extent.count);
    row.width = extent.width;
    return row;
}

} // namespace saldo::bank::xlsx
