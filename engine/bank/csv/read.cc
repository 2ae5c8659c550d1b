#include "bank/csv/read.hpp"

#include "bank/codes.hpp"
#include "bank/csv/assembler.hpp"

#include <algorithm>

namespace saldo::bank::csv {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Where the header row stands and what it told.
struct Header {
    Layout layout;
    std::uint64_t line = 0;
    std::size_t after = 0; ///< byte at which the next row starts
};

/// A dialect of each way to cut rows.
std::vector<const Dialect*> syntaxes(const Dialects& dialects) {
    std::vector<const Dialect*> list;
    for (const Dialect& dialect : dialects) {
        const bool known = std::ranges::any_of(list, [&](const Dialect* each) {
            return each->separator == dialect.separator && each->quotes == dialect.quotes;
        });
        if (!known) {
            list.push_back(&dialect);
        }
    }
    return list;
}

/// Looks for the header among the first lines. Whatever stands before it has no quoted line ends.
std::optional<Header>
find_header(std::string_view text, const Dialects& dialects, Statement_file& file) {
    Text_maker texts(charset_of(text), true, file);
    constexpr char no_separator = '\0';
    Row_reader lines(text, no_separator, Quotes::none, file);
    const std::vector<const Dialect*> ways = syntaxes(dialects);
    for (std::size_t i = 0; i < header_rows_max; ++i) {
        const auto line = lines.next();
        if (!line) {
            return std::nullopt;
        }
        if (line->origin.size > header_bytes_max) {
            continue;
        }
        std::optional<Layout> best;
        for (const Dialect* way : ways) {
            Row_reader cells(text.substr(line->origin.begin, line->origin.size), way->separator,
                             way->quotes, file);
            const auto row = cells.next();
            auto layout = row ? match_header(*row, texts, dialects, way) : std::nullopt;
            if (layout && (!best || layout->known > best->known)) {
                best = std::move(layout);
            }
        }
        if (best) {
            return Header{*std::move(best), line->line, lines.at()};
        }
    }
    return std::nullopt;
}

std::string_view without_mark(std::string_view bytes) {
    return bytes.starts_with(byte_order_mark) ? bytes.substr(byte_order_mark.size()) : bytes;
}

} // namespace

bool is_csv(std::string_view bytes, const Dialects& dialects) {
    Statement_file file;
    return find_header(without_mark(bytes), dialects, file).has_value();
}

Result<Statement_file> read(std::string bytes, const Dialects& dialects) {
    Statement_file file;
    const std::string_view whole = file.keep_bytes(std::move(bytes));
    const std::string_view text = without_mark(whole);
    const std::size_t mark = whole.size() - text.size();
    const auto header = find_header(text, dialects, file);
    if (!header) {
        return refuse(csv_header_unknown);
    }
    const Dialect& dialect = *header->layout.dialect;
    file.format = file.keep("csv-" + dialect.name);
    Report report(file.findings);
    Text_maker texts(charset_of(text), true, file);
    Assembler assembler(file, report, texts, header->layout, false);
    Row_reader rows(text, dialect.separator, dialect.quotes, file);
    const auto next = [&] {
        auto row = rows.next();
        if (row) {
            row->origin.begin += mark;
        }
        return row;
    };
    while (rows.line() < header->line) {
        assembler.take_preamble(*next());
    }
    report_unknown(header->layout, header->line, report);
    rows.go_to(header->after, header->line + 1);
    while (const auto row = next()) {
        assembler.take(*row);
    }
    assembler.finish();
    report.finish();
    return file;
}

} // namespace saldo::bank::csv
