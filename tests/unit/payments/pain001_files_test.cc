// Goal: the same approved lines give the same files, blocks and ids, in any order of the lines, and
// no file is larger than its bank takes. Method: tables, and a property over random runs.
#include "payments/pain001/codes.hpp"
#include "payments/pain001/files.hpp"
#include "payments/pain001/ids.hpp"
#include "support/sample_payments.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace saldo;
using namespace saldo::payments::pain001;

namespace {

const Date first_day = test::day(2026, 12, 1);
const Date second_day = test::day(2026, 12, 8);

Run_line line(const std::string& dossier, const std::string& account, Date execution, int number) {
    return {0, dossier,
            Debtor{"Houder " + dossier, test::iban(account), std::nullopt, std::nullopt}, execution,
            test::transfer(*end_to_end_id("R2026-0007", static_cast<std::size_t>(number)),
                           100 * number, "Woonhuis Klaver", test::landlord_account, {})};
}

Profile profile(std::size_t payments_max, std::optional<Money> total_max = std::nullopt) {
    Profile made;
    made.name = "bank";
    made.payments_max = payments_max;
    made.total_max = total_max;
    return made;
}

/// `file: block payments, block payments` of each file.
std::vector<std::string> shape(const std::vector<File>& files) {
    std::vector<std::string> shapes;
    for (const File& file : files) {
        std::string text = file.id + ":";
        for (const Block& block : file.blocks) {
            CHECK(block.id.starts_with(file.id + "-P"));
            text += " " + std::to_string(block.transfers.size());
        }
        shapes.push_back(std::move(text));
    }
    return shapes;
}

} // namespace

TEST_CASE("ids of a run") {
    CHECK(message_id("R2026-0007") == "R2026-0007");
    CHECK(message_id("R2026-0007", 2) == "R2026-0007-F2");
    CHECK(block_id("R2026-0007-F2", 1) == "R2026-0007-F2-P0001");
    CHECK(block_id("R2026-0007", 12'345) == "R2026-0007-P12345");
    CHECK(end_to_end_id("R2026-0007", 123) == "R2026-0007-000123");
    CHECK(end_to_end_id("R2026-0007", 1'234'567) == "R2026-0007-1234567");
}

TEST_CASE("a block leads back to its message, and that to its run") {
    CHECK(message_of_block("R2026-0007-P0001") == "R2026-0007");
    CHECK(message_of_block("R2026-0007-F2-P12345") == "R2026-0007-F2");
    CHECK(run_of_message("R2026-0007-F12") == "R2026-0007");
    CHECK(run_of_message("R2026-0007") == "R2026-0007");
    CHECK(run_of_message("R2026-F") == "R2026-F");
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
    const std::vector<Profile> profiles{profile(10)};
    CHECK(make_files("/R", {line("2026-0001", test::mieke_account, first_day, 1)}, profiles)
              .error()
              .code() == id_not_sepa);
}

TEST_CASE("one block per account and date, by dossier, account and date") {
    std::vector<Run_line> lines{
        line("2026-0002", test::mieke_account, second_day, 5),
        line("2026-0001", test::ayse_account, second_day, 4),
        line("2026-0002", test::mieke_account, first_day, 3),
        line("2026-0001", test::ayse_account, first_day, 2),
        line("2026-0002", test::mieke_account, first_day, 1),
    };
    const std::vector<Profile> profiles{profile(10)};
    const auto files = make_files("R2026-0007", lines, profiles);
    REQUIRE(files.has_value());
    REQUIRE(files->size() == 1);
    const std::vector<Block>& blocks = files->front().blocks;
    REQUIRE(blocks.size() == 4);

    struct Row {
        const char* id;
        const std::string& account;
        Date execution;
        std::size_t transfers;
    };

    const Row rows[] = {
        {"R2026-0007-P0001", test::ayse_account, first_day, 1},
        {"R2026-0007-P0002", test::ayse_account, second_day, 1},
        {"R2026-0007-P0003", test::mieke_account, first_day, 2},
        {"R2026-0007-P0004", test::mieke_account, second_day, 1},
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        CAPTURE(i);
        CHECK(blocks[i].id == rows[i].id);
        CHECK(blocks[i].debtor_account.text() == rows[i].account);
        CHECK(blocks[i].execution == rows[i].execution);
        CHECK(blocks[i].transfers.size() == rows[i].transfers);
        CHECK_FALSE(blocks[i].batch_booking);
    }
    CHECK(blocks[2].transfers.front().end_to_end_id == "R2026-0007-000001");
    std::ranges::reverse(lines);
    CHECK(make_files("R2026-0007", lines, profiles) == files);
    CHECK(make_files("R2026-0007", {}, profiles)->empty());
}

TEST_CASE("dossiers that state the same account keep blocks of their own") {
    const std::vector<Profile> profiles{profile(10)};
    const auto files = make_files("R2026-0007",
                                  {line("2026-0002", test::mieke_account, first_day, 2),
                                   line("2026-0001", test::mieke_account, first_day, 1)},
                                  profiles);
    const std::vector<Block>& blocks = files->front().blocks;
    REQUIRE(blocks.size() == 2);
    CHECK(blocks.front().debtor_name == "Houder 2026-0001");
    CHECK(blocks.back().debtor_name == "Houder 2026-0002");
}

TEST_CASE("a file is as full as its bank takes, and a block stays whole while it can") {
    std::vector<Run_line> lines; // blocks of 2, 2 and 3 payments: 3, 7 and 18 euro
    for (int number = 1; number <= 7; ++number) {
        lines.push_back(line(number <= 2   ? "2026-0001"
                             : number <= 4 ? "2026-0002"
                                           : "2026-0003",
                             test::mieke_account, first_day, number));
    }

    struct Row {
        const char* what;
        Profile profile;
        std::vector<std::string> files;
    };

    const std::string a = "R2026-0007:";
    const std::string b = "R2026-0007-F2:";
    const std::string c = "R2026-0007-F3:";
    const std::string d = "R2026-0007-F4:";
    const Row rows[] = {
        {"room for all", profile(7), {a + " 2 2 3"}},
        {"one payment too many", profile(6), {a + " 2 2", b + " 3"}},
        {"two blocks to the brim", profile(4), {a + " 2 2", b + " 3"}},
        {"one block a file", profile(3), {a + " 2", b + " 2", c + " 3"}},
        {"a block that no file takes", profile(2), {a + " 2", b + " 2", c + " 2", d + " 1"}},
        {"a total to the cent", profile(7, Money::cents(2'800)), {a + " 2 2 3"}},
        {"a cent less", profile(7, Money::cents(2'799)), {a + " 2 2", b + " 3"}},
        {"a block above the total",
         profile(7, Money::cents(1'100)),
         {a + " 2 2", b + " 2", c + " 1"}},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        const auto files = make_files("R2026-0007", lines, std::span(&row.profile, 1));
        REQUIRE(files.has_value());
        CHECK(shape(*files) == row.files);
    }
    const Profile low = profile(7, Money::cents(699));
    const auto refused = make_files("R2026-0007", lines, std::span(&low, 1));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == above_file_limit);
}

TEST_CASE("each bank gets files of its own, as it wants them") {
    std::vector<Profile> profiles{profile(10), profile(10)};
    profiles[1].version = Version::v03;
    profiles[1].batch_booking = true;
    profiles[1].category_purpose = "SUPP";
    std::vector<Run_line> lines{line("2026-0001", test::mieke_account, first_day, 1),
                                line("2026-0002", test::ayse_account, first_day, 2),
                                line("2026-0003", test::mieke_account, first_day, 3)};
    lines[0].profile = 1;
    const auto files = make_files("R2026-0007", lines, profiles);
    REQUIRE(files.has_value());
    CHECK(shape(*files) == std::vector<std::string>{"R2026-0007: 1 1", "R2026-0007-F2: 1"});
    CHECK((*files)[0].profile == 0);
    CHECK((*files)[1].profile == 1);
    CHECK_FALSE((*files)[0].blocks[0].batch_booking);
    CHECK((*files)[1].blocks[0].batch_booking);
    CHECK((*files)[1].blocks[0].category_purpose == "SUPP");
}

TEST_CASE("no payment is lost or doubled, whatever the limits") {
    CHECK(rc::check("make_files", [] {
        std::vector<Run_line> lines;
        const int count = *rc::gen::inRange(1, 40);
        for (int number = 1; number <= count; ++number) {
            lines.push_back(line(*rc::gen::element<std::string>("2026-0001", "2026-0002"),
                                 *rc::gen::element(test::mieke_account, test::ayse_account),
                                 *rc::gen::element(first_day, second_day), number));
            lines.back().profile = *rc::gen::inRange<std::size_t>(0, 2);
        }
        std::vector<Profile> profiles{profile(*rc::gen::inRange<std::size_t>(1, 12)),
                                      profile(5, Money::cents(*rc::gen::inRange(4'000, 9'000)))};
        const auto files = make_files("R2026-0007", lines, profiles);
        RC_ASSERT(files.has_value());
        std::set<std::string> paid;
        std::set<std::string> blocks;
        for (const File& file : *files) {
            std::size_t payments = 0;
            Money sum = Money::zero();
            for (const Block& block : file.blocks) {
                RC_ASSERT(!block.transfers.empty());
                RC_ASSERT(blocks.insert(block.id).second);
                payments += block.transfers.size();
                sum += total(block);
                for (const Transfer& transfer : block.transfers) {
                    RC_ASSERT(paid.insert(transfer.end_to_end_id).second);
                }
            }
            const Profile& limits = profiles[file.profile];
            RC_ASSERT(payments <= limits.payments_max);
            RC_ASSERT(sum <= limits.total_max.value_or(sum));
        }
        RC_ASSERT(paid.size() == lines.size());
        std::ranges::reverse(lines);
        RC_ASSERT(*make_files("R2026-0007", lines, profiles) == *files);
    }));
}
