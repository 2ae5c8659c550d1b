// Goal: a structured reference finds its subject and the right due date. Method: tables by hand
// around a rent of 650.00 due on the first of March, April and May.
#include "items.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::reconcile;
using namespace saldo::reconcile::test;

namespace {

const Ogm rent_ogm = party::ogm_of_payload(1'234'567'890);
const Date march = day(2026, 3, 1);
const Date april = day(2026, 4, 1);
const Date may = day(2026, 5, 1);
const Money rent = Money::cents(65'000);

std::vector<Expected> rents() {
    return {with(expense("expense:rent", may, rent), rent_ogm),
            with(expense("expense:rent", march, rent), rent_ogm),
            with(expense("expense:rent", april, rent), rent_ogm)};
}

Matcher matcher_of(std::vector<Expected> items) {
    return Matcher({.orders = {}, .expected = std::move(items), .own_accounts = {}});
}

Facts paid(Date date, Money amount) {
    return with_ogm(movement(date, -amount), rent_ogm);
}

Explanation rent_of(std::optional<Date> due) {
    return settles(Rule::structured_reference, "expense:rent", due);
}

} // namespace

TEST_CASE("the due date that is meant, or in doubt a person") {
    struct Row {
        const char* what;
        Date booked;
        int paid_months; ///< from March on
        Explanation result;
    };

    const Explanation unsure = suspense(Doubt::several_fit, {"expense:rent"});
    const Row rows[] = {
        {"early", day(2026, 2, 26), 0, rent_of(march)},
        {"the first there is, as early as can be", day(2026, 1, 15), 0, rent_of(march)},
        {"too early for any", day(2026, 1, 14), 0, rent_of(std::nullopt)},
        {"late", day(2026, 3, 20), 0, rent_of(march)}, // 12 days before April
        {"late for March, or early for April", day(2026, 3, 22), 0, unsure},
        {"a month late, or on the day", april, 0, unsure},
        {"March is too long ago", day(2026, 4, 16), 0, rent_of(april)},
        {"on the day", april, 1, rent_of(april)},
        {"10 days early", day(2026, 3, 22), 1, rent_of(april)},
        {"a second time", day(2026, 3, 21), 1, rent_of(std::nullopt)},
        {"all are paid", may, 3, rent_of(std::nullopt)},
        {"as late as can be", day(2026, 6, 15), 2, rent_of(may)},
        {"too late", day(2026, 6, 16), 2, rent_of(std::nullopt)},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        std::vector<Expected> items = rents();
        for (Expected& item : items) {
            const int month = item.occurrence.due.month() - march.month();
            item.paid = month < row.paid_months ? rent : Money::zero();
        }
        CHECK(matcher_of(items).explain(paid(row.booked, rent)) == row.result);
    }
}

TEST_CASE("a due date that was left out does not keep the next ones waiting") {
    std::vector<Expected> items = rents();
    items[2].paid = rent; // April, not March
    const Explanation unsure = suspense(Doubt::several_fit, {"expense:rent"});
    CHECK(matcher_of(items).explain(paid(day(2026, 4, 3), rent)) == unsure); // for March, or again
    Expected june = items[0];
    june.occurrence.due = day(2026, 4, 15);
    items.push_back(june); // as if there were one more
    CHECK(matcher_of(items).explain(paid(day(2026, 4, 14), rent)) == rent_of(june.occurrence.due));
}

TEST_CASE("what is open tells which due date is meant") {
    std::vector<Expected> items = rents();
    items[1].paid = Money::cents(40'000); // March: 250.00 is open

    struct Row {
        std::int64_t cents;
        Explanation result;
    };

    const Row rows[] = {
        {25'000, rent_of(march)}, // the rest, though it is April
        {65'000, rent_of(april)}, // all of April
        {60'000, rent_of(april)}, // too much for March
        {30'000, suspense(Doubt::several_fit, {"expense:rent"})},
    };
    for (const Row& row : rows) {
        CAPTURE(row.cents);
        CHECK(matcher_of(items).explain(paid(april, Money::cents(row.cents))) == row.result);
    }
}

TEST_CASE("a partial payment leaves its due date open for the rest") {
    std::vector<Expected> items = rents();
    items[1].paid = rent; // March
    Matcher matcher = matcher_of(items);
    CHECK(matcher.explain(paid(april, Money::cents(30'000))) == rent_of(april));
    CHECK(matcher.explain(paid(april, Money::cents(30'000))) == rent_of(april));
    CHECK(matcher.explain(paid(april, Money::cents(5'000))) == rent_of(april));
    CHECK(matcher.explain(paid(april, Money::cents(5'000))) == rent_of(std::nullopt));
    CHECK(matcher.explain(paid(may, Money::cents(5'000))) == rent_of(may));
}

TEST_CASE("a shortage within the margin settles") {
    std::vector<Expected> items = rents();
    items[1].paid = rent;                 // March
    items[2].paid = Money::cents(64'000); // April
    CHECK(matcher_of(items).explain(paid(day(2026, 4, 2), Money::cents(1'000))) == rent_of(april));
    items[2].occurrence.margin = Money::cents(1'000);
    CHECK(matcher_of(items).explain(paid(day(2026, 4, 2), Money::cents(1'000))) ==
          rent_of(std::nullopt));
}

TEST_CASE("money in the other direction stays in suspense") {
    Matcher matcher = matcher_of(rents());
    CHECK(matcher.explain(with_ogm(movement(march, rent), rent_ogm)) ==
          suspense(Doubt::reference_other_way));
    CHECK(matcher.explain(paid(march, rent)) == rent_of(march));
}

TEST_CASE("another reference is not ours, even one with two digits swapped") {
    // The check digits of an OGM catch a swap, so a swapped reference that is valid is another's.
    CHECK_FALSE(party::parse_ogm("123456798002").has_value());
    const Ogm swapped = party::ogm_of_payload(1'234'567'980);
    CHECK(matcher_of(rents()).explain(with_ogm(movement(april, -rent), swapped)) ==
          suspense(Doubt::nothing_fits));
}

TEST_CASE("a reference holds on its own account only") {
    Explanation unknown = suspense(Doubt::nothing_fits);
    unknown.pot = "pot:savings";
    Matcher matcher = matcher_of(rents());
    CHECK(matcher.explain(on_account(paid(april, rent), "savings")) == unknown);
    CHECK(matcher.explain(on_account(with_ogm(movement(april, rent), rent_ogm), "savings")) ==
          unknown);
}

TEST_CASE("a creditor reference works as an OGM does, and names the pot") {
    const Creditor_reference rf = party::parse_creditor_reference("RF18539007547034").value();
    Expected instalment = with(expense("debt:lender/loan", april, rent), rf);
    instalment.occurrence.pot = "pot:main/debts";
    Explanation result = settles(Rule::structured_reference, "debt:lender/loan", april);
    result.pot = "pot:main/debts";
    Matcher matcher = matcher_of({instalment});
    CHECK(matcher.explain(with_rf(movement(april, -rent), rf)) == result);
    result.due = std::nullopt;
    CHECK(matcher.explain(with_rf(movement(april, -rent), rf)) == result);
}

TEST_CASE("a reference of several subjects is decided by amount, else by a person") {
    const std::vector<Expected> items{
        with_margin(with(expense("expense:water", april, Money::cents(4'000)), rent_ogm),
                    Money::cents(500)),
        with_margin(with(expense("expense:gas", april, Money::cents(4'500)), rent_ogm),
                    Money::cents(500)),
        with(expense("expense:gas", may, Money::cents(12'000)), rent_ogm)};

    struct Row {
        std::int64_t cents;
        Explanation result;
    };

    const Rule rule = Rule::structured_reference;
    const std::vector<std::string> both{"expense:gas", "expense:water"};
    const Row rows[] = {
        {4'000, settles(rule, "expense:water", april)}, // exact, and within the margin of gas
        {4'500, settles(rule, "expense:gas", april)},
        {4'900, settles(rule, "expense:gas", april)}, // within one margin only
        {12'000, suspense(Doubt::several_fit, both)}, // too early for May
        {4'250, suspense(Doubt::several_fit, both)},
        {9'000, suspense(Doubt::several_fit, both)},
    };
    for (const Row& row : rows) {
        CAPTURE(row.cents);
        CHECK(matcher_of(items).explain(paid(april, Money::cents(row.cents))) == row.result);
    }
}

TEST_CASE("a set-aside between pots never takes money of a statement") {
    Expected set_aside = with(with(expense("pot:main/holiday", april, rent), rent_ogm), landlord);
    set_aside.occurrence.pot = set_aside.occurrence.subject;
    set_aside.occurrence.priority = dossier::Priority::pot;
    Matcher matcher = matcher_of({set_aside});
    CHECK(matcher.explain(with_counterparty(paid(april, rent), landlord.text())) ==
          suspense(Doubt::nothing_fits));
}
