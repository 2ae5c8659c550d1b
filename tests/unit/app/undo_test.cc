// Goal: what a person or a rule decided can be taken back whole and given to several places, and no
// cent moves on the bank. Method: each way a movement finds its place, undone; and splits.
#include "app/codes.hpp"
#include "support/household_book.hpp"

using namespace saldo;
using reconcile::Doubt;
using reconcile::Rule;

namespace {

struct Household : test::Household_book {
    void statement(const std::vector<test::Told_movement>& movements) {
        Household_book::statement(movements, "2026-02-12");
    }

    /// What stands on every ledger account.
    [[nodiscard]] std::string balances() const {
        return book.look("SELECT a.code, sum(p.cents) FROM posting p JOIN ledger_account a "
                         "ON a.id = p.ledger_account_id GROUP BY a.code HAVING sum(p.cents) <> 0 "
                         "ORDER BY a.code");
    }

    [[nodiscard]] std::string settled() const {
        return book.look("SELECT a.code, p.due, sum(p.cents) FROM posting p JOIN ledger_account a "
                         "ON a.id = p.ledger_account_id WHERE p.due IS NOT NULL "
                         "GROUP BY a.code, p.due HAVING sum(p.cents) <> 0 ORDER BY a.code, p.due");
    }

    void undo(std::int64_t movement, const char* refusal = "") {
        CHECK(test::code_of(book.undo({movement})) == refusal);
        book.check_sound();
    }
};

} // namespace

TEST_CASE("what a person assigned is in suspense again, as if it had never left") {
    Household with;
    with.statement({{.cents = -9'000, .text = "X"}});
    const std::string before = with.balances();
    REQUIRE(test::code_of(
                with.book.assign({{1}, "expense:school_bill", test::day("2026-03-15"), ""})) == "");
    CHECK(with.balances() != before);
    with.undo(1);
    CHECK(with.balances() == before);
    CHECK(with.settled().empty());
    REQUIRE(with.book.suspense().size() == 1);
    CHECK(with.book.suspense()[0].reason == "undone");
    CHECK(
        with.book.look("SELECT kind, reason, note, reverses FROM entry ORDER BY id DESC LIMIT 1") ==
        "reversal|undone|a mistake|6\n");
    CHECK(with.book.look("SELECT kind FROM event ORDER BY number DESC LIMIT 1") ==
          "movement.undone\n");
    with.undo(1, "app.movement_in_suspense");
    REQUIRE(test::code_of(with.book.assign({{1}, "expense:rent", {}, ""})) == "");
    CHECK(with.book.balance("expense:rent") == Money::cents(9'000));
    with.undo(1);
    CHECK(with.balances() == before);
}

TEST_CASE("what a rule explained on arrival is undone, due again, and left to a person") {
    Household with;
    with.statement({{.cents = 189'000, .iban = "BE76001020304095"}});
    CHECK(with.settled() == "income:wage|2026-02-03|-189000\n");
    with.undo(1);
    CHECK(with.settled().empty());
    CHECK(with.book.balance("suspense:main") == Money::cents(-189'000));
    CHECK(with.book.balance("bank:main") == Money::cents(152'040 + 189'000));
    const auto matched = with.book.match("2026-02-20");
    REQUIRE(matched.has_value());
    CHECK(matched->left == 1);
    CHECK(with.book.story({1}).places.at(0).part.explanation.doubt == Doubt::undone);
    REQUIRE(test::code_of(with.book.assign({{1}, "income:wage", {}, ""})) == "");
    CHECK(with.settled() == "income:wage|2026-02-03|-189000\n");
    with.book.check_sound();
}

TEST_CASE("one detail of a total is undone, the others stay where they are") {
    Household with;
    with.statement({{.cents = -74'200,
                     .details = {{.cents = -65'000, .text = "020260001289", .is_ogm = true},
                                 {.cents = -9'000, .iban = "BE44363000000545", .text = "B"},
                                 {.cents = -200, .text = "C"}}}});
    REQUIRE(test::code_of(with.book.assign({{4}, "expense:school_bill", {}, ""})) == "");
    with.undo(1, "app.movement_is_total");
    with.undo(2);
    CHECK(with.book.balance("expense:rent") == Money::zero());
    CHECK(with.book.balance("expense:school_bill") == Money::cents(200));
    CHECK(with.book.balance("bank:main") == Money::cents(152'040 - 74'200));
    CHECK(with.book.story({4}).places.at(0).part.explanation.rule == Rule::by_hand);
    CHECK(with.book.story({3}).places.at(0).part.explanation.doubt == Doubt::nothing_fits);
    CHECK(with.book.suspense().size() == 2);
    with.undo(4);
    CHECK(with.book.balance("suspense:main") == Money::cents(74'200));
}

TEST_CASE("what the bank itself said cannot be undone") {
    Household with;
    with.book.pay("2026-02-02", "2026-02-03");
    const std::string id = "R2026-0001-000001";
    const auto cents =
        std::stoll(with.book.look("SELECT cents FROM run_line WHERE end_to_end_id = '" + id + "'"));
    with.statement(
        {{.cents = -cents, .end_to_end_id = id}, {.cents = -1, .iban = test::reserve_iban}});
    with.undo(1, "app.order_not_undone");
    with.undo(2); // a transfer may
    with.undo(99, "app.movement_unknown");
}

TEST_CASE("money that has left its pot cannot be taken out of it") {
    Household with;
    with.statement({{.cents = 9'000, .text = "gift"}, {.cents = -20'000, .text = "trip"}});
    reconcile::Match_rule rule;
    rule.words = "gift";
    rule.subject = "income:wage";
    rule.account = "main";
    rule.pot = "pot:main/school"; // which holds 120.00
    REQUIRE(test::code_of(with.book.act("an", "2026-02-13", [&](app::Desk& desk) {
                return app::add_rule(desk, {test::household().number, rule, "why"});
            })) == "");
    REQUIRE(with.book.match("2026-02-13").has_value());
    CHECK(with.book.balance("pot:main/school") == Money::cents(21'000));
    REQUIRE(test::code_of(
                with.book.assign({{2}, "expense:school_bill", test::day("2026-03-15"), ""})) == "");
    CHECK(with.book.balance("pot:main/school") == Money::cents(1'000));
    with.undo(1, "app.pot_is_spent");
    with.undo(2);
    with.undo(1);
    CHECK(with.book.balance("pot:main/school") == Money::cents(12'000));
}

TEST_CASE("a movement is split to the cent") {
    Household with;
    with.statement({{.cents = -130'001, .text = "X"}, {.cents = 100, .text = "Y"}});
    const Date february = test::day("2026-02-01");
    const Date march = test::day("2026-03-01");
    const auto cents = [](std::int64_t amount) { return Money::cents(amount); };

    struct Row {
        const char* what;
        std::vector<app::Split_part> parts;
        const char* refusal;
    };

    const Row rows[] = {
        {"a cent too little", {{"expense:rent", {}, cents(130'000)}}, "app.split_not_whole"},
        {"nothing", {}, "app.split_not_whole"},
        {"a part of nothing",
         {{"expense:rent", {}, cents(130'001)}, {"transfer", {}, cents(0)}},
         "app.split_not_positive"},
        {"a part that takes back",
         {{"expense:rent", {}, cents(130'002)}, {"transfer", {}, cents(-1)}},
         "app.split_not_positive"},
        {"the same twice",
         {{"expense:rent", march, cents(65'000)}, {"expense:rent", march, cents(65'001)}},
         "app.split_twice"},
        {"no subject",
         {{"expense:rent", {}, cents(65'000)}, {"expense:car", {}, cents(65'001)}},
         "app.subject_unknown"},
        {"no due date",
         {{"expense:rent", test::day("2026-02-02"), cents(65'000)},
          {"transfer", {}, cents(65'001)}},
         "app.due_not_expected"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(test::code_of(with.book.split({{1}, row.parts, ""})) == row.refusal);
        CHECK(with.book.suspense().size() == 2);
    }
    const std::string before = with.balances();
    const auto split = with.book.split({{1},
                                        {{"expense:rent", february, cents(65'000)},
                                         {"expense:rent", {}, cents(65'000)},
                                         {"transfer", {}, cents(1)}},
                                        "two months at once"});
    REQUIRE(test::code_of(split) == "");
    CHECK(split->parts.at(1).due == march); // February is taken
    CHECK(with.settled() == "expense:rent|2026-02-01|65000\nexpense:rent|2026-03-01|65000\n");
    CHECK(with.book.balance("transfer") == cents(1));
    CHECK(with.book.suspense().size() == 1);
    const auto story = with.book.story({1});
    CHECK(story.places.size() == 3);
    CHECK(story.places.at(2).part.amount == cents(-1));
    CHECK(story.places.at(0).note == "two months at once");
    with.book.check_sound();
    with.undo(1);
    CHECK(with.balances() == before);
    CHECK(with.settled().empty());
    CHECK(test::code_of(with.book.split({{9}, {}, ""})) == "app.movement_not_in_suspense");
}

TEST_CASE("orders are among the places of a split") {
    Household with;
    with.book.pay("2026-02-02", "2026-02-09");
    const auto cents_of = [&](const std::string& id) {
        return std::stoll(
            with.book.look("SELECT cents FROM run_line WHERE end_to_end_id = '" + id + "'"));
    };
    const std::string first = "R2026-0001-000001";
    const std::string second = "R2026-0001-000002";
    const std::int64_t a = cents_of(first);
    const std::int64_t b = cents_of(second);
    with.statement({{.cents = -a - b - 250, .text = "with costs"}});
    CHECK(test::code_of(with.book.split({{1},
                                         {{first, {}, Money::cents(a)},
                                          {second, {}, Money::cents(b)},
                                          {"expense:rent", {}, Money::cents(250)}},
                                         ""})) == "");
    CHECK(with.book.look("SELECT count(*) FROM run_line WHERE state = 'executed'") == "2\n");
    with.book.check_sound();
    with.undo(1, "app.order_not_undone");
}

TEST_CASE("a block that the bank took as one debit settles all its payments") {
    Household with;
    with.book.pay("2026-02-02", "2026-02-09");
    const std::string block = "R2026-0001-P0001";
    const std::string same_block =
        "FROM run_line WHERE end_to_end_id <> '' AND account_key = 'main' AND execution_date = "
        "(SELECT min(execution_date) FROM run_line WHERE end_to_end_id <> '')";
    const auto sum = std::stoll(with.book.look("SELECT sum(cents) " + same_block));
    const std::string count = with.book.look("SELECT count(*) " + same_block);
    REQUIRE(std::stoll(count) > 1);

    SUBCASE("on arrival") {
        with.statement({{.cents = -sum, .end_to_end_id = block}});
        CHECK(with.book.look("SELECT count(*) FROM run_line WHERE state = 'executed' AND "
                             "end_to_end_id <> ''") == count);
        const auto story = with.book.story({1});
        REQUIRE(story.places.size() == 1);
        CHECK(story.places.at(0).part.explanation.rule == Rule::own_batch);
        CHECK(story.places.at(0).facts == Params{{"end_to_end_id", block}});
        with.undo(1, "app.order_not_undone");
    }
    SUBCASE("once only, and to the cent") {
        with.statement({{.cents = -sum - 1, .end_to_end_id = block},
                        {.cents = -sum, .end_to_end_id = block},
                        {.cents = -sum, .end_to_end_id = block},
                        {.cents = sum, .end_to_end_id = block},
                        {.cents = -sum, .end_to_end_id = "R2026-0001-P0099"},
                        {.cents = -sum, .end_to_end_id = "R2026-0009-P0001"}});
        const auto doubt = [&](std::int64_t movement) {
            return with.book.story({movement}).places.at(0).part.explanation.doubt;
        };
        CHECK(doubt(1) == Doubt::amount_differs);
        CHECK(doubt(2) == Doubt::none);
        CHECK(doubt(3) == Doubt::already_executed);
        CHECK(doubt(4) == Doubt::reference_other_way);
        CHECK(doubt(5) == Doubt::nothing_fits);
        CHECK(doubt(6) == Doubt::nothing_fits);
    }
    SUBCASE("less those that the bank answered one by one") {
        const std::string id = "R2026-0001-000001";
        const auto cents = std::stoll(
            with.book.look("SELECT cents FROM run_line WHERE end_to_end_id = '" + id + "'"));
        with.statement({{.cents = -cents, .end_to_end_id = id},
                        {.cents = cents - sum, .end_to_end_id = block}});
        CHECK(with.book.story({2}).places.at(0).part.explanation.rule != Rule::suspense);
        CHECK(with.book.look("SELECT count(*) FROM run_line WHERE state = 'executed' AND "
                             "end_to_end_id <> ''") == count);
    }
    with.book.check_sound();
}

TEST_CASE("what waits is listed by age, then amount, or by amount, then age") {
    Household with;
    with.statement({{.cents = -100, .text = "a", .booked = "2026-02-05"},
                    {.cents = 300, .text = "b", .booked = "2026-02-09"},
                    {.cents = -200, .text = "c", .booked = "2026-02-05"},
                    {.cents = -300, .text = "d", .booked = "2026-02-04"},
                    {.cents = -100, .text = "e", .booked = "2026-02-05"}});
    const auto listed = [&](app::Suspense_order order) {
        std::string ids;
        for (const auto& row : with.book.ask(
                 [&](app::Unit_of_work& work) { return app::list_suspense(work, order); })) {
            ids += std::to_string(row.movement.id.value);
        }
        return ids;
    };
    CHECK(listed(app::Suspense_order::age) == "43152");
    CHECK(listed(app::Suspense_order::amount) == "42315");
}
