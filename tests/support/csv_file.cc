#include "support/csv_file.hpp"

#include "bank/csv/values.hpp"

#include <algorithm>

namespace saldo::test {

namespace {

using bank::Amount;
using bank::Movement;
using bank::csv::Column;
using bank::csv::Dialect;
using bank::csv::Role;

/// A row to write: the movement and what its columns need besides.
struct Line {
    const bank::Statement& statement;
    const Movement& movement;
    std::optional<Amount> balance;
    std::string date_pattern;
    std::size_t informations = 0; ///< already written
    std::size_t addresses = 0;
    bool has_communication = false; ///< already written
};

std::string date_cell(std::optional<Date> date, const std::string& pattern) {
    return date ? bank::csv::format(*date, pattern) : "";
}

std::string next_information(Line& line) {
    const bank::Span_of span = line.movement.information;
    const std::size_t index = line.informations++;
    return index < span.count ? std::string(line.statement.information[span.first + index].text)
                              : "";
}

/// `street, place`, over as many columns as there are.
std::string next_address(Line& line) {
    std::string_view rest = line.movement.counterparty.address;
    for (std::size_t i = 0; i < line.addresses; ++i) {
        const std::size_t comma = rest.find(", ");
        rest = comma == std::string_view::npos ? "" : rest.substr(comma + 2);
    }
    ++line.addresses;
    return std::string(rest.substr(0, rest.find(", ")));
}

/// A communication goes into the column of its kind.
std::string communication_cell(Line& line, bool is_reference) {
    const bank::Communication& communication = line.movement.communication;
    const bool is_free = communication.kind == bank::Communication::Kind::free;
    if (line.has_communication || (is_reference && is_free)) {
        return "";
    }
    line.has_communication = true;
    return std::string(communication.written);
}

std::string cell(const Column& column, Line& line) {
    const Movement& movement = line.movement;
    switch (column.role) {
    case Role::account:
    case Role::card:
        return std::string(line.statement.account);
    case Role::holder:
        return std::string(line.statement.holder);
    case Role::currency:
        return std::string(line.statement.currency);
    case Role::booking_date:
        return date_cell(movement.booking_date, line.date_pattern);
    case Role::value_date:
        return date_cell(movement.value_date, line.date_pattern);
    case Role::amount:
        return with_comma(movement.amount);
    case Role::credit:
        return movement.amount > Amount() ? with_comma(movement.amount) : "";
    case Role::debit:
        return movement.amount < Amount() ? with_comma(movement.amount) : "";
    case Role::balance:
        return line.balance ? with_comma(*line.balance) : "";
    case Role::counterparty_name:
        return std::string(movement.counterparty.name);
    case Role::counterparty_account:
        return std::string(movement.counterparty.account);
    case Role::counterparty_bic:
        return std::string(movement.counterparty.bic);
    case Role::counterparty_address:
        return next_address(line);
    case Role::communication:
    case Role::reference:
        return communication_cell(line, column.role == Role::reference);
    case Role::bank_reference:
        return std::string(movement.bank_reference);
    case Role::mandate_id:
        return std::string(movement.mandate_id);
    case Role::information:
    case Role::text:
        return next_information(line);
    case Role::status:
        return column.happened.front();
    default:
        return "";
    }
}

std::string quoted(const std::string& text) {
    std::string made = "\"";
    for (const char c : text) {
        made.append(c == '"' ? 2 : 1, c);
    }
    return made + "\"";
}

} // namespace

std::string with_comma(Amount amount) {
    std::string text = bank::format(amount);
    std::ranges::replace(text, '.', ',');
    return text;
}

bool has(const Dialect& dialect, std::string_view language, Role role) {
    return std::ranges::any_of(dialect.columns, [&](const Column& column) {
        return column.role == role && column.heading(language) != nullptr;
    });
}

Table rows_of(const Dialect& dialect,
              std::string_view language,
              const bank::Statement& statement,
              std::string_view date_pattern) {
    Table table(1);
    for (const Column& column : dialect.columns) {
        if (const auto* heading = column.heading(language)) {
            table.front().push_back(heading->written);
        }
    }
    std::optional<Amount> balance = statement.opening;
    for (const Movement& movement : statement.movements) {
        balance = balance ? std::optional(*balance + movement.amount) : std::nullopt;
        Line line{statement, movement, balance, std::string(date_pattern)};
        std::vector<std::string>& row = table.emplace_back();
        for (const Column& column : dialect.columns) {
            if (column.heading(language) != nullptr) {
                row.push_back(cell(column, line));
            }
        }
    }
    return table;
}

std::string csv_text(const Dialect& dialect, const Table& table, std::string_view line_end) {
    std::string text;
    for (const auto& row : table) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool is_quoted = dialect.quotes == bank::csv::Quotes::all;
            text += i == 0 ? "" : std::string(1, dialect.separator);
            text += is_quoted ? quoted(row[i]) : row[i];
        }
        text += line_end;
    }
    return text;
}

} // namespace saldo::test
