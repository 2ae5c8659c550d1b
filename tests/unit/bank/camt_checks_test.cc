// Goal: each check of a camt file is a finding with its code, severity and line, and nothing else
// fails with it. Method: a right file of our own, one change of its text at a time, and what that
// change must lead to; the line is that of a text in the changed file.
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace saldo;

namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;
constexpr Severity info = Severity::info;

struct Expected {
    Code code;
    Severity severity;
    std::string at; ///< a text that stands on the line of the element only
};

struct Row {
    std::string what;
    std::string from; ///< the first such text
    std::string to;
    std::vector<Expected> expected;
};

const std::string first_amount = R"(<Amt Ccy="EUR">1650.00</Amt>)";
const std::string closing = R"(<Amt Ccy="EUR">1577.97</Amt>)";

const Expected wrong_balance{bank::balance_mismatch, error, "<Bal><!--closing-->"};

/// What an entry that cannot be read leads to besides: the sums are over the others. The counts
/// are right by chance, for the file has an entry that is not booked.
std::vector<Expected> with_sums(Expected first) {
    return {std::move(first),
            {bank::entry_total_mismatch, error, "<TtlNtries>"},
            {bank::credit_total_mismatch, error, "<TtlCdtNtries>"},
            wrong_balance};
}

/// What an entry that is not booked leads to besides.
std::vector<Expected> with_counts(Expected first) {
    std::vector<Expected> expected = with_sums(std::move(first));
    expected.push_back({bank::entry_count_mismatch, error, "<TtlNtries>"});
    expected.push_back({bank::entry_count_mismatch, error, "<TtlCdtNtries>"});
    return expected;
}

const std::string entry_1 = "<Ntry><!--1-->";

// clang-format off
const std::vector<Row> rows{
    {"closing off by one cent", closing, R"(<Amt Ccy="EUR">1577.98</Amt>)", {wrong_balance}},
    {"amount with five decimals", first_amount, R"(<Amt Ccy="EUR">1650.00000</Amt>)", {}},
    {"amount with leading zeros", first_amount, R"(<Amt Ccy="EUR">000000001650.00</Amt>)", {}},
    {"amount without decimals", first_amount, R"(<Amt Ccy="EUR">1650</Amt>)", {}},
    {"amount with six decimals", first_amount, R"(<Amt Ccy="EUR">1650.000000</Amt>)", with_sums({bank::camt_value_unreadable, error, "1650.000000"})},
    {"amount with a comma", first_amount, R"(<Amt Ccy="EUR">1650,00</Amt>)", with_sums({bank::camt_value_unreadable, error, "1650,00"})},
    {"negative amount", first_amount, R"(<Amt Ccy="EUR">-1650.00</Amt>)", with_sums({bank::camt_value_unreadable, error, "-1650.00"})},
    {"amount with an exponent", first_amount, R"(<Amt Ccy="EUR">1.65e3</Amt>)", with_sums({bank::camt_value_unreadable, error, "1.65e3"})},
    {"amount too large", first_amount, R"(<Amt Ccy="EUR">99999999999999999</Amt>)", with_sums({bank::camt_value_unreadable, error, "99999999999999999"})},
    {"no amount", first_amount, "", with_sums({bank::camt_element_missing, error, entry_1})},
    {"unknown direction", "<CdtDbtInd>CRDT</CdtDbtInd><!--1-->", "<CdtDbtInd>OUT</CdtDbtInd>", with_sums({bank::camt_value_unreadable, error, ">OUT<"})},
    {"no direction", "<CdtDbtInd>CRDT</CdtDbtInd><!--1-->", "", with_sums({bank::camt_element_missing, error, entry_1})},
    {"no status", "<Sts><Cd>BOOK</Cd></Sts><!--1-->", "", with_counts({bank::camt_element_missing, error, entry_1})},
    {"not booked", "<Sts><Cd>BOOK</Cd></Sts><!--1-->", "<Sts><Cd>INFO</Cd></Sts>", with_counts({bank::entry_not_booked, info, entry_1})},
    {"status of its own", "<Sts><Cd>BOOK</Cd></Sts><!--1-->", "<Sts><Prtry>MAYBE</Prtry></Sts>", with_counts({bank::entry_not_booked, warning, entry_1})},
    {"status as plain text", "<Sts><Cd>BOOK</Cd></Sts><!--1-->", "<Sts>BOOK</Sts>", {}},
    {"currency of an entry", first_amount, R"(<Amt Ccy="CHF">1650.00</Amt>)", {{bank::currency_mismatch, warning, "CHF"}}},
    {"day that does not exist", "<Dt>2026-03-02</Dt></BookgDt>", "<Dt>2026-02-30</Dt></BookgDt>", {{bank::camt_date_wrong, warning, "2026-02-30"}}},
    {"day of a balance", "<Dt>2026-03-05</Dt></Dt>", "<Dt>2026-13-05</Dt></Dt>", {{bank::camt_date_wrong, error, "2026-13-05"}}},
    {"no day of a balance", "<Dt><Dt>2026-03-05</Dt></Dt>", "", {{bank::camt_element_missing, error, "<Bal><!--closing-->"}}},
    {"no booking date", "<BookgDt><Dt>2026-03-02</Dt></BookgDt>", "", {{bank::booking_date_missing, warning, entry_1}}},
    {"IBAN of the account", "<IBAN>BE15735000004230</IBAN>", "<IBAN>BE15735000004231</IBAN>", {{bank::account_check_wrong, warning, "BE15735000004231"}}},
    {"no account", "<Id><IBAN>BE15735000004230</IBAN></Id>", "", {{bank::camt_element_missing, error, "<Acct>"}}},
    {"number that is none", "<ElctrncSeqNb>41<", "<ElctrncSeqNb>41a<", {{bank::camt_value_unreadable, warning, "41a"}}},
    {"bank reference twice", ">KB26030200002<", ">KB26030200001<", {{bank::reference_repeated, warning, "KB26030200001</AcctSvcrRef><!--2-->"}}},
    {"entry reference twice", "<NtryRef>3<", "<NtryRef>2<", {{bank::reference_repeated, warning, "<NtryRef>2</NtryRef><!--3-->"}}},
    {"OGM", ">202600031417<", ">202600031418<", {{bank::reference_check_wrong, warning, "202600031418"}}},
    {"creditor reference", ">RF23STROOM2602<", ">RF24STROOM2602<", {{bank::reference_check_wrong, warning, "RF24STROOM2602"}}},
    {"details that do not add up", R"(<Amt Ccy="EUR">80.00<)", R"(<Amt Ccy="EUR">79.00<)", {{bank::details_mismatch, warning, "<Ntry><!--4-->"}}},
    {"detail the other way round", "<CdtDbtInd>DBIT</CdtDbtInd><!--4.2-->", "<CdtDbtInd>CRDT</CdtDbtInd>", {{bank::details_mismatch, warning, "<Ntry><!--4-->"}}},
    {"count of a batch", "<NbOfTxs>3<", "<NbOfTxs>4<", {{bank::batch_count_mismatch, warning, "<NbOfTxs>4<"}}},
    {"sum of a batch", R"(<TtlAmt Ccy="EUR">230.00<)", R"(<TtlAmt Ccy="EUR">229.00<)", {{bank::batch_total_mismatch, warning, "229.00"}}},
    {"count of all", "<NbOfNtries>7<", "<NbOfNtries>6<", {{bank::entry_count_mismatch, error, "<NbOfNtries>6<"}}},
    {"count with what is not booked", "<NbOfNtries>7<", "<NbOfNtries>8<", {}},
    {"sum of all", "<Sum>2747.15<", "<Sum>2747.16<", {{bank::entry_total_mismatch, error, "2747.16"}}},
    {"sum of all with what is not booked", "<Sum>2747.15<", "<Sum>3162.15<", {}},
    {"sum of the credits", "<Sum>1740.00<", "<Sum>1740.01<", {{bank::credit_total_mismatch, error, "1740.01"}}},
    {"sum of the debits", "<Sum>1007.15<", "<Sum>1007.14<", {{bank::debit_total_mismatch, error, "1007.14"}}},
    {"net sum", "</Sum></TtlNtries>", "</Sum><TtlNetNtry><Amt>732.85</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry></TtlNtries>", {}},
    {"net sum off", "</Sum></TtlNtries>", "</Sum><TtlNetNtryAmt>732.86</TtlNetNtryAmt></TtlNtries>", {{bank::entry_total_mismatch, error, "732.86"}}},
    {"no opening", "<Cd>OPBD</Cd>", "<Cd>OPAV</Cd>", {{bank::balance_missing, error, "<Stmt>"}}},
    {"closing of before as opening", "<Cd>OPBD</Cd>", "<Cd>PRCD</Cd>", {}},
    {"no closing", "<Cd>CLBD</Cd>", "<Cd>CLAV</Cd>", {{bank::balance_missing, error, "<Stmt>"}}},
    {"closing with a credit line", "<Cd>CLBD</Cd></CdOrPrtry></Tp>", "<Cd>CLBD</Cd></CdOrPrtry></Tp><CdtLine><Incl>true</Incl></CdtLine>", {{bank::balance_missing, error, "<Stmt>"}}},
    {"closing in another currency", closing, R"(<Amt Ccy="CHF">1577.97</Amt>)", {{bank::balance_currency, warning, "<Bal><!--closing-->"}, {bank::balance_missing, error, "<Stmt>"}}},
    {"closing twice", "<TxsSummry>", "<Bal><!--second--><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal><TxsSummry>", {{bank::balance_repeated, error, "<!--second-->"}}},
    {"closing in francs besides", "<TxsSummry>", "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"CHF\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal><TxsSummry>", {}},
    {"unknown version", "camt.053.001.08", "camt.053.001.27", {{bank::camt_version_unknown, warning, "<Document"}}},
    {"old version", "camt.053.001.08", "camt.053.001.01", {{bank::camt_version_unknown, warning, "<Document"}}},
    {"newest version", "camt.053.001.08", "camt.053.001.14", {}},
    {"no currency of the account", "<Ccy>EUR</Ccy>", "", {}},
};

// clang-format on

void replace(std::string& bytes, const std::string& from, const std::string& to) {
    const std::size_t at = bytes.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    bytes.replace(at, from.size(), to);
}

/// The right file, with comments that tell some of its elements apart.
std::string right_file() {
    std::string bytes =
        test::read_file(test::source_folder() / "fixtures/statements/household.camt.xml");
    replace(bytes, "<Bal>", "<Bal><!--closing-->");
    replace(bytes, "<Ntry>\n        <NtryRef>1<", entry_1 + "\n        <NtryRef>1<");
    replace(bytes, "<Ntry>\n        <NtryRef>4<", "<Ntry><!--4-->\n        <NtryRef>4<");
    replace(bytes, "<NtryRef>3</NtryRef>", "<NtryRef>3</NtryRef><!--3-->");
    replace(bytes, "KB26030200002</AcctSvcrRef>", "KB26030200002</AcctSvcrRef><!--2-->");
    replace(bytes,
            first_amount +
                "\n        <CdtDbtInd>CRDT</CdtDbtInd>\n        <Sts><Cd>BOOK</Cd></Sts>",
            first_amount + "\n        <CdtDbtInd>CRDT</CdtDbtInd><!--1-->\n"
                           "        <Sts><Cd>BOOK</Cd></Sts><!--1-->");
    replace(bytes, "80.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>",
            "80.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><!--4.2-->");
    return bytes;
}

std::uint64_t line_of(const std::string& bytes, const std::string& text) {
    const std::size_t at = bytes.find(text);
    REQUIRE_MESSAGE(at != std::string::npos, text);
    return 1 + static_cast<std::uint64_t>(std::count(
                   bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string shown(const Finding& finding) {
    return std::string(finding.code.text) + " at " + std::to_string(finding.where.line);
}

/// Findings besides the remark on the entry the right file does not book.
std::vector<std::string> found_in(const Findings& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings) {
        const bool is_pending = finding.code == bank::entry_not_booked && !finding.params.empty() &&
                                finding.params.front().value == "PDNG";
        if (!is_pending) {
            all.push_back(shown(finding) + " " + std::string(name(finding.severity)));
        }
    }
    std::ranges::sort(all);
    return all;
}

} // namespace

TEST_CASE("the right file has nothing to say but what is not booked") {
    const auto file = bank::read(right_file());
    REQUIRE(file.has_value());
    CHECK(found_in(file->findings).empty());
    CHECK(file->findings.size() == 1);
    CHECK(file->findings.front().code == bank::entry_not_booked);
    CHECK(file->findings.front().severity == info);
}

TEST_CASE("each change of the right file leads to its findings and no others") {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        std::string bytes = right_file();
        replace(bytes, row.from, row.to);
        const auto file = bank::read(bytes);
        REQUIRE(file.has_value());
        std::vector<std::string> expected;
        for (const Expected& each : row.expected) {
            expected.push_back(std::string(each.code.text) + " at " +
                               std::to_string(line_of(bytes, each.at)) + " " +
                               std::string(name(each.severity)));
        }
        std::ranges::sort(expected);
        CHECK(found_in(file->findings) == expected);
    }
}

TEST_CASE("an entry taken out is missed by the sums") {
    std::string bytes = right_file();
    const std::size_t first = bytes.find("<Ntry>");
    const std::size_t end = bytes.find("</Ntry>", first) + std::string("</Ntry>").size();
    bytes.erase(first, end - first);
    const auto file = bank::read(bytes);
    REQUIRE(file.has_value());
    CHECK(has_errors(file->findings));
    CHECK(std::ranges::count(file->findings, bank::balance_mismatch, &Finding::code) == 1);
    CHECK(file->statements.front().movements.size() == 6);
}

TEST_CASE("ten thousand times ten cents is a thousand") {
    std::string entries;
    for (int i = 0; i < 10'000; ++i) {
        entries += "<Ntry><Amt Ccy=\"EUR\">0.10</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                   "<BookgDt><Dt>2026-03-02</Dt></BookgDt><BkTxCd/></Ntry>";
    }
    const auto balance = [](const std::string& code, const std::string& amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" +
               amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>";
    };
    const auto file = bank::read(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt>"
        "<Acct><Id><IBAN>BE15735000004230</IBAN></Id></Acct>" +
        balance("OPBD", "0.05") + balance("CLBD", "1000.05") + entries +
        "</Stmt></BkToCstmrStmt></Document>");
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    CHECK(file->statements.front().movements.size() == 10'000);
}

TEST_CASE("statements of one account follow each other") {
    std::string bytes = right_file();
    const std::size_t first = bytes.find("<Stmt>");
    const std::size_t end = bytes.find("</Stmt>") + std::string("</Stmt>").size();
    const std::string second = bytes.substr(first, end - first);
    bytes.insert(end, second);
    const auto file = bank::read(bytes);
    REQUIRE(file.has_value());
    CHECK(file->statements.size() == 2);
    CHECK(std::ranges::count(file->findings, bank::chain_balance_mismatch, &Finding::code) == 1);
    CHECK(std::ranges::count(file->findings, bank::chain_number_gap, &Finding::code) == 1);
}
