// Goal: the same approved lines give the same blocks and ids, in any order of the lines. Method:
// tables.
#include "payments/pain001/blocks.hpp"
#include "payments/pain001/codes.hpp"
#include "support/sample_payments.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using namespace saldo::payments::pain001;

namespace {

Run_line line(const std::string& dossier, const std::string& account, Date execution, int number) {
    return {dossier, Debtor{"Houder " + dossier, test::iban(account), std::nullopt, std::nullopt},
            execution,
            test::transfer(*end_to_end_id("R2026-0007", static_cast<std::size_t>(number)),
                           100 * number, "Woonhuis Klaver", test::landlord_account, {})};
}

} // namespace

TEST_CASE("ids of a run") {
    CHECK(message_id("R2026-0007") == "R2026-0007");
    CHECK(message_id("R2026-0007", 2) == "R2026-0007-E2");
    CHECK(block_id("R2026-0007-E2", 1) == "R2026-0007-E2-P0001");
    CHECK(block_id("R2026-0007", 12'345) == "R2026-0007-P12345");
    CHECK(end_to_end_id("R2026-0007", 123) == "R2026-0007-000123");
    CHECK(end_to_end_id("R2026-0007", 1'234'567) == "R2026-0007-1234567");
}

TEST_CASE("a block leads back to its message") {
    CHECK(message_of_block("R2026-0007-P0001") == "R2026-0007");
    CHECK(message_of_block("R2026-0007-E2-P12345") == "R2026-0007-E2");
    for (const char* id : {"", "R2026-0007", "R2026-0007-P", "R2026-0007-000123", "R-P1x"}) {
        CAPTURE(std::string(id));
        CHECK(message_of_block(id).empty());
    }
}

TEST_CASE("a run whose number makes no id is refused") {
    CHECK(message_id("R2026_0007").error().code() == id_not_sepa);
    CHECK(message_id("").error().code() == id_not_sepa);
    CHECK(end_to_end_id(std::string(29, 'R'), 1).error().code() == id_not_sepa);
    CHECK(end_to_end_id(std::string(28, 'R'), 1)->size() == 35);
    CHECK(make_blocks("/R", {line("2026-0001", test::mieke_account, test::day(2026, 12, 1), 1)})
              .error()
              .code() == id_not_sepa);
}

TEST_CASE("one block per account and date, by dossier, account and date") {
    const Date first = test::day(2026, 12, 1);
    const Date second = test::day(2026, 12, 8);
    std::vector<Run_line> lines{
        line("2026-0002", test::mieke_account, second, 5),
        line("2026-0001", test::ayse_account, second, 4),
        line("2026-0002", test::mieke_account, first, 3),
        line("2026-0001", test::ayse_account, first, 2),
        line("2026-0002", test::mieke_account, first, 1),
    };
    const auto blocks = make_blocks("R2026-0007", lines);
    REQUIRE(blocks.has_value());
    REQUIRE(blocks->size() == 4);

    struct Row {
        const char* id;
        const std::string& account;
        Date execution;
        std::size_t transfers;
    };

    const Row rows[] = {
        {"R2026-0007-P0001", test::ayse_account, first, 1},
        {"R2026-0007-P0002", test::ayse_account, second, 1},
        {"R2026-0007-P0003", test::mieke_account, first, 2},
        {"R2026-0007-P0004", test::mieke_account, second, 1},
    };
    for (std::size_t i = 0; i < blocks->size(); ++i) {
        CAPTURE(i);
        const Block& block = (*blocks)[i];
        CHECK(block.id == rows[i].id);
        CHECK(block.debtor_account.text() == rows[i].account);
        CHECK(block.execution == rows[i].execution);
        CHECK(block.transfers.size() == rows[i].transfers);
        CHECK_FALSE(block.batch_booking);
    }
    CHECK((*blocks)[2].transfers.front().end_to_end_id == "R2026-0007-000001");
    std::ranges::reverse(lines);
    CHECK(make_blocks("R2026-0007", lines) == blocks);
    CHECK(make_blocks("R2026-0007", {})->empty());
}

TEST_CASE("dossiers that state the same account keep blocks of their own") {
    const Date date = test::day(2026, 12, 1);
    const auto blocks =
        make_blocks("R2026-0007", {line("2026-0002", test::mieke_account, date, 2),
                                   line("2026-0001", test::mieke_account, date, 1)});
    REQUIRE(blocks->size() == 2);
    CHECK(blocks->front().debtor_name == "Houder 2026-0001");
    CHECK(blocks->back().debtor_name == "Houder 2026-0002");
}
