// Goal: a bank's spreadsheet is read as its CSV is, and one made to harm is refused. Method:
// workbooks in Argenta's layout, typed here as XML and packed by the test; then broken ones.
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "bank/xlsx/package.hpp"
#include "support/shared.hpp"
#include "support/xlsx_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using namespace saldo::bank;

namespace {

const std::vector<std::string> shared{"Rekening",
                                      "Boekdatum",
                                      "Valutadatum",
                                      "Referentie",
                                      "Beschrijving",
                                      "Bedrag",
                                      "Munt",
                                      "Verrichtingsdatum",
                                      "Rekening tegenpartij",
                                      "Naam tegenpartij",
                                      "Mededeling",
                                      "BE16 9990 0001 0174",
                                      "EUR",
                                      "Café & co"};

std::string header_row() {
    std::string row = "<row r=\"1\">";
    for (int i = 0; i < 11; ++i) {
        row += "<c t=\"s\"><v>" + std::to_string(i) + "</v></c>";
    }
    return row + "</row>";
}

/// As a bank writes it: date cells and a number; then text dates and a text amount, with cells left
/// out and an inline string in runs.
const std::string rows =
    header_row() +
    "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>11</v></c><c r=\"B2\" s=\"1\"><v>46046</v></c>"
    "<c r=\"C2\" s=\"1\"><v>46047</v></c><c r=\"D2\" t=\"inlineStr\"><is><t>7SLLCW65XDZQU891</t>"
    "</is></c><c r=\"F2\"><v>-125.00000000000001</v></c><c r=\"G2\" t=\"s\"><v>12</v></c>"
    "<c r=\"J2\" t=\"s\"><v>13</v></c><c r=\"K2\"><v>2.02600010704E11</v></c></row>"
    "<row r=\"3\"/>"
    "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>11</v></c><c r=\"B4\" t=\"str\"><v>23-01-2026</v></c>"
    "<c r=\"C4\" t=\"d\"><v>2026-01-23T00:00:00</v></c><c r=\"F4\" t=\"inlineStr\"><is><r><t>1.288"
    "</t></r><r><t>,46</t></r><rPh><t>x</t></rPh></is></c><c r=\"G4\" t=\"s\"><v>12</v></c></row>";

std::string workbook(const std::string& sheet_rows, bool is_1904 = false) {
    return test::zip_of(test::workbook_parts(sheet_rows, shared, is_1904));
}

/// The workbook with one part changed.
std::string with_part(const std::string& name, const std::string& bytes) {
    test::Parts parts = test::workbook_parts(rows, shared);
    const auto part = std::ranges::find(parts, name, &test::Parts::value_type::first);
    part->second = bytes;
    return test::zip_of(parts);
}

std::string code_of(const std::string& bytes) {
    const auto file = bank::read(bytes, Format::xlsx);
    return file ? "" : std::string(file.error().code().text);
}

} // namespace

TEST_CASE("a spreadsheet in Argenta's layout is read") {
    const auto file = bank::read(workbook(rows));
    REQUIRE(file.has_value());
    CHECK(file->format == "xlsx-argenta");
    CHECK(file->findings.empty());
    REQUIRE(file->statements.size() == 1);
    const Statement& statement = file->statements.front();
    CHECK(statement.coverage == Coverage::list);
    CHECK(statement.account == "BE16999000010174");
    REQUIRE(statement.movements.size() == 2);
    const Movement& first = statement.movements[0];
    CHECK(first.line == 4);
    CHECK(first.origin == Byte_range{});
    CHECK(first.booking_date == Date::of(2026, 1, 23));
    CHECK(first.value_date == Date::of(2026, 1, 23));
    CHECK(format(first.amount) == "1288.46");
    const Movement& second = statement.movements[1];
    CHECK(second.line == 2);
    CHECK(second.booking_date == Date::of(2026, 1, 24));
    CHECK(second.value_date == Date::of(2026, 1, 25));
    CHECK(format(second.amount) == "-125.00");
    CHECK(second.bank_reference == "7SLLCW65XDZQU891");
    CHECK(second.key == "7SLLCW65XDZQU891");
    CHECK(second.counterparty.name == "Café & co");
    CHECK(second.communication.text == "202600010704");
}

TEST_CASE("a workbook that counts from 1904 has other days") {
    const auto file = bank::read(workbook(rows, true));
    REQUIRE(file.has_value());
    CHECK(file->statements.front().movements.back().booking_date ==
          Date::of(2026, 1, 24)->plus_days(1'462));
}

TEST_CASE("a cell that is no date or amount is said with its row") {
    const std::string bad = "<row r=\"9\"><c t=\"s\"><v>11</v></c><c><v>12</v></c><c/><c/><c/>"
                            "<c><v>1</v></c><c t=\"s\"><v>12</v></c></row>";
    const auto file = bank::read(workbook(header_row() + bad));
    REQUIRE(file.has_value());
    REQUIRE_FALSE(file->findings.empty());
    CHECK(file->findings.front().code == csv_cell_unreadable);
    CHECK(file->findings.front().where.line == 9);
}

TEST_CASE("what is no spreadsheet of a bank is refused") {
    const std::string good = workbook(rows);
    CHECK(code_of("PK\x03\x04 hello xl/workbook.xml") == xlsx_unreadable.text);
    CHECK(code_of(good.substr(0, good.size() / 2)) == xlsx_unreadable.text);
    CHECK(code_of(test::zip_of({{"a.txt", "hello"}})) == xlsx_unreadable.text);
    CHECK(code_of(workbook("<row><c t=\"inlineStr\"><is><t>hello</t></is></c></row>")) ==
          csv_header_unknown.text);
    CHECK(code_of(with_part("xl/worksheets/sheet1.xml", "<worksheet>")) == xlsx_unreadable.text);
    CHECK(code_of(with_part("xl/worksheets/sheet1.xml", "<other/>")) == xlsx_unreadable.text);
    CHECK(code_of(with_part("xl/sharedStrings.xml", "<sst><si><t>\xFF</t></si></sst>")) ==
          xlsx_unreadable.text);
    CHECK(code_of(workbook(header_row() + header_row())) == xlsx_unreadable.text);
    CHECK(code_of(workbook("<row><c t=\"s\"><v>99</v></c></row>")) == xlsx_unreadable.text);
    CHECK(code_of(workbook("<row r=\"2000000\"/>")) == xlsx_unreadable.text);
    CHECK(code_of(workbook("<row><c r=\"B1\"/><c r=\"A1\"/></row>")) == xlsx_unreadable.text);
    CHECK(bank::read("PK\x03\x04 hello").error().code() == format_unknown);
}

TEST_CASE("a spreadsheet that unpacks to too much is refused before it does") {
    const std::string many(xlsx::part_bytes_max + 1, ' ');
    CHECK(code_of(with_part("xl/worksheets/sheet1.xml", many)) == xlsx_too_large.text);
    const std::string dense(std::size_t{1} << 20U, ' ');
    CHECK(code_of(with_part("xl/worksheets/sheet1.xml", dense)) == xlsx_too_large.text);
    test::Parts parts = test::workbook_parts(rows, shared);
    for (std::size_t i = 0; i < xlsx::entries_max; ++i) {
        parts.emplace_back("part" + std::to_string(i), "");
    }
    CHECK(code_of(test::zip_of(parts)) == xlsx_too_large.text);
}
