#include "bank/xlsx/read.hpp"

#include "bank/codes.hpp"
#include "bank/csv/assembler.hpp"
#include "bank/xlsx/workbook.hpp"

#include <algorithm>

namespace saldo::bank::xlsx {

namespace {

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
    return bytes.starts_with(local_entry) &&
           bytes.find("xl/workbook.xml") != std::string_view::npos;
}

Result<Statement_file> read(std::string_view bytes, const csv::Dialects& dialects) {
    const auto workbook = Workbook::open(bytes);
    if (!workbook) {
        return refuse(workbook.error());
    }
    for (std::size_t i = 0; i < workbook->size(); ++i) {
        const auto sheet = workbook->sheet(i);
        if (!sheet) {
            return refuse(sheet.error());
        }
        Statement_file file;
        csv::Text_maker texts(Charset::utf8, false, file);
        if (const auto header = find_header(*sheet, texts, dialects)) {
            read_rows(*sheet, header->first, header->second, workbook->is_1904(), file);
            return file;
        }
    }
    return refuse(csv_header_unknown);
}

} // namespace saldo::bank::xlsx
