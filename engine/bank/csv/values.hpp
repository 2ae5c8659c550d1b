#pragma once

#include "bank/csv/dialect.hpp"
#include "bank/csv/rows.hpp"

#include <optional>

namespace saldo::bank::csv {

/// An amount as banks and people write it, to five decimals. With a comma, the comma is the decimal
/// mark and dots group thousands; without one, a single dot is the decimal mark and several group
/// thousands. Groups have three digits. No digit is needed before the mark, and blanks may follow
/// the sign. Nothing for anything else, and beyond twelve digits.
[[nodiscard]] std::optional<Amount> to_amount(std::string_view text);

/// A date in a pattern of `dd`, `mm` and `yy` or `yyyy`; `yy` is in this century. Nothing if there
/// is no such day in the years 1900 to 2999.
[[nodiscard]] std::optional<Date> to_date(std::string_view text, std::string_view pattern);

/// Writes a date in such a pattern.
[[nodiscard]] std::string format(Date date, std::string_view pattern);

/// What the values of a file depend on besides its dialect.
struct Values {
    const Dialect& dialect;
    bool is_1904 = false; ///< a spreadsheet counts its days from 1904

    /// The date in a cell: in one of the dialect's patterns, or as a spreadsheet holds dates.
    [[nodiscard]] std::optional<Date> date(const Cell& cell) const;
};

/// A number as a spreadsheet stores it, in plain decimals: `1288.4600000000001` and `1.28846E3` are
/// `1288.46`. Spreadsheets count with 15 significant digits; those beyond are what is left of the
/// binary form, and are rounded off. Nothing if it is no number, or has more than 20 digits.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view text);

} // namespace saldo::bank::csv
