// Goal: a due date that the client pays is told of when it was not paid, or when nothing shows
// whether it was, and one that two paid is told of too. New debts and letters of bailiffs are told
// once the debts were listed. Method: tables around a rent that was handed over.
#include "signals.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

Expected of_client(Expected item) {
    item.occurrence.handed_over = true;
    item.occurrence.payer = dossier::Payer::client;
    item.occurrence.priority = dossier::Priority::housing;
    return item;
}

Expected given(Expected item) {
    item.occurrence.handed_over = true;
    item.occurrence.to_client = true;
    item.occurrence.priority = dossier::Priority::fixed_cost;
    return item;
}

Expected again_of_office(Expected item) {
    item.occurrence.handed_over = true;
    return item;
}

Shown_payment shown(Date due, Date seen, bool is_paid = true) {
    return {"expense:rent", due, seen, is_paid};
}

std::string told_with(const std::vector<Expected>& expected,
                      const std::vector<Shown_payment>& shown,
                      std::optional<Date> read_through = april.plus_days(-1)) {
    Signal_facts facts = facts_of(expected, {}, read_through);
    facts.shown = shown;
    return told(facts);
}

} // namespace

TEST_CASE("what the client pays: seen, shown, missed, or unseen") {
    const Date before = day(2026, 2, 10);
    const std::string unseen =
        "handed_over_unseen/info 2026-03-16 expense:rent@2026-03-10 of 600.00\n";
    const std::string missed =
        "handed_over_unpaid/error 2026-03-16 expense:rent@2026-03-10 of 600.00\n";
    const std::string reminded =
        "handed_over_unpaid/error 2026-03-20 expense:rent@2026-03-10 of 600.00\n";
    CHECK(told_with({of_client(rent())}, {}, march.plus_days(5)) == "");
    CHECK(told_with({of_client(rent())}, {}, march.plus_days(6)) == unseen);
    CHECK(told_with({of_client(rent())}, {}, std::nullopt) == "");
    CHECK(told_with({paid(of_client(rent()), 60'000)}, {}) == "");
    CHECK(told_with({of_client(rent())}, {shown(march, march)}) == "");
    CHECK(told_with({of_client(rent())}, {shown(march, day(2026, 3, 20), false)}) == reminded);
    // What is shown later counts, and what was shown after the day that is looked at is not known.
    CHECK(told_with({of_client(rent())},
                    {shown(march, day(2026, 3, 20), false), shown(march, day(2026, 3, 25))}) == "");
    CHECK(told_with({of_client(rent())}, {shown(march, day(2026, 5, 2))}) == unseen);
    // He paid February from the account, so March would be seen there.
    CHECK(told_with({paid(of_client(rent(before)), 60'000), of_client(rent())}, {}) == missed);
    // The office paid February: that says nothing of where he pays March.
    CHECK(told_with({paid(rent(before), 60'000), of_client(rent())}, {}) == unseen);
}

TEST_CASE("money that went to the client is no payment of his") {
    CHECK(told_with({paid(given(rent()), 60'000)}, {}) ==
          "handed_over_unseen/info 2026-03-16 expense:rent@2026-03-10 of 600.00\n");
    CHECK(told_with({paid(given(rent()), 60'000)}, {shown(march, march)}) == "");
    CHECK(told_with({paid(given(rent()), 60'000)}, {shown(march, day(2026, 3, 18), false)}) ==
          "handed_over_unpaid/warning 2026-03-18 expense:rent@2026-03-10 of 600.00\n");
}

TEST_CASE("a due date that came back to the office and that the client paid too") {
    CHECK(told_with({paid(again_of_office(rent()), 60'000)}, {shown(march, day(2026, 3, 12))}) ==
          "double_payment/warning 2026-03-12 expense:rent@2026-03-10 1200.00 of 600.00\n");
    CHECK(told_with({paid(again_of_office(rent()), 60'000)},
                    {shown(march, day(2026, 3, 12), false)}) == "");
    CHECK(told_with({again_of_office(rent())}, {shown(march, day(2026, 3, 12))}) == "");
}

TEST_CASE("a line that nobody handed over gives none of these") {
    Expected always_client = rent();
    always_client.occurrence.payer = dossier::Payer::client;
    CHECK(told_with({always_client}, {}) == "");
}

TEST_CASE("new debts, once the debts were listed") {
    Signal_facts facts = facts_of({});
    facts.opened = day(2026, 1, 1);
    const Date listed = day(2026, 3, 2); // sixty days later
    facts.debts = {{"debt:shop/1", listed, listed, Money::cents(1'000)},
                   {"debt:shop/2", listed.plus_days(1), day(2026, 1, 1), Money::cents(2'000)},
                   {"debt:shop/3", listed.plus_days(2), day(2025, 12, 31), Money::cents(3'000)},
                   {"debt:shop/4", day(2026, 5, 1), day(2026, 5, 1), Money::cents(4'000)}};
    CHECK(told(facts) == "new_debt/warning 2026-03-03 debt:shop/2 20.00 of 0.00\n"
                         "new_debt/info 2026-03-04 debt:shop/3 30.00 of 0.00\n");
}

TEST_CASE("letters of a bailiff") {
    Signal_facts facts = facts_of({});
    facts.bailiff_letters = {{"debt:shop/1", day(2026, 3, 5), "summons", false},
                             {"debt:shop/1", day(2026, 3, 6), "seizure", true},
                             {"debt:shop/1", day(2026, 2, 6), "seizure", true}};
    CHECK(told(facts) == "bailiff_letter/warning 2026-03-05 debt:shop/1\n"
                         "bailiff_letter/error 2026-03-06 debt:shop/1\n");
}
