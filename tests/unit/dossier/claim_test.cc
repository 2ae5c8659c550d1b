// Goal: what a claim says of its own amounts and rates is checked at the edge. Method: tables.
#include "dossier/blank.hpp"
#include "dossier/check_claim.hpp"
#include "dossier/codes.hpp"
#include "dossier/leaf.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using namespace saldo::dossier;

namespace {

constexpr auto statement = [] { return *Date::of(2025, 3, 31); };

Claim claim_of(Money principal, Money costs) {
    auto claim = blank<Claim>();
    claim.stated = statement();
    claim.principal = principal;
    claim.costs = costs;
    return claim;
}

std::string told(const Claim& claim) {
    std::string text;
    for (const Finding& finding : check_claim(claim, "/c")) {
        text += std::string(finding.code.text) + " " + finding.where.place + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("a yearly rate is written in one way") {
    struct Row {
        std::int64_t numerator;
        std::int64_t denominator;
        const char* text;
    };

    for (const Row& row :
         {Row{0, 1, "0"}, Row{1, 1, "1"}, Row{2, 25, "0.08"}, Row{11, 125, "0.088"}, Row{9, 1, "9"},
          Row{19, 2, "9.5"}, Row{1, 1'000'000'000, "0.000000001"},
          Row{9'999'999'999, 1'000'000'000, "9.999999999"}, Row{1, 512, "0.001953125"}}) {
        CAPTURE(std::string(row.text));
        const Yearly_rate rate{money::Rate::of(row.numerator, row.denominator)};
        CHECK(format(rate) == row.text);
        CHECK(parse_leaf(row.text, As<Yearly_rate>{}) == rate);
    }
    for (const char* text : {"", "10", "-0.1", "-0", "00", "0.", ".5", "0.080", "0.0000000001",
                             "2/25", "1e-2", "0,08", " 0.08", "8 %"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_leaf(text, As<Yearly_rate>{}).has_value());
    }
    CHECK_FALSE(is_yearly(money::Rate::of(1, 3)));
    CHECK_FALSE(is_yearly(money::Rate::of(10, 1)));
    CHECK_FALSE(is_yearly(money::Rate::of(-1, 100)));
}

TEST_CASE("items until the statement explain no more than was stated, paid and waived") {
    const Date day = statement();
    const auto principal = Money::cents(40'000);
    const auto costs = Money::cents(2'000);
    const Item main{day.plus_days(-90), Item_kind::principal, Money::cents(50'000), ""};
    const Item letter{day, Item_kind::reminder, costs, ""};
    Claim claim = claim_of(principal, costs);
    claim.items = {main, letter};
    CHECK(told(claim) == "dossier.items_exceed_stated /c/principal\n");
    // 100.00 less on the principal was paid: a cent less does not explain it.
    claim.payments = {{day, Money::cents(9'999), "client", ""}};
    CHECK(told(claim) == "dossier.items_exceed_stated /c/principal\n");
    claim.payments.front().amount = Money::cents(10'000);
    CHECK(told(claim) == "");
    claim.payments.front().date = day.plus_days(1);
    CHECK(told(claim) == "dossier.items_exceed_stated /c/principal\n");
    claim.payments.clear();
    claim.waivers = {{day, law::Debt_part::principal, Money::cents(10'000), "goodwill"}};
    CHECK(told(claim) == "");
    claim.waivers.front().part = law::Debt_part::costs;
    CHECK(told(claim) == "dossier.items_exceed_stated /c/principal\n");
    claim.waivers.clear();
    // What comes after the statement comes on top.
    claim.items.front().date = day.plus_days(1);
    CHECK(told(claim) == "");
    claim.items.push_back({day, Item_kind::file_cost, Money::cents(1), ""});
    CHECK(told(claim) == "dossier.items_exceed_stated /c/costs\n");
}

TEST_CASE("interest runs from the statement on") {
    Claim claim = claim_of(Money::cents(1), Money::zero());
    claim.interest_rule = Interest_rule{Interest_source::civil, {}, statement()};
    CHECK(told(claim) == "");
    claim.interest_rule->from = statement().plus_days(-1);
    CHECK(told(claim) == "dossier.date_too_early /c/interest_rule/from\n");
}

TEST_CASE("changes and decisions stand in order of date, several on a day") {
    Claim claim = claim_of(Money::cents(1), Money::zero());
    const Date day = statement();
    claim.history = {{day, Claim_status::checked, "", "an"}, {day, Claim_status::agreed, "", "an"}};
    claim.decisions = {{day, "an", Verdict_kind::due, Verdict_kind::due, {}, ""},
                       {day, "an", Verdict_kind::due, Verdict_kind::due, {}, ""}};
    CHECK(told(claim) == "");
    claim.history.back().date = day.plus_days(-1);
    claim.decisions.back().date = day.plus_days(-1);
    CHECK(told(claim) == "dossier.date_too_early /c/history/1/date\n"
                         "dossier.date_too_early /c/decisions/1/date\n");
}

TEST_CASE("every kind of item belongs to a component") {
    using enum Item_kind;
    CHECK(part_of(principal) == law::Debt_part::principal);
    CHECK(part_of(late_interest) == law::Debt_part::interest);
    CHECK(part_of(penalty) == law::Debt_part::penalty);
    for (const Item_kind kind : {credit_cost, reminder, notice, acquittance_fee, collection_fee,
                                 recovery_fee, bailiff_act, file_cost, other_cost}) {
        CHECK(part_of(kind) == law::Debt_part::costs);
    }
}
