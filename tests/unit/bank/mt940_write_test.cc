// Goal: the writer writes what the reader reads, and refuses what MT940 cannot say. Method: one
// statement held against its text, typed by hand; then one change at a time that does not fit.
#include "bank/codes.hpp"
#include "bank/mt940/write.hpp"
#include "bank/read.hpp"
#include "support/sample_statement.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

using namespace saldo;
using bank::Statement;
using Kind = bank::Communication::Kind;

namespace {

const std::string seventy(70, 'x');

Statement busy_statement() {
    Statement statement = test::statement();
    bank::Movement income = test::movement(128'846, "NTRF");
    income.counterparty = {"PENSIOENDIENST", "BE94735001234514", "GKCCBEBB", "BRUSSEL"};
    income.communication = {Kind::ogm, "", "123456789002", ""};
    income.bank_reference = "B-1";
    income.information = {0, 1};
    statement.information.push_back({"", "/TRCD/00100/", 0});
    statement.movements.push_back(income);
    bank::Movement rent = test::movement(-65'000, "NDDT");
    rent.booking_date = test::day(2026, 3, 6);
    rent.end_to_end_id = "E2E-1";
    rent.mandate_id = "M-1";
    rent.creditor_id = "BE50ZZZ0123456789";
    rent.communication = {Kind::free, "", seventy, ""};
    statement.movements.push_back(rent);
    bank::Movement back = test::movement(1'000, "NRTI");
    back.r_type = '4';
    back.return_reason = "AC04";
    statement.movements.push_back(back);
    statement.messages.push_back({"", "DAG", 0});
    return statement;
}

const std::string busy_text =
    ":20:REF0000042\r\n"
    ":25:KREDBEBB/BE68539007547034\r\n"
    ":28C:42\r\n"
    ":60F:C260304EUR1000,00\r\n"
    ":61:2603050305C1288,46NTRFNONREF//B-1\r\n"
    "/TRCD/00100/\r\n"
    ":86:/CNTP/BE94735001234514/GKCCBEBB/PENSIOENDIENST/BRUSSEL//REMI/STRD\r\n"
    "/CUR/123456789002/\r\n"
    ":61:2603050306D650,00NDDTEREF\r\n"
    ":86:/EREF/E2E-1//MARF/M-1//CSID/BE50ZZZ0123456789//REMI/USTD//xxxxxxx\r\n" +
    std::string(63, 'x') +
    "/\r\n"
    ":61:2603050305RD10,00NRTINONREF\r\n"
    ":86:/RTRN/AC04/\r\n"
    ":62F:C260305EUR1648,46\r\n"
    ":86:DAG\r\n"
    "-\r\n";

struct Row {
    std::string field;
    std::uint64_t movement;
    std::function<void(Statement&)> change;
};

const std::vector<Row> rows{
    {"opening", 0, [](Statement& s) { s.opening.reset(); }},
    {"opening_date", 0, [](Statement& s) { s.opening_date.reset(); }},
    {"closing_date", 0, [](Statement& s) { s.closing_date.reset(); }},
    {"opening_date", 0, [](Statement& s) { s.opening_date = test::day(1979, 12, 31); }},
    {"currency", 0, [](Statement& s) { s.currency = "euro"; }},
    {"account", 0, [](Statement& s) { s.account = "A\r\n:86:"; }},
    {"account", 0, [](Statement& s) { s.bank_bic = "not one"; }},
    {"file_reference", 0, [](Statement& s) { s.file_reference = " A"; }},
    {"totals", 0, [](Statement& s) { s.debit_total = -test::euro(1); }},
    {"messages", 0, [](Statement& s) { s.messages[0].text = "DAG  "; }},
    {"information", 0, [](Statement& s) { s.information[0].text = "A  "; }},
    {"value_date", 1,
     [](Statement& s) {
         s.movements[0].value_date.reset();
         s.movements[0].booking_date.reset();
     }},
    {"booking_date", 2, [](Statement& s) { s.movements[1].booking_date = test::day(2025, 3, 6); }},
    {"transaction_code", 2, [](Statement& s) { s.movements[1].transaction_code = "TRF"; }},
    {"r_type", 2, [](Statement& s) { s.movements[1].r_type = '2'; }},
    {"bank_reference", 1, [](Statement& s) { s.movements[0].bank_reference = " A"; }},
    {"end_to_end_id", 2, [](Statement& s) { s.movements[1].end_to_end_id = "NONREF"; }},
    {"mandate_id", 2, [](Statement& s) { s.movements[1].mandate_id = "M/"; }},
    {"creditor_id", 2, [](Statement& s) { s.movements[1].creditor_id = "/REMI/"; }},
    {"counterparty", 1, [](Statement& s) { s.movements[0].counterparty.bic = "A/B"; }},
    {"return_reason", 3, [](Statement& s) { s.movements[2].return_reason = "ac4"; }},
    {"purpose", 3, [](Statement& s) { s.movements[2].purpose = "SALARY"; }},
    {"communication", 2, [](Statement& s) { s.movements[1].communication.text = "x /ISDT/ y"; }},
    {"communication", 1, [](Statement& s) { s.movements[0].communication.text = "123"; }},
    {"movements", 0, [](Statement& s) { s.movements[1].transaction_code = "00101000"; }},
    {"movements", 0, [](Statement& s) { s.movements[0].bank_reference = "A\n:61:260305C1,NTRF"; }},
    {"statement", 0, [](Statement& s) { s.messages[0].text = "A\n-\n:20:B\n:25:C"; }},
};

std::string param(const Finding& finding, std::string_view name) {
    const auto found = std::ranges::find(finding.params, name, &Param::name);
    return found == finding.params.end() ? "" : found->value;
}

} // namespace

TEST_CASE("a statement is written as its text says, and reads back") {
    const Statement statement = busy_statement();
    const auto bytes = bank::mt940::write(std::span(&statement, 1));
    REQUIRE(bytes.has_value());
    CHECK(*bytes == busy_text);
    const auto file = bank::read(*bytes);
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    const auto again = bank::mt940::write(file->statements);
    REQUIRE(again.has_value());
    CHECK(*again == *bytes);
}

TEST_CASE("a line of text never begins like a tag or an end") {
    for (const std::string dangerous : {":61:260304C1,NTRF", "-", "-}", ":20:"}) {
        for (std::size_t before = 40; before < 70; ++before) {
            const std::string text = std::string(before, 'x') + dangerous;
            Statement statement = test::statement();
            statement.movements.push_back(test::movement(100, "NTRF"));
            statement.movements[0].communication = {Kind::free, "", text, ""};
            CHECK(bank::mt940::write(std::span(&statement, 1)).has_value());
        }
    }
}

TEST_CASE("what MT940 cannot say is refused by its name") {
    for (const Row& row : rows) {
        CAPTURE(row.field);
        Statement statement = busy_statement();
        row.change(statement);
        const auto bytes = bank::mt940::write(std::span(&statement, 1));
        REQUIRE_FALSE(bytes.has_value());
        const Finding& finding = bytes.error().first();
        CHECK(finding.code == bank::mt940_does_not_fit);
        CHECK(param(finding, "field") == row.field);
        CHECK(param(finding, "movement") == std::to_string(row.movement));
    }
}
