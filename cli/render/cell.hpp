#pragma once

#include "bank/amount.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A report is data; what stands in it is typed. Renderers know these types and no command.
namespace saldo::render {

struct Count {
    std::int64_t value = 0;
};

/// A plain decimal number, exact: `7.561644`.
struct Decimal {
    std::string value;
};

/// Free text in UTF-8.
struct Text {
    std::string value;
};

/// Names that stand together, such as the dossiers behind a figure: an array for JSON, elsewhere
/// one text with blanks between them.
struct Words {
    std::vector<std::string> values;
};

/// One word of a closed list, such as the state of a run. Machines get `value`; people read the
/// sentence `term.<list>.<value>` in their language.
struct Term {
    std::string list;
    std::string value;
};

/// An account number: IBAN without blanks, or the number as a bank wrote it. People read an IBAN in
/// groups of four.
struct Account_number {
    std::string value;
};

/// An OGM of 12 digits or a creditor reference, proved before; people read `+++…+++` and groups.
struct Reference {
    std::string value;
};

/// Nothing known: null for JSON, empty elsewhere.
using Absent = std::monostate;

struct Row;

/// Rows under a row, in the same columns: the details of a movement.
struct Rows {
    std::vector<Row> rows;
};

using Cell = std::variant<Absent,
                          Money,
                          bank::Amount,
                          Date,
                          Count,
                          Decimal,
                          bool,
                          Text,
                          Words,
                          Term,
                          Account_number,
                          Reference,
                          Rows>;

struct Row {
    std::vector<Cell> cells;
};

/// The cell of `text`, or Absent if it is empty.
template <class Kind> [[nodiscard]] Cell filled(std::string_view text) {
    return text.empty() ? Cell(Absent{}) : Cell(Kind{std::string(text)});
}

template <class Kind> [[nodiscard]] Cell filled(const std::optional<Kind>& value) {
    return value ? Cell(*value) : Cell(Absent{});
}

/// A number that is 0 when the source has none.
[[nodiscard]] inline Cell filled(std::uint64_t number) {
    return number != 0 ? Cell(Count{static_cast<std::int64_t>(number)}) : Cell(Absent{});
}

} // namespace saldo::render
