// Goal: a missing, doubled or foreign statement breaks the chain and is named. Method: pairs of
// statements that differ from a right pair in one thing.
#include "bank/chain.hpp"
#include "bank/coda/write.hpp"
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "support/sample_statement.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <vector>

using namespace saldo;
using bank::Statement;

namespace {

struct Pair {
    Statement previous;
    Statement next;
};

Pair right_pair() {
    Pair pair{test::statement(), test::statement()};
    pair.previous.closing = test::euro(110'000);
    pair.next.opening = test::euro(110'000);
    pair.next.opening_date = pair.previous.closing_date;
    pair.next.closing_date = test::day(2026, 3, 6);
    pair.next.closing = pair.next.opening;
    pair.next.creation_date = test::day(2026, 3, 7);
    pair.next.number = 43;
    pair.next.paper_number = 43;
    return pair;
}

struct Row {
    std::string what;
    std::function<void(Pair&)> change;
    std::vector<Code> codes;
};

const std::vector<Row> rows{
    {"right", [](Pair&) {}, {}},
    {"other balance",
     [](Pair& p) { p.next.opening = test::euro(110'001); },
     {bank::chain_balance_mismatch}},
    {"earlier date",
     [](Pair& p) { p.next.opening_date = test::day(2026, 3, 4); },
     {bank::chain_date_mismatch}},
    {"number skipped", [](Pair& p) { p.next.number = 44; }, {bank::chain_number_gap}},
    {"number repeated", [](Pair& p) { p.next.number = 42; }, {bank::chain_number_gap}},
    {"paper number skipped", [](Pair& p) { p.next.paper_number = 45; }, {bank::chain_paper_gap}},
    {"no numbers", [](Pair& p) { p.next.number = p.next.paper_number = 0; }, {}},
    {"back to 1 within the year", [](Pair& p) { p.next.number = 1; }, {bank::chain_number_gap}},
    {"back to 1 with the year",
     [](Pair& p) {
         p.next.number = p.next.paper_number = 1;
         p.next.closing_date = test::day(2027, 1, 4);
     },
     {}},
    {"delivered again, number always 1",
     [](Pair& p) {
         p.next.is_duplicate = p.previous.is_duplicate = true;
         p.previous.number = p.next.number = 1;
     },
     {}},
    {"partial",
     [](Pair& p) {
         p.next.is_partial = true;
         p.next.opening = test::euro(0);
     },
     {}},
    {"balance not known", [](Pair& p) { p.previous.closing.reset(); }, {}},
};

} // namespace

TEST_CASE("what breaks a chain") {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Pair pair = right_pair();
        pair.next.line = 17;
        row.change(pair);
        const Findings findings = check_chain(pair.previous, pair.next, Severity::error);
        std::vector<Code> codes;
        for (const Finding& finding : findings) {
            codes.push_back(finding.code);
            CHECK(finding.severity == Severity::error);
            CHECK(finding.where.line == 17);
        }
        CHECK(codes == row.codes);
    }
}

TEST_CASE("a later opening date with the same balance is only worth an info") {
    Pair pair = right_pair();
    pair.next.opening_date = test::day(2026, 3, 6);
    const Findings findings = check_chain(pair.previous, pair.next, Severity::error);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == bank::chain_date_mismatch);
    CHECK(findings[0].severity == Severity::info);
}

TEST_CASE("within a file each account and currency has its own chain") {
    Pair pair = right_pair();
    Statement dollars = test::statement();
    dollars.currency = "USD";
    dollars.closing = dollars.opening;
    pair.previous.opening = pair.previous.closing;
    const std::vector<Statement> statements{pair.previous, dollars, pair.next};
    const auto bytes = bank::coda::write(statements);
    REQUIRE(bytes.has_value());
    const auto file = bank::read(*bytes);
    REQUIRE(file.has_value());
    CHECK(file->findings.empty());
    CHECK(file->statements[1].currency == "USD");

    const std::vector<Statement> with_gap{pair.previous, dollars, dollars};
    const auto broken = bank::read(*bank::coda::write(with_gap));
    REQUIRE(broken.has_value());
    REQUIRE_FALSE(broken->findings.empty());
    for (const Finding& finding : broken->findings) {
        CHECK(finding.severity != Severity::error);
        CHECK(finding.where.line == broken->statements[2].line);
    }
}
