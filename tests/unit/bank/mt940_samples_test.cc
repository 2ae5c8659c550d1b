// Goal: every real MT940 file is read, and exactly the messages fail to balance that fail by hand.
// Method: a table typed from the notes that came with the files, never from what this reader
// prints; the owners' own expectations stand in tests of their own.
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace saldo;
using bank::Statement;
using bank::Statement_file;

namespace {

enum class Characters { ascii, utf8, other };

using enum Characters;

/// Messages that balance, that do not, and that lack a balance.
struct Balances {
    std::size_t right;
    std::size_t wrong;
    std::size_t missing;
};

struct Sample {
    std::string file;
    Characters characters;
    std::size_t messages;
    std::size_t lines;
    std::string opening; ///< of the first message, with its currency; empty: none
    std::string closing; ///< of the last
    Balances balances;
};

const std::vector<Sample> samples{
    {"WoLpH_mt940/betterplace__amount_formats.sta", ascii, 1, 0, "1.12 EUR", "", {0, 0, 1}},
    {"WoLpH_mt940/betterplace__currency_in_25.sta", ascii, 1, 0, "", "", {0, 0, 1}},
    {"WoLpH_mt940/betterplace__empty_entry_date.sta", ascii, 1, 1, "", "", {0, 0, 1}},
    {"WoLpH_mt940/betterplace__sepa_mt9401.sta",
     ascii,
     26,
     97,
     "-1234718.36 EUR",
     "50.05 EUR",
     {26, 0, 0}},
    {"WoLpH_mt940/betterplace__with_binary_character.sta",
     utf8,
     2,
     4,
     "380115.77 EUR",
     "131193.19 EUR",
     {2, 0, 0}},
    {"WoLpH_mt940/cmxl__statement_details.sta", ascii, 1, 1, "", "", {0, 0, 1}},
    {"WoLpH_mt940/jejik__generic.sta", ascii, 2, 2, "100.00 EUR", "80.00 EUR", {2, 0, 0}},
    {"WoLpH_mt940/jejik__ing.sta", utf8, 1, 7, "0.00 EUR", "3.47 EUR", {0, 1, 0}},
    {"WoLpH_mt940/jejik__rabobank-iban.sta", ascii, 2, 4, "1000.00 EUR", "930.00 EUR", {2, 0, 0}},
    {"WoLpH_mt940/jejik__rabobank.sta", ascii, 4, 5, "473.17 EUR", "4101.82 EUR", {2, 2, 0}},
    {"WoLpH_mt940/jejik__sns.sta", ascii, 2, 2, "1234.56 EUR", "1209.56 EUR", {2, 0, 0}},
    {"WoLpH_mt940/jejik__triodos.sta", ascii, 1, 2, "4975.09 EUR", "4370.79 EUR", {0, 1, 0}},
    {"WoLpH_mt940/mBank__mt940.sta", ascii, 1, 3, "0.40 PLN", "0.43 PLN", {1, 0, 0}},
    {"WoLpH_mt940/sberbank__171011_01234945.sta",
     utf8,
     1,
     3,
     "627311.30 HUF",
     "617874.30 HUF",
     {1, 0, 0}},
    {"WoLpH_mt940/self-provided__gv_codes.sta", ascii, 1, 2, "12345.12 EUR", "", {0, 0, 1}},
    {"WoLpH_mt940/self-provided__overly_long_details.sta",
     ascii,
     1,
     1,
     "12345.12 EUR",
     "12345.98 EUR",
     {0, 1, 0}},
    {"WoLpH_mt940/self-provided__raiffeisen-cmi.sta",
     other,
     1,
     7,
     "25170637.10 HUF",
     "25281687.60 HUF",
     {0, 1, 0}},
    {"WoLpH_mt940/self-provided__whitespace.sta",
     ascii,
     1,
     1,
     "12345.12 EUR",
     "12345.98 EUR",
     {0, 1, 0}},
    {"WoLpH_mt940/self-provided__wrapped_timestamp.sta",
     ascii,
     1,
     1,
     "1200.00 EUR",
     "1194.00 EUR",
     {1, 0, 0}},
    {"fruitl00p_php-mt940/Hsbc_sample.mt940", ascii, 1, 1, "0.00 HKD", "0.00 HKD", {0, 1, 0}},
    {"fruitl00p_php-mt940/Ing_sample.mt940", utf8, 1, 7, "0.00 EUR", "3.47 EUR", {0, 1, 0}},
    {"fruitl00p_php-mt940/Knab_sample.mt940", ascii, 1, 5, "1000.21 EUR", "945.21 EUR", {0, 1, 0}},
    {"fruitl00p_php-mt940/Spk_sample.mt940", utf8, 4, 10, "1818.90 EUR", "2734.22 EUR", {4, 0, 0}},
};

std::optional<Statement_file> sample(const std::string& name) {
    return test::read_sample("mt940", name);
}

std::string told(const std::optional<bank::Amount>& amount, std::string_view currency) {
    return amount ? bank::format(*amount) + " " + std::string(currency) : "";
}

std::size_t count_of(const Statement_file& file, Code code) {
    return static_cast<std::size_t>(std::ranges::count(file.findings, code, &Finding::code));
}

std::size_t movements_of(const Statement_file& file) {
    std::size_t count = 0;
    for (const Statement& statement : file.statements) {
        count += statement.movements.size();
    }
    return count;
}

Date day(int year, int month, int day) {
    return *Date::of(year, month, day);
}

std::string amount_of(const bank::Movement& movement) {
    return bank::format(movement.amount);
}

} // namespace

TEST_CASE("every real MT940 file is read, balances and all") {
    for (const Sample& row : samples) {
        CAPTURE(row.file);
        const auto file = sample(row.file);
        if (!file) {
            return;
        }
        const std::string bytes = test::read_file(test::samples_folder("mt940") / row.file);
        CHECK(bank::detect(bytes) == bank::Format::mt940);
        CHECK(file->format == "mt940");
        REQUIRE(file->statements.size() == row.messages);
        CHECK(movements_of(*file) == row.lines);
        const Statement& first = file->statements.front();
        const Statement& last = file->statements.back();
        CHECK(told(first.opening, first.currency) == row.opening);
        CHECK(told(last.closing, last.currency) == row.closing);
        const auto missing = std::ranges::count_if(
            file->statements, [](const Statement& s) { return !s.opening || !s.closing; });
        CHECK(static_cast<std::size_t>(missing) == row.balances.missing);
        CHECK(count_of(*file, bank::balance_mismatch) == row.balances.wrong);
        CHECK(row.balances.right + row.balances.wrong + row.balances.missing == row.messages);
        CHECK(count_of(*file, bank::charset_assumed) == (row.characters == other ? 1 : 0));
        const bool is_ascii = std::ranges::all_of(bytes, [](char c) { return c >= 0; });
        CHECK(is_ascii == (row.characters == ascii));
        CHECK(count_of(*file, bank::mt940_field_unreadable) == 0);
    }
}

TEST_CASE("no real MT940 file is left out of the table") {
    for (const std::string& name : test::sample_names("mt940")) {
        CAPTURE(name);
        CHECK(std::ranges::count(samples, name, &Sample::file) == 1);
    }
}

TEST_CASE("no real file of another format is taken for MT940") {
    for (const std::string format : {"coda", "camt053", "csv", "payments"}) {
        for (const std::string& name : test::sample_names(format)) {
            CAPTURE(name);
            const std::string bytes = test::read_file(test::samples_folder(format) / name);
            CHECK(bank::detect(bytes) != bank::Format::mt940);
        }
    }
}

TEST_CASE("what the owners of the samples expect") {
    if (const auto file = sample("WoLpH_mt940/betterplace__empty_entry_date.sta")) {
        const bank::Movement& movement = file->statements[0].movements[0];
        CHECK(movement.booking_date == day(2011, 7, 1));
        CHECK(movement.value_date == day(2011, 7, 1));
    }
    if (const auto file = sample("WoLpH_mt940/self-provided__wrapped_timestamp.sta")) {
        REQUIRE(file->statements[0].movements.size() == 1);
        CHECK(amount_of(file->statements[0].movements[0]) == "-6.00");
    }
    // 22 to 23 July 2010, and a change of -3.47: the owner takes closing for opening.
    if (const auto file = sample("fruitl00p_php-mt940/Ing_sample.mt940")) {
        const Statement& statement = file->statements[0];
        CHECK(statement.opening_date == day(2010, 7, 22));
        CHECK(statement.closing_date == day(2010, 7, 23));
        CHECK(told(statement.closing, "") == "3.47 ");
    }
}

TEST_CASE("the two reversals of the samples take money out") {
    const auto file = sample("WoLpH_mt940/betterplace__sepa_mt9401.sta");
    if (!file) {
        return;
    }
    std::vector<std::string> reversals;
    for (const Statement& statement : file->statements) {
        for (const bank::Movement& movement : statement.movements) {
            if (movement.r_type != ' ') {
                CHECK(movement.r_type == '4');
                CHECK(movement.transaction_code == "NRTI");
                reversals.push_back(amount_of(movement));
            }
        }
    }
    CHECK(reversals == std::vector<std::string>{"-204.88", "-204.88"});
}

TEST_CASE("pages follow each other with one number") {
    const auto file = sample("fruitl00p_php-mt940/Spk_sample.mt940");
    if (!file) {
        return;
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> numbers;
    for (const Statement& statement : file->statements) {
        numbers.emplace_back(statement.number, statement.page);
    }
    CHECK(numbers == std::vector<std::pair<std::uint32_t, std::uint32_t>>{
                         {9198, 1}, {9198, 2}, {9199, 1}, {9199, 2}});
    CHECK(count_of(*file, bank::chain_number_gap) == 0);
    CHECK(count_of(*file, bank::chain_page_gap) == 0);
    CHECK(count_of(*file, bank::chain_balance_mismatch) == 0);
}
