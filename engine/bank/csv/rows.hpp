#pragma once

#include "bank/csv/dialect.hpp"
#include "bank/statement.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace saldo::bank::csv {

struct Cell {
    enum class Kind : std::uint8_t {
        text,
        number,  ///< of a spreadsheet: plain decimals
        iso_date ///< of a spreadsheet: starts with `yyyy-mm-dd`
    };

    std::string_view text; ///< in the charset of the file, without quotation marks
    Kind kind = Kind::text;
};

/// One row of a file or sheet, whoever cut it.
struct Row {
    std::uint64_t line = 0; ///< 1-based
    Byte_range origin;
    std::span<const Cell> cells; ///< at most `cells_max`
    std::size_t width = 0;       ///< number of cells in the file
    bool is_malformed = false;   ///< a quotation mark is open at its end, or a text follows one
};

inline constexpr std::size_t cells_max = 64;

[[nodiscard]] bool is_blank(const Row& row);

/// Cuts the bytes of a file into rows, which end at CR, LF or CRLF, and rows into cells. Why not
/// libcsv: it tells neither where in the file a row stands nor on which line, copies every cell,
/// and takes a quotation mark at the start of a cell for the start of a quoted one, so that one
/// remittance text that starts with a quotation mark swallows the rest of the file.
class Row_reader {
public:
    Row_reader(std::string_view bytes, char separator, Quotes quotes, Statement_file& file)
        : bytes_(bytes), separator_(separator), quotes_(quotes), file_(file) {}

    /// The next row, also where it is empty; good until the next call. The texts of its cells live
    /// as long as the file.
    [[nodiscard]] std::optional<Row> next();

    /// Goes on at a byte, which is the start of a line.
    void go_to(std::size_t at, std::uint64_t line) {
        at_ = at;
        line_ = line;
    }

    /// Where the next row starts.
    [[nodiscard]] std::size_t at() const { return at_; }

    /// The line of the next row.
    [[nodiscard]] std::uint64_t line() const { return line_; }

private:
    [[nodiscard]] std::string_view take_cell(Row& row);
    [[nodiscard]] std::string_view take_plain();
    [[nodiscard]] std::optional<std::string_view> take_quoted(bool over_lines);
    [[nodiscard]] bool ends_cell(std::size_t at) const;
    void skip_line_end();

    std::string_view bytes_;
    char separator_;
    Quotes quotes_;
    Statement_file& file_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    std::vector<Cell> cells_;
};

} // namespace saldo::bank::csv
