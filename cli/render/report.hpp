#pragma once

#include "cli/render/cell.hpp"

namespace saldo::render {

/// Who gets to see a fact, column or table.
struct Shown {
    bool table = true; ///< people
    bool csv = true;
    bool json = true;
};

inline constexpr Shown everywhere{};
inline constexpr Shown for_people{true, false, false};
inline constexpr Shown for_machines{false, true, true};
inline constexpr Shown in_json{false, false, true};
inline constexpr Shown not_in_csv{true, false, true};

/// A named value of a report. `key` is the JSON key in snake_case; people read `column.<key>`.
struct Fact {
    std::string key;
    Cell cell;
    Shown shown = everywhere; ///< in csv: a column before those of the table, named `csv_key`
    std::string csv_key = key;
};

/// A dot in the key makes a JSON object of neighbouring columns (`payee.name`); csv writes it as an
/// underscore. A column that holds rows has no place of its own on the screen: they follow below.
struct Column {
    std::string key;
    Shown shown = everywhere;
    bool holds_rows = false;
};

/// Rows with one cell per column. Of the tables of a report only those shown in csv reach it; they
/// have the same columns.
struct Table {
    std::string key;
    std::vector<Column> columns;
    std::vector<Row> rows;
    Shown shown = everywhere;
};

struct Report;

/// Reports within a report: the statements of a file.
struct Parts {
    std::string key;
    std::vector<Report> reports;
    Shown shown = everywhere;
};

/// What a command answers. Facts come first, then tables, then parts, in every form of output.
struct Report {
    std::vector<Fact> facts;
    std::vector<Table> tables;
    std::vector<Parts> parts;
};

} // namespace saldo::render
