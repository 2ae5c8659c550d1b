// Goal: a pot gives what it has and the free part the rest; what comes to nothing is left out.
// Method: cases on one account with two pots.
#include "ledger/postings.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::ledger;

namespace {

Chart chart_of_main() {
    Chart chart;
    std::int64_t id = 0;
    for (const char* code : {"bank:main", "transit:main", "suspense:main", "pot:main",
                             "pot:main/holiday", "expense:rent"}) {
        const std::string text(code);
        const Kind kind = *kind_from(text.substr(0, text.find(':')));
        chart.add({{++id}, kind, text, kind == Kind::expense ? "" : "main"});
    }
    return chart;
}

struct Case {
    const char* name;
    std::int64_t holiday; ///< in the pot before
    std::vector<std::int64_t> changes;
    std::int64_t from_pot;
    std::int64_t from_free;
};

} // namespace

TEST_CASE("a pot gives what it has") {
    const Chart chart = chart_of_main();
    const Case cases[] = {
        {"it has enough", 5'000, {-3'000}, -3'000, 0},
        {"it has exactly that", 3'000, {-3'000}, -3'000, 0},
        {"it has less", 1'000, {-3'000}, -1'000, -2'000},
        {"it has nothing", 0, {-3'000}, 0, -3'000},
        {"below zero counts as nothing", -500, {-3'000}, 0, -3'000},
        {"it receives", 0, {3'000}, 3'000, 0},
        {"it gives twice", 4'000, {-3'000, -3'000}, -4'000, -2'000},
        {"it gives what it just got", 0, {2'000, -3'000}, 0, -1'000},
    };
    for (const Case& each : cases) {
        CAPTURE(each.name);
        const Pot_balance balance_of = [&](const Account&) { return Money::cents(each.holiday); };
        Postings postings("main", chart, balance_of);
        for (const std::int64_t change : each.changes) {
            postings.pot("pot:main/holiday", Money::cents(change));
        }
        std::int64_t pot = 0;
        std::int64_t free = 0;
        for (const Posting& posting : postings.take()) {
            CHECK_FALSE(posting.amount.is_zero());
            (posting.account->code == "pot:main" ? free : pot) += posting.amount.cents();
        }
        CHECK(pot == each.from_pot);
        CHECK(free == each.from_free);
    }
}

TEST_CASE("equal accounts and due dates become one posting") {
    const Chart chart = chart_of_main();
    const Pot_balance none = [](const Account&) { return Money::zero(); };
    const Date march = *Date::of(2026, 3, 1);
    Postings postings("main", chart, none);
    postings.add("expense:rent", Money::cents(100), march);
    postings.add("expense:rent", Money::cents(50), march);
    postings.add("expense:rent", Money::cents(70));
    postings.add(Kind::transit, Money::cents(-220));
    postings.add(Kind::suspense, Money::cents(5));
    postings.add(Kind::suspense, Money::cents(-5));
    postings.add(Kind::bank, Money::zero());
    const std::vector<Posting> taken = postings.take();
    REQUIRE(taken.size() == 4);
    CHECK(taken[0].amount == Money::cents(150));
    CHECK(taken[0].due == march);
    CHECK(taken[1].amount == Money::cents(70));
    CHECK(taken[2].account->code == "transit:main");
    CHECK(taken[3].account->code == "bank:main"); // the bank's own line stays, even of nothing
}
