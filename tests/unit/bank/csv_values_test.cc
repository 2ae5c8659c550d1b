// Goal: amounts, dates and numbers of a spreadsheet are read as banks write them, and nothing else
// passes for one. Method: tables of texts with their values, typed by hand.
#include "bank/csv/values.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace saldo;
using namespace saldo::bank;

TEST_CASE("amounts: the comma is the decimal mark, else a single dot is") {
    struct Row {
        std::string text;
        std::string amount; ///< empty if it is none
    };

    for (const Row& row : {Row{"12", "12.00"},
                           {"12,5", "12.50"},
                           {"-52,18", "-52.18"},
                           {"1237,84", "1237.84"},
                           {"1.237,84", "1237.84"},
                           {"-1.020,50", "-1020.50"},
                           {"1.234.567,89", "1234567.89"},
                           {"1.234.567", "1234567.00"},
                           {"-31.41", "-31.41"},
                           {"1.237", "1.237"},
                           {".95", "0.95"},
                           {"-.05", "-0.05"},
                           {",5", "0.50"},
                           {"- 12,50", "-12.50"},
                           {"+12,50", "12.50"},
                           {" 12,50 ", "12.50"},
                           {"0,00", "0.00"},
                           {"0012,50", "12.50"},
                           {"1,2345600", "1.23456"},
                           {"999999999999,99999", "999999999999.99999"},
                           {"", ""},
                           {"-", ""},
                           {".", ""},
                           {",", ""},
                           {"12,", ""},
                           {"12.", ""},
                           {"1,2,3", ""},
                           {"1,234.56", ""},
                           {"1.23,45", ""},
                           {"1234.567,89", ""},
                           {".123,45", ""},
                           {"1..234", ""},
                           {"1.2345.678", ""},
                           {"1 234,56", ""},
                           {"--1", ""},
                           {"12,50-", ""},
                           {"12,50 EUR", ""},
                           {"1e3", ""},
                           {"1,234567", ""},
                           {"1000000000000", ""}}) {
        CAPTURE(row.text);
        const auto amount = csv::to_amount(row.text);
        CHECK(amount.has_value() == !row.amount.empty());
        CHECK((amount ? format(*amount) : "") == row.amount);
    }
}

TEST_CASE("dates: day first, in the pattern to the letter, and of the calendar") {
    struct Row {
        std::string text;
        std::string pattern;
        std::string date;
    };

    for (const Row& row : {Row{"25/05/2019", "dd/mm/yyyy", "2019-05-25"},
                           {"25/05/19", "dd/mm/yy", "2019-05-25"},
                           {"24-01-2026", "dd-mm-yyyy", "2026-01-24"},
                           {"29/02/2024", "dd/mm/yyyy", "2024-02-29"},
                           {"29/02/2025", "dd/mm/yyyy", ""},
                           {"05/25/2019", "dd/mm/yyyy", ""},
                           {"5/05/2019", "dd/mm/yyyy", ""},
                           {"25-05-2019", "dd/mm/yyyy", ""},
                           {"25/05/2019 ", "dd/mm/yyyy", ""},
                           {"00/05/2019", "dd/mm/yyyy", ""},
                           {"31/12/1899", "dd/mm/yyyy", ""},
                           {"01/01/3000", "dd/mm/yyyy", ""},
                           {"", "dd/mm/yyyy", ""}}) {
        CAPTURE(row.text);
        const auto date = csv::to_date(row.text, row.pattern);
        CHECK((date ? calendar::format(*date) : "") == row.date);
        if (date) {
            CHECK(csv::format(*date, row.pattern) == row.text);
        }
    }
}

TEST_CASE("numbers of a spreadsheet become plain decimals of 15 digits") {
    struct Row {
        std::string text;
        std::string plain; ///< empty if it is no number
    };

    for (const Row& row : {Row{"1288.46", "1288.46"},
                           {"1288.4600000000001", "1288.46"},
                           {"-0.050000000000000003", "-0.05"},
                           {"0.29999999999999999", "0.3"},
                           {"99.999999999999999", "100"},
                           {"1.28846E3", "1288.46"},
                           {"1.28846e+3", "1288.46"},
                           {"5E-2", "0.05"},
                           {"2.02600010704E11", "202600010704"},
                           {"46046", "46046"},
                           {"1000", "1000"},
                           {"0", "0"},
                           {"-0", "0"},
                           {"0.00", "0"},
                           {"", ""},
                           {"-", ""},
                           {"1,5", ""},
                           {"1E", ""},
                           {"1E99", ""},
                           {"1E-99", ""},
                           {"0x10", ""},
                           {"NaN", ""},
                           {" 1", ""}}) {
        CAPTURE(row.text);
        CHECK(csv::plain_number(row.text).value_or("") == row.plain);
    }
}

TEST_CASE("date cells of a spreadsheet count days from 1900 or 1904") {
    const csv::Dialect dialect{.name = {},
                               .separator = ';',
                               .quotes = csv::Quotes::none,
                               .dates = {"dd-mm-yyyy"},
                               .currency = {},
                               .columns = {},
                               .preamble = {},
                               .cuts = {},
                               .keys = {},
                               .languages = {}};
    using Kind = csv::Cell::Kind;

    struct Row {
        csv::Cell cell;
        bool is_1904;
        std::string date;
    };

    // 1 March 1900 is day 61, as spreadsheets count 29 February 1900; 24 January 2026 is 46046.
    for (const Row& row : {Row{{"61", Kind::number}, false, "1900-03-01"},
                           {{"60", Kind::number}, false, ""},
                           {{"46046", Kind::number}, false, "2026-01-24"},
                           {{"46046.75", Kind::number}, false, "2026-01-24"},
                           {{"44584", Kind::number}, true, "2026-01-24"},
                           {{"9999999", Kind::number}, false, ""},
                           {{"-5", Kind::number}, false, ""},
                           {{"2026-01-24T00:00:00", Kind::iso_date}, false, "2026-01-24"},
                           {{"2026-01", Kind::iso_date}, false, ""},
                           {{" 24-01-2026 ", Kind::text}, false, "2026-01-24"},
                           {{"46046", Kind::text}, false, ""}}) {
        CAPTURE(row.cell.text);
        const auto date = csv::Values{dialect, row.is_1904}.date(row.cell);
        CHECK((date ? calendar::format(*date) : "") == row.date);
    }
}
