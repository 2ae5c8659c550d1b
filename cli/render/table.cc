#include "base/invariant.hpp"
#include "cli/render/render.hpp"
#include "cli/render/shown_text.hpp"
#include "cli/render/width.hpp"

#include <algorithm>
#include <ostream>

namespace saldo::render {

namespace {

constexpr std::string_view gap = "  ";

struct Shown_column {
    std::size_t index = 0; ///< in the row
    std::string heading;
    bool right = false;
    std::size_t width = 0;
};

std::string padded(std::string_view text, std::size_t columns, bool right) {
    const std::size_t used = width(text);
    const std::string blanks(used < columns ? columns - used : 0, ' ');
    return right ? blanks + std::string(text) : std::string(text) + blanks;
}

class Table_writer {
public:
    Table_writer(std::ostream& out, const i18n::Texts& texts) : out_(out), texts_(texts) {}

    void write(const Report& report) {
        write_facts(report.facts);
        const auto shown = std::ranges::count_if(
            report.tables, [](const Table& table) { return table.shown.table; });
        for (const Table& table : report.tables) {
            if (table.shown.table) {
                write_table(table, shown > 1);
            }
        }
        for (const Parts& parts : report.parts) {
            if (!parts.shown.table) {
                continue;
            }
            for (const Report& part : parts.reports) {
                write(part);
            }
        }
    }

private:
    /// A blank line between blocks, none before the first.
    void begin_block() {
        out_ << (started_ ? "\n" : "");
        started_ = true;
    }

    void write_facts(const std::vector<Fact>& facts) {
        std::vector<std::pair<std::string, std::string>> lines;
        std::size_t label_width = 0;
        for (const Fact& fact : facts) {
            if (fact.shown.table) {
                lines.emplace_back(texts_("column." + fact.key), shown_text(fact.cell, texts_));
                label_width = std::max(label_width, width(lines.back().first));
            }
        }
        if (lines.empty()) {
            return;
        }
        begin_block();
        for (const auto& [label, value] : lines) {
            write_line(padded(label, label_width, false) + std::string(gap) + value);
        }
    }

    void write_table(const Table& table, bool titled) {
        begin_block();
        if (titled) {
            write_line(texts_("title." + table.key));
        }
        if (table.rows.empty()) {
            write_line(texts_("table.empty"));
            return;
        }
        std::vector<Shown_column> columns = columns_of(table);
        measure(table.rows, table.columns.size(), columns);
        std::string headings;
        std::string rule;
        for (const Shown_column& column : columns) {
            headings += padded(column.heading, column.width, column.right) + std::string(gap);
            rule += std::string(column.width, '-') + std::string(gap);
        }
        write_line(headings);
        write_line(rule);
        write_rows(table.rows, columns);
    }

    std::vector<Shown_column> columns_of(const Table& table) const {
        std::vector<Shown_column> columns;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].shown.table && !table.columns[i].holds_rows) {
                const std::string heading = texts_("column." + table.columns[i].key);
                columns.push_back({i, heading, false, width(heading)});
            }
        }
        return columns;
    }

    void measure(const std::vector<Row>& rows,
                 std::size_t cells,
                 std::vector<Shown_column>& columns) const {
        for (const Row& row : rows) {
            invariant(row.cells.size() == cells, "a row has one cell per column");
            for (Shown_column& column : columns) {
                const Cell& cell = row.cells[column.index];
                column.right = column.right || is_number(cell);
                column.width = std::max(column.width, width(shown_text(cell, texts_)));
            }
            for (const Cell& cell : row.cells) {
                if (const Rows* under = std::get_if<Rows>(&cell)) {
                    measure(under->rows, cells, columns);
                }
            }
        }
    }

    void write_rows(const std::vector<Row>& rows, const std::vector<Shown_column>& columns) {
        for (const Row& row : rows) {
            std::string line;
            for (const Shown_column& column : columns) {
                line += padded(shown_text(row.cells[column.index], texts_), column.width,
                               column.right) +
                        std::string(gap);
            }
            write_line(line);
            for (const Cell& cell : row.cells) {
                if (const Rows* under = std::get_if<Rows>(&cell)) {
                    write_rows(under->rows, columns);
                }
            }
        }
    }

    void write_line(std::string_view line) {
        const std::size_t last = line.find_last_not_of(' ');
        out_ << line.substr(0, last == std::string_view::npos ? 0 : last + 1) << '\n';
    }

    std::ostream& out_;
    const i18n::Texts& texts_;
    bool started_ = false;
};

} // namespace

void write_table(std::ostream& out, const Report& report, const i18n::Texts& texts) {
    Table_writer(out, texts).write(report);
}

} // namespace saldo::render
