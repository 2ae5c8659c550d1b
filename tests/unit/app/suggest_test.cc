// Goal: a person who has to decide sees what it may be, by open items and by what was decided
// before. Method: one household, one movement that waits, and what came earlier.
#include "app/suggest_places.hpp"
#include "support/household_book.hpp"

using namespace saldo;

namespace {

struct Household : test::Household_book {
    [[nodiscard]] auto suggest(Movement_id movement) const {
        return book.ask([&](app::Unit_of_work& work) {
            app::Desk desk(work, {"an", test::day("2026-02-28")});
            return app::suggest_places(desk, movement);
        });
    }
};

} // namespace

TEST_CASE("a rent with a mistyped reference is suggested first") {
    Household with;
    with.statement({{.cents = -65'000, .text = "020 2600 01298"}}); // 020260001289
    const auto found = with.suggest({1});
    REQUIRE(test::code_of(found) == "");
    REQUIRE_FALSE(found->suggestions.empty());
    const reconcile::Suggestion& first = found->suggestions.front();
    CHECK(first.place == "expense:rent");
    CHECK(first.due == test::day("2026-02-01"));
    CHECK(first.open == Money::cents(65'000));
    CHECK(first.score == 75); // 35 for the reference, 30 for the amount, 10 for the date
}

TEST_CASE("what was decided for the same account counts, in the same direction") {
    Household with;
    const std::string plumber = "BE25001000000682";
    with.statement({{.cents = -100, .iban = plumber},
                    {.cents = -200, .iban = plumber},
                    {.cents = 300, .iban = plumber},
                    {.cents = -400, .text = "X"}});
    REQUIRE(test::code_of(with.book.assign({{1}, "expense:rent", {}, ""})) == "");
    const auto found = with.suggest({2});
    REQUIRE(test::code_of(found) == "");
    REQUIRE(found->suggestions.size() == 1);
    CHECK(found->suggestions[0].place == "expense:rent");
    CHECK(found->suggestions[0].score == 70);
    CHECK(with.suggest({3})->suggestions.empty());
    CHECK(with.suggest({4})->suggestions.empty());
}

TEST_CASE("only what waits has suggestions") {
    Household with;
    with.statement({{.cents = 189'000, .iban = "BE76001020304095"}});
    CHECK(test::code_of(with.suggest({1})) == "app.movement_not_in_suspense");
    CHECK(test::code_of(with.suggest({2})) == "app.movement_unknown");
}
