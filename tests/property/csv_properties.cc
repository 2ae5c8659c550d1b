// Goal: for every dialect of the table, in each of its languages, what is written after the table
// is read back the same, as text and as a spreadsheet, whichever way the file runs and however its
// letters are coded. Method: random statements, written by a writer that knows the table only.
#include "bank/csv/read.hpp"
#include "bank/csv/values.hpp"
#include "bank/xlsx/read.hpp"
#include "party/reference.hpp"
#include "property/bank_generators.hpp"
#include "support/csv_file.hpp"
#include "support/windows_1252.hpp"
#include "support/xlsx_file.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace saldo;
using bank::Amount;
using bank::Movement;
using bank::Statement;
using bank::csv::Column;
using bank::csv::Dialect;
using bank::csv::Role;
using test::Generated;
using Kind = bank::Communication::Kind;

namespace {

/// Words with one blank between; with the characters that only some syntaxes can carry.
std::string any_text(const Dialect& dialect) {
    std::vector<std::string> letters{"A", "b", "7", "/", "ë", "-", " ", "Ç"};
    if (dialect.quotes != bank::csv::Quotes::some) {
        letters.emplace_back("\"");
    }
    if (dialect.quotes == bank::csv::Quotes::all) {
        letters.emplace_back(std::string(1, dialect.separator));
    }
    const auto length = *rc::gen::inRange(0, 20);
    std::string text;
    for (int i = 0; i < length; ++i) {
        const std::string letter = *rc::gen::elementOf(letters);
        const bool may_be_blank = !text.empty() && !text.ends_with(' ') && i + 1 < length;
        text += letter == " " && !may_be_blank ? "x" : letter;
    }
    return text;
}

Amount any_amount() {
    return Amount::units(*rc::gen::inRange<std::int64_t>(-99'999'999, 99'999'999) *
                         Amount::units_per_cent);
}

bool takes_bare_ogm(const Dialect& dialect) {
    return std::ranges::any_of(dialect.columns, [](const Column& column) {
        return column.role == Role::reference || column.has_bare_ogm;
    });
}

bank::Communication any_communication(const Dialect& dialect, Generated& generated) {
    if (*rc::gen::arbitrary<bool>()) {
        const std::string_view text = generated.keep("c" + any_text(dialect));
        return {Kind::free, {}, text, text};
    }
    const Ogm ogm = party::ogm_of_payload(*rc::gen::inRange<std::uint64_t>(0, 9'999'999'999));
    const bool is_bare = takes_bare_ogm(dialect) && *rc::gen::arbitrary<bool>();
    return {Kind::ogm,
            {},
            generated.keep(ogm.digits()),
            generated.keep(is_bare ? ogm.digits() : party::format(ogm))};
}

/// The label after which a text column holds the bank's reference, or nothing.
std::string reference_label(const Dialect& dialect) {
    const auto cut = std::ranges::find(dialect.cuts, Role::bank_reference, &bank::csv::Cut::role);
    return cut == dialect.cuts.end() ? "" : cut->after.front();
}

void add_information(const Dialect& dialect,
                     std::string_view language,
                     Generated& generated,
                     Movement& movement) {
    auto& information = generated.statement.information;
    movement.information.first = static_cast<std::uint32_t>(information.size());
    for (const Column& column : dialect.columns) {
        const bool is_text = column.role == Role::text;
        if ((!is_text && column.role != Role::information) || column.heading(language) == nullptr) {
            continue;
        }
        std::string text = "i" + any_text(dialect);
        const std::string label = reference_label(dialect);
        if (is_text && !label.empty() && movement.bank_reference.empty()) {
            movement.bank_reference =
                generated.keep("R" + std::to_string(*rc::gen::inRange(0, 1'000'000)));
            text.append(" ").append(label).append(" ").append(movement.bank_reference);
        }
        information.push_back({"", generated.keep(text), 0});
        ++movement.information.count;
    }
}

Movement any_movement(const Dialect& dialect, std::string_view language, Generated& generated) {
    const auto has = [&](Role role) { return test::has(dialect, language, role); };
    Movement movement;
    movement.sequence = static_cast<std::uint32_t>(generated.statement.movements.size() + 1);
    movement.amount = any_amount();
    if (has(Role::bank_reference)) {
        movement.bank_reference = generated.keep("R" + any_text(dialect));
    }
    if (has(Role::counterparty_name)) {
        movement.counterparty.name = generated.keep(any_text(dialect));
    }
    if (has(Role::counterparty_account)) {
        movement.counterparty.account = *rc::gen::elementOf(
            std::vector<std::string_view>{"", "BE69999000020278", "NL91ABNA0417164300", "12-3"});
    }
    if (has(Role::counterparty_bic)) {
        movement.counterparty.bic = "GKCCBEBB";
    }
    const auto addresses = std::ranges::count_if(dialect.columns, [&](const Column& column) {
        return column.role == Role::counterparty_address && column.heading(language) != nullptr;
    });
    std::string address = addresses > 0 ? "a" + any_text(dialect) : "";
    std::ranges::replace(address, ',', 'x'); // a comma parts the columns
    movement.counterparty.address = generated.keep(address + (addresses > 1 ? ", 9000 GENT" : ""));
    movement.communication = any_communication(dialect, generated);
    add_information(dialect, language, generated, movement);
    return movement;
}

Generated any_statement(const Dialect& dialect, std::string_view language) {
    const auto has = [&](Role role) { return test::has(dialect, language, role); };
    Generated generated;
    Statement& statement = generated.statement;
    statement.coverage = bank::Coverage::list;
    statement.account = has(Role::card) ? "4871040000000001" : "BE16999000010174";
    statement.currency = "EUR";
    statement.holder = has(Role::holder) ? generated.keep("h" + any_text(dialect)) : "";
    Date day = Date::from_days(*rc::gen::inRange(Date::of(2000, 1, 1)->days(), 30'000));
    Amount balance = any_amount();
    if (has(Role::balance)) {
        statement.opening = balance;
        statement.opening_date = day;
    }
    const auto count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        Movement movement = any_movement(dialect, language, generated);
        movement.booking_date = day;
        movement.value_date =
            has(Role::value_date) ? std::optional(day.plus_days(i % 2)) : std::nullopt;
        balance += movement.amount;
        statement.movements.push_back(movement);
        if (has(Role::balance)) {
            statement.closing = balance;
            statement.closing_date = day;
        }
        day = day.plus_days(*rc::gen::inRange(1, 10));
    }
    return generated;
}

/// Without what only a file has.
void forget_file(Statement& statement) {
    statement.line = 0;
    for (Movement& movement : statement.movements) {
        movement.line = 0;
        movement.origin = {};
        movement.key = {};
    }
    for (bank::Information& information : statement.information) {
        information.line = 0;
    }
}

bool is_date(Role role) {
    return role == Role::booking_date || role == Role::value_date;
}

bool is_amount(Role role) {
    return role == Role::amount || role == Role::balance || role == Role::credit ||
           role == Role::debit;
}

/// A cell of a sheet: dates and amounts as numbers, where asked and not blank.
std::string sheet_cell(const std::string& text, Role role, const std::string& pattern, bool plain) {
    if (plain && !text.empty() && is_date(role)) {
        const auto date = bank::csv::to_date(text, pattern);
        const std::int32_t days = date->days() - Date::of(1899, 12, 30)->days();
        return "<c s=\"3\"><v>" + std::to_string(days) + "</v></c>";
    }
    if (plain && !text.empty() && is_amount(role)) {
        return "<c><v>" + bank::format(*bank::csv::to_amount(text)) + "</v></c>";
    }
    std::string escaped;
    for (const char c : text) {
        escaped += c == '"' ? "&quot;" : std::string(1, c);
    }
    return text.empty() ? "<c/>" : "<c t=\"inlineStr\"><is><t>" + escaped + "</t></is></c>";
}

std::string sheet_rows(const Dialect& dialect,
                       std::string_view language,
                       const test::Table& table,
                       const std::string& pattern,
                       bool plain) {
    std::vector<Role> roles;
    for (const Column& column : dialect.columns) {
        if (column.heading(language) != nullptr) {
            roles.push_back(column.role);
        }
    }
    std::string rows;
    for (std::size_t i = 0; i < table.size(); ++i) {
        rows += "<row>";
        for (std::size_t j = 0; j < table[i].size(); ++j) {
            rows += sheet_cell(table[i][j], i == 0 ? Role::ignored : roles[j], pattern, plain);
        }
        rows += "</row>";
    }
    return rows;
}

void check_same(const Result<bank::Statement_file>& read,
                const std::string& format,
                const Statement& written) {
    RC_ASSERT(read.has_value());
    RC_ASSERT(std::string(read->format) == format);
    RC_ASSERT_FALSE(has_errors(read->findings));
    RC_ASSERT(read->statements.size() == 1U);
    Statement statement = read->statements.front();
    forget_file(statement);
    RC_ASSERT(statement == written);
}

} // namespace

TEST_CASE("what is written after the table of a dialect is read back the same") {
    for (const Dialect& dialect : bank::csv::built_in_dialects()) {
        for (const std::string& language : dialect.languages) {
            CAPTURE(dialect.name);
            CAPTURE(language);
            CHECK(rc::check(dialect.name + ", " + language, [&] {
                const Generated generated = any_statement(dialect, language);
                const std::string pattern = *rc::gen::elementOf(dialect.dates);
                test::Table table = test::rows_of(dialect, language, generated.statement, pattern);
                if (*rc::gen::arbitrary<bool>()) {
                    std::reverse(table.begin() + 1, table.end());
                }
                const std::string line_end =
                    *rc::gen::elementOf(std::vector<std::string>{"\r\n", "\n", "\r", "\r\n\n"});
                std::string text = test::csv_text(dialect, table, line_end);
                switch (*rc::gen::inRange(0, 3)) {
                case 0:
                    text = test::in_windows_1252(text);
                    break;
                case 1:
                    text.insert(0, "\xEF\xBB\xBF");
                    break;
                default:
                    break;
                }
                RC_ASSERT(bank::csv::is_csv(text));
                check_same(bank::csv::read(text), "csv-" + dialect.name, generated.statement);
            }));
        }
    }
}

TEST_CASE("a spreadsheet with the same rows is read the same") {
    for (const Dialect& dialect : bank::csv::built_in_dialects()) {
        const std::string language = dialect.languages.front();
        CAPTURE(dialect.name);
        CHECK(rc::check(dialect.name + " as a spreadsheet", [&] {
            const Generated generated = any_statement(dialect, language);
            const std::string& pattern = dialect.dates.front();
            const test::Table table =
                test::rows_of(dialect, language, generated.statement, pattern);
            const std::string rows =
                sheet_rows(dialect, language, table, pattern, *rc::gen::arbitrary<bool>());
            const std::string bytes = test::zip_of(test::workbook_parts(rows, {}));
            RC_ASSERT(bank::xlsx::is_xlsx(bytes));
            check_same(bank::xlsx::read(bytes), "xlsx-" + dialect.name, generated.statement);
        }));
    }
}
