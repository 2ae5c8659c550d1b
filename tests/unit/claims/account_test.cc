// Goal: what stands on a claim is what the law's examples say, each cent with where it comes from.
// Method: worked examples of law.md of the references, and small claims whose arithmetic is done in
// the comment beside them.
#include "case.hpp"
#include "claims/codes.hpp"
#include "law/codes.hpp"

using namespace saldo;
using claims::Step_kind;
using test::account_of;
using test::balance_of;
using test::claim_of;
using test::codes_of;
using test::day;
using test::euro;

namespace {

/// At 10 percent 36,500.00 bears 10.00 a day.
dossier::Claim ten_a_day() {
    dossier::Claim claim = claim_of("2025-01-01", "36500.00");
    claim.interest_rule = test::agreed_from("2025-01-01", money::Rate::of(1, 10));
    return claim;
}

dossier::Interest_stop
stop(std::string_view from, std::optional<std::string_view> last, dossier::Stop_reason reason) {
    return {
        *calendar::Date_range::through(day(from), last ? std::optional(day(*last)) : std::nullopt),
        reason};
}

dossier::Claim ended_credit(std::string_view ended) {
    dossier::Claim claim = claim_of("2025-01-01", "3000.00", "60.00", "120.00", "300.00");
    claim.contract.emplace().credit.emplace().ended = day(ended);
    return claim;
}

} // namespace

TEST_CASE("section 6.4: a thousand at the civil rate from 30 June 2022 to 31 March 2025") {
    dossier::Claim claim = claim_of("2022-06-30", "1000.00");
    claim.interest_rule = test::civil_from("2022-06-30");
    const auto account = account_of(claim, {}, "2025-03-31");
    CHECK(test::told(account.balance) == "1000.00 128.82 0.00 0.00");
    CHECK(account.accrued == euro("128.82"));

    struct Row {
        const char* through;
        int days;
        const char* amount;
    };

    const Row rows[] = {{"2022-12-31", 184, "7.56"},
                        {"2023-12-31", 365, "52.50"},
                        {"2024-12-31", 366, "57.66"},
                        {"2025-03-31", 90, "11.10"}};
    REQUIRE(account.steps.size() == 5);
    CHECK(account.steps.front().kind == Step_kind::statement);
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        const claims::Account_step& step = account.steps[i + 1];
        CHECK(step.kind == Step_kind::accrual);
        CHECK(step.date == day(rows[i].through));
        CHECK(step.accrued->interest.days == rows[i].days);
        CHECK(step.accrued->interest.figure == "interest.civil");
        CHECK(step.change.interest == euro(rows[i].amount));
    }
    // On the day of the statement none ran yet, on the first day after it 1.5 % of a day: 0.0411.
    CHECK(balance_of(claim, {}, "2022-06-30") == "1000.00 0.00 0.00 0.00");
    CHECK(balance_of(claim, {}, "2022-07-01") == "1000.00 0.04 0.00 0.00");
}

TEST_CASE("section 7: costs and penalty go before interest, and interest before principal") {
    const dossier::Claim claim = claim_of("2025-01-01", "1000.00", "27.00", "350.00", "250.00");
    const auto account =
        account_of(claim, {{day("2025-02-01"), euro("400.00"), "4"}}, "2025-02-01");
    CHECK(test::told(account.balance) == "1000.00 27.00 0.00 200.00");
    CHECK(account.steps.back().order == law::Allocation_order::general);
    CHECK(account.steps.back().source == "4");
    CHECK(account.findings.empty());
}

TEST_CASE("section 4.3: of a credit that ended the balance goes first, from the day it ended") {
    const std::vector<claims::Paid> payment{{day("2025-02-01"), euro("3050.00"), "4"}};
    for (const char* ended : {"2024-12-01", "2025-02-01"}) {
        const auto account = account_of(ended_credit(ended), payment, "2025-02-01");
        CHECK(test::told(account.balance) == "0.00 60.00 70.00 300.00");
        CHECK(account.order == law::Allocation_order::accelerated_credit);
        CHECK(codes_of(account.findings) == "law.order_not_settled ");
    }
    // A day earlier the general order holds: 120 + 300 + 60, and 2,570.00 of the principal.
    const auto before = account_of(ended_credit("2025-02-02"), payment, "2025-02-01");
    CHECK(test::told(before.balance) == "430.00 0.00 0.00 0.00");
    CHECK(before.order == law::Allocation_order::general);
}

TEST_CASE("no interest runs while it is stopped") {
    dossier::Claim claim = claim_of("2022-06-30", "1000.00");
    claim.interest_rule = test::civil_from("2022-06-30");
    // Admissible on 1 January 2023: the 184 days of 2022 are left.
    claim.interest_stops = {stop("2023-01-01", std::nullopt, dossier::Stop_reason::csr)};
    CHECK(balance_of(claim, {}, "2025-03-31") == "1000.00 7.56 0.00 0.00");

    struct Row {
        const char* name;
        std::vector<dossier::Interest_stop> stops;
        const char* interest; ///< on 11 January 2025, ten days at 10.00
    };

    using enum dossier::Stop_reason;
    const Row rows[] = {
        {"none", {}, "100.00"},
        {"one day", {stop("2025-01-05", "2025-01-05", agreement)}, "90.00"},
        {"the first day", {stop("2024-01-01", "2025-01-02", judge)}, "90.00"},
        {"the last day", {stop("2025-01-11", "2025-01-20", judge)}, "90.00"},
        {"all days", {stop("2025-01-02", "2025-01-11", judge)}, "0.00"},
        {"days before", {stop("2024-01-01", "2025-01-01", judge)}, "100.00"},
        {"days after", {stop("2025-01-12", std::nullopt, csr)}, "100.00"},
        {"two that overlap", // 3 to 7 January
         {stop("2025-01-04", "2025-01-07", agreement), stop("2025-01-03", "2025-01-05", judge)},
         "50.00"},
        {"one within another", // 3 to 9 January
         {stop("2025-01-03", "2025-01-09", agreement), stop("2025-01-04", "2025-01-05", judge)},
         "30.00"},
        {"two that touch", // 3 to 6 January
         {stop("2025-01-03", "2025-01-04", agreement), stop("2025-01-05", "2025-01-06", judge)},
         "60.00"}};
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        dossier::Claim stopped = ten_a_day();
        stopped.interest_stops = row.stops;
        CHECK(account_of(stopped, {}, "2025-01-11").accrued == euro(row.interest));
    }
}

TEST_CASE("the day of a payment bears interest, that of an item does not") {
    dossier::Claim claim = ten_a_day();
    // 2 to 5 January on 36,500.00 are 40.00; the payment takes them and half of the principal; the
    // five days to the 10th bear 5.00 each.
    const std::vector<claims::Paid> half{{day("2025-01-05"), euro("18290.00"), "9"}};
    CHECK(balance_of(claim, half, "2025-01-05") == "18250.00 0.00 0.00 0.00");
    CHECK(balance_of(claim, half, "2025-01-10") == "18250.00 25.00 0.00 0.00");
    claim.items = {{day("2025-01-05"), dossier::Item_kind::principal, euro("36500.00"), ""}};
    CHECK(balance_of(claim, {}, "2025-01-05") == "73000.00 40.00 0.00 0.00");
    CHECK(balance_of(claim, {}, "2025-01-06") == "73000.00 60.00 0.00 0.00");
    // Interest bears none, nor do costs and penalty.
    claim.items = {{day("2025-01-02"), dossier::Item_kind::late_interest, euro("999.00"), ""},
                   {day("2025-01-02"), dossier::Item_kind::bailiff_act, euro("999.00"), ""},
                   {day("2025-01-02"), dossier::Item_kind::penalty, euro("999.00"), ""}};
    const auto account = account_of(claim, {}, "2025-01-11");
    CHECK(account.accrued == euro("100.00"));
    CHECK(account.items == euro("2997.00"));
    CHECK(codes_of(account.findings) == "claims.interest_twice ");
}

TEST_CASE("what happens on one day has its order") {
    dossier::Claim claim = ten_a_day();
    claim.items = {{day("2025-01-02"), dossier::Item_kind::reminder, euro("7.50"), ""}};
    claim.waivers = {{day("2025-01-02"), law::Debt_part::costs, euro("2.50"), "goodwill"}};
    claim.payments = {{day("2025-01-02"), euro("3.00"), "surety", ""}};
    const auto account = account_of(claim,
                                    {{day("2025-01-02"), euro("-4.00"), "10"},
                                     {day("2025-01-02"), euro("4.00"), "10"},
                                     {day("2025-01-02"), euro("1.00"), "9"}},
                                    "2025-01-02");
    const std::pair<Step_kind, const char*> expected[] = {
        {Step_kind::statement, "36500.00 0.00 0.00 0.00"},
        {Step_kind::item, "36500.00 0.00 7.50 0.00"},
        {Step_kind::accrual, "36500.00 10.00 7.50 0.00"},
        {Step_kind::waiver, "36500.00 10.00 5.00 0.00"},
        {Step_kind::payment, "36500.00 10.00 4.00 0.00"},
        {Step_kind::payment, "36500.00 10.00 0.00 0.00"},
        {Step_kind::outside_payment, "36500.00 7.00 0.00 0.00"},
        {Step_kind::returned, "36500.00 7.00 4.00 0.00"}};
    REQUIRE(account.steps.size() == std::size(expected));
    for (std::size_t i = 0; i < account.steps.size(); ++i) {
        CHECK(account.steps[i].kind == expected[i].first);
        CHECK(test::told(account.steps[i].balance) == expected[i].second);
    }
    CHECK(account.steps[4].source == "9");
    CHECK(account.steps[5].source == "10");
    CHECK(account.paid == euro("4.00"));
    CHECK(account.waived == euro("2.50"));
}

TEST_CASE("what is dated until the statement explains it, but for payments of the book") {
    dossier::Claim claim = claim_of("2025-01-10", "100.00", "0.00", "20.00");
    claim.items = {{day("2025-01-10"), dossier::Item_kind::reminder, euro("20.00"), ""}};
    claim.payments = {{day("2025-01-10"), euro("50.00"), "client", ""}};
    claim.waivers = {{day("2025-01-09"), law::Debt_part::principal, euro("5.00"), "goodwill"}};
    CHECK(balance_of(claim, {}, "2025-01-10") == "100.00 0.00 20.00 0.00");
    const auto early = account_of(claim, {{day("2025-01-03"), euro("30.00"), "2"}}, "2025-01-10");
    CHECK(test::told(early.balance) == "90.00 0.00 0.00 0.00");
    CHECK(early.steps.back().date == day("2025-01-10"));
    CHECK(codes_of(early.findings) == "claims.paid_before_statement ");
    const auto before = claims::account_on(test::figures(), claim, {}, day("2025-01-09"));
    REQUIRE_FALSE(before.has_value());
    CHECK(before.error().code() == claims::before_statement);
}

TEST_CASE("what is paid above the debt stays in sight") {
    const dossier::Claim claim = claim_of("2025-01-01", "100.00");
    const std::vector<claims::Paid> payments{{day("2025-02-01"), euro("70.00"), "1"},
                                             {day("2025-03-01"), euro("70.00"), "2"}};
    const auto account = account_of(claim, payments, "2025-03-01");
    CHECK(test::told(account.balance) == "0.00 0.00 0.00 0.00");
    CHECK(account.overpaid == euro("40.00"));
    CHECK(account.steps.back().overpaid == euro("40.00"));
    CHECK(account.paid == euro("140.00"));
    REQUIRE(codes_of(account.findings) == "claims.overpaid ");
    CHECK(account.findings.front().params.front().value == "40.00");
    CHECK(account_of(claim, payments, "2025-02-28").overpaid == Money::zero());
}

TEST_CASE("a payment that came back is undone where it can be told which it was") {
    const dossier::Claim claim = claim_of("2025-01-01", "100.00", "10.00");
    const claims::Paid first{day("2025-02-01"), euro("20.00"), "1"};
    const claims::Paid second{day("2025-03-01"), euro("20.00"), "2"};
    const claims::Paid other{day("2025-03-02"), euro("85.00"), "3"};

    struct Row {
        const char* name;
        std::vector<claims::Paid> payments;
        const char* balance;
        const char* findings;
    };

    const Date back = day("2025-04-01");
    const Row rows[] = {
        // Of 20.00 the first 10.00 were laid on the interest.
        {"by its source", {first, second, {back, euro("-20.00"), "1"}}, "80.00 10.00", ""},
        {"by the source of the other",
         {first, second, {back, euro("-20.00"), "2"}},
         "90.00 0.00",
         ""},
        {"by its amount alone", {first, {back, euro("-20.00"), "7"}}, "100.00 10.00", ""},
        {"one of two",
         {first, second, {back, euro("-20.00"), "7"}},
         "90.00 0.00",
         "claims.return_unexplained "},
        {"of no such amount",
         {first, {back, euro("-19.00"), "1"}},
         "109.00 0.00",
         "claims.return_unexplained "},
        {"before it was paid",
         {{day("2025-01-31"), euro("-20.00"), "1"}, first},
         "110.00 0.00",
         "claims.return_unexplained "},
        {"once only",
         {first, {back, euro("-20.00"), "1"}, {back, euro("-20.00"), "1"}},
         "120.00 10.00",
         "claims.return_unexplained "},
        // 20 + 20 + 85 are 15 above 110; with the last one it comes back.
        {"with what was over",
         {first, second, other, {back, euro("-85.00"), "3"}},
         "70.00 0.00",
         ""}};
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        const auto account = account_of(claim, row.payments, "2025-04-01");
        CHECK(test::told(account.balance) == std::string(row.balance) + " 0.00 0.00");
        CHECK(codes_of(account.findings) == row.findings);
        CHECK(account.overpaid == Money::zero());
    }
}

TEST_CASE("no more is waived than there is") {
    dossier::Claim claim = claim_of("2025-01-01", "100.00", "0.00", "0.00", "30.00");
    claim.waivers = {{day("2025-02-01"), law::Debt_part::penalty, euro("30.01"), "goodwill"}};
    const auto account = account_of(claim, {}, "2025-02-01");
    CHECK(test::told(account.balance) == "100.00 0.00 0.00 0.00");
    CHECK(account.waived == euro("30.00"));
    CHECK(codes_of(account.findings) == "claims.waived_too_much ");
    claim.waivers.front().amount = euro("30.00");
    CHECK(codes_of(account_of(claim, {}, "2025-02-01").findings) == "");
}

TEST_CASE("a day without a known rate is refused, a rate in doubt is told") {
    dossier::Claim claim = claim_of("2025-12-31", "1000.00");
    claim.interest_rule = test::civil_from("2025-12-31");
    claim.interest_rule->source = dossier::Interest_source::commercial;
    CHECK(claims::account_on(test::figures(), claim, {}, day("2026-06-30")).has_value());
    const auto unknown = claims::account_on(test::figures(), claim, {}, day("2026-07-01"));
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().code() == law::not_in_force);
    // Once all principal is paid no rate is needed.
    const std::vector<claims::Paid> all{{day("2026-01-01"), euro("2000.00"), "1"}};
    CHECK(claims::account_on(test::figures(), claim, all, day("2026-07-01")).has_value());
    dossier::Claim doubt = claim_of("2023-06-30", "1000.00");
    doubt.interest_rule = claim.interest_rule;
    doubt.interest_rule->from = day("2023-06-30");
    // Payments cut the days in which the rate of the second half of 2023 was derived: told once.
    const std::vector<claims::Paid> two{{day("2023-08-01"), euro("10.00"), "1"},
                                        {day("2023-09-01"), euro("10.00"), "2"}};
    CHECK(codes_of(account_of(doubt, two, "2023-12-31").findings) == "law.unverified ");
}
