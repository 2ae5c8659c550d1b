// Goal: an answer of a bank is read as it is written, in whatever version, prefix and order, and
// what is no answer is refused with its line. Method: own files and single edits.
#include "bank/codes.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain002/codes.hpp"
#include "payments/pain002/read.hpp"
#include "support/answer_file.hpp"
#include "support/changed_text.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::payments::pain002;

namespace {

std::string sample() {
    return test::answer_file(
        {.original_id = "R2026-0001",
         .said = {"PART"},
         .blocks = {{.id = "R2026-0001-P0001",
                     .said = {"PART", {{"NARR", "see below"}}},
                     .payments = {{.end_to_end_id = "R2026-0001-000001",
                                   .said = {"RJCT", {{"AC04", "closed"}, {"MS03"}}},
                                   .amount = "65.00",
                                   .instruction_id = "R2026-0001-000001"}},
                     .count = "2",
                     .sum = "100.00",
                     .tallies = {{"RJCT", "1", "65.00"}}}},
         .count = "3",
         .sum = "120.00",
         .tallies = {{"ACCP", "2"}}});
}

} // namespace

TEST_CASE("every level is read") {
    const auto report = read(sample());
    REQUIRE(report.has_value());
    CHECK(report->version == "pain.002.001.10");
    CHECK(report->message_id == "BANK-1");
    CHECK(report->created == "2026-02-03T09:20:31");
    CHECK(report->original_id == "R2026-0001");
    CHECK(report->original_name == "pain.001.001.09");
    CHECK(report->totals.count == "3");
    CHECK(report->totals.sum == "120.00");
    CHECK(report->said.status == "PART");
    CHECK(report->said.reasons.empty());
    REQUIRE(report->tallies.size() == 1);
    CHECK(report->tallies[0].status == "ACCP");
    CHECK(report->tallies[0].count == "2");
    CHECK(report->tallies[0].sum.empty());
    REQUIRE(report->blocks.size() == 1);
    const Stated_block& block = report->blocks[0];
    CHECK(block.line == 6);
    CHECK(block.id == "R2026-0001-P0001");
    CHECK(block.totals.count == "2");
    CHECK(block.said.reasons == std::vector<Reason>{{"NARR", false, "see below"}});
    CHECK(block.tallies.at(0).sum == "65.00");
    REQUIRE(block.payments.size() == 1);
    const Stated_payment& payment = block.payments[0];
    CHECK(payment.instruction_id == "R2026-0001-000001");
    CHECK(payment.end_to_end_id == "R2026-0001-000001");
    CHECK(payment.amount == "65.00");
    CHECK(payment.said.status == "RJCT");
    CHECK(payment.said.reasons ==
          std::vector<Reason>{{"AC04", false, "closed"}, {"MS03", false, ""}});
}

TEST_CASE("prefixes, versions, order and white space make no difference") {
    std::string prefixed = sample();
    for (std::size_t at = 0; (at = prefixed.find('<', at)) != std::string::npos; ++at) {
        if (prefixed[at + 1] != '?') {
            prefixed.insert(at + (prefixed[at + 1] == '/' ? 2 : 1), "p:");
        }
    }
    prefixed = test::changed(prefixed, "xmlns=", "xmlns:p=");
    const std::string variants[] = {
        prefixed,
        test::changed(sample(), "001.10", "001.03"),
        test::changed(sample(), "001.10", "001.14"),
        test::changed(sample(), "<GrpSts>PART</GrpSts>", "<GrpSts>\n  PART\t</GrpSts>"),
        test::changed(sample(), "<GrpSts>PART</GrpSts>", "<GrpSts><![CDATA[PA]]>RT</GrpSts>"),
        test::changed(sample(), "<OrgnlMsgId>R2026-0001</OrgnlMsgId>",
                      "<New>1</New><OrgnlMsgId>R2026-0001</OrgnlMsgId>"),
        test::changed(test::changed(sample(), "<GrpSts>PART</GrpSts>", ""), "<OrgnlMsgId>R",
                      "<GrpSts>PART</GrpSts><OrgnlMsgId>R"),
        "\xEF\xBB\xBF" + sample(),
    };
    for (const std::string& variant : variants) {
        CAPTURE(variant);
        const auto report = read(variant);
        REQUIRE(report.has_value());
        CHECK(report->original_id == "R2026-0001");
        CHECK(report->said.status == "PART");
        CHECK(report->blocks.at(0).payments.at(0).said.reasons.size() == 2);
    }
}

TEST_CASE("a reason is a code, a word of the bank, or text in pieces") {
    const auto report = read(test::changed(
        sample(), "<Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf>",
        "<Rsn><Prtry>X-17</Prtry></Rsn><AddtlInf>one</AddtlInf><AddtlInf>two</AddtlInf>"));
    REQUIRE(report.has_value());
    CHECK(report->blocks.at(0).payments.at(0).said.reasons.at(0) ==
          Reason{"X-17", true, "one two"});
}

TEST_CASE("what is no answer is refused") {
    struct Row {
        std::string_view from;
        std::string_view to;
        Code code;
    };

    const Row rows[] = {
        {"<Document", "<!DOCTYPE Document>\n<Document", bank::camt_doctype},
        {"</Document>", "", bank::camt_not_well_formed},
        {"see below", "see \xE9", bank::camt_not_utf8},
        {"see below", "see &all;", bank::camt_not_well_formed},
        {"pain.002", "pain.001", not_a_status_report},
        {"pain.002.001.10", "pain.002.001.1x", not_a_status_report},
        {"pain.002.001.10", "pain.002.001.100", not_a_status_report},
        {"<Document xmlns=", "<Document xmlns:p=", not_a_status_report},
        {"<MsgId>BANK-1</MsgId>", "", payments::pain001::element_missing},
        {"<OrgnlMsgId>R2026-0001</OrgnlMsgId>", "", payments::pain001::element_missing},
        {"<OrgnlMsgId>R2026-0001</OrgnlMsgId>", "<OrgnlMsgId> </OrgnlMsgId>",
         payments::pain001::element_missing},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        const auto report = read(test::changed(sample(), row.from, row.to));
        REQUIRE_FALSE(report.has_value());
        CHECK(report.error().code() == row.code);
    }
    std::string deep = sample();
    for (int i = 0; i < 100; ++i) {
        deep = test::changed(deep, "see below", "<a>see below</a>");
    }
    CHECK_FALSE(read(deep).has_value());
    CHECK_FALSE(read("").has_value());
    CHECK(read(std::string(file_size_max + 1, ' ')).error().code() == payments::pain001::too_large);
    const auto missing = read(test::changed(sample(), "<OrgnlMsgId>R2026-0001</OrgnlMsgId>", ""));
    CHECK(missing.error().first().where.line == 5);
    CHECK(missing.error().first().where.place == "OrgnlGrpInfAndSts");
}
