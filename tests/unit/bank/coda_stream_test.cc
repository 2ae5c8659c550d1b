// Goal: a CODA file can be read as a stream, with its movements in their place in the file. Method:
// files written and then changed; where a record stands is found by plain searching in the bytes;
// all real files are streamed in blocks of the smallest size and held against reading whole.
#include "bank/coda/write.hpp"
#include "bank/codes.hpp"
#include "bank/mt940/write.hpp"
#include "bank/read.hpp"
#include "support/coda_bulk.hpp"
#include "support/sample_statement.hpp"
#include "support/shared.hpp"
#include "support/streamed.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>

using namespace saldo;

namespace {

constexpr std::size_t smallest = bank::coda::Line_cutter::block_size_min;

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// Income (2.1 to 3.1), rent (2.1 to 2.3), a total (2.1) of two details (2.1, 2.2).
std::string busy_file(std::string_view name = "PENSIOENDIENST") {
    bank::Statement statement = test::busy_statement();
    statement.movements[0].counterparty.name = name;
    return *bank::coda::write(std::span(&statement, 1));
}

/// The first two characters of each record in a stretch of a file.
std::string records_in(const std::string& bytes, bank::Byte_range range, std::string_view end) {
    std::string kinds;
    const std::string stretch = bytes.substr(range.begin, range.size);
    for (std::size_t at = 0; at < stretch.size();) {
        kinds += stretch.substr(at, 2) + ' ';
        at = end.empty() ? at + 128 : stretch.find(end, at);
        at = at == std::string::npos ? stretch.size() : at + end.size();
    }
    return kinds;
}

void check_origins(const std::string& bytes, std::string_view end) {
    const auto file = bank::read(bytes);
    REQUIRE(file.has_value());
    const bank::Statement& statement = file->statements.front();
    REQUIRE(statement.movements.size() == 3);
    REQUIRE(statement.details.size() == 2);
    CHECK(records_in(bytes, statement.movements[0].origin, end) == "21 22 23 31 ");
    CHECK(records_in(bytes, statement.movements[1].origin, end) == "21 22 23 ");
    CHECK(records_in(bytes, statement.movements[2].origin, end) == "21 ");
    CHECK(records_in(bytes, statement.details[0].origin, end) == "21 22 ");
    CHECK(records_in(bytes, statement.details[1].origin, end) == "21 22 ");
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string first = "21" + std::to_string(10'000 + i + 1).substr(1) + "0000";
        CHECK(statement.movements[i].origin.begin == bytes.find(first));
    }
    CHECK(statement.details[0].origin.begin == bytes.find("2100030001"));
}

void check_streamed(const std::string& bytes) {
    const auto whole = bank::read(bytes, bank::Format::coda);
    for (const std::size_t most : {std::size_t{1}, std::size_t{777}, bytes.size() + 1}) {
        bank::coda::Stream stream(test::in_pieces(bytes, most, most), smallest);
        CHECK(test::is_same(test::stream_all(stream), whole));
    }
}

std::string bulk(std::uint64_t movements, std::uint64_t one_accented_in = 0) {
    return test::Coda_bulk({movements, 7, one_accented_in}).rest();
}

} // namespace

TEST_CASE("the origin of movements and details, whatever the line ends and the coding") {
    const std::string crlf = busy_file();
    check_origins(crlf, "\r\n");
    check_origins(replaced(crlf, "\r\n", "\n"), "\n");
    check_origins(replaced(crlf, "\r\n", ""), "");
    check_origins("\xEF\xBB\xBF" + crlf, "\r\n");
    const std::string utf8 = busy_file("ZOË LEFÈVRE");
    check_origins(utf8, "\r\n");
    check_origins("\xEF\xBB\xBF" + utf8, "\r\n");
    check_origins(replaced(replaced(utf8, "Ë", "\xCB"), "È", "\xC8"), "\r\n");
}

TEST_CASE("every real CODA file: origins, and the same as a stream") {
    const auto folder = test::shared_folder() / "samples/coda";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: the real bank files are not here");
        return;
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        CAPTURE(entry.path());
        const std::string bytes = test::read_file(entry.path());
        check_streamed(bytes);
        ++files;
        const auto file = bank::read(bytes);
        if (!file) {
            continue;
        }
        for (const bank::Statement& statement : file->statements) {
            for (const auto* movements : {&statement.movements, &statement.details}) {
                for (const bank::Movement& movement : *movements) {
                    const std::string record =
                        bytes.substr(movement.origin.begin, movement.origin.size);
                    REQUIRE(record.starts_with("21"));
                    CHECK(std::stoul(record.substr(2, 4)) == movement.sequence);
                    CHECK(std::stoul(record.substr(6, 4)) == movement.detail);
                }
            }
        }
    }
    CHECK(files == 23); // find samples/coda -type f | wc -l
}

TEST_CASE("a stream cuts lines where reading whole does") {
    const std::string crlf = bulk(300);
    REQUIRE(crlf.size() > 20 * smallest);
    check_streamed(crlf);
    check_streamed(replaced(crlf, "\r\n", "\n"));
    check_streamed(replaced(crlf, "\r\n", ""));
    check_streamed(replaced(crlf, "\r\n", "").substr(1'000)); // no header
    check_streamed(replaced(crlf, "\r\n", "").substr(0, 100'001));
    check_streamed("\xEF\xBB\xBF" + crlf);
    check_streamed(bulk(300, 40));
    check_streamed(replaced(bulk(300, 40), "É", "\xC9")); // what is left of UTF-8 is no UTF-8
}

TEST_CASE("lines longer than a block") {
    const std::string bytes = bulk(60);
    const std::size_t third_line = 260;
    for (const std::string& line :
         {std::string(20'000, ' '), std::string(20'000, ' ') + '\r', std::string(20'000, 'x'),
          std::string(9'000, ' ') + "x" + std::string(9'000, ' '),
          std::string(smallest - 260, ' ') + "\r\r", "0" + std::string(9'000, '0')}) {
        CAPTURE(line.size());
        std::string longer = bytes;
        check_streamed(longer.insert(third_line, line + "\n"));
        check_streamed(bytes + line);
        check_streamed(bytes + line + "\n");
    }
}

TEST_CASE("parts come one by one, with what was found up to the next header") {
    std::string bytes = bulk(2'000);
    const auto whole = bank::read(bytes);
    REQUIRE(whole.has_value());
    REQUIRE(whole->findings.empty());
    const std::size_t statements = whole->statements.size();
    REQUIRE(statements >= 6);
    // A day is missing of the first account with two statements, and a version nobody knows.
    const auto second = whole->statements[4].line;
    std::string header = bytes.substr((second - 1) * 130, 128);
    header[127] = '9';
    bytes.insert((second - 1) * 130, header + "\r\n");
    auto stream = bank::open_stream(bank::source_of(bytes));
    REQUIRE(stream.has_value());
    bank::Statement_file part;
    for (std::size_t i = 0; i < statements; ++i) {
        CAPTURE(i);
        REQUIRE((*stream)->next(part).value());
        REQUIRE(part.statements.size() == 1);
        CHECK(part.format == "coda-2");
        CHECK(part.statements[0].movements.size() == whole->statements[i].movements.size());
        CHECK(part.statements[0].line == whole->statements[i].line + (i < 4 ? 0 : 1));
        CHECK(part.findings.size() == (i == 4 ? 1 : 0));
    }
    CHECK_FALSE((*stream)->next(part).value());
    CHECK_FALSE((*stream)->next(part).value());
}

TEST_CASE("the chain holds over a stream, and the limit of findings is one of the file") {
    const test::Bulk_size size{2'000, 7, 0};
    std::string bytes;
    test::Coda_bulk made(size);
    for (std::string part = made.next(); !part.empty(); part = made.next()) {
        bytes += made.statements() == 2 ? "" : part; // the first statement of the second account
    }
    check_streamed(bytes);
    std::string rubbish = replaced(bulk(2'000), "\r\n31", "\r\n51");
    check_streamed(rubbish);
    bank::coda::Stream stream(bank::source_of(rubbish), smallest);
    const Findings findings = test::stream_all(stream).findings();
    REQUIRE(findings.size() == bank::Report::findings_max + 1);
    CHECK(findings.back().code == bank::findings_left_out);
}

TEST_CASE("what is no CODA file, or of no known version, is refused by the first call") {
    CHECK(bank::open_stream(bank::source_of("x")).error().code() == bank::format_unknown);
    bank::Statement_file part;
    bank::coda::Stream other(bank::source_of("x"));
    CHECK(other.next(part).error().code() == bank::format_unknown);
    std::string bytes = busy_file();
    bytes[127] = '7';
    check_streamed(bytes);
    bank::coda::Stream unknown(bank::source_of(bytes));
    CHECK(unknown.next(part).error().code() == bank::coda_version_unknown);
    CHECK_FALSE(unknown.next(part).value());
}

TEST_CASE("a format without a stream of its own comes whole, in one part") {
    const bank::Statement written = test::statement();
    const std::string bytes = *bank::mt940::write(std::span(&written, 1));
    const auto whole = bank::read(bytes);
    REQUIRE(whole.has_value());
    auto stream = bank::open_stream(test::in_pieces(bytes, 1, 10));
    REQUIRE(stream.has_value());
    const test::Streamed streamed = test::stream_all(**stream);
    CHECK(streamed.parts.size() == 1);
    CHECK(test::is_same(streamed, whole));
}

TEST_CASE("the quick check of a record agrees with its table") {
    const std::string right = busy_file();
    const std::string second = right.substr(right.find("\n22") + 1, 128);
    for (std::size_t at = 0; at < second.size(); ++at) {
        for (const char c : {' ', '0', '9', '/', ':', 'A', '\x1F', '\xFA'}) {
            std::string changed = second;
            changed[at] = c;
            const bank::coda::Plain_record plain(changed.data());
            CAPTURE(changed);
            CHECK(bank::coda::conforms<bank::coda::v2::movement_second>(plain) ==
                  bank::coda::conforms<bank::coda::v2::movement_second>(bank::coda::Record(plain)));
        }
    }
}
