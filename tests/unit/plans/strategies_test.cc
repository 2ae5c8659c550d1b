// Goal: each strategy pays as somebody with pencil and paper would. Method: tables of months,
// worked out by hand; the arithmetic stands next to them.
#include "plans.hpp"

using namespace saldo;
using namespace saldo::plans;
using test::euro;
using test::lines_of;
using test::owed;
using test::plan_day;
using test::plan_of;

using Lines = std::vector<std::string>;

TEST_CASE("pro rata: published examples come out to the cent") {
    // A British advice page splits 160.00 over 4550, 6700 and 1200 as 58.47 + 86.10 + 15.42, which
    // is 159.99. Exact: 58.4739, 86.1044, 15.4216; the cent goes to the largest remainder.
    const Schedule advice = simulate(
        plan_of(Strategy::pro_rata, "160.00",
                {owed("bank", "4550.00"), owed("card", "6700.00"), owed("store", "1200.00")}));
    CHECK(lines_of(advice).front() ==
          "2026-01-31 bank 58.47/4491.53 card 86.11/6613.89 store 15.42/1184.58");
    // 1200 : 3450.50 : 349.50 of 250.00 is 60.00, 172.525 and 17.475: a tie, for the lower id.
    const Schedule tie =
        simulate(plan_of(Strategy::pro_rata, "250.00",
                         {owed("c1", "1200.00"), owed("c2", "3450.50"), owed("c3", "349.50")}));
    CHECK(lines_of(tie).front() == "2026-01-31 c1 60.00/1140.00 c2 172.53/3277.97 c3 17.47/332.03");
    // Another page: 100.00 over 500, 1000, 233 and 200 of 1933; exact 25.866, 51.733, 12.054 and
    // 10.347. It offers 25.87 + 51.73 + 12.05 + 10.35.
    const Schedule hub = simulate(plan_of(
        Strategy::pro_rata, "100.00",
        {owed("a", "500.00"), owed("b", "1000.00"), owed("c", "233.00"), owed("d", "200.00")}));
    CHECK(lines_of(hub).front() ==
          "2026-01-31 a 25.87/474.13 b 51.73/948.27 c 12.05/220.95 d 10.35/189.65");
}

TEST_CASE("pro rata: rounding is made good, and the last instalment is what is left") {
    // A third of 100.00 is 33.333…; after two months 66.666…, after three 100.00. The end of a
    // month comes from the day of the start.
    CHECK(lines_of(
              simulate(plan_of(Strategy::pro_rata, "100.00",
                               {owed("a", "110.00"), owed("b", "110.00"), owed("c", "110.00")}))) ==
          Lines{"2026-01-31 a 33.34/76.66 b 33.33/76.67 c 33.33/76.67",
                "2026-02-28 a 33.33/43.33 b 33.34/43.33 c 33.33/43.34",
                "2026-03-31 a 33.33/10.00 b 33.33/10.00 c 33.34/10.00",
                "2026-04-30 a 10.00/0.00 b 10.00/0.00 c 10.00/0.00"});
}

TEST_CASE("by contract: who is paid off frees money for the others in the same month") {
    Creditor a = owed("a", "50.00");
    Creditor b = owed("b", "200.00");
    a.contractual = euro("30.00");
    b.contractual = euro("60.00");
    // 30 : 60. In February a has 20.00 left of the 30.00 that were its part.
    CHECK(lines_of(simulate(plan_of(Strategy::contractual, "90.00", {b, a}))) ==
          Lines{"2026-01-31 a 30.00/20.00 b 60.00/140.00", "2026-02-28 a 20.00/0.00 b 70.00/70.00",
                "2026-03-31 b 70.00/0.00"});
    // Or the money stays on the account, and b has its 60.00.
    Plan kept = plan_of(Strategy::contractual, "90.00", {b, a});
    kept.freed_money = Freed_money::kept;
    CHECK(lines_of(simulate(kept)) == Lines{"2026-01-31 a 30.00/20.00 b 60.00/140.00",
                                            "2026-02-28 a 20.00/0.00 b 60.00/80.00",
                                            "2026-03-31 b 60.00/20.00", "2026-04-30 b 20.00/0.00"});
}

TEST_CASE("by contract with a least instalment") {
    Creditor a = owed("a", "500.00");
    Creditor b = owed("b", "500.00");
    Creditor c = owed("c", "500.00");
    a.contractual = euro("100.00");
    b.contractual = euro("80.00");
    c.contractual = euro("5.00");
    Plan plan = plan_of(Strategy::contractual, "50.00", {a, b, c});
    plan.minimum = euro("5.00");
    // c's part would be 1.35; it gets 5.00, and 45.00 is shared 100 : 80.
    CHECK(lines_of(simulate(plan)).front() ==
          "2026-01-31 a 25.00/475.00 b 20.00/480.00 c 5.00/495.00");
    plan.monthly = euro("12.00"); // too little for 5.00 to each: 6.49, 5.19 and 0.32
    const Schedule poor = simulate(plan);
    CHECK(lines_of(poor).front() == "2026-01-31 a 6.49/493.51 b 5.19/494.81 c 0.32/499.68");
    CHECK(test::codes_of(poor).front() == "plans.below_minimum ");
}

TEST_CASE("smallest first: what is over goes to the next in the same month") {
    CHECK(lines_of(
              simulate(plan_of(Strategy::smallest_first, "100.00",
                               {owed("a", "150.00"), owed("b", "70.00"), owed("c", "70.00")}))) ==
          Lines{"2026-01-31 a 0.00/150.00 b 70.00/0.00 c 30.00/40.00",
                "2026-02-28 a 60.00/90.00 c 40.00/0.00", "2026-03-31 a 90.00/0.00"});
}

TEST_CASE("by priority: the lowest number first, pro rata within a number, none comes last") {
    Creditor rent = owed("rent", "90.00");
    Creditor power = owed("power", "30.00");
    Creditor shop = owed("shop", "50.00");
    rent.priority = 1;
    power.priority = 1;
    Creditor tax = owed("tax", "20.00");
    tax.priority = 7;
    CHECK(lines_of(simulate(plan_of(Strategy::priority, "80.00", {shop, tax, rent, power}))) ==
          Lines{"2026-01-31 power 20.00/10.00 rent 60.00/30.00 shop 0.00/50.00 tax 0.00/20.00",
                "2026-02-28 power 10.00/0.00 rent 30.00/0.00 shop 20.00/30.00 tax 20.00/0.00",
                "2026-03-31 shop 30.00/0.00"});
}

TEST_CASE("fixed: what was agreed first, the rest pro rata for those without") {
    Creditor a = owed("a", "60.00");
    a.fixed = euro("25.00");
    const std::vector<Creditor> creditors{a, owed("b", "100.00"), owed("c", "50.00")};
    // 55.00 over 100 : 50 is 36.67 and 18.33; after two months 73.33 and 36.67. In March a
    // has 10.00 left, and b and c together 40.00, less than the 70.00 there are.
    CHECK(lines_of(simulate(plan_of(Strategy::fixed, "80.00", creditors))) ==
          Lines{"2026-01-31 a 25.00/35.00 b 36.67/63.33 c 18.33/31.67",
                "2026-02-28 a 25.00/10.00 b 36.66/26.67 c 18.34/13.33",
                "2026-03-31 a 10.00/0.00 b 26.67/0.00 c 13.33/0.00"});
    // With all instalments agreed nobody gets more, and the rest stays.
    Creditor b = owed("b", "30.00");
    b.fixed = euro("15.00");
    const Schedule agreed = simulate(plan_of(Strategy::fixed, "80.00", {a, b}));
    CHECK(lines_of(agreed) == Lines{"2026-01-31 a 25.00/35.00 b 15.00/15.00",
                                    "2026-02-28 a 25.00/10.00 b 15.00/0.00",
                                    "2026-03-31 a 10.00/0.00"});
    // Too little for both: 20.00 is shared 25 : 15.
    const Schedule poor = simulate(plan_of(Strategy::fixed, "20.00", {a, b}));
    CHECK(lines_of(poor).front() == "2026-01-31 a 12.50/47.50 b 7.50/22.50");
    CHECK(test::codes_of(poor) == Lines{"plans.below_agreed "});
}

TEST_CASE("a mixed plan pays its classes in order") {
    Creditor family = owed("family", "100.00");
    family.in_class = "later";
    Creditor bank = owed("bank", "300.00");
    bank.in_class = "main";
    Creditor card = owed("card", "100.00");
    card.in_class = "main";
    Creditor club = owed("club", "10.00");
    club.in_class = "token";
    Creditor friendly = owed("friend", "40.00");
    friendly.in_class = "none";
    Plan plan = plan_of(Strategy::mixed, "102.00", {family, bank, card, club, friendly});
    plan.classes = {{"token", Method::token, euro("2.00"), {}},
                    {"main", Method::pro_rata, {}, euro("80.00")},
                    {"later", Method::smallest_first, {}, {}},
                    {"none", Method::zero, {}, {}}};
    const Schedule schedule = simulate(plan);
    // 2.00, then 80.00 as 300 : 100, then 20.00. In June everybody is paid but the friend.
    CHECK(lines_of(schedule).front() ==
          "2026-01-31 bank 60.00/240.00 card 20.00/80.00 club 2.00/8.00 "
          "family 20.00/80.00 friend 0.00/40.00");
    CHECK(lines_of(schedule).back() == "2026-05-31 bank 60.00/0.00 card 20.00/0.00 club 2.00/0.00 "
                                       "family 20.00/0.00 friend 0.00/40.00");
    CHECK(schedule.ends_on == plan_day("2026-05-31"));
    CHECK(schedule.total_paid == euro("510.00"));
}

TEST_CASE("whole euros, and the last instalment is what is left") {
    Plan plan = plan_of(Strategy::pro_rata, "50.50", {owed("a", "60.20"), owed("b", "60.20")});
    plan.round_to = Round_to::euro;
    // 50 of 50.50 as 25 and 25; 51 of 51.00 as 26 and 25 (50.5 each so far); 19.40 is left.
    CHECK(lines_of(simulate(plan)) == Lines{"2026-01-31 a 25.00/35.20 b 25.00/35.20",
                                            "2026-02-28 a 26.00/9.20 b 25.00/10.20",
                                            "2026-03-31 a 9.20/0.00 b 10.20/0.00"});
}
