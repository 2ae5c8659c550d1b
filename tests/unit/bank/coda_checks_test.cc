// Goal: each check of a CODA file is a finding with its code, severity and record. Method: a right
// file, one change of some columns or lines at a time, and what that change must lead to.
#include "bank/coda/write.hpp"
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "support/sample_statement.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <sstream>
#include <vector>

using namespace saldo;

namespace {

using Lines = std::vector<std::string>;

// 1 header, 2 old balance, 3-6 income (21 22 23 31), 7-9 rent (21 22 23), 10 total (21),
// 11-12 and 13-14 its details (21 22), 15 new balance, 16 message, 17 trailer.
Lines right_lines() {
    const bank::Statement statement = test::busy_statement();
    const auto bytes = bank::coda::write(std::span(&statement, 1));
    REQUIRE(bytes.has_value());
    std::istringstream in(*bytes);
    Lines lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line.substr(0, 128));
    }
    REQUIRE(lines.size() == 17);
    return lines;
}

std::string joined(const Lines& lines) {
    std::string bytes;
    for (const std::string& line : lines) {
        bytes += line + '\n';
    }
    return bytes;
}

/// Overwrites columns of a line, both counted from 1.
std::function<void(Lines&)> put(std::size_t line, std::size_t position, const std::string& text) {
    return [=](Lines& lines) { lines[line - 1].replace(position - 1, text.size(), text); };
}

std::function<void(Lines&)> remove(std::size_t line) {
    return
        [=](Lines& lines) { lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line - 1)); };
}

struct Row {
    std::string what;
    std::function<void(Lines&)> change;
    Code code;
    Severity severity;
    std::uint64_t line;
};

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

const std::vector<Row> rows{
    {"version of a later logical file",
     [](Lines& lines) {
         const Lines second = lines;
         lines.insert(lines.end(), second.begin(), second.end());
         lines[17][127] = '3';
     },
     bank::coda_version_unknown, error, 18},
    {"no record 1", remove(2), bank::coda_record_missing, error, 2},
    {"no record 8", remove(15), bank::coda_record_missing, error, 16},
    {"no record 9", remove(17), bank::coda_record_missing, error, 16},
    {"record 1 twice", [](Lines& lines) { lines.insert(lines.begin() + 2, lines[1]); },
     bank::coda_record_misplaced, error, 3},
    {"record of an unknown kind", put(9, 1, "24"), bank::coda_record_unknown, error, 9},
    {"record 2.2 after 3.1", [](Lines& lines) { lines.insert(lines.begin() + 6, lines[3]); },
     bank::coda_record_misplaced, error, 7},
    {"movement after the new balance", [](Lines& lines) { std::swap(lines[14], lines[13]); },
     bank::coda_record_misplaced, error, 15},
    {"text after the trailer", [](Lines& lines) { lines.push_back(lines[15]); },
     bank::coda_record_misplaced, error, 18},
    {"currency blank in both",
     [](Lines& lines) {
         put(2, 40, "   ")(lines);
         put(15, 39, "   ")(lines);
     },
     bank::currency_missing, warning, 2},
    {"account of record 8 differs", put(15, 5, "BE62"), bank::account_mismatch, warning, 15},
    {"check digits of the account",
     [](Lines& lines) {
         put(2, 6, "BE69")(lines);
         put(15, 5, "BE69")(lines);
     },
     bank::account_check_wrong, warning, 2},
    {"structure of the account", put(2, 2, "7"), bank::coda_field_unreadable, error, 2},
    {"number of records", put(17, 17, "000015"), bank::count_mismatch, error, 17},
    {"debit total", put(17, 23, "000000000650010"), bank::debit_total_mismatch, error, 17},
    {"credit total", put(17, 38, "000000000000000"), bank::credit_total_mismatch, error, 17},
    {"total that is no number", put(17, 23, "0000000006500.0"), bank::coda_field_unreadable, error,
     17},
    {"third decimal of the new balance", put(15, 57, "1"), bank::balance_mismatch, error, 15},
    {"sign of the old balance", put(2, 43, "1"), bank::balance_mismatch, error, 15},
    {"old balance that is no number", put(2, 44, "X"), bank::coda_field_unreadable, error, 2},
    {"details that do not add up", put(11, 45, "1"), bank::details_mismatch, warning, 10},
    {"sequence number of record 2.2", put(4, 3, "0009"), bank::coda_record_misplaced, error, 4},
    {"detail number of record 2.3", put(9, 7, "0001"), bank::coda_record_misplaced, error, 9},
    {"sequence number of record 3.1", put(6, 3, "0009"), bank::coda_record_misplaced, warning, 6},
    {"detail of another sequence", put(11, 3, "0007"), bank::coda_record_misplaced, error, 11},
    {"sequence numbers skip",
     [](Lines& lines) {
         for (const std::size_t line : {10U, 11U, 12U, 13U, 14U}) {
             put(line, 3, "0004")(lines);
         }
     },
     bank::coda_sequence_broken, warning, 10},
    {"next code", put(3, 126, "0"), bank::coda_code_mismatch, warning, 3},
    {"link code", put(5, 128, "0"), bank::coda_code_mismatch, warning, 5},
    {"link code of record 8", put(15, 128, "0"), bank::coda_code_mismatch, warning, 15},
    {"more files promised", put(17, 128, "1"), bank::coda_code_mismatch, Severity::info, 17},
    {"value date that does not exist", put(3, 48, "300226"), bank::coda_date_wrong, warning, 3},
    {"booking date that does not exist", put(3, 116, "300226"), bank::coda_date_wrong, warning, 3},
    {"booking date after the new balance", put(3, 116, "060326"), bank::date_outside_period,
     warning, 3},
    {"booking date before the old balance", put(7, 116, "030326"), bank::date_outside_period,
     warning, 7},
    {"date of the new balance", put(15, 58, "999999"), bank::coda_field_unreadable, error, 15},
    {"OGM", put(3, 77, "3"), bank::reference_check_wrong, warning, 3},
    {"amount that is no number", put(7, 40, "A"), bank::coda_field_unreadable, error, 7},
    {"sign that is none", put(7, 32, "2"), bank::coda_field_unreadable, error, 7},
    {"reserved columns", put(15, 70, "X"), bank::coda_reserved_filled, warning, 15},
    {"paper number", put(3, 122, "  1"), bank::coda_number_unreadable, warning, 3},
    {"separate application", put(1, 84, "05001"), bank::statement_partial, warning, 1},
    {"line too long", [](Lines& lines) { lines[8] += "X"; }, bank::coda_line_length, error, 9},
    {"blanks too many", [](Lines& lines) { lines[8] += "  "; }, bank::coda_line_length, warning, 9},
    {"blank line", [](Lines& lines) { lines.insert(lines.begin() + 6, ""); }, bank::coda_blank_line,
     warning, 7},
};

} // namespace

TEST_CASE("the unchanged file has nothing to say") {
    const auto file = bank::read(joined(right_lines()));
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
}

TEST_CASE("each change is found where it is") {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Lines lines = right_lines();
        row.change(lines);
        const auto file = bank::read(joined(lines));
        REQUIRE(file.has_value());
        const auto found = std::ranges::find_if(file->findings, [&](const Finding& finding) {
            return finding.code == row.code && finding.where.line == row.line;
        });
        REQUIRE(found != file->findings.end());
        CHECK(found->severity == row.severity);
    }
}

TEST_CASE("what a warning concerns is still read") {
    Lines lines = right_lines();
    put(15, 5, "BE62")(lines);
    put(3, 126, "0")(lines);
    const auto file = bank::read(joined(lines));
    REQUIRE(file.has_value());
    CHECK_FALSE(has_errors(file->findings));
    CHECK(file->statements.front().movements.size() == 3);
    CHECK(file->statements.front().account == test::account);
}

TEST_CASE("what the file does not state is not shown as zero") {
    Lines lines = right_lines();
    lines.erase(lines.begin() + 14, lines.end());
    const auto file = bank::read(joined(lines));
    REQUIRE(file.has_value());
    CHECK_FALSE(file->statements.front().closing.has_value());
    CHECK_FALSE(file->statements.front().debit_total.has_value());
}

TEST_CASE("an unreadable movement takes its further records with it, and only those") {
    Lines lines = right_lines();
    put(7, 40, "A")(lines);
    const auto file = bank::read(joined(lines));
    REQUIRE(file.has_value());
    const auto& movements = file->statements.front().movements;
    REQUIRE(movements.size() == 2);
    CHECK(movements[0].end_to_end_id.empty());
    CHECK(movements[1].details.count == 2);
}

TEST_CASE(
    "a letter with an accent where an R-transaction has its kind is none, and can be written") {
    for (const std::string letter : {"\xE3", "\xA4"}) { // Windows-1252, alone no UTF-8
        Lines lines = right_lines();
        put(4, 113, letter)(lines);
        const auto file = bank::read(joined(lines));
        REQUIRE(file.has_value());
        CHECK(file->statements.front().movements.front().r_type == ' ');
        const auto written = bank::coda::write(file->statements);
        REQUIRE(written.has_value());
        const auto again = bank::read(*written);
        REQUIRE(again.has_value());
        CHECK(again->statements.front().movements.size() == 3);
    }
}

TEST_CASE("an empty day keeps its balance without record 8") {
    bank::Statement statement = test::statement();
    statement.closing = statement.opening;
    statement.closing_date = statement.opening_date;
    const auto bytes = bank::coda::write(std::span(&statement, 1));
    REQUIRE(bytes.has_value());
    CHECK(bytes->find("\n8") == std::string::npos);
    const auto file = bank::read(*bytes);
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    CHECK(file->statements.front().closing == statement.opening);
    CHECK(file->statements.front().closing_date == statement.opening_date);
}

TEST_CASE("sequence and detail numbers start over at ten thousand") {
    bank::Statement many = test::statement();
    many.movements.assign(10'002, test::movement(1, "00150000"));
    const auto bytes = bank::coda::write(std::span(&many, 1));
    REQUIRE(bytes.has_value());
    const auto file = bank::read(*bytes);
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    REQUIRE(file->statements.front().movements.size() == 10'002);
    CHECK(file->statements.front().movements[9'998].sequence == 9'999);
    CHECK(file->statements.front().movements[9'999].sequence == 0);
    CHECK(file->statements.front().movements[10'001].sequence == 2);

    bank::Statement total = test::statement();
    total.movements.push_back(test::movement(10'001, "20150000"));
    total.movements.front().details = {0, 10'001};
    total.details.assign(10'001, test::movement(1, "60150000"));
    const auto details = bank::read(*bank::coda::write(std::span(&total, 1)));
    REQUIRE(details.has_value());
    CHECK(details->findings.empty());
    CHECK(details->statements.front().movements.size() == 1);
    CHECK(details->statements.front().details.size() == 10'001);
}

TEST_CASE("a partial extract without balances is not held against its sums") {
    bank::Statement statement = test::busy_statement();
    statement.is_partial = true;
    statement.opening = bank::Amount();
    statement.closing = bank::Amount();
    const auto file = bank::read(*bank::coda::write(std::span(&statement, 1)));
    REQUIRE(file.has_value());
    CHECK_FALSE(has_errors(file->findings));
    CHECK(file->statements.front().is_partial);
}

TEST_CASE("a file of rubbish after its header has a limit of findings") {
    Lines lines = right_lines();
    lines.resize(2);
    lines.insert(lines.end(), 5'000, std::string(128, '7'));
    const auto file = bank::read(joined(lines));
    REQUIRE(file.has_value());
    CHECK(file->findings.size() == 1'001);
    CHECK(file->findings.back().code == bank::findings_left_out);
    CHECK(file->findings.back().severity == Severity::error);
}
