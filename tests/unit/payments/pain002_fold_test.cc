// Goal: what an answer says of each payment is the most specific word, silence is no word, and what
// does not agree with the file is told. Method: a file of three payments in two blocks, and answers
// to it.
#include "payments/pain002/codes.hpp"
#include "payments/pain002/fold.hpp"
#include "payments/pain002/read.hpp"
#include "support/answer_file.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace saldo;
using namespace saldo::payments::pain002;
using test::Told_answer;

namespace {

const std::array<Order, 3> orders{Order{"E1", "P1", Money::cents(6'500)},
                                  Order{"E2", "P1", Money::cents(3'500)},
                                  Order{"E3", "P2", Money::cents(2'000)}};

Folded folded(const Told_answer& answer) {
    const auto report = read(test::answer_file(answer));
    REQUIRE(report.has_value());
    return fold(*report, orders);
}

/// `ACCP - RJCT/AC04`: a code for each payment, with its reasons.
std::string words(const Folded& folded) {
    std::string text;
    for (const auto& status : folded.statuses) {
        text += (text.empty() ? "" : " ") + (status ? status->code : std::string("-"));
        for (const Reason& reason : status ? status->reasons : std::vector<Reason>()) {
            text += "/" + reason.code;
        }
    }
    return text;
}

std::string codes(const Folded& folded) {
    std::string text;
    for (const Finding& finding : folded.findings) {
        CHECK(finding.severity == Severity::warning);
        text += (text.empty() ? "" : " ") + std::string(finding.code.text.substr(9));
    }
    return text;
}

} // namespace

TEST_CASE("the most specific level wins, and silence says nothing") {
    struct Row {
        Told_answer answer;
        std::string expected;
    };

    const Row rows[] = {
        {{"M"}, "- - -"},
        {{"M", {"ACCP"}}, "ACCP ACCP ACCP"},
        {{"M", {"RJCT", {{"FF01"}}}}, "RJCT/FF01 RJCT/FF01 RJCT/FF01"},
        {{"M", {"PART"}}, "- - -"},
        {{"M", {"RVCM"}}, "- - -"},
        {{"M", {"ACCP"}, {{"P1", {"RJCT", {{"AM04"}}}}}}, "RJCT/AM04 RJCT/AM04 ACCP"},
        {{"M", {"PART"}, {{"P1", {"ACCP"}}, {"P2", {"RJCT", {{"AM04"}}}}}}, "ACCP ACCP RJCT/AM04"},
        {{"M", {"ACCP"}, {{"P1", {"PART"}, {{"E2", {"RJCT", {{"AC04"}}}}}}}}, "- RJCT/AC04 ACCP"},
        {{"M", {}, {{"P1", {"ACCP"}, {{"E2", {"RJCT", {{"AC04"}}}}}}}}, "ACCP RJCT/AC04 -"},
        {{"M", {"RJCT"}, {{"P2", {}, {{"E3", {"ACSP"}}}}}}, "RJCT RJCT ACSP"},
        {{"M", {"RJCT", {{"NARR"}}}, {{"P2", {}, {{"E3", {"", {{"MD07"}}}}}}}},
         "RJCT/NARR RJCT/NARR RJCT/MD07"},
        {{"M", {"RVCM"}, {{"P1", {"RVCM"}, {{"E2", {"RVNM"}}}}, {"P2", {"RCVC"}}}}, "- RVNM RCVC"},
        {{"M", {}, {{"P2", {}, {{"", {"RJCT"}, "", "E3"}}}}}, "- - RJCT"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.expected);
        const Folded result = folded(row.answer);
        CHECK(words(result) == row.expected);
        CHECK(codes(result) == "");
    }
}

TEST_CASE("the level is kept with the status") {
    const Folded result =
        folded({"M", {"ACCP"}, {{"P1", {"ACSP"}, {{"E2", {"RJCT", {{"AC04", "closed"}}}}}}}});
    CHECK(result.statuses[0] == Status{Level::payment, "ACSP", {}});
    CHECK(result.statuses[1] == Status{Level::transaction, "RJCT", {{"AC04", false, "closed"}}});
    CHECK(result.statuses[2] == Status{Level::group, "ACCP", {}});
}

TEST_CASE("what does not agree with the file is told, with both values") {
    struct Row {
        Told_answer answer;
        std::string expected;
        std::string words;
    };

    const Row rows[] = {
        {{"M", {"ACCP"}, {}, "3", "120.0000"}, "", "ACCP ACCP ACCP"},
        {{"M", {"ACCP"}, {}, "4"}, "answer_count_differs", "ACCP ACCP ACCP"},
        {{"M", {"ACCP"}, {}, "3", "120.01"}, "answer_sum_differs", "ACCP ACCP ACCP"},
        {{"M", {"ACCP"}, {}, "x", "1e2"},
         "answer_count_differs answer_sum_differs",
         "ACCP ACCP ACCP"},
        {{"M", {}, {{"P1", {"ACCP"}, {}, "2", "99.99"}}}, "answer_sum_differs", "ACCP ACCP -"},
        {{"M", {}, {{"P9", {"RJCT"}}}}, "answer_block_unknown", "- - -"},
        {{"M", {}, {{"P1", {}, {{"E9", {"RJCT"}}}}}}, "answer_payment_unknown", "- - -"},
        {{"M", {}, {{"P1", {}, {{"E3", {"RJCT"}}}}}}, "answer_payment_misplaced", "- - RJCT"},
        {{"M", {}, {{"P2", {}, {{"E3", {"RJCT"}, "20.01"}}}}}, "answer_amount_differs", "- - -"},
        {{"M", {}, {{"P2", {}, {{"E3", {"RJCT"}, "20.00"}}}}}, "", "- - RJCT"},
        {{"M", {"XXXX"}}, "answer_status_unknown", "XXXX XXXX XXXX"},
        // Two of which nothing is said may be accepted, but not three, and not if all are told of.
        {{"M", {"PART"}, {{"P2", {"RJCT"}}}, "", "", {{"RJCT", "1"}, {"ACCP", "2"}}},
         "",
         "- - RJCT"},
        {{"M", {"PART"}, {{"P2", {"RJCT"}}}, "", "", {{"RJCT", "1"}, {"ACCP", "3"}}},
         "answer_tally_count_differs",
         "- - RJCT"},
        {{"M", {"PART"}, {{"P2", {"RJCT"}}}, "", "", {{"RJCT", "0"}}},
         "answer_tally_count_differs",
         "- - RJCT"},
        {{"M", {"PART"}, {{"P2", {"RJCT"}}}, "", "", {{"RJCT", "1", "20.01"}}},
         "answer_tally_sum_differs",
         "- - RJCT"},
        {{"M", {}, {{"P1", {"ACCP"}, {}, "", "", {{"ACCP", "1"}}}}},
         "answer_tally_count_differs",
         "ACCP ACCP -"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.expected);
        const Folded result = folded(row.answer);
        CHECK(codes(result) == row.expected);
        CHECK(words(result) == row.words);
    }
    const Finding sum = folded({"M", {"ACCP"}, {}, "", "120.01"}).findings.at(0);
    CHECK(sum.params == Params{{"id", "M"}, {"stated", "120.01"}, {"computed", "120.00"}});
    CHECK(sum.where.line == 5);
}

TEST_CASE("a rejection ends a payment, unless the bank has it already") {
    CHECK(is_rejection({Level::group, "RJCT", {}}));
    CHECK(is_rejection({Level::transaction, "RJCT", {{"AC04", false, ""}}}));
    CHECK(is_rejection({Level::transaction, "CANC", {{"CUST", false, ""}}}));
    CHECK(is_rejection({Level::transaction, "RJCT", {{"DU01", true, "a word of the bank"}}}));
    for (const char* code : {"DU01", "DU02", "DU03", "DU04", "AM05", "DUPL"}) {
        CHECK_FALSE(is_rejection({Level::group, "RJCT", {{code, false, ""}}}));
    }
    for (const char* code : {"RCVD", "ACTC", "PDNG", "ACCP", "ACSP", "ACSC", "ACCC", "ACWC", "PART",
                             "RVNC", "RCVC", "RVCM", "RVMC", "RVNM", "RVNA"}) {
        CAPTURE(code);
        CHECK(meaning_of(code).has_value());
        CHECK_FALSE(is_rejection({Level::group, code, {}}));
    }
    CHECK_FALSE(meaning_of("ACC").has_value());
    CHECK_FALSE(meaning_of("").has_value());
}
