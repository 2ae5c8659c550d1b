// Goal: a field is read whole or not at all. Method: tables of contents, right and wrong.
#include "bank/coda/record.hpp"
#include "bank/coda/values.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace saldo;
using namespace saldo::bank;

TEST_CASE("numbers are digits and nothing else") {
    const std::vector<std::pair<std::string, std::optional<std::uint64_t>>> table{
        {"0", 0},
        {"0001", 1},
        {"12345678", 12'345'678},
        {"000000001767820", 1'767'820},
        {"999999999999999", 999'999'999'999'999},
        {"123456789012345678", 123'456'789'012'345'678},
        {"", std::nullopt},
        {" 1", std::nullopt},
        {"-1", std::nullopt},
        {"1234567:", std::nullopt},
        {"1234567/", std::nullopt},
        {"12 45678", std::nullopt},
        {"00000000\xB1", std::nullopt},
        {"1234567890123456789", std::nullopt},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        CHECK(coda::to_number(row.first) == row.second);
    }
}

TEST_CASE("an amount has three decimals and its sign apart") {
    CHECK(coda::to_signed_amount("0", "000000001767823") == Amount::units(176'782'300));
    CHECK(coda::to_signed_amount("1", "000000000000001") == Amount::units(-100));
    CHECK_FALSE(coda::to_signed_amount("2", "000000000000001").has_value());
    CHECK_FALSE(coda::to_signed_amount(" ", "000000000000001").has_value());
    CHECK_FALSE(coda::to_amount("00000000000000.").has_value());
}

TEST_CASE("dates: unknown, wrong and the two centuries") {
    CHECK(coda::to_date("050326").date == Date::of(2026, 3, 5));
    CHECK(coda::to_date("311299").date == Date::of(1999, 12, 31));
    CHECK(coda::to_date("010180").date == Date::of(1980, 1, 1));
    CHECK(coda::to_date("311279").date == Date::of(2079, 12, 31));
    CHECK(coda::to_date("290224").date == Date::of(2024, 2, 29));
    for (const std::string unknown : {"000000", "      "}) {
        CHECK_FALSE(coda::to_date(unknown).date.has_value());
        CHECK_FALSE(coda::to_date(unknown).is_wrong);
    }
    for (const std::string wrong : {"290225", "320126", "001326", "0503 6", "ABCDEF"}) {
        CAPTURE(wrong);
        CHECK_FALSE(coda::to_date(wrong).date.has_value());
        CHECK(coda::to_date(wrong).is_wrong);
    }
}

TEST_CASE("remembered dates are the same dates") {
    coda::Date_memory memory;
    for (int round = 0; round < 2; ++round) {
        for (const std::string text :
             {"050326", "050426", "000000", "320126", "370326", "ABCDEF"}) {
            CAPTURE(text);
            CHECK(memory.to_date(text).date == coda::to_date(text).date);
            CHECK(memory.to_date(text).is_wrong == coda::to_date(text).is_wrong);
        }
    }
}

TEST_CASE("trimming by eights is trimming") {
    for (std::size_t size = 0; size < 40; ++size) {
        for (std::size_t text = 0; text <= size; ++text) {
            std::string field(text, 'x');
            field.resize(size, ' ');
            CHECK(coda::trim_end(field).size() == text);
            CHECK(coda::is_blank(field) == (text == 0));
        }
    }
}

TEST_CASE("a table that leaves a gap, overlaps or is too short does not tile") {
    constexpr std::array whole{position(1, 3, "a", Field_kind::text), reserved(4, 8)};
    constexpr std::array gap{position(1, 3, "a", Field_kind::text), reserved(5, 8)};
    constexpr std::array overlap{position(1, 3, "a", Field_kind::text), reserved(3, 8)};
    constexpr std::array constant{Field{"a", 0, 8, Field_kind::constant, "short"}};
    static_assert(tiles(whole, 8));
    static_assert(!tiles(whole, 9));
    static_assert(!tiles(gap, 8));
    static_assert(!tiles(overlap, 8));
    static_assert(!tiles(constant, 8));
    static_assert(slot(whole, "a").length == 3);
    CHECK(whole.size() == 2);
}
