// Goal: what waits in suspense finds its place once, by a rule or by hand. Method: a movement that
// nobody knows, and a dossier that comes to know it.
#include "app/codes.hpp"
#include "support/book.hpp"

using namespace saldo;

namespace {

constexpr const char* plumber = "BE44363000000545";

/// A book with one debit to the plumber in suspense.
struct With_suspense {
    With_suspense() {
        REQUIRE(book.import({test::household()}).has_value());
        const auto imported =
            book.import(test::coda_file({{.number = 12,
                                          .opening = 152'040,
                                          .opening_date = "2026-01-31",
                                          .closing_date = "2026-02-12",
                                          .movements = {{.cents = -9'000, .iban = plumber}}}}));
        REQUIRE(test::code_of(imported) == "");
        REQUIRE(book.suspense().size() == 1);
        movement = book.suspense()[0].movement.id;
    }

    /// The dossier hears of a bill of the plumber.
    void expect_bill() {
        dossier::Dossier changed = test::household();
        auto line = test::expense("repair", dossier::Priority::fixed_cost,
                                  test::schedule(calendar::Rhythm::once, "2026-02-10", 9'000));
        line.counterparty.iban = *party::parse_iban(plumber);
        changed.budget_lines.push_back(line);
        REQUIRE(test::code_of(book.import({changed})) == "");
    }

    test::Book book;
    Movement_id movement;
};

} // namespace

TEST_CASE("nothing new explains nothing and is no act") {
    With_suspense with;
    const std::string events = with.book.look("SELECT count(*) FROM event");
    const auto matched = with.book.match("2026-02-13");
    REQUIRE(matched.has_value());
    CHECK(matched->left == 1);
    CHECK(with.book.look("SELECT count(*) FROM event") == events);
    CHECK(with.book.balance("suspense:main") == Money::cents(9'000));
}

TEST_CASE("a line that came later explains what waited") {
    With_suspense with;
    with.expect_bill();
    const auto matched = with.book.match("2026-02-13");
    REQUIRE(matched.has_value());
    CHECK(matched->left == 0);
    CHECK(matched->rules.at(reconcile::Rule::iban_amount_date) == 1);
    CHECK(with.book.suspense().empty());
    CHECK(with.book.balance("suspense:main") == Money::zero());
    CHECK(with.book.balance("expense:repair") == Money::cents(9'000));
    CHECK(with.book.balance("bank:main") == Money::cents(152'040 - 9'000));
    with.book.check_sound();
    const auto again = with.book.match("2026-02-14");
    REQUIRE(again.has_value());
    CHECK(again->rules.empty());
    // The bill is paid: no run proposes it.
    const auto prepared = with.book.prepare("2026-02-13", "2026-02-20");
    REQUIRE(prepared.has_value());
    for (const payments::Run_line& line : prepared->lines) {
        if (line.proposal.occurrence.subject == "expense:repair") {
            CHECK(line.proposal.decision == payments::Decision::out);
        }
    }
}

TEST_CASE("a person gives it a place") {
    With_suspense with;
    with.expect_bill();
    const auto row =
        with.book.assign({with.movement, "expense:repair", test::day("2026-02-10"), "bill seen"});
    REQUIRE(test::code_of(row) == "");
    CHECK(row->movement.id == with.movement);
    CHECK(with.book.suspense().empty());
    CHECK(with.book.balance("expense:repair") == Money::cents(9'000));
    CHECK(with.book.look("SELECT p.due, e.note, e.kind, e.reason FROM posting p "
                         "JOIN entry e ON e.id = p.entry_id WHERE p.due IS NOT NULL") ==
          "2026-02-10|bill seen|explanation|by_hand\n");
    CHECK(with.book.look("SELECT kind, dossier FROM event ORDER BY number DESC LIMIT 1") ==
          "movement.assigned|" + test::household().number + "\n");
    with.book.check_sound();
}

TEST_CASE("without a due date it settles none") {
    With_suspense with;
    REQUIRE(test::code_of(with.book.assign({with.movement, "expense:rent", {}, ""})) == "");
    CHECK(with.book.balance("expense:rent") == Money::cents(9'000));
    CHECK(with.book.look("SELECT count(*) FROM posting WHERE due IS NOT NULL") == "0\n");
    with.book.check_sound();
}

TEST_CASE("a pot pays what its line pays, as far as it can") {
    With_suspense with;
    // The school bill is paid from the pot `school`, which holds 120.00.
    const auto row =
        with.book.assign({with.movement, "expense:school_bill", test::day("2026-03-15"), ""});
    REQUIRE(test::code_of(row) == "");
    CHECK(with.book.balance("pot:main/school") == Money::cents(12'000 - 9'000));
    CHECK(with.book.balance("pot:main") == Money::cents(140'040));
    with.book.check_sound();
}

TEST_CASE("what cannot be assigned") {
    With_suspense with;

    struct Case {
        const char* name;
        app::Assignment assignment;
        const char* refusal;
    };

    const Date due = test::day("2026-02-11");
    const Case cases[] = {
        {"a movement there is not",
         {{999}, "expense:rent", {}, ""},
         "app.movement_not_in_suspense"},
        {"a subject there is not", {with.movement, "expense:car", {}, ""}, "app.subject_unknown"},
        {"the bank itself", {with.movement, "bank:main", {}, ""}, "app.subject_unknown"},
        {"suspense", {with.movement, "suspense:main", {}, ""}, "app.subject_unknown"},
        {"a pot", {with.movement, "pot:main/school", {}, ""}, "app.subject_unknown"},
        {"what the book began with", {with.movement, "opening", {}, ""}, "app.subject_unknown"},
        {"a day on which no rent is due",
         {with.movement, "expense:rent", due, ""},
         "app.due_not_expected"},
        {"a due date of a transfer", {with.movement, "transfer", due, ""}, "app.due_not_expected"},
    };
    for (const Case& each : cases) {
        CAPTURE(std::string(each.name));
        CHECK(test::code_of(with.book.assign(each.assignment)) == each.refusal);
    }
    CHECK(with.book.suspense().size() == 1);
    REQUIRE(test::code_of(with.book.assign({with.movement, "transfer", {}, ""})) == "");
    CHECK(test::code_of(with.book.assign({with.movement, "transfer", {}, ""})) ==
          "app.movement_not_in_suspense");
    with.book.check_sound();
}

TEST_CASE("one detail of a total is assigned, the others wait") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    REQUIRE(test::code_of(book.import(test::coda_file(
                {{.number = 12,
                  .opening = 152'040,
                  .opening_date = "2026-01-31",
                  .closing_date = "2026-02-12",
                  .movements = {{.cents = -300,
                                 .details = {{.cents = -100, .text = "A"},
                                             {.cents = -200, .text = "B"}}}}}}))) == "");
    const auto rows = book.suspense();
    REQUIRE(rows.size() == 2);
    REQUIRE(test::code_of(book.assign({rows[1].movement.id, "expense:rent", {}, ""})) == "");
    CHECK(book.balance("suspense:main") == Money::cents(100));
    CHECK(book.balance("expense:rent") == Money::cents(200));
    CHECK(book.suspense().size() == 1);
    book.check_sound();
}
