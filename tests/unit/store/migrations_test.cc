// Goal: a book has exactly the form this program knows. Method: new books, and books whose table
// of steps was changed from the outside.
#include "base/digest.hpp"
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
