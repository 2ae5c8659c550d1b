#include "support/xlsx_file.hpp"

#include "base/invariant.hpp"

#include <zip.h>

namespace saldo::test {

namespace {

constexpr std::string_view xml_start = R"(<?xml version="1.0" encoding="UTF-8"?>)";
constexpr std::string_view main_space =
    R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text) {
        made += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    }
    return made;
}

} // namespace

std::string zip_of(const Parts& parts) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    invariant(archive != nullptr, "an archive in memory can be begun");
    for (const auto& [name, bytes] : parts) {
        zip_source_t* part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), part, ZIP_FL_OVERWRITE);
        invariant(index >= 0, "a part can be added");
        constexpr zip_uint16_t day = (46U << 9U) | (1U << 5U) | 1U; // 2026-01-01
        zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, day, 0);
    }
    invariant(zip_close(archive) == 0, "the archive can be written");
    zip_stat_t stat;
    invariant(zip_source_stat(target, &stat) == 0 && zip_source_open(target) == 0,
              "the archive can be read");
    std::string bytes(stat.size, '\0');
    const zip_int64_t read = zip_source_read(target, bytes.data(), bytes.size());
    invariant(read == static_cast<zip_int64_t>(bytes.size()), "the archive is read whole");
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

Parts workbook_parts(std::string_view rows, const std::vector<std::string>& shared, bool is_1904) {
    std::string strings;
    for (const std::string& text : shared) {
        strings += "<si><t xml:space=\"preserve\">" + escaped(text) + "</t></si>";
    }
    const std::string start(xml_start);
    const std::string space(main_space);
    return {
        {"[Content_Types].xml",
         start +
             R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
        {"xl/workbook.xml",
         start + "<workbook " + space +
             R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)" +
             "<workbookPr date1904=\"" + (is_1904 ? "1" : "0") + "\"/>" +
             R"(<sheets><sheet name="Export" sheetId="1" r:id="rId7"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         start + R"(<Relationships xmlns=")"
                 R"(http://schemas.openxmlformats.org/package/2006/relationships">)"
                 R"(<Relationship Id="rId7" Type="worksheet" Target="worksheets/sheet1.xml"/>)"
                 "</Relationships>"},
        {"xl/sharedStrings.xml", start + "<sst " + space + ">" + strings + "</sst>"},
        {"xl/worksheets/sheet1.xml", start + "<worksheet " + space +
                                         R"(><dimension ref="A1"/><sheetData>)" +
                                         std::string(rows) + "</sheetData></worksheet>"}};
}

} // namespace saldo::test
