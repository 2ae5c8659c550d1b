#pragma once

#include "bank/csv/dialect.hpp"
#include "bank/csv/rows.hpp"
#include "bank/csv/text.hpp"
#include "bank/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::bank::csv {

/// What stands where in the rows of a file, as its header row told.
struct Layout {
    const Dialect* dialect = nullptr;
    std::string language;
    std::vector<const Column*> columns; ///< by cell; null where the heading is not known
    std::vector<std::string> unknown;   ///< headings that are not known
    std::size_t known = 0;              ///< number of columns that are

    /// The column of a role in a row, or nothing; the first if there are several.
    [[nodiscard]] std::optional<std::size_t> find(Role role) const;
};

/// The layout a header row tells: of the dialect and language of which all columns that must be
/// there are there, whatever their order; of several the one that knows most of them. Only dialects
/// of the syntax the row was cut with are looked at, where one is given. Nothing if the row is no
/// header.
[[nodiscard]] std::optional<Layout>
match_header(const Row& row, Text_maker& texts, const Dialects& dialects, const Dialect* syntax);

/// Says which headings of the header row are not known: bank.csv_column_unknown, warnings.
void report_unknown(const Layout& layout, std::uint64_t line, Report& report);

/// A header stands within so many rows from the start, and such a row is not longer.
inline constexpr std::size_t header_rows_max = 40;
inline constexpr std::size_t header_bytes_max = 4'096;

} // namespace saldo::bank::csv
