// Goal: a book has exactly the form this program knows. Method: new books, and books whose table
// of steps was changed from the outside.
#include "base/digest.hpp"
#include "payments/bank_profile.hpp"
#include "store/book.hpp"
#include "store/migrations.hpp"
#include "support/database.hpp"
#include "support/scratch_folder.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::store;

namespace {

struct New_book {
    New_book() { create_book(path); }

    test::Scratch_folder folder;
    std::string path = (folder.path() / "saldo.db").string();
};

void open_both_ways(const std::string& path) {
    static_cast<void>(open_to_read(path)->office());
    static_cast<void>(open_to_write(path)->office());
}

} // namespace

TEST_CASE("a new book has all steps, each with its digest") {
    const New_book book;
    std::string expected;
    for (const Migration& step : migrations()) {
        expected += std::to_string(step.number) + "|" + std::string(step.name) + "|" +
                    to_hex(sha256(step.sql)) + "\n";
    }
    CHECK(test::Database(book.path).ask("SELECT * FROM migration ORDER BY number") == expected);
    CHECK_FALSE(open_to_read(book.path)->office().has_value());
}

TEST_CASE("opening a book again takes no step again") {
    const New_book book;
    const std::string form = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";
    const std::string before = test::Database(book.path).ask(form);
    open_both_ways(book.path);
    CHECK(test::Database(book.path).ask(form) == before);
    CHECK(test::Database(book.path).ask("SELECT count(*) FROM migration") ==
          std::to_string(migrations().size()) + "\n");
}

TEST_CASE("a step with another content is refused") {
    const New_book book;
    test::Database(book.path).run("UPDATE migration SET sha256 = 'x' || substr(sha256, 2)");
    CHECK_THROWS_AS(static_cast<void>(open_to_read(book.path)), Wrong_form);
    CHECK_THROWS_AS(static_cast<void>(open_to_write(book.path)), Wrong_form);
}

TEST_CASE("a book of a newer program is refused") {
    const New_book book;
    test::Database(book.path).run("INSERT INTO migration VALUES (9999, '9999_future', 'x')");
    CHECK_THROWS_AS(static_cast<void>(open_to_read(book.path)), Wrong_form);
    CHECK_THROWS_AS(static_cast<void>(open_to_write(book.path)), Wrong_form);
}

TEST_CASE("a file that was cut off before its first step becomes a book when it is opened") {
    const New_book book;
    std::filesystem::resize_file(book.path, 0);
    open_both_ways(book.path);
    CHECK(test::Database(book.path).ask("SELECT count(*) FROM entry") == "0\n");
}

TEST_CASE("no book is made over another file, and none is opened where there is none") {
    const New_book book;
    CHECK_THROWS_AS(create_book(book.path), soci::soci_error);
    CHECK_THROWS_AS(static_cast<void>(open_to_read(book.path + ".old")), soci::soci_error);
    CHECK_FALSE(std::filesystem::exists(book.path + ".old"));
}

namespace {

/// A book as programs before the lean rows left it, with one movement in suspense.
struct Old_book {
    explicit Old_book(long long dossier) {
        {
            Session session(path, true);
            session.run_script("CREATE TABLE migration (number INTEGER PRIMARY KEY, "
                               "name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT");
        }
        test::Database database(path);
        for (const Migration& step : migrations()) {
            if (step.number < 7) {
                REQUIRE(database.run(std::string(step.sql)) == "");
                REQUIRE(database.run("INSERT INTO migration VALUES (" +
                                     std::to_string(step.number) + ", '" + std::string(step.name) +
                                     "', '" + to_hex(sha256(step.sql)) + "')") == "");
            }
        }
        const std::string id = std::to_string(dossier);
        REQUIRE(database.run(
                    "INSERT INTO dossier VALUES (1, 'BB-1');"
                    "INSERT INTO bank_account VALUES (1, 1, 'main', 'BE', '2026-01-31', 0);"
                    "INSERT INTO ledger_account VALUES (1, 1, 'bank', 'bank:main', 'main');"
                    "INSERT INTO bank_file VALUES (1, 'f', printf('%064d', 0), 'coda-2', 1, "
                    "'2026-02-01', 'an');"
                    "INSERT INTO statement VALUES (1, 1, 1, 1, '2026-01-31', 0, '2026-02-01', 5, "
                    "1, 1, 'list');"
                    "INSERT INTO movement VALUES (1, 1, 1, NULL, 1, 0, '2026-02-01', NULL, 5, 'n', "
                    "'a', 'b', 'k', 't', 'c', 'e', 'm', 'r', 'x', 'y', 12, 34, 56, '3');"
                    "INSERT INTO suspense VALUES (1, 'nothing_fits');"
                    "INSERT INTO run VALUES (1, 'R2026-0001', 'exported', '2026-02-02', "
                    "'2026-02-10', 'an', 'jo', 'jo', '2026-02-02', '2026-02-02', '03', "
                    "printf('%064d', 7), 'c');"
                    "INSERT INTO run_line SELECT value, 1, value, 1, 's', 'main', 'p', 1, "
                    "'2026-02-05', value * 10, 0, '2026-02-04', 'n', 'BE', '', 'none', '', 'in', "
                    "'due', iif(value < 3, 'e' || value, ''), 'exported', 0 "
                    "FROM json_each('[1, 2, 3]');"
                    "INSERT INTO entry VALUES (1, " +
                    id +
                    ", 1, 'movement', '2026-02-01', 'r', 'n', 'o', 1, NULL, 0, 'an', "
                    "'2026-02-01', printf('%064d', 1));"
                    "INSERT INTO posting VALUES (1, 1, 1, 5, '2026-02-03')") == "");
    }

    test::Scratch_folder folder;
    std::string path = (folder.path() / "saldo.db").string();
};

} // namespace

TEST_CASE("a book of before the lean rows keeps every value and every guard") {
    const Old_book book(1);
    std::vector<std::string> before;
    const std::vector<std::string> tables{"movement", "entry", "posting"};
    for (const std::string& table : tables) {
        before.push_back(test::Database(book.path).ask("SELECT * FROM " + table));
    }
    const std::string guards =
        "SELECT type, name, tbl_name FROM sqlite_schema WHERE type <> 'table' AND tbl_name IN "
        "('movement', 'entry', 'posting') ORDER BY type, name";
    const std::string guards_before = test::Database(book.path).ask(guards);
    open_both_ways(book.path);
    test::Database database(book.path);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        // r_type was added last, before it the origin: the same order as in the lean table
        CHECK(database.ask("SELECT * FROM " + tables[i]) == before[i]);
        CHECK(database.run("DELETE FROM " + tables[i]) == "the book only grows");
    }
    CHECK(database.ask(guards) == guards_before);
    CHECK(database.ask("PRAGMA foreign_key_check") == "");
    CHECK(database.ask("PRAGMA integrity_check") == "ok\n");
}

TEST_CASE("a run that left in one file of old keeps it, and how it was made") {
    const Old_book book(1);
    open_both_ways(book.path);
    test::Database database(book.path);
    // The third line is no payment; the two others are of 10 and 20 cents.
    CHECK(database.ask("SELECT message_id, version, payments, cents, sha256 = printf('%064d', 7) "
                       "FROM run_file") == "R2026-0001|03|2|30|1\n");
    const auto profiles = payments::read_bank_profiles(database.ask("SELECT profiles FROM run"));
    REQUIRE(profiles.has_value());
    CHECK(profiles->front().file.version == payments::pain001::Version::v03);
    CHECK_FALSE(profiles->front().file.batch_booking);
    CHECK(database.run("UPDATE run SET profiles = ''") == "what a run says stays");
}

TEST_CASE("a step is not taken on a book in which a row refers to none") {
    const Old_book book(2);
    CHECK_THROWS_AS(static_cast<void>(open_to_write(book.path)), Wrong_form);
    CHECK(test::Database(book.path).ask("SELECT max(number) FROM migration") == "6\n");
    CHECK(test::Database(book.path).ask("SELECT count(*) FROM entry") == "1\n");
}
