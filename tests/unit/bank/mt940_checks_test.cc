// Goal: each check of an MT940 file is a finding with its code, severity and line, and what can be
// read is read all the same. Method: a right file, one change of its lines at a time.
#include "bank/codes.hpp"
#include "bank/read.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

// 1 reference, 2 account, 3 number, 4 opening, 5-6 income, 7-8 rent, 9 closing, 10 message, 11 end,
// 12-16 an empty day after it.
const Lines right_lines{":20:REF1",
                        ":25:BE80001000000177",
                        ":28C:42",
                        ":60F:C260303EUR1000,00",
                        ":61:2603040304CR250,50NTRFNONREF//B1",
                        ":86:/REMI/STRD/CUR/123456789002/",
                        ":61:2603040304D650,NTRFEREF//B2",
                        ":86:/EREF/E2E-1//REMI/USTD//HUUR MAART/",
                        ":62F:C260304EUR600,5",
                        ":86:KANTOOR GESLOTEN OP 6 MAART",
                        "-",
                        ":20:REF2",
                        ":25:BE80001000000177",
                        ":28C:43",
                        ":60F:C260304EUR600,50",
                        ":62F:C260305EUR600,50"};

std::string joined(const Lines& lines) {
    std::string bytes;
    for (const std::string& line : lines) {
        bytes += line + "\r\n";
    }
    return bytes;
}

using Change = std::function<void(Lines&)>;

/// Lines are counted from 1.
Change put(std::size_t line, const std::string& text) {
    return [=](Lines& lines) { lines[line - 1] = text; };
}

Change insert(std::size_t line, const std::string& text) {
    return [=](Lines& lines) {
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(line - 1), text);
    };
}

Change remove(std::size_t line) {
    return
        [=](Lines& lines) { lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line - 1)); };
}

struct Row {
    std::string what;
    Change change;
    Code code;
    Severity severity;
    std::uint64_t line;
};

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;
constexpr Severity info = Severity::info;

const std::vector<Row> rows{
    {"no reference", remove(1), bank::mt940_tag_missing, warning, 1},
    {"no account", remove(2), bank::mt940_tag_missing, error, 1},
    {"no number", remove(3), bank::mt940_tag_missing, warning, 1},
    {"no opening balance", remove(4), bank::mt940_tag_missing, error, 1},
    {"no closing balance", remove(9), bank::mt940_tag_missing, error, 1},
    {"opening balance twice", insert(5, ":60F:C260303EUR1000,00"), bank::mt940_tag_misplaced, error,
     5},
    {"account after the number", [](Lines& lines) { std::swap(lines[1], lines[2]); },
     bank::mt940_tag_misplaced, warning, 3},
    {"movement after the closing balance", insert(11, ":61:2603040304C0,NTRFNONREF"),
     bank::mt940_tag_misplaced, error, 11},
    {"balance off by a cent", put(9, ":62F:C260304EUR600,51"), bank::balance_mismatch, error, 9},
    {"sign of the opening balance", put(4, ":60F:D260303EUR1000,00"), bank::balance_mismatch, error,
     9},
    {"count of the debits", insert(10, ":90D:2EUR650,"), bank::count_mismatch, error, 10},
    {"sum of the debits", insert(10, ":90D:1EUR650,01"), bank::debit_total_mismatch, error, 10},
    {"sum of the credits", insert(10, ":90C:1EUR250,"), bank::credit_total_mismatch, error, 10},
    {"sum that is none", insert(10, ":90C:1EUR"), bank::mt940_field_unreadable, warning, 10},
    {"balance that is none", put(4, ":60F:C260303EUR"), bank::mt940_field_unreadable, error, 4},
    {"movement that is none", put(7, ":61:26030403X650,NTRF"), bank::mt940_field_unreadable, error,
     7},
    {"number that is none", put(3, ":28C:X"), bank::mt940_field_unreadable, warning, 3},
    {"other currency at the end", put(9, ":62F:C260304USD600,5"), bank::currency_mismatch, error,
     9},
    {"other currency with the account", put(2, ":25:BE80001000000177USD"), bank::currency_mismatch,
     error, 4},
    {"no currency at all",
     [](Lines& lines) {
         lines = {":25:BE80001000000177", ":61:2603040304C1,NTRFNONREF"};
     },
     bank::currency_missing, warning, 1},
    {"check digits of the account", put(2, ":25:BE81001000000177"), bank::account_check_wrong,
     warning, 2},
    {"check digits of a reference", put(6, ":86:/REMI/STRD/CUR/123456789003/"),
     bank::reference_check_wrong, warning, 6},
    {"a line more than the reference has", insert(2, "HERE"), bank::mt940_line_unread, warning, 2},
    {"a line between messages", insert(12, "here, and not known"), bank::mt940_line_unread, warning,
     12},
    {"30 February as value date", put(7, ":61:2602300304D650,NTRFEREF//B2"),
     bank::mt940_date_clamped, warning, 7},
    {"30 February as booking date", put(7, ":61:2603040230D650,NTRFEREF//B2"),
     bank::mt940_date_clamped, warning, 7},
    {"month 13 as booking date", put(7, ":61:2603041301D650,NTRFEREF//B2"), bank::mt940_date_wrong,
     warning, 7},
    {"month 13 as value date", put(7, ":61:2613040304D650,NTRFEREF//B2"), bank::mt940_date_wrong,
     warning, 7},
    {"31 November in a balance", put(9, ":62F:C261131EUR600,5"), bank::mt940_date_clamped, warning,
     9},
    {"a movement that is only expected", insert(9, ":61:2603040304ED1,NTRFNONREF"),
     bank::mt940_entry_expected, warning, 9},
    {"funds code of another currency", put(5, ":61:2603040304CD250,50NTRFNONREF//B1"),
     bank::mt940_funds_code_wrong, warning, 5},
    {"no type", put(5, ":61:2603040304CR250,50//B1"), bank::mt940_type_missing, warning, 5},
    {"customer reference of 17", put(5, ":61:2603040304CR250,50NTRF12345678901234567//B1"),
     bank::mt940_reference_long, warning, 5},
    {"bank reference of 17", put(5, ":61:2603040304CR250,50NTRFNONREF//12345678901234567"),
     bank::mt940_reference_long, warning, 5},
    {"bytes that are no UTF-8", put(8, ":86:\x80 5,00"), bank::charset_assumed, info, 8},
    {"control characters", put(11, "\x01-\x03"), bank::control_characters, info, 11},
    {"the same message twice",
     [](Lines& lines) {
         lines.insert(lines.end(), {"-", ":20:REF2", ":25:BE80001000000177", ":28C:43",
                                    ":60F:C260304EUR600,50", ":62F:C260305EUR600,50"});
     },
     bank::statement_repeated, warning, 18},
    {"next opening balance", put(15, ":60F:C260304EUR600,51"), bank::chain_balance_mismatch,
     warning, 12},
    {"a number left out", put(14, ":28C:44"), bank::chain_number_gap, warning, 12},
    {"a page left out",
     [](Lines& lines) {
         lines[2] = ":28C:42/1";
         lines[8] = ":62M:C260304EUR600,5";
         lines[13] = ":28C:42/3";
         lines[14] = ":60M:C260304EUR600,50";
     },
     bank::chain_page_gap, warning, 12},
};

bank::Statement_file read(const Lines& lines) {
    auto file = bank::read(joined(lines));
    REQUIRE(file.has_value());
    return std::move(*file);
}

} // namespace

TEST_CASE("a right file has nothing to say") {
    const auto file = read(right_lines);
    CHECK(file.findings.empty());
    REQUIRE(file.statements.size() == 2);
    CHECK(file.statements[0].movements.size() == 2);
    REQUIRE(file.statements[0].messages.size() == 1);
    CHECK(file.statements[0].messages[0].text == "KANTOOR GESLOTEN OP 6 MAART");
    CHECK(file.statements[0].messages[0].line == 10);
    CHECK(file.statements[1].movements.empty());
}

TEST_CASE("each thing that does not hold is named with its line") {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Lines lines = right_lines;
        row.change(lines);
        const auto file = read(lines);
        const auto found = std::ranges::find_if(file.findings, [&](const Finding& finding) {
            return finding.code == row.code && finding.where.line == row.line;
        });
        REQUIRE(found != file.findings.end());
        CHECK(found->severity == row.severity);
    }
}

TEST_CASE("pages of one day are one chain") {
    Lines lines = right_lines;
    lines[2] = ":28C:42/1";
    lines[8] = ":62M:C260304EUR600,5";
    lines[13] = ":28C:42/2";
    lines[14] = ":60M:C260304EUR600,50";
    const auto file = read(lines);
    CHECK(file.findings.empty());
    CHECK(file.statements[0].page == 1);
    CHECK(file.statements[1].page == 2);
    CHECK(file.statements[1].number == 42);
}

TEST_CASE("a statement that is whole has no page, whatever the bank writes") {
    Lines lines = right_lines;
    lines[2] = ":28C:00042/00001";
    const auto file = read(lines);
    CHECK(file.statements[0].number == 42);
    CHECK(file.statements[0].page == 0);
}

TEST_CASE("what belongs to an unreadable movement is not a message, nor of the one before") {
    Lines lines = right_lines;
    lines[6] = ":61:26030403X650,NTRF";
    const auto file = read(lines);
    REQUIRE(file.statements[0].movements.size() == 1);
    CHECK(file.statements[0].movements[0].communication.text == "123456789002");
    CHECK(file.statements[0].messages.size() == 1);
}

TEST_CASE("envelopes and headers around a message") {
    for (const char* header : {"", "{1:F01KREDBEBBAXXX0000000000}{2:I940KREDBEBBXXXXN}{4:\r\n",
                               "0000 01INGBNL2AXXXX00001\r\n940 00\r\n", ":940:\r\n",
                               "ABNANL2A\r\n940\r\n", "\xEF\xBB\xBF", "\x01\r\n", "\r\n\r\n"}) {
        CAPTURE(header);
        Lines lines = right_lines;
        const auto file = bank::read(header + joined(lines));
        REQUIRE(file.has_value());
        CHECK(file->statements.size() == 2);
        CHECK_FALSE(has_errors(file->findings));
        const auto brackets = bank::read(header + joined({":20:A", ":25:1", "-}{5:{CHK:1}}"}));
        REQUIRE(brackets.has_value());
        CHECK(brackets->statements.size() == 1);
    }
}

TEST_CASE("a movement names its line and its bytes in the file as given") {
    for (const std::string start : {"", "\xEF\xBB\xBF"}) {
        const std::string bytes = start + joined(right_lines);
        const auto file = bank::read(bytes);
        REQUIRE(file.has_value());
        const auto& movements = file->statements[0].movements;
        const auto text_of = [&](const bank::Movement& movement) {
            return bytes.substr(movement.origin.begin, movement.origin.size);
        };
        CHECK(movements[0].line == 5);
        CHECK(text_of(movements[0]) == right_lines[4] + "\r\n" + right_lines[5]);
        CHECK(movements[1].line == 7);
        CHECK(text_of(movements[1]) == right_lines[6] + "\r\n" + right_lines[7]);
    }
}

TEST_CASE("what holds no account, balance or movement is refused") {
    for (const char* bytes : {":86:TEXT\n", ":20:REF\n-\n", ":20:\n:28C:1\n", ":61:X\n"}) {
        CAPTURE(bytes);
        const auto file = bank::read(bytes);
        REQUIRE_FALSE(file.has_value());
        CHECK(file.error().code() == bank::mt940_unreadable);
    }
    const auto forced = bank::read("nothing of it\n", bank::Format::mt940);
    REQUIRE_FALSE(forced.has_value());
    CHECK(forced.error().code() == bank::mt940_unreadable);
}

TEST_CASE("other formats are not taken for MT940") {
    for (const char* bytes : {"", "\n\n", "<Document>\n:20:\n", "Datum;Bedrag\n:20:A\n",
                              "a,b\n1,2\n", "0000 01INGB\n", ":26:37\n", "20:A\n"}) {
        CAPTURE(bytes);
        CHECK_FALSE(bank::detect(bytes).has_value());
    }
}
