// Goal: interest, changes on the way and what is told of a plan are as said. Method: tables worked
// out by hand.
#include "plans.hpp"

using namespace saldo;
using namespace saldo::plans;
using test::codes_of;
using test::euro;
using test::lines_of;
using test::owed;
using test::plan_day;
using test::plan_of;

using Lines = std::vector<std::string>;

namespace {

Creditor bearing(Creditor creditor, std::int64_t per_thousand) {
    creditor.rate = money::Rate::of(per_thousand, 1'000);
    return creditor;
}

} // namespace

TEST_CASE("interest is added before the instalment, a twelfth of the rate, a half cent up") {
    // 12 % of 1000.00 is 10.00 in a month; 88.85 a month pays a loan in twelve months.
    Plan plan = plan_of(Strategy::pro_rata, "88.85", {bearing(owed("loan", "1000.00"), 120)});
    const Schedule loan = simulate(plan);
    CHECK(loan.months.size() == 12);
    CHECK(lines_of(loan).front() == "2026-01-31 loan 88.85/921.15");
    CHECK(loan.months.front().shares.front().interest == euro("10.00"));
    CHECK(loan.months.front().shares.front().principal == euro("78.85"));
    CHECK(loan.months[1].interest_added == euro("9.21")); // 9.2115
    CHECK(loan.total_paid == euro("1000.00") + loan.total_interest);
    // Without interest before the first instalment: 911.15 bears 9.11.
    plan.first_interest = false;
    CHECK(simulate(plan).months.front().interest_added == euro("0.00"));
    CHECK(simulate(plan).months[1].interest_added == euro("9.11"));
    // 0.5 cent: 6 % of 1.00 is 0.005 in a month.
    const Schedule half =
        simulate(plan_of(Strategy::pro_rata, "2.00", {bearing(owed("a", "1.00"), 60)}));
    CHECK(lines_of(half) == Lines{"2026-01-31 a 1.01/0.00"});
    CHECK(half.total_interest == euro("0.01"));
}

TEST_CASE("interest runs on the balance, or on the principal alone, and until a day") {
    // Waiting behind a debt of 30.00: 100.00 at 12 %.
    Plan plan = plan_of(Strategy::smallest_first, "10.00",
                        {owed("a", "30.00"), bearing(owed("b", "100.00"), 120)});
    CHECK(lines_of(simulate(plan))[2] == "2026-03-31 a 10.00/0.00 b 0.00/103.03"); // 1.01^3
    plan.interest_on = Interest_on::principal;
    CHECK(lines_of(simulate(plan))[2] == "2026-03-31 a 10.00/0.00 b 0.00/103.00");
    plan.creditors[1].interest_until = plan_day("2026-02-28");
    CHECK(lines_of(simulate(plan))[2] == "2026-03-31 a 10.00/0.00 b 0.00/102.00");
    CHECK(codes_of(simulate(plan)) == Lines{"plans.below_interest b"});
    // What is interest at the start bears none, and is paid first.
    Plan due = plan_of(Strategy::pro_rata, "50.00", {bearing(owed("a", "120.00"), 120)});
    due.creditors[0].interest_due = euro("20.00");
    due.interest_on = Interest_on::principal;
    const Share first = simulate(due).months.front().shares.front();
    CHECK(first.interest_added == euro("1.00"));
    CHECK(first.interest == euro("21.00"));
    CHECK(first.principal == euro("29.00"));
}

TEST_CASE("a plan that never ends says so") {
    struct Row {
        const char* monthly;
        std::int64_t per_thousand;
        std::size_t months;
    };

    // 1.00 a month is all interest of 100.00 at 12 %; nothing at all is seen at once; and at 900 %
    // a debt outgrows everything before the 600 months are over.
    for (const Row& row : {Row{"1.00", 120, 600}, Row{"0.00", 0, 1}, Row{"0.00", 120, 1}}) {
        CAPTURE(row.monthly);
        const Schedule schedule = simulate(plan_of(
            Strategy::pro_rata, row.monthly, {bearing(owed("a", "100.00"), row.per_thousand)}));
        CHECK(schedule.months.size() == row.months);
        CHECK_FALSE(schedule.ends_on.has_value());
        CHECK(codes_of(schedule).back() == "plans.never_ends ");
    }
    const Schedule usury =
        simulate(plan_of(Strategy::pro_rata, "1.00", {bearing(owed("a", "100.00"), 9'000)}));
    CHECK(usury.months.size() < 100);
    CHECK(codes_of(usury) == Lines{"plans.below_interest a", "plans.never_ends "});
    Plan brief = plan_of(Strategy::pro_rata, "1.00", {owed("a", "100.00")});
    brief.months_most = 12;
    CHECK(simulate(brief).months.size() == 12);
    brief.months_most = 600;
    brief.term = 60;
    CHECK(codes_of(simulate(brief)) == Lines{"plans.beyond_term "});
}

TEST_CASE("steps, one-off money, a newcomer and a creditor that waits") {
    Creditor b = owed("b", "60.00");
    b.joins = plan_day("2026-03-01");
    Creditor c = owed("c", "40.00");
    c.frozen_until = plan_day("2026-02-28");
    Plan plan = plan_of(Strategy::pro_rata, "10.00", {owed("a", "100.00"), b, c});
    plan.steps = {{.from = plan_day("2026-03-31"), .monthly = euro("26.00")},
                  {.from = plan_day("2026-02-01"), .monthly = euro("20.00")}};
    plan.extras = {{plan_day("2026-02-10"), euro("10.00")}};
    // January: a alone. February: 30.00 over 90 : 40 is 20.77 and 9.23. March: 26.00 over 69.23,
    // 60.00 and 30.77 of 160.00 is 11.25, 9.75 and 5.00.
    const Lines lines = lines_of(simulate(plan));
    CHECK(lines[0] == "2026-01-31 a 10.00/90.00 c 0.00/40.00");
    CHECK(lines[1] == "2026-02-28 a 20.77/69.23 c 9.23/30.77");
    CHECK(lines[2] == "2026-03-31 a 11.25/57.98 b 9.75/50.25 c 5.00/25.77");
}

TEST_CASE("a lump sum is paid as soon as there is enough, and the rest is given up") {
    Creditor a = owed("a", "500.00");
    a.settlement = Settlement{plan_day("2026-02-01"), euro("150.00")};
    Plan plan = plan_of(Strategy::pro_rata, "100.00", {a, owed("b", "300.00")});
    plan.extras = {{plan_day("2026-03-05"), euro("60.00")}};
    const Schedule schedule = simulate(plan);
    CHECK(lines_of(schedule) == Lines{"2026-01-31 a 0.00/500.00 b 100.00/200.00",
                                      "2026-02-28 a 0.00/500.00 b 100.00/100.00",
                                      "2026-03-31 a 150.00/0.00 b 10.00/90.00",
                                      "2026-04-30 b 90.00/0.00"});
    CHECK(schedule.total_remitted == euro("350.00"));
    CHECK(schedule.total_paid == euro("450.00"));
    CHECK(codes_of(schedule) == Lines{"plans.settlement_waits a"});
}

TEST_CASE("a lump sum waits as long as its creditor does") {
    Creditor a = owed("a", "500.00");
    a.settlement = Settlement{plan_day("2026-02-01"), euro("50.00")};
    a.frozen_until = plan_day("2026-03-15");
    const Schedule schedule = simulate(plan_of(Strategy::pro_rata, "50.00", {a}));
    CHECK(lines_of(schedule).back() == "2026-03-31 a 50.00/0.00");
}

TEST_CASE("what is never offered stays open") {
    Creditor a = owed("a", "30.00");
    Creditor b = owed("b", "1000.00");
    a.in_class = "some";
    b.in_class = "none";
    Plan plan = plan_of(Strategy::mixed, "20.00", {a, b});
    plan.classes = {{"some", Method::pro_rata}, {"none", Method::zero}};
    const Schedule schedule = simulate(plan);
    CHECK(schedule.months.size() == 2);
    CHECK(schedule.ends_on == plan_day("2026-02-28"));
    CHECK(schedule.creditors[1].open == euro("1000.00"));
    b.rate = money::Rate::of(12, 100);
    plan.creditors = {b}; // nobody is offered anything: no month passes, no interest is added
    const Schedule nothing = simulate(plan);
    CHECK(nothing.months.empty());
    CHECK(nothing.creditors[0].balance == euro("1000.00"));
    CHECK(nothing.creditors[0].open == euro("1000.00"));
}

TEST_CASE("money that is kept, and nobody left to share with") {
    Creditor a = owed("a", "100.00");
    Creditor b = owed("b", "1000.00");
    a.contractual = euro("50.00");
    b.contractual = euro("50.00");
    Plan plan = plan_of(Strategy::contractual, "100.00", {a, b});
    plan.freed_money = Freed_money::kept;
    plan.minimum = euro("60.00"); // no document may ask for both
    for (const Month& month : simulate(plan).months) {
        CHECK(month.paid <= euro("100.00"));
    }
}

TEST_CASE("the reserve is filled first, and the account is watched") {
    Plan plan = plan_of(Strategy::pro_rata, "100.00", {owed("a", "250.00")});
    plan.reserve = Reserve{euro("120.00"), euro("20.00"), euro("70.00")};
    plan.account = Account{.balance = euro("50.00"),
                           .income = euro("1500.00"),
                           .costs = euro("1100.00"),
                           .living_money = euro("320.00"),
                           .living_money_least = euro("350.00"),
                           .reference_budget = euro("1450.00")};
    // 70.00 and then 30.00 aside leave 30.00, 70.00, 100.00 and the last 50.00 for a. The account
    // gets 80.00 a month: 50 → 100, 110, 90, 120.
    const Schedule schedule = simulate(plan);
    CHECK(lines_of(schedule) == Lines{"2026-01-31 a 30.00/220.00", "2026-02-28 a 70.00/150.00",
                                      "2026-03-31 a 100.00/50.00", "2026-04-30 a 50.00/0.00"});
    CHECK(schedule.months[1].reserve == euro("120.00"));
    CHECK(schedule.months[2].account == euro("90.00"));
    CHECK(schedule.lowest == Lowest{euro("50.00"), plan_day("2026-01-31")});
    CHECK(codes_of(schedule) == Lines{"plans.below_living_money ", "plans.below_reference "});
    plan.account->costs = euro("1300.00"); // 120.00 less comes in than was thought
    const Schedule short_of = simulate(plan);
    CHECK(codes_of(short_of).front() == "plans.account_short ");
    CHECK(short_of.lowest == Lowest{euro("-680.00"), plan_day("2026-04-30")});
}

TEST_CASE("below what a household needs nothing is offered") {
    Plan plan = plan_of(Strategy::pro_rata, "8.00", {owed("a", "40.00")});
    plan.zero_below = euro("10.00");
    plan.steps = {{.from = plan_day("2026-03-01"), .monthly = euro("20.00")}};
    const Schedule schedule = simulate(plan);
    CHECK(lines_of(schedule) == Lines{"2026-01-31 a 0.00/40.00", "2026-02-28 a 0.00/40.00",
                                      "2026-03-31 a 20.00/20.00", "2026-04-30 a 20.00/0.00"});
    CHECK(codes_of(schedule) == Lines{"plans.zero_offer "});
}

TEST_CASE("who is owed nothing is paid off at once") {
    const Schedule schedule =
        simulate(plan_of(Strategy::pro_rata, "10.00", {owed("a", "0.00"), owed("b", "5.00")}));
    CHECK(schedule.creditors[0].paid_off == plan_day("2026-01-31"));
    CHECK(lines_of(schedule) == Lines{"2026-01-31 b 5.00/0.00"});
}
