#include "base/invariant.hpp"
#include "cli/render/plain.hpp"
#include "cli/render/render.hpp"

#include <algorithm>
#include <ostream>

namespace saldo::render {

namespace {

using Line = std::vector<std::string>;

void write_field(std::ostream& out, std::string_view text) {
    if (text.find_first_of("\",\r\n") == std::string_view::npos) {
        out << text;
        return;
    }
    out << '"';
    for (const char c : text) {
        out << (c == '"' ? "\"\"" : std::string_view(&c, 1));
    }
    out << '"';
}

void write_line(std::ostream& out, const Line& line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        out << (i == 0 ? "" : ",");
        write_field(out, line[i]);
    }
    out << '\n';
}

/// Walks the report and writes each row with the facts around it; the header goes out with the
/// first table met.
class Csv_writer {
public:
    explicit Csv_writer(std::ostream& out) : out_(out) {}

    void write(const Report& report, Line names, Line values) {
        for (const Fact& fact : report.facts) {
            if (fact.shown.csv) {
                names.push_back(fact.csv_key);
                values.push_back(plain(fact.cell));
            }
        }
        for (const Table& table : report.tables) {
            if (table.shown.csv) {
                write_rows(table, names, values);
            }
        }
        for (const Parts& parts : report.parts) {
            if (!parts.shown.csv) {
                continue;
            }
            for (const Report& part : parts.reports) {
                write(part, names, values);
            }
        }
        const bool has_table =
            std::ranges::any_of(report.tables, [](const Table& table) { return table.shown.csv; });
        if (!has_table && report.parts.empty()) {
            write_header(names);
            write_line(out_, values);
        }
    }

private:
    void write_header(const Line& names) {
        if (header_.empty()) {
            header_ = names;
            write_line(out_, names);
        }
        invariant(header_ == names, "the tables of a csv have the same columns");
    }

    void write_rows(const Table& table, Line names, const Line& values) {
        for (const Column& column : table.columns) {
            if (column.shown.csv) {
                names.push_back(column.key);
                std::ranges::replace(names.back(), '.', '_');
            }
        }
        write_header(names);
        for (const Row& row : table.rows) {
            invariant(row.cells.size() == table.columns.size(), "a row has one cell per column");
            Line line = values;
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (table.columns[i].shown.csv) {
                    line.push_back(plain(row.cells[i]));
                }
            }
            write_line(out_, line);
        }
    }

    std::ostream& out_;
    Line header_;
};

} // namespace

void write_csv(std::ostream& out, const Report& report) {
    Csv_writer(out).write(report, {}, {});
}

} // namespace saldo::render
