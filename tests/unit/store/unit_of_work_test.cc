// Goal: what is written in bulk is all there, and what is not committed never was. Method: numbers
// of rows around the size of a batch, and units of work that end in every way.
#include "store/references.hpp"
#include "support/aborts.hpp"
#include "support/book.hpp"
#include "support/shared.hpp"

#include <soci/soci.h>

using namespace saldo;

namespace {

const ledger::Actor actor{"an", *Date::of(2026, 2, 6)};

ledger::Draft set_aside(const ledger::Chart& chart, std::int64_t cents) {
    return {.kind = ledger::Entry_kind::set_aside,
            .date = test::day("2026-02-05"),
            .reason = "by_hand",
            .note = std::to_string(cents),
            .origin = "",
            .movement = {},
            .run_line = {},
            .postings = {{&chart.at("pot:main"), Money::cents(-cents), {}},
                         {&chart.at("pot:main/school"), Money::cents(cents), {}}}};
}

/// A statement of so many movements of a cent, all in suspense, each with an entry.
void book_movements(app::Unit_of_work& work, const std::string& dossier, std::size_t count) {
    app::Desk desk(work, actor);
    app::Statements& statements = work.statements();
    const File_id file =
        statements.add_file({{}, "f", sha256(std::to_string(count)), "coda-2", 1, actor});
    const Date date = test::day("2026-02-05");
    const auto number = static_cast<std::uint32_t>(count);
    const Statement_id id = statements.add_statement({{},
                                                      file,
                                                      {1},
                                                      1,
                                                      test::day("2026-01-31"),
                                                      Money::cents(152'040),
                                                      date,
                                                      Money::cents(152'040 + number),
                                                      number,
                                                      1});
    const ledger::Chart& chart = work.journal().chart({1});
    for (std::size_t i = 0; i < count; ++i) {
        const Movement_id movement =
            statements.add_movement({}, id, {1}, Money::cents(1), date, {});
        ledger::Draft draft = set_aside(chart, 1);
        draft.kind = ledger::Entry_kind::movement;
        draft.movement = movement;
        draft.postings = {{&chart.at("bank:main"), Money::cents(1), {}},
                          {&chart.at("suspense:main"), Money::cents(-1), {}},
                          {&chart.at("pot:main"), Money::cents(1), {}}};
        desk.post({{1}, dossier}, std::move(draft));
        statements.add_suspense(movement, "nothing_fits");
    }
}

} // namespace

TEST_CASE("many rows, read before and after they are kept") {
    const std::string dossier = test::household().number;
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1'000}}) {
        CAPTURE(count);
        test::Book book;
        REQUIRE(book.import({test::household()}).has_value());
        {
            const auto work = store::open_to_write(book.path());
            book_movements(*work, dossier, count);
            CHECK(work->statements().suspense().size() == count);
            work->commit();
        }
        const auto work = store::open_to_read(book.path());
        CHECK(work->statements().suspense().size() == count);
        CHECK(work->statements().movements({1}).size() == count);
        std::size_t entries = 0;
        work->journal().each_entry({1}, [&](const app::Entry& entry) {
            CHECK(entry.number == ++entries);
            const bool movement = entry.draft.kind == ledger::Entry_kind::movement;
            CHECK(entry.draft.movement.has_value() == movement);
        });
        CHECK(entries > count);
        book.check_sound();
    }
}

TEST_CASE("what is posted counts at once in the same unit of work") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const auto work = store::open_to_write(book.path());
    const auto school = [&] {
        const ledger::Account& pot = work->journal().chart({1}).at("pot:main/school");
        for (const app::Balance_row& row : work->journal().balances({1})) {
            if (row.account == pot.id) {
                return row.balance;
            }
        }
        return Money::zero();
    };
    const Money before = school();
    app::Desk desk(*work, actor);
    for (int i = 0; i < 3; ++i) {
        desk.post({{1}, test::household().number}, set_aside(work->journal().chart({1}), 100));
        CHECK(school() == before + Money::cents(100 * (i + 1)));
    }
    CHECK(app::verify_book(*work).findings.empty());
}

TEST_CASE("a unit of work that ends without commit leaves the book as it was") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const std::string before = test::read_file(book.path());
    {
        const auto work = store::open_to_write(book.path());
        book_movements(*work, test::household().number, std::size_t{1'500});
        CHECK(work->statements().suspense().size() == std::size_t{1'500});
    }
    CHECK(test::read_file(book.path()) == before);
    try {
        const auto work = store::open_to_write(book.path());
        book_movements(*work, test::household().number, 5);
        throw std::runtime_error("something else went wrong");
    } catch (const std::runtime_error&) {
    }
    CHECK(test::read_file(book.path()) == before);
    book.check_sound();
}

TEST_CASE("a row the database refuses ends the unit, and nothing of it is kept") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const std::string before = test::read_file(book.path());
    {
        const auto work = store::open_to_write(book.path());
        book_movements(*work, test::household().number, 5);
        CHECK_THROWS_AS(work->statements().add_suspense({1}, "twice"), soci::soci_error);
    }
    CHECK(test::read_file(book.path()) == before);
}

TEST_CASE("a row that refers to no other is not committed") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const std::string before = test::read_file(book.path());
    {
        const auto work = store::open_to_write(book.path());
        book_movements(*work, test::household().number, 5);
        work->statements().add_suspense({999}, "of no movement");
        CHECK_THROWS_AS(work->commit(), store::Dangling);
    }
    CHECK(test::read_file(book.path()) == before);
}

TEST_CASE("a unit that was abandoned is not kept") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const std::string before = test::read_file(book.path());
    {
        const auto work = store::open_to_write(book.path());
        book_movements(*work, test::household().number, 5);
        work->abandon();
        CHECK(test::aborts([&] {
            work->commit();
            return 0;
        }));
    }
    CHECK(test::read_file(book.path()) == before);
}

TEST_CASE("only a unit that writes commits") {
    const test::Book book;
    const auto work = store::open_to_read(book.path());
    CHECK(test::aborts([&] {
        work->commit();
        return 0;
    }));
}

TEST_CASE("a reader keeps seeing the book as it was when it opened it") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const auto reader = store::open_to_read(book.path());
    CHECK(reader->statements().files().empty());
    const auto writer = store::open_to_write(book.path());
    static_cast<void>(writer->statements().add_file({{}, "f", sha256("f"), "coda-2", 1, actor}));
    CHECK(reader->statements().files().empty());
}

TEST_CASE("a damaged value is told as such") {
    struct Case {
        const char* trigger;
        const char* change;
    };

    const Case cases[] = {
        {"bank_account_unchanged", "UPDATE bank_account SET iban = 'BE00000000000000' || id"},
        {"ledger_account_unchanged", "UPDATE ledger_account SET kind = 'other'"},
        {"entry_unchanged", "UPDATE entry SET kind = 'other'"},
        {"entry_unchanged", "UPDATE entry SET digest = replace(digest, substr(digest, 1, 1), 'z')"},
        {"event_unchanged", "UPDATE event SET facts = '{}'"},
        {"event_unchanged", "UPDATE event SET facts = '[[1,2]]'"},
        {"event_unchanged", "UPDATE event SET facts = 'no json'"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.change);
        test::Book book;
        REQUIRE(book.import({test::household()}).has_value());
        {
            test::Database database(book.path());
            database.run(std::string("DROP TRIGGER ") + each.trigger);
            CHECK(database.run(each.change) == "");
        }
        bool told = false;
        try {
            static_cast<void>(book.verify());
        } catch (const std::runtime_error& error) {
            told = std::string(error.what()).find("in the book") != std::string::npos;
        }
        CHECK(told);
    }
}
