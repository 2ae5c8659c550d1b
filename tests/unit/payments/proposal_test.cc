// Goal: every due line is in, out or postponed for the right reason and on the right day. Method:
// stories with amounts worked out by hand.
#include "unit/payments/proposals.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using calendar::Rhythm;
using dossier::Priority;
using payments::Decision;
using payments::Position;
using payments::Reason;
using test::day;
using test::holding;
using test::once;
using test::pot;
using test::proposed;
using test::told;
using test::with_lines;

namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("names of decisions and reasons lead back to them") {
    for (const Decision decision : {Decision::in, Decision::out, Decision::postponed}) {
        CHECK(payments::decision_from(name(decision)) == decision);
    }
    for (const Reason reason :
         {Reason::due, Reason::no_money, Reason::no_iban, Reason::payer_is_client,
          Reason::payee_collects, Reason::already_paid, Reason::closed}) {
        CHECK(payments::reason_from(name(reason)) == reason);
    }
    CHECK_FALSE(payments::decision_from("maybe").has_value());
    CHECK_FALSE(payments::reason_from("").has_value());
}

TEST_CASE("lines come in order of class, due date and subject; incomes are no lines") {
    auto wage = once("wage", Priority::housing, 100);
    wage.direction = dossier::Direction::income;
    const auto dossier = with_lines(
        {once("b", Priority::energy, 100), once("a", Priority::energy, 100),
         once("late", Priority::housing, 100, "2026-03-31"), once("early", Priority::housing, 100),
         once("beyond", Priority::housing, 100, "2026-04-01"), wage});
    CHECK(proposed(dossier, holding(400)) ==
          Lines{"expense:early 1.00 in due", "expense:late 1.00 in due", "expense:a 1.00 in due",
                "expense:b 1.00 in due"});
}

TEST_CASE("what is short waits whole, with the first claim on what is left") {
    // 100.00 is there. Energy takes 30; of 80 for alimony 70 are left, so 10 lack. The other
    // alimony of 60 still fits. From then on nothing is left for lower classes.
    const auto dossier = with_lines(
        {once("power", Priority::energy, 3'000), once("child_1", Priority::alimony, 8'000),
         once("child_2", Priority::alimony, 6'000), once("phone", Priority::fixed_cost, 500),
         once("card", Priority::debt, 100)});
    CHECK(proposed(dossier, holding(10'000)) ==
          Lines{"expense:power 30.00 in due", "expense:child_1 80.00 postponed no_money 10.00",
                "expense:child_2 60.00 in due", "expense:phone 5.00 postponed no_money 5.00",
                "expense:card 1.00 postponed no_money 1.00"});
}

TEST_CASE("the free part goes down to the overdraft and no further") {
    auto dossier = with_lines({once("rent", Priority::housing, 15'000)});
    dossier.accounts.front().overdraft = Money::cents(5'000);
    CHECK(proposed(dossier, holding(10'000)) == Lines{"expense:rent 150.00 in due"});
    CHECK(proposed(dossier, holding(9'999)) ==
          Lines{"expense:rent 150.00 postponed no_money 0.01"});
    CHECK(proposed(dossier, holding(-6'000)) ==
          Lines{"expense:rent 150.00 postponed no_money 150.00"});
}

TEST_CASE("a line takes from its pot first, then from the free part") {
    auto bill = once("bill", Priority::fixed_cost, 9'000);
    bill.pot = "school";
    auto dossier = with_lines({bill, once("phone", Priority::fixed_cost, 1'500, "2026-03-11")});
    dossier.pots = {pot("school")};
    Position position = holding(3'000);
    position.pots.insert_or_assign("pot:main/school", Money::cents(7'000));
    // 70 from the pot and 20 of the 30 free: 10 are left where 15 are due.
    CHECK(proposed(dossier, position) ==
          Lines{"expense:bill 90.00 in due", "expense:phone 15.00 postponed no_money 5.00"});
    position.pots.insert_or_assign("pot:main/school", Money::cents(5'999));
    CHECK(proposed(dossier, position) ==
          Lines{"expense:bill 90.00 postponed no_money 0.01", "expense:phone 15.00 in due"});
}

TEST_CASE("a pot that bears a line alone pays it, even while a higher class waits") {
    auto bill = once("bill", Priority::debt, 2'000);
    bill.pot = "school";
    auto dossier = with_lines({once("rent", Priority::housing, 65'000), bill});
    dossier.pots = {pot("school")};
    Position position = holding(10'000);
    position.pots.insert_or_assign("pot:main/school", Money::cents(2'000));
    CHECK(proposed(dossier, position) ==
          Lines{"expense:rent 650.00 postponed no_money 550.00", "expense:bill 20.00 in due"});
    // The pot of the line that waits is kept for it as well.
    dossier.budget_lines.front().pot = "school";
    CHECK(proposed(dossier, position) == Lines{"expense:rent 650.00 postponed no_money 530.00",
                                               "expense:bill 20.00 postponed no_money 20.00"});
}

TEST_CASE("money in other runs is not there any more") {
    const auto dossier = with_lines({once("rent", Priority::housing, 6'000)});
    Position position = holding(10'000);
    position.pending.insert_or_assign("pot:main", Money::cents(4'001));
    CHECK(proposed(dossier, position) == Lines{"expense:rent 60.00 postponed no_money 0.01"});
}

TEST_CASE("what is settled counts") {
    const auto dossier = with_lines({once("rent", Priority::housing, 6'000)});
    const auto with = [&](std::int64_t paid, std::int64_t pending) {
        Position position = holding(10'000);
        position.settled[{"expense:rent", day("2026-03-10")}] = {Money::cents(paid),
                                                                 Money::cents(pending)};
        return proposed(dossier, position);
    };
    CHECK(with(6'000, 0) == Lines{"expense:rent 0.00 out already_paid"});
    CHECK(with(7'000, 0) == Lines{"expense:rent 0.00 out already_paid"});
    CHECK(with(0, 6'000) == Lines{"expense:rent 0.00 out already_paid"});
    CHECK(with(2'000, 4'000) == Lines{"expense:rent 0.00 out already_paid"});
    CHECK(with(2'500, 0) == Lines{"expense:rent 35.00 in due"});
    CHECK(with(2'500, 1'000) == Lines{"expense:rent 25.00 in due"});
    CHECK(with(-1'000, 0) == Lines{"expense:rent 60.00 in due"});
}

TEST_CASE("what is over and done is not listed, what was missed is") {
    auto rent = test::expense("rent", Priority::housing,
                              test::schedule(Rhythm::monthly, "2026-02-10", 6'000));
    auto phone = rent;
    phone.id = "phone";
    phone.payer = dossier::Payer::client;
    const auto dossier = with_lines({rent, phone});
    Position position = holding(100'000);
    CHECK(proposed(dossier, position) == Lines{"expense:rent 60.00 in due",
                                               "expense:phone 60.00 out payer_is_client",
                                               "expense:rent 60.00 in due"});
    position.settled[{"expense:rent", day("2026-02-10")}] = {Money::cents(6'000), Money::zero()};
    position.settled[{"expense:rent", day("2026-03-10")}] = {Money::cents(6'000), Money::zero()};
    CHECK(proposed(dossier, position) ==
          Lines{"expense:phone 60.00 out payer_is_client", "expense:rent 0.00 out already_paid"});
    position.settled[{"expense:rent", day("2026-02-10")}] = {Money::zero(), Money::cents(6'000)};
    CHECK(proposed(dossier, position) == Lines{"expense:rent 0.00 out already_paid",
                                               "expense:phone 60.00 out payer_is_client",
                                               "expense:rent 0.00 out already_paid"});
}

TEST_CASE("what the payee collects by mandate is never paid, and its money is kept for it") {
    auto gas = once("gas", Priority::energy, 6'000);
    gas.mandate = "CORE-17";
    const auto dossier = with_lines({gas, once("rent", Priority::housing, 5'000),
                                     once("power", Priority::energy, 1'000, "2026-03-11"),
                                     once("phone", Priority::debt, 500)});
    CHECK(proposed(dossier, holding(12'500)) ==
          Lines{"expense:rent 50.00 in due", "expense:gas 60.00 out payee_collects",
                "expense:power 10.00 in due", "expense:phone 5.00 in due"});
    // 105.00 is there: of 60.00 for gas 5.00 lack, so nothing is left for the phone.
    CHECK(proposed(dossier, holding(10'500)) ==
          Lines{"expense:rent 50.00 in due", "expense:gas 60.00 out payee_collects 5.00",
                "expense:power 10.00 in due", "expense:phone 5.00 postponed no_money 5.00"});
    Position collected = holding(10'500);
    collected.settled[{"expense:gas", day("2026-03-10")}] = {Money::cents(5'850), Money::zero()};
    CHECK(proposed(dossier, collected) ==
          Lines{"expense:rent 50.00 in due", "expense:gas 0.00 out already_paid",
                "expense:power 10.00 in due", "expense:phone 5.00 in due"});
}

TEST_CASE("a collection of an earlier month is listed only if it came back") {
    auto gas = once("gas", Priority::energy, 6'000, "2026-02-10");
    gas.mandate = "CORE-17";
    const auto dossier = with_lines({gas});
    CHECK(proposed(dossier, holding(10'000)) == Lines{});
    Position position = holding(10'000);
    position.settled[{"expense:gas", day("2026-02-10")}] = {Money::cents(5'850), Money::zero()};
    CHECK(proposed(dossier, position) == Lines{});
    position.settled[{"expense:gas", day("2026-02-10")}] = {};
    CHECK(proposed(dossier, position) == Lines{"expense:gas 60.00 out payee_collects"});
}

TEST_CASE("without IBAN a line waits and claims nothing") {
    auto rent = once("rent", Priority::housing, 6'000);
    rent.counterparty.iban.reset();
    const auto dossier = with_lines({rent, once("phone", Priority::debt, 500)});
    CHECK(proposed(dossier, holding(500)) ==
          Lines{"expense:rent 60.00 postponed no_iban", "expense:phone 5.00 in due"});
}

TEST_CASE("after the last day of dossier or account nothing leaves") {
    // Due on Tuesday 10 March, to arrive by then: leaves on Monday 9 March.
    auto dossier = with_lines({once("rent", Priority::housing, 6'000)});
    dossier.accounts.front().closed = day("2026-03-09");
    CHECK(proposed(dossier, holding(6'000)) == Lines{"expense:rent 60.00 in due"});
    dossier.accounts.front().closed = day("2026-03-08");
    CHECK(proposed(dossier, holding(6'000)) == Lines{"expense:rent 60.00 out closed"});
    dossier.accounts.front().closed.reset();
    dossier.closed = day("2026-03-08");
    CHECK(proposed(dossier, holding(6'000)) == Lines{"expense:rent 60.00 out closed"});
}

TEST_CASE("living money, instalments and set-asides are lines") {
    auto read = dossier::read_document(test::sample_dossier);
    REQUIRE(read.has_value());
    // 880.00 and 100.00 of overdraft: after the rent and three weeks 75.00 are left.
    const Position position = holding(88'000);
    const auto lines =
        told(payments::propose(*read, position, {day("2026-02-16"), day("2026-02-25")}));
    // Nothing is settled, so what was due since the opening is still to pay.
    CHECK(lines == Lines{"expense:rent 650.00 in due", "living_money:week 85.00 in due",
                         "living_money:week 85.00 in due", "living_money:week 85.00 in due",
                         "living_money:week 85.00 postponed no_money 10.00",
                         "debt:energy/2025-17 40.00 postponed no_money 40.00",
                         "pot:main/school 25.00 postponed no_money 25.00"});
}

TEST_CASE("a set-aside comes from the free part, not from the pot it fills") {
    auto dossier = with_lines({});
    dossier.pots = {pot("school")};
    dossier.pots.front().set_aside = test::schedule(Rhythm::once, "2026-03-10", 2'500);
    Position position = holding(2'400);
    position.pots.insert_or_assign("pot:main/school", Money::cents(9'000));
    CHECK(proposed(dossier, position) == Lines{"pot:main/school 25.00 postponed no_money 1.00"});
}

TEST_CASE("execution dates") {
    struct Row {
        const char* due;
        dossier::Moves moves;
        const char* as_of;
        const char* leaves;
    };
    using enum dossier::Moves;
    // 2026: Easter Monday 6 April, Good Friday 3 April, 1 May a Friday. 2027: 1 January a Friday.
    const Row rows[] = {
        {"2026-03-11", before, "2026-03-02", "2026-03-10"}, // a Wednesday: leaves on Tuesday
        {"2026-03-09", before, "2026-03-02", "2026-03-06"}, // a Monday: leaves on Friday
        {"2026-03-08", before, "2026-03-02", "2026-03-05"}, // a Sunday: there on Friday
        {"2026-04-06", before, "2026-03-02", "2026-04-01"}, // Easter Monday: there on Thursday
        {"2026-04-07", before, "2026-03-02", "2026-04-02"}, // over Easter
        {"2027-01-01", before, "2026-12-01", "2026-12-30"}, // there on 31 December
        {"2026-03-03", before, "2026-03-03", "2026-03-03"}, // too late to arrive: at once
        {"2026-02-10", before, "2026-03-07", "2026-03-09"}, // missed; decided on a Saturday
        {"2026-03-11", after, "2026-03-02", "2026-03-11"},
        {"2026-03-08", after, "2026-03-02", "2026-03-09"}, // a Sunday: leaves on Monday
        {"2026-04-03", after, "2026-03-02", "2026-04-07"}, // Good Friday: after Easter Monday
        {"2026-05-01", after, "2026-03-02", "2026-05-04"},
        {"2026-02-10", after, "2026-03-07", "2026-03-09"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.due);
        CAPTURE(row.as_of);
        auto line = once("line", Priority::housing, 100, row.due);
        line.moves = row.moves;
        const auto lines = payments::propose(with_lines({line}), holding(100),
                                             {day(row.as_of), day("2027-12-31")});
        REQUIRE(lines.size() == 1);
        CHECK(format(lines.front().execution_date) == row.leaves);
    }
}

TEST_CASE("a set-aside keeps its day, open or not, but not a past one") {
    auto dossier = with_lines({});
    dossier.pots = {pot("school")};
    for (const auto& [due, leaves] :
         {std::pair{"2026-03-08", "2026-03-08"}, std::pair{"2026-02-20", "2026-03-02"}}) {
        dossier.pots.front().set_aside = test::schedule(Rhythm::once, due, 2'500);
        const auto lines =
            payments::propose(dossier, holding(2'500), {day("2026-03-02"), day("2026-03-31")});
        REQUIRE(lines.size() == 1);
        CHECK(format(lines.front().execution_date) == leaves);
    }
}
