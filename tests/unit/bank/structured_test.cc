// Goal: every structured communication gives its fields by name. Method: contents written column
// by column after the description of each type, on invented facts.
#include "bank/coda/structured.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;
using bank::Amount;
using bank::coda::Rate_value;
using bank::coda::Structured_value;

namespace {

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - text.size(), ' ');
}

struct Expected {
    std::string_view field;
    Structured_value value;
};

struct Row {
    std::string type;
    std::string content;
    std::vector<Expected> expected;
};

Structured_value day(int year, int month, int day) {
    return *Date::of(year, month, day);
}

Structured_value euro(std::int64_t cents) {
    return Amount::units(cents * Amount::units_per_cent);
}

const Structured_value nothing{};

const std::vector<Row> rows{
    {"103", "000000123456", {{"number", "000000123456"}}},
    {"105",
     "000000000012500"
     "000000000013750"
     "000110000000"
     "USD" +
         padded("REF", 12) + "US" + "000000000012500",
     {{"gross_account_currency", euro(1'250)},
      {"gross_original_currency", euro(1'375)},
      {"rate", Rate_value{110'000'000}},
      {"currency", "USD"},
      {"communication", "REF"},
      {"country", "US"},
      {"equivalent_eur", euro(1'250)}}},
    {"106",
     "000000000002100"
     "000000000010000"
     "002100000000"
     "2"
     "000000000002100",
     {{"equivalent", euro(210)},
      {"base", euro(1'000)},
      {"percentage", Rate_value{2'100'000'000}},
      {"minimum", "2"},
      {"equivalent_eur", euro(210)}}},
    {"107",
     "123456789012"
     "050326" +
         padded("ABONNEMENT", 30) + "0" + padded("CRED123", 11),
     {{"mandate", "123456789012"},
      {"pivot_date", day(2026, 3, 5)},
      {"communication", "ABONNEMENT"},
      {"refusal", "0"},
      {"creditor", "CRED123"}}},
    {"108",
     "000000000001500"
     "000000000100000"
     "000150000000"
     "010126"
     "310326",
     {{"equivalent", euro(150)},
      {"interest", Rate_value{150'000'000}},
      {"from", day(2026, 1, 1)},
      {"through", day(2026, 3, 31)}}},
    {"111",
     "1"
     "000123"
     "007"
     "000001"
     "050326"
     "000099"
     "060326"
     "0" +
         padded("BAKKERIJ", 16) + padded("GENT", 10),
     {{"scheme", "1"},
      {"terminal", "000123"},
      {"first_date", day(2026, 3, 5)},
      {"last_date", day(2026, 3, 6)},
      {"terminal_name", "BAKKERIJ"},
      {"place", "GENT"}}},
    {"113",
     padded("670300XXXXXX1234", 16) +
         "1"
         "000123"
         "000456"
         "050326"
         "1430"
         "5" +
         padded("SUPERMARKT", 16) + padded("GENT", 10) +
         "000000000045900"
         "000100000000"
         "EUR" +
         "02500"
         "01"
         "01500",
     {{"card", "670300XXXXXX1234"},
      {"date", day(2026, 3, 5)},
      {"time", "1430"},
      {"transaction", "5"},
      {"terminal_name", "SUPERMARKT"},
      {"original_amount", euro(4'590)},
      {"currency", "EUR"},
      {"volume", "02500"},
      {"unit_price", "01500"}}},
    {"114",
     "1"
     "000123"
     "007"
     "000456"
     "050326"
     "1430"
     "0" +
         padded("BAKKERIJ", 16) + padded("GENT", 10) + padded("REF1", 16),
     {{"sequence", "000456"}, {"place", "GENT"}, {"reference", "REF1"}}},
    {"115",
     padded("670300XXXXXX1234", 16) +
         "1"
         "000123"
         "000456"
         "050326"
         "1430"
         "060326"
         "000457" +
         "000000000050000"
         "0" +
         padded("KANTOOR", 16) + padded("GENT", 10) + padded("STORTING", 12),
     {{"validation_date", day(2026, 3, 6)},
      {"original_amount", euro(5'000)},
      {"message", "STORTING"}}},
    {"121",
     "000000000100000"
     "310326"
     "010426"
     "050326" +
         padded("FIRMA", 11) +
         "EUR"
         "   " +
         padded("WISSEL1", 13) + "000400000000",
     {{"amount", euro(10'000)},
      {"maturity", day(2026, 3, 31)},
      {"issue", day(2026, 3, 5)},
      {"bill", "WISSEL1"},
      {"rate", Rate_value{400'000'000}}}},
    {"122",
     "0030"
     "000400000000"
     "000000000100000"
     "2" +
         padded("WISSEL1", 13) + "310326",
     {{"days", std::uint64_t{30}}, {"base", euro(10'000)}, {"maturity", day(2026, 3, 31)}}},
    {"123",
     "010126"
     "999999"
     "000000000100000"
     "000050000000"
     "0090"
     "1" +
         padded("WAARBORG", 13),
     {{"from", day(2026, 1, 1)},
      {"through", "999999"},
      {"percentage", Rate_value{50'000'000}},
      {"days", std::uint64_t{90}},
      {"minimum", "1"},
      {"guarantee", "WAARBORG"}}},
    {"124",
     padded("540000XXXXXX0000", 20) + "1" + padded("FACT1", 12) + padded("ID1", 15) + "050326",
     {{"card", "540000XXXXXX0000"},
      {"issuer", "1"},
      {"invoice", "FACT1"},
      {"date", day(2026, 3, 5)}}},
    {"125",
     "123456789002" + padded("", 15) +
         "000000000300000"
         "000000000250000"
         "000000000050000"
         "EUR" +
         "010126"
         "311226"
         "000350000000" +
         padded("KREDIET1", 13),
     {{"account", "123456789002"},
      {"extension", nothing},
      {"old_balance", euro(30'000)},
      {"new_balance", euro(25'000)},
      {"amount", euro(5'000)},
      {"rate", Rate_value{350'000'000}},
      {"reference", "KREDIET1"}}},
    {"126",
     padded("DEPOSITO1", 15) +
         "000000000100000"
         "000000000100000"
         "010126"
         "010426" +
         "000200000000"
         "000000000000500"
         "EUR"
         "000100000000",
     {{"deposit", "DEPOSITO1"},
      {"interest", euro(50)},
      {"currency", "EUR"},
      {"exchange_rate", Rate_value{100'000'000}}}},
    {"127",
     "050326"
     "1"
     "1"
     "0" +
         padded("BE50ZZZ0123456789", 35) + padded("MANDAAT-7", 35) + padded("ABONNEMENT", 62) +
         "2"
         "MD06",
     {{"settlement_date", day(2026, 3, 5)},
      {"type", "1"},
      {"scheme", "1"},
      {"refusal", "0"},
      {"creditor_id", "BE50ZZZ0123456789"},
      {"mandate_id", "MANDAAT-7"},
      {"communication", "ABONNEMENT"},
      {"r_type", "2"},
      {"return_reason", "MD06"}}},
    {"001",
     padded("NORA PEETERS", 70) + padded("KERKSTRAAT 12", 35) + padded("9000 GENT", 35) + "ID",
     {{"name", "NORA PEETERS"},
      {"street", "KERKSTRAAT 12"},
      {"place", "9000 GENT"},
      {"identification", "ID"}}},
    {"002",
     padded("EEN", 35) + padded("TWEE", 35) + "DRIE",
     {{"line_1", "EEN"}, {"line_2", "TWEE"}, {"line_3", "DRIE"}, {"line_4", nothing}}},
    {"006",
     padded("KOSTEN", 30) + "EUR"
                            "000000000001500"
                            "1"
                            "013",
     {{"description", "KOSTEN"},
      {"currency", "EUR"},
      {"amount", euro(150)},
      {"sign", "1"},
      {"category", "013"}}},
    {"007",
     "0000010"
     "002000"
     "000000000020000",
     {{"count", std::uint64_t{10}}, {"denomination", "002000"}, {"total", euro(2'000)}}},
    {"008",
     padded("NORA PEETERS", 70) + "ID",
     {{"name", "NORA PEETERS"}, {"identification", "ID"}}},
    {"009", "SAM CLAES", {{"name", "SAM CLAES"}, {"identification", nothing}}},
};

} // namespace

TEST_CASE("fields of each type") {
    for (const Row& row : rows) {
        CAPTURE(row.type);
        const auto fields = bank::coda::decode(row.type, row.content);
        for (const Expected& expected : row.expected) {
            CAPTURE(expected.field);
            const auto* value = bank::coda::find(fields, expected.field);
            REQUIRE(value != nullptr);
            CHECK((*value == expected.value));
        }
    }
}

TEST_CASE("every type of the standard that has fields has a table") {
    for (const std::string_view type :
         {"100", "101", "102", "103", "105", "106", "107", "108", "111",
          "113", "114", "115", "121", "122", "123", "124", "125", "126",
          "127", "001", "002", "004", "005", "006", "007", "008", "009"}) {
        CAPTURE(type);
        CHECK_FALSE(bank::coda::layout_of(type).empty());
    }
    CHECK(bank::coda::layout_of("104").empty());
    CHECK(bank::coda::decode("010", "RAW").empty());
}

TEST_CASE("columns are characters, and what does not read as its kind stays as written") {
    const std::string party = padded("ZOË", 71) + "KERKSTRAAT"; // 71 bytes are 70 characters
    const auto fields = bank::coda::decode("001", party);
    CHECK((*bank::coda::find(fields, "name") == Structured_value("ZOË")));
    CHECK((*bank::coda::find(fields, "street") == Structured_value("KERKSTRAAT")));
    const auto amount = bank::coda::decode("007", "00000X0"
                                                  "002000"
                                                  "00000000002000A");
    CHECK((*bank::coda::find(amount, "count") == Structured_value("00000X0")));
    CHECK((*bank::coda::find(amount, "total") == Structured_value("00000000002000A")));
    CHECK(bank::coda::find(amount, "absent") == nullptr);
}
