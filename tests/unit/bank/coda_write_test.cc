// Goal: the writer says what the statement says and refuses what does not fit. Method: one thing
// of each kind, written and read; expected columns from the layout of the records.
#include "bank/coda/write.hpp"
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "support/sample_statement.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <vector>

using namespace saldo;
using bank::Movement;
using Kind = bank::Communication::Kind;

namespace {

Result<std::string> written(const bank::Statement& statement) {
    return bank::coda::write(std::span(&statement, 1));
}

/// The only movement of a statement that was written with it and read.
bank::Statement_file through_file(const Movement& movement) {
    bank::Statement statement = test::statement();
    statement.movements.push_back(movement);
    const auto bytes = written(statement);
    REQUIRE(bytes.has_value());
    auto file = bank::read(*bytes);
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    REQUIRE(file->statements.front().movements.size() == 1);
    return std::move(*file);
}

} // namespace

TEST_CASE("records of 128 columns with counted records and computed totals") {
    const auto bytes = written(test::busy_statement());
    REQUIRE(bytes.has_value());
    CHECK(bytes->size() == 17 * 130);
    const std::string trailer = bytes->substr(16 * 130, 128);
    CHECK(trailer.substr(0, 1) == "9");
    CHECK(trailer.substr(16, 6) == "000014");           // 17 lines without 0, 4 and 9
    CHECK(trailer.substr(22, 15) == "000000000650000"); // 650.00
    CHECK(trailer.substr(37, 15) == "000000001363460"); // 1288.46 + 75.00
    const std::string new_balance = bytes->substr(14 * 130, 128);
    CHECK(new_balance.substr(42, 15) == "000000001713460"); // 1000.00 + 1363.46 - 650.00
}

TEST_CASE("communications that are given by kind and text only") {
    struct Row {
        bank::Communication given;
        std::string type;
        std::string text;
    };

    const std::vector<Row> rows{
        {{Kind::none, "", "", ""}, "", ""},
        {{Kind::free, "", "HUUR MAART", ""}, "", "HUUR MAART"},
        {{Kind::ogm, "", "123456789002", ""}, "101", "123456789002"},
        {{Kind::ogm, "102", "123456789002", ""}, "102", "123456789002"},
        {{Kind::rf, "", "RF72HUUR2026", ""}, "100", "RF72HUUR2026"},
        {{Kind::structured, "103", "000000123456", ""}, "103", "000000123456"},
    };
    for (const Row& row : rows) {
        Movement movement = test::movement(1'000, "00150000");
        movement.communication = row.given;
        const auto file = through_file(movement);
        const auto& read = file.statements.front().movements.front().communication;
        CHECK(read.kind == row.given.kind);
        CHECK(read.type == row.type);
        CHECK(read.text == row.text);
    }
}

TEST_CASE("a mandate makes a direct debit over three records") {
    Movement movement = test::movement(-4'500, "00501000");
    movement.mandate_id = "MANDAAT-2026-0007-VAN-NORA-PEETERS";
    movement.creditor_id = "BE50ZZZ0123456789";
    movement.communication.text = "123456789002";
    movement.counterparty.name = "ENERGIE";
    movement.r_type = '3';
    movement.return_reason = "MD06";
    const auto file = through_file(movement);
    const Movement& read = file.statements.front().movements.front();
    CHECK(read.mandate_id == movement.mandate_id);
    CHECK(read.creditor_id == movement.creditor_id);
    CHECK(read.communication.kind == Kind::ogm);
    CHECK(read.communication.type == "127");
    CHECK(read.communication.text == "123456789002");
    CHECK(read.r_type == '3');
    CHECK(read.return_reason == "MD06");
}

TEST_CASE("information of type 001 completes the counterparty") {
    bank::Statement statement = test::statement();
    Movement movement = test::movement(1'000, "00150000");
    movement.information = {0, 1};
    const std::string party = "NORA PEETERS" + std::string(58, ' ') + "KERKSTRAAT 12" +
                              std::string(22, ' ') + "9000 GENT";
    statement.information.push_back({"001", party, 0});
    statement.movements.push_back(movement);
    const auto file = bank::read(*written(statement));
    REQUIRE(file.has_value());
    const Movement& read = file->statements.front().movements.front();
    CHECK(read.counterparty.name == "NORA PEETERS");
    CHECK(read.counterparty.address == party.substr(70));
}

TEST_CASE("what does not fit is refused by field, statement and movement") {
    struct Row {
        std::string field;
        std::function<void(bank::Statement&)> change;
        std::string movement;
    };

    const std::string long_text(150, 'x');
    const std::vector<Row> rows{
        {"addressee", [&](auto& s) { s.holder = long_text; }, "0"},
        {"account", [&](auto& s) { s.account = long_text; }, "0"},
        {"opening", [](auto& s) { s.opening.reset(); }, "0"},
        {"number", [](auto& s) { s.number = 1'000; }, "0"},
        {"amount", [](auto& s) { s.opening = bank::Amount::units(1); }, "0"},
        {"name", [&](auto& s) { s.movements[1].counterparty.name = long_text; }, "2"},
        {"communication", [&](auto& s) { s.movements[1].communication.written = long_text; }, "2"},
        {"mandate_id",
         [&](auto& s) {
             s.movements[1].communication = {};
             s.movements[1].mandate_id = std::string_view(long_text).substr(0, 36);
         },
         "2"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.field);
        bank::Statement statement = test::busy_statement();
        row.change(statement);
        const auto refused = written(statement);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code() == bank::coda_does_not_fit);
        CHECK(refused.error().first().params ==
              Params{{"field", row.field}, {"statement", "1"}, {"movement", row.movement}});
    }
}
