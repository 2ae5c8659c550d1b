// Goal: of any movement the book tells where it stands, by which rule and why. Method: movements
// that take each road, one file a case, and what the story says of them.
#include "app/codes.hpp"
#include "app/decisions.hpp"
#include "support/household_book.hpp"

using namespace saldo;
using reconcile::Doubt;
using reconcile::Rule;

TEST_CASE("a movement explained when it came tells its rule and figures") {
    test::Household_book with;
    with.statement({{.cents = 179'000, .iban = "BE76001020304095"}});
    const auto story = with.book.story({1});
    REQUIRE(story.places.size() == 1);
    const app::Place& place = story.places[0];
    CHECK(place.part.explanation.rule == Rule::iban_amount_date);
    CHECK(place.part.explanation.subject == "income:wage");
    CHECK(place.part.explanation.due == test::day("2026-02-03"));
    CHECK(place.part.explanation.grounds == reconcile::Grounds{2, Money::cents(-10'000), {}});
    CHECK(place.part.amount == Money::cents(179'000));
    CHECK(place.user == "an");
    CHECK(place.note.empty());
    CHECK(story.row.reason.empty());
    CHECK(story.entries.size() == 1);
}

TEST_CASE("a movement in suspense tells its doubt, and then who gave it a place") {
    test::Household_book with;
    with.statement({{.cents = -9'000, .text = "X"}});
    auto story = with.book.story({1});
    REQUIRE(story.places.size() == 1);
    CHECK(story.places[0].part.explanation.doubt == Doubt::nothing_fits);
    CHECK(story.row.reason == "nothing_fits");
    REQUIRE(test::code_of(with.book.assign({{1}, "expense:rent", {}, "seen on the bill"})) == "");
    story = with.book.story({1});
    REQUIRE(story.places.size() == 1);
    CHECK(story.places[0].part.explanation.rule == Rule::by_hand);
    CHECK(story.places[0].part.explanation.subject == "expense:rent");
    CHECK(story.places[0].part.amount == Money::cents(-9'000));
    CHECK(story.places[0].note == "seen on the bill");
    CHECK(story.row.reason.empty());
    CHECK(story.entries.size() == 2);
}

TEST_CASE("an order is named by its EndToEndId") {
    test::Household_book with;
    with.book.pay("2026-02-02", "2026-02-03");
    const std::string id = "R2026-0001-000001";
    const std::string cents =
        with.book.look("SELECT cents FROM run_line WHERE end_to_end_id = '" + id + "'");
    with.statement({{.cents = -std::stoll(cents), .end_to_end_id = id}});
    const auto story = with.book.story({1});
    REQUIRE(story.places.size() == 1);
    CHECK(story.places[0].part.explanation.rule == Rule::own_order);
    CHECK(story.places[0].order == id);
}

TEST_CASE("details of a total tell their own places, the total has none") {
    test::Household_book with;
    with.statement({{.cents = -65'300,
                     .details = {{.cents = -65'000, .text = "020260001289", .is_ogm = true},
                                 {.cents = -200, .text = "B"},
                                 {.cents = -100, .text = "C"}}}});
    CHECK(with.book.story({1}).places.empty());
    const auto rent = with.book.story({2});
    REQUIRE(rent.places.size() == 1);
    CHECK(rent.places[0].part.explanation.rule == Rule::structured_reference);
    CHECK(rent.places[0].part.explanation.subject == "expense:rent");
    CHECK(rent.places[0].part.explanation.grounds == reconcile::Grounds{4, Money::zero(), {}});
    CHECK(rent.places[0].part.amount == Money::cents(-65'000));
    const auto doubtful = with.book.story({3});
    REQUIRE(doubtful.places.size() == 1);
    CHECK(doubtful.places[0].part.explanation.doubt == Doubt::nothing_fits);
    REQUIRE(test::code_of(with.book.assign({{3}, "expense:rent", {}, ""})) == "");
    CHECK(with.book.story({3}).places[0].part.explanation.rule == Rule::by_hand);
    CHECK(with.book.story({4}).places[0].part.explanation.rule == Rule::suspense);
}

TEST_CASE("a direct debit under the mandate of an instalment settles it, whatever it comes to") {
    test::Household_book with;
    dossier::Dossier changed = test::household();
    changed.creditors.at(0).claims.at(0).instalment->mandate = "CORE-17";
    REQUIRE(test::code_of(with.book.import({changed})) == "");
    with.statement({{.cents = -4'250, .mandate = "CORE-17"}, {.cents = -4'250, .mandate = "X"}});
    const auto story = with.book.story({1});
    REQUIRE(story.places.size() == 1);
    CHECK(story.places[0].part.explanation.rule == Rule::mandate);
    CHECK(story.places[0].part.explanation.subject == "debt:energy/2025-17");
    CHECK(story.places[0].part.explanation.due == test::day("2026-02-20"));
    CHECK(story.places[0].facts ==
          Params{{"mandate", "CORE-17"}, {"days", "-15"}, {"difference", "2.50"}});
    CHECK(with.book.story({2}).row.reason == "nothing_fits");
    with.book.check_sound();
}

TEST_CASE("there is nothing to tell of a movement there is not") {
    test::Household_book with;
    CHECK(test::code_of(with.book.ask([](app::Unit_of_work& work) {
              return app::tell_movement(work, {1});
          })) == "app.movement_unknown");
}
