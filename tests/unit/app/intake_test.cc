// Goal: what the book has is not taken twice, whatever file or format it comes in, and nothing that
// is new is lost. Method: CODA statements first, then the same days told again in other statements;
// the balances at the end are sums made by hand.
#include "app/codes.hpp"
#include "app/find_origin.hpp"
#include "app/statement_gaps.hpp"
#include "support/book.hpp"

using namespace saldo;
using test::Told_statement;

namespace {

constexpr std::int64_t start = 152'040;

Told_statement first_days() {
    return {.number = 12,
            .opening = start,
            .opening_date = "2026-01-31",
            .closing_date = "2026-02-03",
            .movements = {{.cents = -1'000, .text = "EEN"},
                          {.cents = -1'000, .text = "TWEE"},
                          {.cents = 5'000, .iban = "BE76001020304095"}}};
}

struct With_household {
    With_household() { REQUIRE(book.import({test::household()}).has_value()); }

    test::Book book;
};

Findings findings_of(const app::Imported_file& file, Code code) {
    Findings findings;
    for (const Finding& finding : file.findings) {
        if (finding.code.text == code.text) {
            findings.push_back(finding);
        }
    }
    return findings;
}

} // namespace

TEST_CASE("an overlapping statement brings only what is new") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({first_days()})).has_value());
    Told_statement wider = first_days();
    wider.number = 0;
    wider.closing_date = "2026-02-04";
    for (test::Told_movement& movement : wider.movements) {
        movement.booked = "2026-02-03";
    }
    wider.movements.push_back({.cents = -250, .text = "DRIE", .booked = "2026-02-04"});
    const auto imported = with.book.import(test::coda_file({wider}));
    REQUIRE(imported.has_value());
    REQUIRE(imported->statements.size() == 1);
    CHECK(imported->statements[0].movements == 1);
    CHECK(imported->statements[0].opening == Money::cents(start + 3'000));
    CHECK(imported->statements[0].closing == Money::cents(start + 3'000 - 250));
    const Findings known = findings_of(*imported, app::movements_known);
    REQUIRE(known.size() == 1);
    CHECK(test::param(known[0], "known") == "3");
    CHECK(test::param(known[0], "new") == "1");
    CHECK(with.book.balance("bank:main") == Money::cents(start + 3'000 - 250));
    with.book.check_sound();
}

TEST_CASE("an overlapping statement that does not lead to its closing balance is refused") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({first_days()})).has_value());
    Told_statement other = first_days();
    other.number = 0;
    other.movements[1].cents = -1'001; // not the one the book has
    CHECK(test::code_of(with.book.import(test::coda_file({other}))) == "app.chain_broken");
    other.number = 12;
    CHECK(test::code_of(with.book.import(test::coda_file({other}))) == "app.statement_differs");
    with.book.check_sound();
}

TEST_CASE("a twin more than the book has is new") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({first_days()})).has_value());
    Told_statement twins = first_days();
    twins.number = 0;
    twins.movements.push_back({.cents = -1'000, .text = "EEN"});
    const auto imported = with.book.import(test::coda_file({twins}));
    REQUIRE(imported.has_value());
    REQUIRE(imported->statements.size() == 1);
    CHECK(imported->statements[0].movements == 1);
    CHECK(with.book.balance("bank:main") == Money::cents(start + 2'000));
    with.book.check_sound();
}

TEST_CASE("a statement of an account in no dossier waits, and comes in with the dossier") {
    test::Book book;
    const std::string bytes = test::coda_file({first_days()});
    const auto imported = book.import(bytes);
    REQUIRE(imported.has_value());
    CHECK(test::left_out(*imported, app::Left_out::Why::waits) == 1);
    CHECK(imported->statements.empty());
    REQUIRE(imported->findings.size() == 1);
    CHECK(imported->findings[0].code.text == app::statement_waits.text);
    CHECK(imported->findings[0].severity == Severity::warning);
    const auto take_in = [&] {
        return book.act("an", "2026-02-11", [](app::Desk& desk) {
            return Result<app::Taken_in>(app::take_in_waiting(desk));
        });
    };
    CHECK(take_in()->statements.empty());
    CHECK(book.look("SELECT count(*) FROM waiting_statement") == "1\n");
    REQUIRE(book.import({test::household()}).has_value());
    const auto taken = take_in();
    REQUIRE(taken->statements.size() == 1);
    CHECK(taken->statements[0].movements == 3);
    CHECK(book.balance("bank:main") == Money::cents(start + 3'000));
    CHECK(book.look("SELECT count(*) FROM waiting_statement") == "0\n");
    CHECK(take_in()->statements.empty());
    CHECK(book.import(bytes)->earlier.has_value());
    book.check_sound();
}

TEST_CASE("a waiting statement that does not follow on the dossier's opening waits on") {
    test::Book book;
    Told_statement later = first_days();
    later.opening = start + 1;
    REQUIRE(book.import(test::coda_file({later})).has_value());
    REQUIRE(book.import({test::household()}).has_value());
    const auto taken = book.act("an", "2026-02-11", [](app::Desk& desk) {
        return Result<app::Taken_in>(app::take_in_waiting(desk));
    });
    CHECK(taken->statements.empty());
    REQUIRE(taken->findings.size() == 1);
    CHECK(taken->findings[0].code.text == app::chain_broken.text);
    CHECK(taken->findings[0].severity == Severity::warning);
    CHECK(book.look("SELECT count(*) FROM waiting_statement") == "1\n");
    book.check_sound();
}

TEST_CASE("the statements of other accounts are booked while one waits") {
    With_household with;
    Told_statement unknown = first_days();
    unknown.iban = "BE68539007547034";
    const auto imported = with.book.import(test::coda_file({unknown, first_days()}));
    REQUIRE(imported.has_value());
    CHECK(test::left_out(*imported, app::Left_out::Why::waits) == 1);
    CHECK(imported->statements.size() == 1);
    with.book.check_sound();
}

TEST_CASE("the bytes of a file are kept, and an entry leads to them") {
    With_household with;
    const std::string bytes = test::coda_file({first_days()});
    REQUIRE(with.book.import(bytes).has_value());
    const auto work = store::open_to_read(with.book.path());
    CHECK(work->bank_files().part({1}, 1) == bytes);
    CHECK(work->bank_files().part({1}, 2).empty());
    const std::string number = test::household().number;
    std::string last;
    work->journal().each_entry({1}, [&](const app::Entry& entry) {
        if (entry.draft.kind == ledger::Entry_kind::movement) {
            last = number + ":" + std::to_string(entry.number);
        }
    });
    const auto origin = app::find_origin(*work, last);
    REQUIRE(origin.has_value());
    CHECK(origin->file.sha256 == sha256(bytes));
    CHECK(origin->place.line > 0);
    CHECK(test::code_of(app::find_origin(*work, number + ":1")) == "app.entry_without_movement");
    CHECK(test::code_of(app::find_origin(*work, number + ":999")) == "app.entry_unknown");
    CHECK(test::code_of(app::find_origin(*work, number)) == "app.entry_unknown");
    CHECK(test::code_of(app::find_origin(*work, "NIEMAND:1")) == "app.entry_unknown");
}

TEST_CASE("bytes of a file that were changed are found by the verification") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({first_days()})).has_value());
    test::Database database(with.book.path());
    database.run("DROP TRIGGER bank_file_unchanged");
    database.run(
        "UPDATE bank_file SET sha256 = '0' || substr(sha256, 2) WHERE sha256 NOT LIKE '0%'");
    database.run("UPDATE bank_file SET sha256 = '1' || substr(sha256, 2) WHERE sha256 LIKE '0%'");
    const auto work = store::open_to_read(with.book.path());
    const Findings findings = app::verify_book(*work).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code.text == app::file_changed.text);
}

namespace {

/// The first days as the export of another channel tells them: newest first, without balances,
/// EndToEndIds or statements.
std::string export_of_first_days(const std::string& more = "") {
    const std::string account = "BE80 0010 0000 0177";
    return "Rekening;Boekdatum;Valutadatum;Referentie;Beschrijving;Bedrag;Munt;Verrichtingsdatum;"
           "Rekening tegenpartij;Naam tegenpartij;Mededeling\r\n" +
           more + account +
           ";03-02-2026;03-02-2026;AAAAAAAAAAAAAAA3;Storting;50,00;EUR;03-02-2026;"
           "BE76 0010 2030 4095;Werkgever;\r\n" +
           account +
           ";03-02-2026;03-02-2026;AAAAAAAAAAAAAAA2;Betaling;-10,00;EUR;03-02-2026;;;TWEE\r\n" +
           account +
           ";03-02-2026;03-02-2026;AAAAAAAAAAAAAAA1;Betaling;-10,00;EUR;03-02-2026;;;EEN\r\n";
}

std::string one_more_day() {
    return "BE80 0010 0000 0177;04-02-2026;04-02-2026;AAAAAAAAAAAAAAA4;Betaling;-2,50;EUR;"
           "04-02-2026;;;DRIE\r\n";
}

} // namespace

TEST_CASE("an export of days the book has adds nothing") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({first_days()})).has_value());
    const auto imported = with.book.import(export_of_first_days(), "export.csv");
    REQUIRE(imported.has_value());
    CHECK(test::left_out(*imported, app::Left_out::Why::known) == 1);
    CHECK(imported->statements.empty());
    CHECK(with.book.look("SELECT count(*) FROM movement") == "3\n");
    with.book.check_sound();
}

TEST_CASE("an export that overlaps brings the days the book lacks, and says nothing proves it") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({first_days()})).has_value());
    const auto imported = with.book.import(export_of_first_days(one_more_day()), "export.csv");
    REQUIRE(imported.has_value());
    REQUIRE(imported->statements.size() == 1);
    CHECK(imported->statements[0].movements == 1);
    CHECK(findings_of(*imported, app::list_not_proved).size() == 1);
    CHECK(with.book.balance("bank:main") == Money::cents(start + 3'000 - 250));
    // The bank's own statement of that day comes after: it is known, and its balance agrees.
    const Told_statement after{.number = 13,
                               .opening = start + 3'000,
                               .opening_date = "2026-02-03",
                               .closing_date = "2026-02-04",
                               .movements = {{.cents = -250, .text = "DRIE"}}};
    const auto known = with.book.import(test::coda_file({after}));
    REQUIRE(known.has_value());
    CHECK(test::left_out(*known, app::Left_out::Why::known) == 1);
    CHECK(with.book.look("SELECT count(*) FROM movement") == "4\n");
    with.book.check_sound();
}

TEST_CASE("statements after an export are proved against what the export brought") {
    With_household with;
    REQUIRE(with.book.import(export_of_first_days(), "export.csv").has_value());
    Told_statement whole = first_days();
    whole.closing_date = "2026-02-04";
    for (test::Told_movement& movement : whole.movements) {
        movement.booked = "2026-02-03";
    }
    whole.movements.push_back({.cents = -250, .text = "DRIE", .booked = "2026-02-04"});
    const auto imported = with.book.import(test::coda_file({whole}));
    REQUIRE(imported.has_value());
    REQUIRE(imported->statements.size() == 1);
    CHECK(imported->statements[0].movements == 1);
    CHECK(with.book.balance("bank:main") == Money::cents(start + 3'000 - 250));
    with.book.check_sound();
}

TEST_CASE("gaps in the numbers are listed with what stands on both sides") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({first_days()})).has_value());
    const auto later = [](std::uint32_t number, const char* from, const char* to) {
        return Told_statement{
            .number = number,
            .opening = start + 3'000,
            .opening_date = from,
            .closing_date = to,
            .movements = {{.cents = 700, .text = to}, {.cents = -700, .text = to}}};
    };
    REQUIRE(with.book.import(test::coda_file({later(13, "2026-02-03", "2026-02-04")})).has_value());
    REQUIRE(with.book.import(test::coda_file({later(16, "2026-02-04", "2026-02-08")})).has_value());
    const auto work = store::open_to_read(with.book.path());
    const auto gaps = app::statement_gaps(*work);
    REQUIRE(gaps.size() == 1);
    CHECK(gaps[0].before.number == 13);
    CHECK(gaps[0].after.number == 16);
    CHECK(gaps[0].missing == 2);
    CHECK(gaps[0].dossier == test::household().number);
}
