// Goal: the old layout is read with its own columns. Method: records built column by column.
#include "bank/codes.hpp"
#include "bank/read.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <utility>

using namespace saldo;

namespace {

/// A record with texts at positions counted from 1.
std::string record(std::initializer_list<std::pair<std::size_t, std::string>> texts) {
    std::string line(128, ' ');
    for (const auto& [position, text] : texts) {
        line.replace(position - 1, text.size(), text);
    }
    return line + "\n";
}

std::string file_with_records(const std::string& counted) {
    return record({{1, "0000005030773505"},
                   {20, "000000000000001"},
                   {35, "NORA PEETERS"},
                   {61, "0000000000000000000000"},
                   {84, "00000"},
                   {128, "1"}}) +
           record({{1, "1"},
                   {3, "001"},
                   {6, "735001234514"},
                   {19, "EUR0BE"},
                   {43, "0"},
                   {44, "000000001000000020307"},
                   {65, "NORA PEETERS"},
                   {126, "001"}}) +
           record({{1, "2100010000"},
                   {11, "REFERENCE-ONEEXTERNAL"},
                   {32, "1000000000250000"},
                   {48, "05030700101000"},
                   {62, "0HUUR"},
                   {116, "050307001"},
                   {125, "0100"}}) +
           record({{1, "2200010000 EN KOSTEN"},
                   {64, "KLANT-7"},
                   {93, "000000000000000"},
                   {126, "100"}}) +
           record({{1, "2300010000001020304095"},
                   {48, "WONINGFONDS"},
                   {74, "KERKSTRAAT 12"},
                   {100, "9000 GENT"},
                   {126, "000"}}) +
           record({{1, "8001735001234514"}, {18, "EUR0BE"}, {42, "0000000000750000050307"}}) +
           record({{1, "4 00010000"}, {33, "GESLOTEN OP VRIJDAG"}, {113, "0000"}, {128, "0"}}) +
           record({{1, "9"}, {17, counted}, {23, "000000000250000000000000000000"}, {128, "2"}});
}

} // namespace

TEST_CASE("a file of version 1") {
    const auto file = bank::read(file_with_records("000005"));
    REQUIRE(file.has_value());
    CHECK(file->format == "coda-1");
    CHECK(file->findings.empty());
    const bank::Statement& statement = file->statements.front();
    CHECK(statement.account == "735001234514");
    CHECK(statement.currency == "EUR");
    CHECK(statement.number == 1);
    CHECK(statement.opening_date == Date::of(2007, 3, 2));
    CHECK(bank::format(*statement.closing) == "750.00");
    CHECK(statement.messages.front().text == "GESLOTEN OP VRIJDAG");
    const bank::Movement& movement = statement.movements.front();
    CHECK(bank::format(movement.amount) == "-250.00");
    CHECK(movement.bank_reference == "REFERENCE-ONE");
    CHECK(movement.end_to_end_id == "KLANT-7");
    CHECK(movement.counterparty.account == "001020304095");
    CHECK(movement.counterparty.name == "WONINGFONDS");
    CHECK(movement.counterparty.address == "KERKSTRAAT 12             9000 GENT");
    const std::string gap(49, ' ');
    CHECK(movement.communication.text == "HUUR" + gap + " EN KOSTEN");
}

TEST_CASE("some banks counted the messages of version 1 too") {
    CHECK(bank::read(file_with_records("000006"))->findings.empty());
    const auto wrong = bank::read(file_with_records("000007"));
    REQUIRE(wrong->findings.size() == 1);
    CHECK(wrong->findings.front().code == bank::count_mismatch);
}
