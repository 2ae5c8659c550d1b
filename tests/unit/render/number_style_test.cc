// Goal: people of each language read numbers, dates and widths as they expect. Method: rows written
// by hand from the conventions of the languages.
#include "cli/render/number_style.hpp"
#include "cli/render/width.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace saldo;
using i18n::Language;

TEST_CASE("numbers are grouped by three and take the decimal sign of the language") {
    struct Row {
        std::string_view plain;
        std::string_view nl;
        std::string_view fr;
        std::string_view en;
    };

    const std::vector<Row> rows{
        {"0.00", "0,00", "0,00", "0.00"},
        {"-0.50", "-0,50", "-0,50", "-0.50"},
        {"999.99", "999,99", "999,99", "999.99"},
        {"1234.56", "1.234,56", "1\u00A0234,56", "1,234.56"},
        {"-1234567.89", "-1.234.567,89", "-1\u00A0234\u00A0567,89", "-1,234,567.89"},
        {"-767.823", "-767,823", "-767,823", "-767.823"},
        {"100000", "100.000", "100\u00A0000", "100,000"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.plain);
        CHECK(render::regroup(row.plain, render::style_of(Language::nl)) == row.nl);
        CHECK(render::regroup(row.plain, render::style_of(Language::fr)) == row.fr);
        CHECK(render::regroup(row.plain, render::style_of(Language::en)) == row.en);
    }
}

TEST_CASE("dates are day first in Dutch and French") {
    const std::string_view iso = "2026-03-31";
    CHECK(render::restyle_date(iso, render::style_of(Language::nl)) == "31/03/2026");
    CHECK(render::restyle_date(iso, render::style_of(Language::fr)) == "31/03/2026");
    CHECK(render::restyle_date(iso, render::style_of(Language::en)) == "2026-03-31");
}

TEST_CASE("width counts what a terminal shows") {
    struct Row {
        std::string_view text;
        std::size_t columns;
    };

    const std::vector<Row> rows{
        {"", 0},       {"abc", 3},        {"é", 1},      {"e\u0301", 1},    {"€ 1,00", 6},
        {"\u6F22", 2}, {"1\u00A0234", 5}, {"\u200B", 0}, {"\U0001F600", 2},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(render::width(row.text) == row.columns);
    }
}

TEST_CASE("nothing printed can steer a terminal") {
    CHECK(render::printable("plain é €") == "plain é €");
    CHECK(render::printable("a\x1b[2Jb\r\n\x7f") == "a [2Jb   ");
    CHECK(render::printable("a\u0085b") == "a b");
    CHECK(render::printable("a\u202Eb") == "a b");
    CHECK(render::printable("caf\xe9") == "caf?");
}
