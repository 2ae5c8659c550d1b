// Goal: the same records come out of every way banks and editors write a file. Method: one
// statement, written and then changed in its line ends, coding and trailing blanks.
#include "bank/coda/lines.hpp"
#include "bank/coda/write.hpp"
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "base/text.hpp"
#include "support/sample_statement.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace saldo;

namespace {

std::string written(const bank::Statement& statement) {
    const auto bytes = bank::coda::write(std::span(&statement, 1));
    REQUIRE(bytes.has_value());
    return *bytes;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// Everything a file holds, as one text.
std::string content(const bank::Statement_file& file) {
    std::string all;
    for (const bank::Statement& statement : file.statements) {
        all += std::string(statement.holder) + '|' + bank::format(*statement.closing) + '\n';
        for (const bank::Movement& movement : statement.movements) {
            all += bank::format(movement.amount) + '|' + std::string(movement.counterparty.name) +
                   '|' + std::string(movement.communication.text) + '\n';
        }
    }
    return all;
}

void check_same(const std::string& bytes, const std::string& expected) {
    const auto file = bank::read(bytes);
    REQUIRE(file.has_value());
    CHECK(content(*file) == expected);
    CHECK(file->findings.empty());
}

} // namespace

TEST_CASE("line ends: CRLF, LF, none at the end, none at all") {
    const std::string crlf = written(test::busy_statement());
    const auto file = bank::read(crlf);
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    const std::string expected = content(*file);
    const std::string lf = replaced(crlf, "\r\n", "\n");
    check_same(lf, expected);
    check_same(lf.substr(0, lf.size() - 1), expected);
    check_same(replaced(crlf, "\r\n", ""), expected);
    check_same(lf + "\n\n", expected);
    check_same("\xEF\xBB\xBF" + lf, expected);
}

TEST_CASE("the last line may have its blanks cut off, other lines may not") {
    const std::string lf = replaced(written(test::busy_statement()), "\r\n", "\n");
    const std::size_t trailer = lf.rfind("\n9") + 1;
    const auto cut = bank::read(lf.substr(0, trailer + 57));
    REQUIRE(cut.has_value());
    CHECK(cut->findings.empty());

    std::string second = lf;
    second.erase(second.find("\n22") - 20, 20);
    const auto broken = bank::read(second);
    REQUIRE(broken.has_value());
    CHECK(has_errors(broken->findings));
    CHECK(broken->findings.front().code == bank::coda_line_length);
    CHECK(broken->findings.front().params.front() == Param{"stated", "108"});
}

TEST_CASE("one name in ASCII, Windows-1252 and UTF-8") {
    bank::Statement statement = test::busy_statement();
    statement.movements[0].counterparty.name = "ZOË LEFÈVRE";
    const std::string utf8 = written(statement);
    const auto file = bank::read(utf8);
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    CHECK(file->statements[0].movements[0].counterparty.name == "ZOË LEFÈVRE");
    const std::string windows = replaced(replaced(utf8, "Ë", "\xCB"), "È", "\xC8");
    check_same(windows, content(*file));
    CHECK(bank::coda::charset_of(utf8) == bank::Charset::utf8);
    CHECK(bank::coda::charset_of(windows) == bank::Charset::windows_1252);
}

TEST_CASE("letters that Windows-1252 lacks are read from UTF-8") {
    bank::Statement statement = test::busy_statement();
    statement.movements[0].counterparty.name = "ŁUCJA WÓJCIK";
    const auto file = bank::read(written(statement));
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    CHECK(file->statements[0].movements[0].counterparty.name == "ŁUCJA WÓJCIK");
}

TEST_CASE("bytes that happen to be UTF-8 are Windows-1252 where the columns say so") {
    // Two characters of Windows-1252 that make one of UTF-8: the lines are 128 bytes, not 128
    // characters of UTF-8.
    std::string bytes = written(test::busy_statement());
    bytes = replaced(bytes, "PENSIOENDIENST",
                     "PENSIOEN\xC3\x8B"
                     "ENST");
    REQUIRE(text::is_utf8(bytes));
    CHECK(bank::coda::charset_of(bytes) == bank::Charset::windows_1252);
    const auto file = bank::read(bytes);
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    CHECK(file->statements[0].movements[0].counterparty.name == "PENSIOENÃ‹ENST");
}

TEST_CASE("every byte of Windows-1252 becomes well-formed UTF-8 of one character") {
    for (int byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        std::string utf8;
        bank::append_windows_1252(std::string_view(&c, 1), utf8);
        CHECK(text::is_utf8(utf8));
        CHECK(text::length_utf8(utf8) == 1);
    }
    std::string euro;
    bank::append_windows_1252("\x80", euro);
    CHECK(euro == "€");
}

TEST_CASE("what is no CODA file is refused") {
    for (const std::string bytes : {"", "x", "<?xml version=\"1.0\"?>", ":20:STARTUMS"}) {
        CAPTURE(bytes);
        const auto file = bank::read(bytes, bank::Format::coda);
        REQUIRE_FALSE(file.has_value());
        CHECK(file.error().code() == bank::format_unknown);
    }
}
