// Goal: a unit of work commits only rows that refer to rows that are there. Method: the references
// of the form of the book, asked of SQLite itself; for each table a row that points past the end,
// or a number that is left out, written behind the back of the stores.
#include "store/references.hpp"
#include "support/book.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <vector>

using namespace saldo;
using namespace saldo::store;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    return lines;
}

/// A book with a dossier, a statement of one movement, a run and an answer to it: each table has a
/// row.
struct Month {
    Month() {
        REQUIRE(book.import({test::household()}).has_value());
        static_cast<void>(book.pay("2026-02-01", "2026-02-28"));
    }

    test::Book book;
};

} // namespace

TEST_CASE("every reference of the book's form is proved") {
    const test::Book book;
    const std::string declared =
        book.look("SELECT t.name || '.' || f.\"from\" || ' -> ' || f.\"table\" || '.' || f.\"to\" "
                  "FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'");
    CHECK(lines_of(proved_references()) == lines_of(declared));
}

TEST_CASE("a row that refers to none, or leaves out a number, is told before the unit commits") {
    struct Case {
        const char* row;
        const char* told;
    };

    const Case cases[] = {
        {"INSERT INTO posting VALUES ((SELECT max(id) FROM entry), 9, 1, 100, NULL)", ""},
        {"INSERT INTO posting VALUES ((SELECT max(id) + 1 FROM entry), 1, 1, 100, NULL)",
         "a row of posting refers by entry_id to no row of entry"},
        {"INSERT INTO suspense VALUES (1000, 'nothing_fits')",
         "a row of suspense refers by movement_id to no row of movement"},
        {"INSERT INTO balance VALUES (1000, 5)",
         "a row of balance refers by ledger_account_id to no row of ledger_account"},
        {"INSERT INTO ledger_account SELECT max(id) + 1, 99, 'bank', 'x', '' FROM ledger_account",
         "a row of ledger_account refers by dossier_id to no row of dossier"},
        {"INSERT INTO ledger_account SELECT max(id) + 1, 0, 'bank', 'x', '' FROM ledger_account",
         "a row of ledger_account refers by dossier_id to no row of dossier"},
        {"INSERT INTO ledger_account SELECT max(id) + 2, 1, 'bank', 'x', '' FROM ledger_account",
         "numbers of ledger_account are left out after "},
        {"INSERT INTO dossier VALUES (3, 'BB-2026-3')", "numbers of dossier are left out after 1"},
        {"INSERT INTO dossier_document VALUES (2, 1, '2026-02-01', 'an', '{}')",
         "a row of dossier_document refers by dossier_id to no row of dossier"},
        {"INSERT INTO plan_terms VALUES (2, '1', '{}', 'an', '2026-02-01')",
         "a row of plan_terms refers by dossier_id to no row of dossier"},
        {"INSERT INTO bank_file_part VALUES (1, 7, 1, 1, x'00')",
         "a row of bank_file_part refers by bank_file_id to no row of bank_file"},
        {"INSERT INTO waiting_statement VALUES (7, 'BE', 1)",
         "a row of waiting_statement refers by bank_file_id to no row of bank_file"},
        {"INSERT INTO bank_file VALUES (1, 'f', printf('%064d', 0), 'pain.002', 1, '2026-02-01', "
         "'an'); INSERT INTO answer VALUES (1, 2, 'M', '')",
         "a row of answer refers by run_id to no row of run"},
        {"INSERT INTO bank_file VALUES (1, 'f', printf('%064d', 0), 'pain.002', 1, '2026-02-01', "
         "'an'); INSERT INTO line_status VALUES (1, 1, 'group', 'RJCT')",
         "a row of line_status refers to no row of answer"},
        {"INSERT INTO line_status_reason VALUES (1, 1, 1, 'AC04', 0, '')",
         "a row of line_status_reason refers to no row of line_status"},
        {"INSERT INTO match_rule_end VALUES (4, 'over', 'an', '2026-02-01')",
         "a row of match_rule_end refers by match_rule_id to no row of match_rule"},
        {"INSERT INTO run_line SELECT max(id) + 1, 2, position, dossier_id, subject, account_key, "
         "pot, priority, due, cents, short_by, execution_date, payee_name, payee_iban, payee_bic, "
         "remittance_kind, remittance, decision, reason, '', 'not_paid', 0 FROM run_line",
         "a row of run_line refers by run_id to no row of run"},
        {"INSERT INTO entry SELECT max(id) + 1, dossier_id, max(number) + 1, kind, date, reason, "
         "note, origin, 1, run_line_id, 0, user, as_of, digest FROM entry",
         "a row of entry refers by movement_id to no row of movement"},
    };
    const Month month;
    for (const Case& each : cases) {
        CAPTURE(each.row);
        Session session(month.book.path(), false);
        session.begin(Session::Access::write);
        References references(session);
        session.run_script(each.row);
        std::string told;
        try {
            references.prove();
        } catch (const Dangling& why) {
            told = why.what();
        }
        CHECK(told.starts_with(each.told));
        CHECK(told.empty() == std::string(each.told).empty());
        session.roll_back();
    }
    month.book.check_sound();
}
