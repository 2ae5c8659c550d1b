// Goal: a CODA file read as a stream gives the statements and findings that reading it whole gives,
// wherever its pieces are cut, and each movement knows its own bytes. Method: generated files with
// other line ends and codings and with random damage, in pieces of random size and blocks of the
// smallest size; reading whole is the other witness.
#include "bank/read.hpp"
#include "support/coda_bulk.hpp"
#include "support/streamed.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace saldo;

namespace {

std::string without(const std::string& text, char c) {
    std::string rest;
    std::copy_if(text.begin(), text.end(), std::back_inserter(rest),
                 [c](char each) { return each != c; });
    return rest;
}

/// Some statements, 10 to 200 kB, as banks and editors may write them.
std::string any_file() {
    test::Bulk_size size;
    size.movements = *rc::gen::inRange<std::uint64_t>(20, 400);
    size.seed = *rc::gen::arbitrary<std::uint64_t>();
    size.one_accented_in = *rc::gen::elementOf(std::vector<std::uint64_t>{0, 50});
    std::string bytes = test::Coda_bulk(size).rest();
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return without(bytes, '\r');
    case 1:
        return without(without(bytes, '\r'), '\n');
    case 2:
        return "\xEF\xBB\xBF" + bytes;
    default:
        return bytes;
    }
}

void damage(std::string& bytes) {
    const auto changes = *rc::gen::inRange(0, 12);
    for (int i = 0; i < changes; ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(1, bytes.size());
        switch (*rc::gen::inRange(0, 6)) {
        case 0:
            bytes[at] = *rc::gen::arbitrary<char>();
            break;
        case 1:
            bytes.erase(at, *rc::gen::inRange<std::size_t>(1, 200));
            break;
        case 2:
            bytes.insert(at, std::string(*rc::gen::inRange<std::size_t>(1, 10'000), ' '));
            break;
        case 3:
            bytes.insert(at, "\xE9");
            break;
        case 4:
            bytes.insert(at, "\r\n");
            break;
        default:
            bytes.insert(at, bytes.substr(0, *rc::gen::inRange<std::size_t>(1, 9'000)));
        }
    }
}

} // namespace

TEST_CASE("a stream gives what reading whole gives") {
    CHECK(rc::check("streamed == read", [] {
        std::string bytes = any_file();
        damage(bytes);
        const auto seed = *rc::gen::arbitrary<std::uint64_t>();
        const auto most = *rc::gen::elementOf(std::vector<std::size_t>{1, 100, 5'000, 100'000});
        const auto block =
            bank::coda::Line_cutter::block_size_min + *rc::gen::inRange<std::size_t>(0, 300);
        bank::coda::Stream stream(test::in_pieces(bytes, seed, most), block);
        RC_ASSERT(test::is_same(test::stream_all(stream), bank::read(bytes, bank::Format::coda)));
    }));
}

TEST_CASE("the origin of a movement is the bytes of its records") {
    CHECK(rc::check("bytes at origin", [] {
        const std::string bytes = any_file();
        const auto file = bank::read(bytes, bank::Format::coda);
        RC_ASSERT(file.has_value());
        std::uint64_t end = 0;
        for (const bank::Statement& statement : file->statements) {
            for (const bank::Movement& movement : statement.movements) {
                const std::string record =
                    bytes.substr(movement.origin.begin, movement.origin.size);
                RC_ASSERT(record.starts_with("21"));
                RC_ASSERT(std::stoul(record.substr(2, 4)) == movement.sequence);
                RC_ASSERT(record.back() != '\n' && record.back() != '\r');
                RC_ASSERT(movement.origin.begin >= end);
                end = movement.origin.begin + movement.origin.size;
            }
        }
        RC_ASSERT(end <= bytes.size());
    }));
}
