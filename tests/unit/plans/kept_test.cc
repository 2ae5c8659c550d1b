// Goal: what a creditor got who is paid off stays with the household: the month falls by its part,
// and nobody gets more. Method: tables of months worked out by hand; the arithmetic stands next to
// them.
#include "plans.hpp"

using namespace saldo;
using namespace saldo::plans;
using test::euro;
using test::lines_of;
using test::owed;
using test::plan_day;
using test::plan_of;

namespace {

using Lines = std::vector<std::string>;

Creditor by_contract(std::string id, std::string_view balance, std::string_view instalment) {
    Creditor creditor = owed(std::move(id), balance);
    creditor.contractual = euro(instalment);
    return creditor;
}

Creditor agreed(std::string id, std::string_view balance, std::string_view instalment) {
    Creditor creditor = owed(std::move(id), balance);
    creditor.fixed = euro(instalment);
    return creditor;
}

Creditor in(std::string class_id, Creditor creditor) {
    creditor.in_class = std::move(class_id);
    return creditor;
}

Plan kept(Plan plan) {
    plan.freed_money = Freed_money::kept;
    return plan;
}

} // namespace

TEST_CASE("kept money beside least instalments: the others have what they had") {
    Plan plan =
        kept(plan_of(Strategy::contractual, "90.00",
                     {by_contract("a", "100.00", "60.00"), by_contract("b", "300.00", "25.00"),
                      by_contract("c", "200.00", "5.00")}));
    plan.minimum = euro("10.00");
    plan.steps = {{.from = plan_day("2026-04-01"), .monthly = euro("180.00")}};
    plan.months_most = 4;
    // c's part is 5.00, so it gets 10.00; 80.00 is shared 60 : 25, which is 56.4706 and 23.5294,
    // after two months 112.9412 and 47.0588. In February a's part is 56.47, of which it is owed
    // 43.53: 56.47 of 90.00 stays from now on. In March 33.53 is left for b and c, 25 : 5, and c
    // gets its 10.00. Of 180.00 twice as much stays, and 67.06 is 55.8833 and 11.1767.
    CHECK(lines_of(simulate(plan)) ==
          Lines{"2026-01-31 a 56.47/43.53 b 23.53/276.47 c 10.00/190.00",
                "2026-02-28 a 43.53/0.00 b 23.53/252.94 c 10.00/180.00",
                "2026-03-31 b 23.53/229.41 c 10.00/170.00",
                "2026-04-30 b 55.88/173.53 c 11.18/158.82"});
}

TEST_CASE("kept money: the part of a least instalment stays as well") {
    Creditor c = by_contract("c", "25.00", "5.00");
    Plan plan =
        kept(plan_of(Strategy::contractual, "50.00", {by_contract("a", "150.00", "95.00"), c}));
    plan.minimum = euro("10.00");
    // c has 10.00, 10.00 and the last 5.00, but 10.00 of 50.00 stays: a keeps its 40.00.
    CHECK(lines_of(simulate(plan)) ==
          Lines{"2026-01-31 a 40.00/110.00 c 10.00/15.00", "2026-02-28 a 40.00/70.00 c 10.00/5.00",
                "2026-03-31 a 40.00/30.00 c 5.00/0.00", "2026-04-30 a 30.00/0.00"});
}

TEST_CASE("kept money: what others are to have at least goes before what stays") {
    Plan plan =
        kept(plan_of(Strategy::contractual, "60.00",
                     {by_contract("a", "40.00", "40.00"), by_contract("b", "200.00", "20.00")}));
    plan.steps = {{.from = plan_day("2026-02-01"), .monthly = euro("30.00")}};
    plan.creditors.back().minimum = euro("15.00");
    plan.months_most = 2;
    // Of 30.00 the two thirds that a had would be 20.00, but b is to have 15.00.
    CHECK(lines_of(simulate(plan)) ==
          Lines{"2026-01-31 a 40.00/0.00 b 20.00/180.00", "2026-02-28 b 15.00/165.00"});
}

TEST_CASE("kept money: an agreed instalment that ends is no more for the others") {
    // 80.00 less 30.00 is 50.00 for b, before and after a is paid. In shared money b had 60.00 in
    // February and 80.00 from March on.
    const Plan plan =
        plan_of(Strategy::fixed, "80.00", {agreed("a", "50.00", "30.00"), owed("b", "180.00")});
    CHECK(lines_of(simulate(kept(plan))) ==
          Lines{"2026-01-31 a 30.00/20.00 b 50.00/130.00", "2026-02-28 a 20.00/0.00 b 50.00/80.00",
                "2026-03-31 b 50.00/30.00", "2026-04-30 b 30.00/0.00"});
    CHECK(lines_of(simulate(plan)) == Lines{"2026-01-31 a 30.00/20.00 b 50.00/130.00",
                                            "2026-02-28 a 20.00/0.00 b 60.00/70.00",
                                            "2026-03-31 b 70.00/0.00"});
}

TEST_CASE("kept money: a class that is paid leaves what it had last to the class that waits") {
    Plan plan = kept(plan_of(Strategy::mixed, "90.00",
                             {in("first", by_contract("a", "50.00", "30.00")),
                              in("first", by_contract("b", "150.00", "60.00")),
                              in("next", owed("c", "200.00"))}));
    plan.classes = {{"first", Method::contractual}, {"next", Method::pro_rata}};
    // a's 30.00 stays from February on, also when b is paid and its 60.00 is for c: in March 30.00
    // of it.
    CHECK(lines_of(simulate(plan)) == Lines{"2026-01-31 a 30.00/20.00 b 60.00/90.00 c 0.00/200.00",
                                            "2026-02-28 a 20.00/0.00 b 60.00/30.00 c 0.00/200.00",
                                            "2026-03-31 b 30.00/0.00 c 30.00/170.00",
                                            "2026-04-30 c 60.00/110.00", "2026-05-31 c 60.00/50.00",
                                            "2026-06-30 c 50.00/0.00"});
}

TEST_CASE("kept money: a class that is paid beside others leaves them nothing") {
    Plan plan = kept(plan_of(Strategy::mixed, "100.00",
                             {in("small", owed("a", "30.00")), in("small", owed("b", "10.00")),
                              in("rest", owed("c", "300.00"))}));
    plan.classes = {{"small", Method::smallest_first, {}, euro("25.00")},
                    {"rest", Method::pro_rata}};
    // b is paid, and the rest of the 25.00 is a's turn; in February a has its last 15.00, and the
    // 25.00 of the class stays.
    CHECK(lines_of(simulate(plan)) == Lines{"2026-01-31 a 15.00/15.00 b 10.00/0.00 c 75.00/225.00",
                                            "2026-02-28 a 15.00/0.00 c 75.00/150.00",
                                            "2026-03-31 c 75.00/75.00", "2026-04-30 c 75.00/0.00"});
}

TEST_CASE("kept money: who joins shares what is still paid") {
    Creditor c = by_contract("c", "60.00", "30.00");
    c.joins = plan_day("2026-04-01");
    // a's 30.00 stays. From April on 60.00 is shared 60 : 30; in June c is paid, and its 20.00
    // stays too.
    CHECK(lines_of(simulate(kept(plan_of(
              Strategy::contractual, "90.00",
              {by_contract("a", "50.00", "30.00"), by_contract("b", "400.00", "60.00"), c})))) ==
          Lines{"2026-01-31 a 30.00/20.00 b 60.00/340.00", "2026-02-28 a 20.00/0.00 b 60.00/280.00",
                "2026-03-31 b 60.00/220.00", "2026-04-30 b 40.00/180.00 c 20.00/40.00",
                "2026-05-31 b 40.00/140.00 c 20.00/20.00", "2026-06-30 b 40.00/100.00 c 20.00/0.00",
                "2026-07-31 b 40.00/60.00", "2026-08-31 b 40.00/20.00", "2026-09-30 b 20.00/0.00"});
}

TEST_CASE("kept money: what was agreed goes before what stays, and so does who waits") {
    Plan plan = kept(plan_of(
        Strategy::fixed, "80.00",
        {agreed("a", "60.00", "50.00"), agreed("b", "200.00", "50.00"), owed("c", "100.00")}));
    // 80.00 is too little for 50.00 to each. In February a has its last 20.00 and b its 50.00, and
    // what a does not need stays. When b is paid in May, a's 50.00 stays and the rest is for c.
    CHECK(lines_of(simulate(plan)) ==
          Lines{"2026-01-31 a 40.00/20.00 b 40.00/160.00 c 0.00/100.00",
                "2026-02-28 a 20.00/0.00 b 50.00/110.00 c 0.00/100.00",
                "2026-03-31 b 50.00/60.00 c 0.00/100.00", "2026-04-30 b 50.00/10.00 c 0.00/100.00",
                "2026-05-31 b 10.00/0.00 c 20.00/80.00", "2026-06-30 c 30.00/50.00",
                "2026-07-31 c 30.00/20.00", "2026-08-31 c 20.00/0.00"});
}

TEST_CASE("kept money: who is the only one waits for nobody's part") {
    // smallest first: the money of who is paid is for whose turn it is.
    CHECK(lines_of(simulate(kept(plan_of(Strategy::smallest_first, "50.00",
                                         {owed("a", "60.00"), owed("b", "100.00")})))) ==
          Lines{"2026-01-31 a 50.00/10.00 b 0.00/100.00", "2026-02-28 a 10.00/0.00 b 40.00/60.00",
                "2026-03-31 b 50.00/10.00", "2026-04-30 b 10.00/0.00"});
    // b waits until April, while a has all there is: its money is for b then.
    Creditor b = owed("b", "70.00");
    b.frozen_until = plan_day("2026-04-01");
    CHECK(lines_of(simulate(kept(plan_of(Strategy::pro_rata, "50.00", {owed("a", "60.00"), b})))) ==
          Lines{"2026-01-31 a 50.00/10.00 b 0.00/70.00", "2026-02-28 a 10.00/0.00 b 0.00/70.00",
                "2026-03-31 b 0.00/70.00", "2026-04-30 b 50.00/20.00", "2026-05-31 b 20.00/0.00"});
}

TEST_CASE("kept money in whole euros") {
    Plan plan =
        kept(plan_of(Strategy::contractual, "100.50",
                     {by_contract("a", "60.00", "1.00"), by_contract("b", "250.00", "2.00")}));
    plan.round_to = Round_to::euro;
    // 100 is 33.33 and 66.67: 33 and 67; the half euro is carried. Of 201.00 in all a is to have
    // 67: 34 this month, of which 27.00 is owed. 34 of 101 stays: of the 100 of March 33.66, which
    // is 34; of the 101 of April 34.
    CHECK(lines_of(simulate(plan)) == Lines{"2026-01-31 a 33.00/27.00 b 67.00/183.00",
                                            "2026-02-28 a 27.00/0.00 b 67.00/116.00",
                                            "2026-03-31 b 66.00/50.00", "2026-04-30 b 50.00/0.00"});
}
