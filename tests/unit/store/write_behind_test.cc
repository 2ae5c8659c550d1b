// Goal: rows that a thread writes are in the book as if each had been written when it was given.
// Method: tables of numbers larger than what is written at once and than what may wait; refused
// rows at every place; readings, ends of the unit of work and values of every kind in between.
#include "store/rows.hpp"
#include "store/session.hpp"
#include "support/scratch_folder.hpp"

#include <doctest/doctest.h>
#include <soci/soci.h>

using namespace saldo;
using namespace saldo::store;

namespace {

constexpr long long many = 60'000; ///< more than may wait

/// A table of numbers that refuses a number twice, and a session that writes it.
struct Numbers {
    Numbers() {
        session.run_script("CREATE TABLE number (n INTEGER PRIMARY KEY, text TEXT, bytes BLOB)");
        session.begin(Session::Access::write);
    }

    void give(long long from, long long until) {
        for (long long n = from; n < until; ++n) {
            insert(n, std::to_string(n), std::optional<std::string_view>());
        }
    }

    long long ask(const std::string& sql) {
        long long answer = 0;
        each_row<long long>(session, sql, [&](long long value) { answer = value; });
        return answer;
    }

    long long count() { return ask("SELECT count(*) FROM number"); }

    test::Scratch_folder folder;
    Session session{(folder.path() / "numbers.db").string(), true};
    Write insert{session, "INSERT INTO number (n, text, bytes) VALUES (?, ?, ?)"};
};

} // namespace

TEST_CASE("whoever reads finds all rows that were given") {
    for (const long long size : {1LL, 255LL, 256LL, 257LL, 3'000LL, many}) {
        CAPTURE(size);
        Numbers numbers;
        numbers.give(0, size);
        CHECK(numbers.count() == size);
        CHECK(numbers.ask("SELECT sum(n) FROM number WHERE text = n") == size * (size - 1) / 2);
        numbers.give(size, size + 10);
        CHECK(numbers.count() == size + 10);
        numbers.give(size + 10, size + 20);
        numbers.session.commit();
        CHECK(numbers.count() == size + 20);
    }
}

TEST_CASE("values of every kind arrive as they were given") {
    Numbers numbers;
    numbers.give(10, many);
    const std::string zeros("a\0b", 3);
    numbers.insert(0, std::string_view(), Blob{zeros});
    numbers.insert(1, std::optional<std::string>(), Blob{""});
    numbers.insert(-5, zeros, std::optional<long long>(7));
    CHECK(numbers.ask("SELECT text IS NOT NULL AND text = '' FROM number WHERE n = 0") == 1);
    CHECK(numbers.ask("SELECT bytes = x'610062' FROM number WHERE n = 0") == 1);
    CHECK(numbers.ask("SELECT text IS NULL FROM number WHERE n = 1") == 1);
    CHECK(numbers.ask("SELECT typeof(bytes) = 'integer' AND bytes = 7 FROM number WHERE n = -5") ==
          1);
    CHECK(numbers.ask("SELECT length(CAST(text AS BLOB)) FROM number WHERE n = -5") == 3);
}

TEST_CASE("rows given while someone reads are written at once") {
    Numbers numbers;
    numbers.give(0, many);
    long long seen = 0;
    each_row<long long>(
        numbers.session, "SELECT n FROM number WHERE n < 1000 ORDER BY n", [&](long long n) {
            ++seen;
            numbers.insert(many + n, "while reading", std::optional<std::string_view>());
        });
    CHECK(seen == 1'000);
    CHECK(numbers.count() == many + 1'000);
}

TEST_CASE("a row that the book refuses is refused before anything is read or kept") {
    for (const long long place : {10LL, 300LL, 20'000LL, many - 1}) {
        CAPTURE(place);
        Numbers numbers;
        const auto give_twice = [&] {
            numbers.give(0, place + 1);
            numbers.give(place, many);
            numbers.session.commit();
        };
        CHECK_THROWS_AS(give_twice(), soci::soci_error);
        CHECK_THROWS_AS(numbers.session.commit(), soci::soci_error); // also who did not listen
        CHECK_THROWS_AS(numbers.count(), soci::soci_error);
        numbers.session.roll_back();
        CHECK(numbers.count() == 0);

        numbers.session.begin(Session::Access::write);
        numbers.give(0, many);
        numbers.session.commit();
        CHECK(numbers.count() == many);
    }
}

TEST_CASE("rows of a unit of work that is rolled back are gone, and nothing waits for them") {
    Numbers numbers;
    numbers.give(0, many);
    numbers.session.roll_back();
    CHECK(numbers.count() == 0);
}

TEST_CASE("a session that goes while rows wait leaves none") {
    const test::Scratch_folder folder;
    const std::string book = (folder.path() / "numbers.db").string();
    {
        Session session(book, true);
        session.run_script("CREATE TABLE number (n INTEGER PRIMARY KEY)");
        session.begin(Session::Access::write);
        Write insert(session, "INSERT INTO number (n) VALUES (?)");
        for (long long n = 0; n < many; ++n) {
            insert(n);
        }
    }
    Session session(book, false);
    long long count = -1;
    each_row<long long>(session, "SELECT count(*) FROM number", [&](long long n) { count = n; });
    CHECK(count == 0);
}
