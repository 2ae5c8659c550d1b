// Goal: the file itself keeps the facts, whatever program writes to it. Method: a book with a row
// in every table, and SQL from the outside.
#include "support/answer_file.hpp"
#include "support/book.hpp"

#include <sstream>

using namespace saldo;

namespace {

constexpr const char* fact_tables[] = {
    "dossier",        "dossier_document", "bank_account", "ledger_account",
    "bank_file",      "statement",        "movement",     "run_line",
    "entry",          "posting",          "event",        "match_rule",
    "match_rule_end", "answer",           "line_status",  "line_status_reason",
    "run_line_wait",  "run_file"};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> columns_of(test::Database& database, const std::string& table) {
    return lines_of(database.ask("SELECT name FROM pragma_table_info('" + table + "')"));
}

/// Another value of the same type.
std::string
other_value(test::Database& database, const std::string& table, const std::string& column) {
    const std::string type = database.ask("SELECT type FROM pragma_table_info('" + table +
                                          "') WHERE name = '" + column + "'");
    return type == "INTEGER\n" ? "coalesce(" + column + ", 0) + 1000"
           : type == "BLOB\n"  ? "x'00'"
                               : "coalesce(" + column + ", '') || 'x'";
}

/// A book with a run the bank has, and a statement with a movement in suspense.
class Full_book {
public:
    Full_book() {
        REQUIRE(book.import({test::household()}).has_value());
        book.pay("2026-02-02", "2026-02-10");
        REQUIRE(book.import(test::coda_file({{.opening = 152'040,
                                              .opening_date = "2026-01-31",
                                              .closing_date = "2026-02-03",
                                              .movements = {{.cents = 1'000, .text = "gift"}}}}))
                    .has_value());
        REQUIRE(book.answer(test::answer_file({.original_id = "R2026-0001",
                                               .said = {"ACCP", {{"NARR", "with care"}}}}))
                    .has_value());
        reconcile::Match_rule rule;
        rule.name = "gift";
        rule.subject = "income:wage";
        REQUIRE(
            book.act("an", "2026-02-04",
                     [&](app::Desk& desk) {
                         return app::add_rule(desk, {test::household().number, rule, "why", {}});
                     })
                .has_value());
        REQUIRE(book.act("jo", "2026-02-04",
                         [](app::Desk& desk) { return app::disable_rule(desk, {1}, "why not"); })
                    .has_value());
        REQUIRE(book.prepare("2026-02-04", "2026-07-31").has_value()); // some of it waits
    }

    test::Book book;
    test::Database database{book.path()};
};

} // namespace

TEST_CASE("no fact can be changed or removed") {
    Full_book full;
    for (const std::string table : fact_tables) {
        CAPTURE(table);
        const std::string before = full.database.ask("SELECT * FROM " + table);
        REQUIRE_FALSE(before.empty());
        CHECK(full.database.run("DELETE FROM " + table) == "the book only grows");
        for (const std::string& column : columns_of(full.database, table)) {
            CAPTURE(column);
            if (table == "run_line" && (column == "state" || column == "rejected")) {
                continue; // the one thing of a line that goes on
            }
            const std::string refusal =
                full.database.run("UPDATE " + table + " SET " + column + " = " +
                                  other_value(full.database, table, column));
            CHECK((refusal == "the book only grows" ||
                   refusal == "of a run line only the state changes"));
        }
        CHECK(full.database.ask("SELECT * FROM " + table) == before);
    }
    full.book.check_sound();
}

TEST_CASE("of a run only its way to the bank changes") {
    Full_book full;
    CHECK(full.database.run("DELETE FROM run") == "the book only grows");
    CHECK(full.database.run("DELETE FROM office") == "the book only grows");
    for (const std::string column :
         {"id", "number", "as_of", "through", "prepared_by", "approved_by", "approved_on",
          "content", "exported_by", "exported_on", "profiles"}) {
        CAPTURE(column);
        CHECK(full.database.run("UPDATE run SET " + column + " = " +
                                other_value(full.database, "run", column)) ==
              "what a run says stays");
    }
}

TEST_CASE("columns take only what belongs there") {
    Full_book full;

    struct Case {
        std::string sql;
        const char* refusal; ///< how SQLite's message begins
    };

    const Case cases[] = {
        {"INSERT INTO event VALUES (99, '2025-02-30', 'an', 'k', '', '[]', hex(zeroblob(32)))",
         "CHECK constraint failed"},
        {"INSERT INTO event VALUES (99, '2025-2-3', 'an', 'k', '', '[]', hex(zeroblob(32)))",
         "CHECK constraint failed"},
        {"INSERT INTO event VALUES (99, 'now', 'an', 'k', '', '[]', hex(zeroblob(32)))",
         "non-deterministic use of date()"},
        {"INSERT INTO event VALUES (99, '2025-02-28T00:00', 'an', 'k', '', '[]', "
         "hex(zeroblob(32)))",
         "CHECK constraint failed"},
        {"INSERT INTO event VALUES (99, '2025-02-28', '', 'k', '', '[]', hex(zeroblob(32)))",
         "CHECK constraint failed"},
        {"INSERT INTO event VALUES (99, '2025-02-28', 'an', 'k', '', '[]', 'short')",
         "CHECK constraint failed"},
        {"INSERT INTO event VALUES (0, '2025-02-28', 'an', 'k', '', '[]', hex(zeroblob(32)))",
         "CHECK constraint failed"},
        {"INSERT INTO posting VALUES (1, 99, 1, 'much', NULL)", "cannot store TEXT"},
        {"INSERT INTO posting VALUES (1, 99, 1, 1.5, NULL)", "cannot store REAL"},
        {"INSERT INTO posting VALUES (1, 99, 1, 100, '2025-2-9')", "CHECK constraint failed"},
        {"INSERT INTO office VALUES (2, 'Other', '0234567873')", "CHECK constraint failed"},
        {"UPDATE run SET state = 'paid'", "CHECK constraint failed"},
        {"UPDATE run_line SET state = 'paid'", "CHECK constraint failed"},
        {"UPDATE run_line SET rejected = 1", "CHECK constraint failed"},
        {"UPDATE run_line SET rejected = 2, state = 'returned'", "CHECK constraint failed"},
        {"INSERT INTO entry SELECT 99, dossier_id, 1, kind, date, reason, note, origin, "
         "movement_id, run_line_id, reverses, user, as_of, digest FROM entry WHERE id = 1",
         "UNIQUE constraint failed"},
        {"PRAGMA foreign_keys = ON; INSERT INTO posting VALUES (1, 99, 999, 100, NULL)",
         "FOREIGN KEY constraint failed"},
        {"INSERT INTO match_rule_end VALUES (1, 'again', 'an', '2026-02-28')",
         "UNIQUE constraint failed"},
        {"INSERT INTO match_rule_end VALUES (9, '', 'an', '2026-02-28')",
         "CHECK constraint failed"},
        {"INSERT INTO match_rule SELECT 9, dossier_id, '', '', 0, '', '', NULL, NULL, '', subject, "
         "'', reason, NULL, user, as_of FROM match_rule",
         "CHECK constraint failed"},
        {"INSERT INTO match_rule SELECT 9, NULL, iban, name, 0, '', '', NULL, NULL, 'main', "
         "subject, '', reason, NULL, user, as_of FROM match_rule",
         "CHECK constraint failed"},
        {"PRAGMA foreign_keys = ON; INSERT INTO suspense VALUES (999, 'nothing_fits')",
         "FOREIGN KEY constraint failed"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.sql);
        const std::string refusal = full.database.run(each.sql);
        CAPTURE(refusal);
        CHECK(refusal.starts_with(each.refusal));
    }
    full.book.check_sound();
}

TEST_CASE("an entry is reversed once") {
    Full_book full;
    const std::string reversal =
        "INSERT INTO entry SELECT 900 + number, dossier_id, 900 + number, 'reversal', date, "
        "reason, note, origin, movement_id, run_line_id, 1, user, as_of, digest FROM entry WHERE "
        "number = ";
    CHECK(full.database.run(reversal + "1") == "");
    CHECK(full.database.run(reversal + "2").starts_with("UNIQUE constraint failed"));
}
