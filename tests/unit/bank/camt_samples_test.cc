// Goal: every real camt file is read, and exactly the checks fail that fail by hand. Method: a
// table typed from the notes that came with the files, never from what this reader prints; the
// elements a finding must name are looked up in the file by plain means.
#include "bank/codes.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;

namespace {

/// An error a file must give: it stands at the last such element that starts before a text.
struct Failing {
    Code code;
    std::string element;
    std::string before;
    std::string stated;
    std::string computed;
};

struct Sample {
    std::string file;
    std::string format;
    std::size_t statements;
    std::size_t movements; ///< entries less those not booked
    std::size_t transactions;
    std::size_t not_booked;
    std::vector<Failing> failing;
};

Failing balance(const std::string& stated, const std::string& computed) {
    return {bank::balance_mismatch, "<Bal>", ">CLBD<", stated, computed};
}

/// A statement without the balance; it starts before a text.
Failing no_balance(const std::string& before) {
    return {bank::balance_missing, "<Stmt>", before, "", ""};
}

// The notes on the files of genkgo compare 18.15 + 8.85 euro with -27.00 kronor (a difference of
// -54.00): there is no closing balance in euro. What fails in the summary of the last file of its
// folder was counted by another program.
// clang-format off
const std::vector<Sample> samples{
    {"camt053/Ekwo-ai_ekwo-os/golden.camt.053.001.08.xml", "camt.053.001.08", 1, 9, 9, 1, {}},
    {"camt053/Ekwo-ai_ekwo-os/two-statements.camt.053.001.02.xml", "camt.053.001.02", 2, 1, 0, 0, {no_balance(">B-2026-01<")}},
    {"camt053/OCA_bank-statement-import/test-camt053-no-ntry.xml", "camt.053.001.04", 1, 0, 0, 0, {}},
    {"camt053/OCA_bank-statement-import/test-camt053.xml", "camt.053.001.02", 1, 3, 4, 0, {balance("15121.12", "15555.28")}},
    {"camt053/genkgo_camt/camt053.v2.five.decimals.xml", "camt.053.001.02", 1, 1, 1, 0, {balance("27.05", "27.00")}},
    {"camt053/genkgo_camt/camt053.v2.minimal.xml", "camt.053.001.02", 1, 1, 1, 0, {no_balance(">OPBD<")}},
    {"camt053/genkgo_camt/camt053.v2.multi.statement.xml", "camt.053.001.02", 2, 2, 2, 0, {}},
    {"camt053/genkgo_camt/camt053.v2.with-account-name.xml", "camt.053.001.02", 1, 1, 1, 0, {no_balance(">CLAV<"), no_balance(">CLAV<")}},
    {"camt053/genkgo_camt/camt053.v4.xml", "camt.053.001.04", 1, 1, 1, 0, {no_balance(">OPBD<")}},
    {"camt053/moov-io_iso20022/CH_camt053.xml", "camt.053.001.04", 1, 5, 5, 0, {balance("215112.21", "216649.21")}},
    {"camt053/moov-io_iso20022/statement_1.xml", "camt.053.001.02", 1, 4, 4, 0, {no_balance(">OPAV<"), no_balance(">OPAV<")}},
    {"camt053/svapnil_iso20022.js/camt_053_us_v2_sample.xml", "camt.053.001.02", 1, 15, 15, 0,
     {balance("-846665.15", "-843655.26"),
      {bank::entry_count_mismatch, "<NbOfNtries>", "14</NbOfNtries>", "14", "15"},
      {bank::entry_total_mismatch, "<Sum>", "140.00</Sum>", "140.00", "169.06"},
      {bank::entry_total_mismatch, "<TtlNetNtryAmt>", "40.00</TtlNetNtryAmt>", "40.00", "30.94"},
      {bank::entry_count_mismatch, "<NbOfNtries>", "9</NbOfNtries>", "9", "10"},
      {bank::credit_total_mismatch, "<Sum>", "90.00</Sum>", "90.00", "100.00"},
      {bank::debit_total_mismatch, "<Sum>", "50.00</Sum>", "50.00", "69.06"}}},
    {"payments/dutchsepa_camt053_02.xml", "camt.053.001.02", 1, 3, 2, 0, {}},
    {"payments/genkgo_camt053.v2.minimal.ultimate.xml", "camt.053.001.02", 1, 1, 1, 0, {no_balance(">OPBD<")}},
    {"payments/genkgo_camt053.v2.multi.statement.xml", "camt.053.001.02", 2, 2, 2, 0, {}},
    {"payments/genkgo_camt053.v8.xml", "camt.053.001.08", 1, 1, 1, 0, {no_balance(">OPBD<")}},
    {"payments/genkgo_camt054.v2.xml", "camt.054.001.02", 1, 1, 3, 0, {}},
    {"payments/genkgo_camt054.v8.xml", "camt.054.001.08", 1, 1, 3, 0, {}},
    {"payments/own_be_camt053_02_debit_and_return.xml", "camt.053.001.02", 1, 2, 2, 0, {}},
    {"payments/own_be_camt053_08_debit_and_return.xml", "camt.053.001.08", 1, 2, 2, 0, {}},
    {"payments/own_be_camt054_08_debit_and_return.xml", "camt.054.001.08", 1, 2, 2, 0, {}},
};

// clang-format on

std::filesystem::path folder() {
    return test::shared_folder() / "samples";
}

std::uint64_t line_of(const std::string& bytes, const Failing& failing) {
    const std::size_t mark = bytes.find(failing.before);
    REQUIRE(mark != std::string::npos);
    const std::size_t at = bytes.rfind(failing.element, mark);
    REQUIRE(at != std::string::npos);
    return 1 + static_cast<std::uint64_t>(std::count(
                   bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

bool tells(const Finding& finding, const Failing& failing, const std::string& bytes) {
    return finding.code == failing.code && finding.severity == Severity::error &&
           finding.where.line == line_of(bytes, failing) &&
           test::param_of(finding, "stated") == failing.stated &&
           test::param_of(finding, "computed") == failing.computed;
}

/// Transactions within the bytes a movement says it stands in.
std::size_t transactions_of(const bank::Movement& movement, const std::string& bytes) {
    const std::string_view text =
        std::string_view(bytes).substr(movement.origin.begin, movement.origin.size);
    CHECK(text.starts_with("<Ntry>"));
    CHECK(text.ends_with("</Ntry>"));
    const std::size_t count = count_of(text, "<TxDtls>");
    CHECK((movement.details.count == 0 || movement.details.count == count));
    return count;
}

} // namespace

TEST_CASE("every real camt file is read and every failing check is named with its element") {
    if (!std::filesystem::exists(folder())) {
        MESSAGE("skipped: the real bank files are not here");
        return;
    }
    for (const Sample& sample : samples) {
        CAPTURE(sample.file);
        const std::string bytes = test::read_file(folder() / sample.file);
        const auto file = bank::read(bytes);
        REQUIRE(file.has_value());
        CHECK(file->format == sample.format);
        CHECK(file->statements.size() == sample.statements);
        std::size_t movements = 0;
        std::size_t transactions = 0;
        const bool is_statement = sample.format.starts_with("camt.053");
        for (const bank::Statement& statement : file->statements) {
            CHECK((statement.coverage == bank::Coverage::statement) == is_statement);
            movements += statement.movements.size();
            for (const bank::Movement& movement : statement.movements) {
                transactions += transactions_of(movement, bytes);
            }
        }
        CHECK(movements == sample.movements);
        CHECK(transactions == sample.transactions);
        CHECK(std::ranges::count(file->findings, bank::entry_not_booked, &Finding::code) ==
              static_cast<std::ptrdiff_t>(sample.not_booked));
        CHECK(std::ranges::count(file->findings, Severity::error, &Finding::severity) ==
              static_cast<std::ptrdiff_t>(sample.failing.size()));
        for (const Failing& failing : sample.failing) {
            CAPTURE(failing.code.text);
            CHECK(std::ranges::any_of(file->findings, [&](const Finding& finding) {
                return tells(finding, failing, bytes);
            }));
        }
    }
}

TEST_CASE("no real camt file is left out of the table, and one without statement is refused") {
    if (!std::filesystem::exists(folder())) {
        MESSAGE("skipped: the real bank files are not here");
        return;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder())) {
        const std::string name = std::filesystem::relative(entry.path(), folder()).generic_string();
        if (entry.is_regular_file() && name.find("camt05") != std::string::npos) {
            CAPTURE(name);
            const bool refused = name == "camt053/genkgo_camt/camt053.v2.wrong.xml";
            CHECK((refused || std::ranges::count(samples, name, &Sample::file) == 1));
            if (refused) {
                const auto file = bank::read(test::read_file(entry.path()));
                REQUIRE_FALSE(file.has_value());
                CHECK(file.error().code() == bank::camt_no_statement);
            }
        }
    }
}
