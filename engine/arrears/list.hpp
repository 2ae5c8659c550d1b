#pragma once

#include "arrears/columns.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"
#include "party/iban.hpp"
#include "party/number.hpp"

#include <optional>
#include <string>
#include <vector>

/// A landlord's list of the tenants who owe rent on a day.
namespace saldo::arrears {

/// A tenant as a list names him. Names, addresses and numbers of people stand in the records of the
/// office; no finding and no event has them.
struct Tenant {
    std::string reference; ///< the landlord's own number of him
    std::string name;
    std::optional<National_number> national_number{};
    std::optional<Date> birth_date{};
    std::optional<Iban> iban{};
    std::string street{}; ///< with number and box; this and the next may be empty
    std::string postal_code{};
    std::string town{};
    std::string telephone{};

    friend bool operator==(const Tenant&, const Tenant&) = default;
};

/// What a tenant owes on the day of a list.
struct List_row {
    Tenant tenant;
    Money rent = Money::zero();    ///< of a month, not negative
    Money arrears = Money::zero(); ///< at most zero if nothing is owed

    friend bool operator==(const List_row&, const List_row&) = default;
};

struct List {
    std::string landlord; ///< key
    std::string landlord_name;
    Date as_of;
    std::vector<List_row> rows; ///< each tenant once, in the order of the file

    friend bool operator==(const List&, const List&) = default;
};

/// Sum of the arrears of all rows.
[[nodiscard]] Money total_arrears(const List& list);

struct Read_list {
    List list;
    Findings findings; ///< warnings: headings that nobody knows (arrears.column_unknown)
};

/// A list has no more rows.
inline constexpr std::size_t rows_max = 50'000;

/// Reads a list in the landlord's form: CSV with semicolons, commas or tabs in UTF-8 or
/// Windows-1252, or the first sheet of a spreadsheet with its headings. Rows before the headings
/// and empty ones are left out. An amount is read in the landlord's decimal mark, with or without
/// the euro sign, and to the cent. `as_of` is the day of a list that does not tell it; where both
/// do, they must agree.
///
/// All of it is read or nothing. Refuses arrears.header_missing (with the columns that are needed),
/// arrears.column_twice, arrears.row_malformed, arrears.cell_missing, arrears.cell_wrong (column,
/// what stands there, and the code of why; never a national number or an IBAN),
/// arrears.tenant_twice, arrears.date_differs, arrears.date_missing, arrears.total_differs where a
/// row of totals does not state the sum, arrears.too_many_rows, and what bank/xlsx/workbook.hpp
/// refuses; each with its row.
[[nodiscard]] Result<Read_list>
read_list(std::string bytes, const Landlord& landlord, std::optional<Date> as_of);

} // namespace saldo::arrears
