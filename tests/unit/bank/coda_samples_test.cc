// Goal: every real CODA file is read, and exactly the checks fail that fail by hand. Method: a
// table typed from the notes that came with the files, never from what this reader prints; the
// lines of the records a finding must name are looked up in the file by plain means.
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;

namespace {

struct Failing {
    Code code;
    char record; ///< first character of the record to be named
    std::string stated;
    std::string computed;
};

struct Sample {
    std::string file;
    std::string format;
    std::size_t statements;
    std::size_t movements;
    std::size_t details;
    std::size_t messages;
    std::string opening; ///< of the first statement
    std::string closing; ///< of the last
    std::vector<Failing> failing;
};

const Failing account{bank::account_mismatch, '8', "", ""};

Failing count(const std::string& stated, const std::string& computed) {
    return {bank::count_mismatch, '9', stated, computed};
}

Failing debit(const std::string& stated, const std::string& computed) {
    return {bank::debit_total_mismatch, '9', stated, computed};
}

Failing credit(const std::string& stated, const std::string& computed) {
    return {bank::credit_total_mismatch, '9', stated, computed};
}

Failing balance(const std::string& stated, const std::string& computed) {
    return {bank::balance_mismatch, '8', stated, computed};
}

// Computed new balance = old balance + credits - debits.
const std::vector<Sample> samples{
    {"Bluesmile82_coda_standard/coda.cod",
     "coda-2",
     1,
     2,
     0,
     0,
     "57900.00",
     "58900.00",
     {count("000027", "12"), credit("1000.00", "700.86"), balance("58900.00", "58600.86"),
      account}},
    {"Ekwo-ai_ekwo-os/golden.cod", "coda-2", 1, 7, 8, 1, "1000.00", "1511.85", {}},
    {"OCA_l10n-belgium/Ontvangen_CODA.2012-01-11-18.59.15.txt",
     "coda-2",
     1,
     5,
     4,
     0,
     "11812.70",
     "13646.05",
     {balance("13646.05", "13527.81"), account}},
    {"TRIPTYK_typescript-coda-parser/ING_12298862.BC2.pseudonymised.cod",
     "coda-2",
     1,
     26,
     0,
     0,
     "16300.11",
     "17498.84",
     {}},
    {"acsone_pycoda/Coda_v2_3_faulty_globalisation.txt",
     "coda-2",
     1,
     11,
     0,
     0,
     "19338.09",
     "10807.81",
     {account}},
    {"acsone_pycoda/Coda_v2_3_globalisation.txt",
     "coda-2",
     1,
     4,
     1,
     0,
     "-455.17",
     "275270.53",
     {account}},
    {"acsone_pycoda/Coda_v2_3_multi_statements.txt",
     "coda-2",
     2,
     28,
     15,
     0,
     "0.00",
     "10807.81",
     {account}},
    {"acsone_pycoda/Coda_v2_3_single_statement.txt", "coda-2", 1, 17, 15, 0, "0.00", "0.00", {}},
    {"luc-demeyer_noviat-apps/Ontvangen_CODA.2011-01-11-18.59.15.txt",
     "coda-2",
     1,
     5,
     4,
     0,
     "11812.70",
     "13527.81",
     {account}},
    {"microsoft_BCApps/v1_07022000.008.cod", "coda-1", 1, 1, 0, 0, "236074.08", "234721.60", {}},
    {"microsoft_BCApps/v1_07022600.005_part1_statements01-16.pseudonymised.cod",
     "coda-1",
     16,
     106,
     26,
     0,
     "291493.52",
     "197632.80",
     {}},
    {"microsoft_BCApps/v2_Fortis_210409.cod", "coda-2", 1, 2, 0, 0, "746171.93", "748802.07", {}},
    {"microsoft_BCApps/v2_OntvangenCODA_2009-04-16.pseudonymised.cod",
     "coda-2",
     1,
     8,
     32,
     0,
     "99198.01",
     "56771.42",
     {}},
    {"supervos_coda-parser/sample2_cp1252.cod",
     "coda-2",
     1,
     1,
     2,
     0,
     "25846.00",
     "23154.685",
     {balance("23154.685", "25836.32"), account}},
    {"wimverstuyf_php-coda-parser/sample1.cod", "coda-2", 1, 4, 0, 0, "17752.12", "17832.12", {}},
    {"wimverstuyf_php-coda-parser/sample10.cod", "coda-2", 1, 1, 2, 0, "100.00", "1100.00", {}},
    {"wimverstuyf_php-coda-parser/sample2.cod",
     "coda-2",
     1,
     1,
     2,
     0,
     "25846.00",
     "23154.685",
     {balance("23154.685", "25836.32"), account}},
    {"wimverstuyf_php-coda-parser/sample3.cod",
     "coda-2",
     1,
     1,
     2,
     0,
     "99999.99",
     "99999.99",
     {count("000016", "6"), debit("859.09", "812.69"), credit("163.35", "0.00"),
      balance("99999.99", "99187.30"), account}},
    {"wimverstuyf_php-coda-parser/sample4.cod",
     "coda-2",
     1,
     1,
     0,
     0,
     "99999.99",
     "99999.99",
     {count("000016", "9"), debit("859.09", "0.00"), credit("163.35", "17233.54"),
      balance("99999.99", "117233.53"), account}},
    {"wimverstuyf_php-coda-parser/sample5.cod",
     "coda-2",
     1,
     3,
     0,
     0,
     "4004.10",
     "-500012.10",
     {count("000015", "14"), debit("16837.52", "0.00"), credit("3967.22", "6303.46"),
      balance("-500012.10", "10307.56")}},
    {"wimverstuyf_php-coda-parser/sample7.cod",
     "coda-2",
     1,
     1,
     3,
     0,
     "17752.12",
     "17832.12",
     {count("000022", "20"), debit("0.00", "75.00"), credit("80.00", "0.00"),
      balance("17832.12", "17677.12")}},
    {"wimverstuyf_php-coda-parser/sample8.cod", "coda-2", 1, 2, 0, 0, "1293.45", "648.56", {}},
};

/// Line of the last record of a file that starts with a character.
std::uint64_t last_line_of(const std::string& bytes, char record) {
    std::uint64_t line = 1;
    std::uint64_t found = 0;
    bool at_start = true;
    for (const char c : bytes) {
        if (at_start && c == record) {
            found = line;
        }
        at_start = c == '\n';
        line += at_start ? 1 : 0;
    }
    return found;
}

bool is_named_in_table(const Finding& finding) {
    return finding.severity == Severity::error || finding.code == bank::account_mismatch;
}

std::filesystem::path folder() {
    return test::samples_folder("coda");
}

} // namespace

TEST_CASE("every real CODA file is read and every failing check is named with its record") {
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
        REQUIRE(file->statements.size() == sample.statements);
        std::size_t movements = 0;
        std::size_t details = 0;
        std::size_t messages = 0;
        for (const bank::Statement& statement : file->statements) {
            movements += statement.movements.size();
            details += statement.details.size();
            messages += statement.messages.size();
        }
        CHECK(movements == sample.movements);
        CHECK(details == sample.details);
        CHECK(messages == sample.messages);
        REQUIRE(file->statements.front().opening.has_value());
        REQUIRE(file->statements.back().closing.has_value());
        CHECK(bank::format(*file->statements.front().opening) == sample.opening);
        CHECK(bank::format(*file->statements.back().closing) == sample.closing);

        CHECK(std::ranges::count_if(file->findings, is_named_in_table) ==
              static_cast<std::ptrdiff_t>(sample.failing.size()));
        for (const Failing& failing : sample.failing) {
            CAPTURE(failing.code.text);
            const auto finding = std::ranges::find(file->findings, failing.code, &Finding::code);
            REQUIRE(finding != file->findings.end());
            CHECK(finding->where.line == last_line_of(bytes, failing.record));
            if (failing.code != bank::account_mismatch) {
                CHECK(test::param_of(*finding, "stated") == failing.stated);
                CHECK(test::param_of(*finding, "computed") == failing.computed);
            }
        }
    }
}

TEST_CASE("no real CODA file is left out of the table") {
    for (const std::string& name : test::sample_names("coda")) {
        CAPTURE(name);
        const bool refused = name == "acsone_pycoda/Coda_faulty_version.txt";
        CHECK((refused || std::ranges::count(samples, name, &Sample::file) == 1));
    }
}

TEST_CASE("a version that does not exist is refused by its name") {
    const auto path = folder() / "acsone_pycoda" / "Coda_faulty_version.txt";
    if (!std::filesystem::exists(path)) {
        MESSAGE("skipped: the real bank files are not here");
        return;
    }
    const auto file = bank::read(test::read_file(path));
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().code() == bank::coda_version_unknown);
    CHECK(test::param_of(file.error().first(), "stated") == "5");
}
