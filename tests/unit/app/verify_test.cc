// Goal: whatever is done to a book behind the program's back, the proof names it with the right
// code and place. Method: a book with a month in it, its triggers dropped, one thing changed.
#include "app/codes.hpp"
#include "support/book.hpp"

using namespace saldo;

namespace {

/// Two statements and a run that the bank has.
class Month {
public:
    Month() {
        REQUIRE(book.import({test::household()}).has_value());
        book.pay("2026-02-02", "2026-02-10");
        REQUIRE(test::code_of(book.import(statement(12, 152'040, "2026-01-31", "2026-02-03"))) ==
                "");
        REQUIRE(test::code_of(book.import(statement(13, 153'040, "2026-02-03", "2026-02-04"))) ==
                "");
    }

    /// Does what the triggers forbid.
    void tamper(const std::string& script) {
        test::Database database(book.path());
        for (const char* table :
             {"entry", "posting", "statement", "movement", "event", "run_file"}) {
            const std::string name(table);
            REQUIRE(database.run("DROP TRIGGER " + name + "_unchanged; DROP TRIGGER " + name +
                                 "_kept") == "");
        }
        REQUIRE(database.run(script) == "");
    }

    test::Book book;

private:
    static std::string
    statement(std::uint32_t number, std::int64_t opening, const char* from, const char* to) {
        return test::coda_file(
            {{.number = number,
              .opening = opening,
              .opening_date = from,
              .closing_date = to,
              .movements = {{.cents = 700, .text = "A"}, {.cents = 300, .text = "B"}}}});
    }
};

struct Case {
    std::string script;
    std::vector<Code> codes; ///< in order, each once or more
    const char* param;       ///< of the first finding
    std::string value;
};

const std::string dossier_number = "2026-0012";

const Case cases[] = {
    {"UPDATE posting SET cents = cents + 1 WHERE entry_id = 2 AND position = 1",
     {app::entry_unbalanced, app::chain_link_wrong, app::balance_wrong},
     "entry",
     "2"},
    {"UPDATE posting SET cents = cents + iif(cents < 0, -1, 1) WHERE entry_id = (SELECT p.entry_id "
     "FROM posting p JOIN ledger_account a ON a.id = p.ledger_account_id "
     "WHERE a.code = 'debt:energy/2025-18')",
     {app::chain_link_wrong, app::balance_wrong},
     "",
     ""},
    {"UPDATE posting SET due = '2026-02-07' WHERE due IS NOT NULL",
     {app::chain_link_wrong},
     "",
     ""},
    {"UPDATE entry SET user = 'jo' WHERE number = 3", {app::chain_link_wrong}, "entry", "3"},
    {"UPDATE entry SET date = '2026-02-07' WHERE number = 3",
     {app::chain_link_wrong},
     "entry",
     "3"},
    {"UPDATE entry SET reason = 'x' WHERE number = 3", {app::chain_link_wrong}, "entry", "3"},
    {"UPDATE entry SET digest = replace(digest, substr(digest, 1, 1), '0') WHERE number = 3",
     {app::chain_link_wrong},
     "entry",
     "3"},
    {"UPDATE entry SET number = 99 WHERE number = 3",
     {app::entry_number_wrong, app::chain_link_wrong, app::entry_number_wrong},
     "stated",
     "99"},
    {"DELETE FROM posting WHERE entry_id = 3; DELETE FROM entry WHERE id = 3",
     {app::entry_number_wrong, app::chain_link_wrong, app::balance_wrong},
     "stated",
     "4"},
    {"DELETE FROM posting WHERE entry_id = 3",
     {app::entry_unbalanced, app::chain_link_wrong, app::balance_wrong},
     "entry",
     "3"},
    {"DELETE FROM posting WHERE entry_id = (SELECT max(id) FROM entry)",
     {app::entry_unbalanced, app::chain_link_wrong, app::balance_wrong},
     "",
     ""},
    {"UPDATE balance SET cents = cents + 5 WHERE ledger_account_id = 1",
     {app::balance_wrong},
     "ledger_account",
     "1"},
    {"DELETE FROM balance WHERE ledger_account_id = 1",
     {app::balance_wrong},
     "ledger_account",
     "1"},
    {"UPDATE statement SET opening = opening + 1 WHERE id = 2",
     {app::statement_chain_wrong, app::statement_sum_wrong},
     "statement",
     "2"},
    {"UPDATE statement SET closing = closing + 1 WHERE id = 2",
     {app::statement_sum_wrong},
     "statement",
     "2"},
    {"UPDATE statement SET closing = closing + 1 WHERE id = 1",
     {app::statement_sum_wrong, app::statement_chain_wrong},
     "statement",
     "1"},
    {"UPDATE statement SET movements = 3 WHERE id = 1",
     {app::statement_sum_wrong},
     "statement",
     "1"},
    {"UPDATE movement SET cents = cents + 1 WHERE id = 1",
     {app::statement_sum_wrong},
     "statement",
     "1"},
    {"UPDATE event SET user = 'jo' WHERE number = 1", {app::event_chain_wrong}, "event", "1"},
    {"UPDATE event SET facts = replace(facts, 'R2026', 'R2027') WHERE kind = 'run.prepared'",
     {app::event_chain_wrong},
     "event",
     "3"},
    {"UPDATE run_file SET sha256 = replace(sha256, substr(sha256, 1, 1), '0')",
     {app::file_changed},
     "file",
     "R2026-0001"},
    {"DELETE FROM run_file", {app::file_changed}, "computed", ""},
    {"DROP TRIGGER run_fixed; UPDATE run SET profiles = profiles || ' '",
     {app::run_content_changed},
     "run",
     "R2026-0001"},
    {"DELETE FROM event WHERE number = 2",
     {app::event_chain_wrong, app::document_changed},
     "event",
     "3"},
};

/// The codes of findings, without repetitions next to each other.
std::string codes_of(const Findings& findings) {
    std::string text;
    std::string last;
    for (const Finding& finding : findings) {
        if (finding.code.text != last) {
            last = finding.code.text;
            text += last + "\n";
        }
    }
    return text;
}

} // namespace

TEST_CASE("an honest book") {
    const Month month;
    const app::Verification result = month.book.verify();
    CHECK(result.findings.empty());
    CHECK(result.dossiers == 1);
    CHECK(std::to_string(result.entries) + "\n" == month.book.look("SELECT count(*) FROM entry"));
    CHECK(result.statements == 2);
    CHECK(std::to_string(result.events) + "\n" == month.book.look("SELECT count(*) FROM event"));
    month.book.check_sound();
}

TEST_CASE("what was done behind the program's back") {
    for (const Case& each : cases) {
        CAPTURE(each.script);
        Month month;
        month.tamper(each.script);
        const Findings findings = month.book.verify().findings;
        std::string expected;
        for (const Code code : each.codes) {
            expected += std::string(code.text) + "\n";
        }
        CHECK(codes_of(findings) == expected);
        if (!findings.empty() && each.param[0] != '\0') {
            CHECK(test::param(findings.front(), each.param) == each.value);
        }
    }
}

TEST_CASE("the proof per account shows the difference and its cause") {
    using Cause = app::Difference_cause;

    struct Difference {
        std::string script;
        Cause cause;
        std::int64_t cents;
    };

    const std::string posting_on = "UPDATE posting SET cents = cents + 7 WHERE entry_id = 1 AND "
                                   "ledger_account_id = (SELECT id FROM ledger_account WHERE ";
    const Difference differences[] = {
        {posting_on + "code = 'bank:main')", Cause::ledger_not_statement, 7},
        {posting_on + "code = 'pot:main')", Cause::pots_not_ledger, -7},
        {"UPDATE statement SET closing = closing + 7 WHERE id = 2", Cause::ledger_not_statement,
         -7},
        {"DELETE FROM movement WHERE statement_id = 2; DELETE FROM statement WHERE id = 2",
         Cause::ledger_not_statement, 1'000},
    };
    for (const Difference& each : differences) {
        CAPTURE(each.script);
        Month month;
        month.tamper("PRAGMA foreign_keys = OFF;" + each.script);
        const auto proofs = month.book.proofs();
        REQUIRE(proofs.size() == 2);
        CHECK((proofs[0].cause == each.cause));
        CHECK(proofs[0].difference == Money::cents(each.cents));
        CHECK((proofs[1].cause == Cause::none));
    }
}

TEST_CASE("what is kept beside the postings plays no part in the proof per account") {
    Month month;
    month.tamper("UPDATE balance SET cents = cents + 5");
    for (const app::Account_proof& proof : month.book.proofs()) {
        CHECK(proof.difference == Money::zero());
    }
    CHECK_FALSE(month.book.verify().findings.empty());
}

TEST_CASE("the same requests make the same book") {
    const Month one;
    const Month two;
    for (const char* query :
         {"SELECT number, digest FROM entry ORDER BY id",
          "SELECT number, digest FROM event ORDER BY number", "SELECT number, content FROM run",
          "SELECT * FROM run_file ORDER BY run_id, number"}) {
        CHECK(one.book.look(query) == two.book.look(query));
        CHECK_FALSE(one.book.look(query).empty());
    }
}
