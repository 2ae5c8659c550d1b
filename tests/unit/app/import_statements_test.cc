// Goal: a bank file enters the book whole or not at all. Method: small CODA files of the sample
// household, each with one thing that is wrong, or special.
#include "app/codes.hpp"
#include "bank/codes.hpp"
#include "support/book.hpp"

using namespace saldo;
using test::Told_statement;

namespace {

/// The first statement: the wage, and something nobody knows.
Told_statement february() {
    return {.number = 12,
            .opening = 152'040,
            .opening_date = "2026-01-31",
            .closing_date = "2026-02-03",
            .movements = {{.cents = 189'000, .iban = "BE76001020304095"},
                          {.cents = -1'234, .text = "WINKEL"}}};
}

Told_statement next(std::uint32_t number = 13) {
    return {.number = number,
            .opening = 152'040 + 189'000 - 1'234,
            .opening_date = "2026-02-03",
            .closing_date = "2026-02-04",
            .movements = {{.cents = 100, .text = "RENTE"}}};
}

struct With_household {
    With_household() { REQUIRE(book.import({test::household()}).has_value()); }

    test::Book book;
};

Findings refusal_of(test::Book& book, const std::string& bytes) {
    const std::string before = book.look("SELECT count(*) FROM entry");
    const auto imported = book.import(bytes);
    REQUIRE_FALSE(imported.has_value());
    CHECK(book.look("SELECT count(*) FROM bank_file") == "0\n");
    CHECK(book.look("SELECT count(*) FROM entry") == before);
    return imported.error().findings();
}

/// The file adds nothing: its only statement is in the book.
void check_known(test::Book& book, const std::string& bytes) {
    const std::string before = book.look("SELECT count(*) FROM movement");
    const auto imported = book.import(bytes);
    REQUIRE(imported.has_value());
    CHECK(test::left_out(*imported, app::Left_out::Why::known) == 1);
    CHECK(imported->statements.empty());
    REQUIRE(imported->findings.size() == 1);
    CHECK(imported->findings[0].code.text == app::statement_known.text);
    CHECK(imported->findings[0].severity == Severity::info);
    CHECK(book.look("SELECT count(*) FROM movement") == before);
}

std::string changed(Told_statement told, void (*change)(bank::Statement&)) {
    test::Coda_maker maker;
    bank::Statement statement = maker.statement(told);
    change(statement);
    return test::coda_bytes({statement});
}

} // namespace

TEST_CASE("a statement is booked: what is known in its place, the rest in suspense") {
    With_household with;
    const auto imported = with.book.import(test::coda_file({february()}));
    REQUIRE(imported.has_value());
    CHECK_FALSE(imported->earlier.has_value());
    REQUIRE(imported->statements.size() == 1);
    CHECK(imported->statements[0].movements == 2);
    CHECK(imported->statements[0].closing == Money::cents(152'040 + 189'000 - 1'234));
    CHECK(imported->rules.at(reconcile::Rule::iban_amount_date) == 1);
    CHECK(imported->rules.at(reconcile::Rule::suspense) == 1);
    CHECK(with.book.balance("bank:main") == Money::cents(152'040 + 189'000 - 1'234));
    CHECK(with.book.balance("income:wage") == Money::cents(-189'000));
    CHECK(with.book.balance("suspense:main") == Money::cents(1'234));
    REQUIRE(with.book.suspense().size() == 1);
    CHECK(with.book.suspense()[0].movement.communication == "WINKEL");
    with.book.check_sound();
}

TEST_CASE("what cannot be booked is refused, and nothing of it stays") {
    struct Case {
        const char* name;
        std::string bytes;
        Code code;
    };

    Told_statement dollars = february();
    dollars.currency = "USD";
    Told_statement broken = february();
    broken.opening += 1;
    const Case cases[] = {
        {"dollars", test::coda_file({dollars}), app::currency_not_euro},
        {"fractions of a cent",
         changed(february(),
                 [](bank::Statement& statement) {
                     statement.movements[0].amount += bank::Amount::units(500);
                     statement.movements[1].amount += bank::Amount::units(-500);
                 }),
         bank::fraction_of_cent},
        {"an opening balance that is not ours", test::coda_file({broken}), app::chain_broken},
        {"no bank file", "hello", bank::format_unknown},
    };
    for (const Case& each : cases) {
        CAPTURE(std::string(each.name));
        With_household with;
        const Findings findings = refusal_of(with.book, each.bytes);
        REQUIRE_FALSE(findings.empty());
        CHECK(findings.front().code.text == each.code.text);
        CHECK(findings.front().where.file == "statement.cod");
    }
}

TEST_CASE("a broken chain states both balances") {
    With_household with;
    Told_statement told = february();
    told.opening = 152'000;
    const Findings findings = refusal_of(with.book, test::coda_file({told}));
    REQUIRE(findings.size() == 1);
    CHECK(test::param(findings[0], "stated") == "1520.00");
    CHECK(test::param(findings[0], "computed") == "1520.40");
    CHECK(test::param(findings[0], "dossier") == test::household().number);
    CHECK(findings[0].where.line > 0);
}

TEST_CASE("a file whose movements do not lead to its closing balance is refused") {
    With_household with;
    const Findings findings =
        refusal_of(with.book, changed(february(), [](bank::Statement& statement) {
                       statement.closing = test::Coda_maker::euro(1);
                   }));
    CHECK(findings.front().code.text == bank::balance_mismatch.text);
}

TEST_CASE("an extract is refused") {
    With_household with;
    const Findings findings = refusal_of(
        with.book,
        changed(february(), [](bank::Statement& statement) { statement.is_partial = true; }));
    CHECK(findings.front().code.text == app::statement_is_partial.text);
}

TEST_CASE("the same bytes again change nothing, whatever the file is called") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({february()}), "first.cod").has_value());
    const std::string before = with.book.look("SELECT count(*) FROM event");
    const auto again = with.book.import(test::coda_file({february()}), "second.cod");
    REQUIRE(again.has_value());
    REQUIRE(again->earlier.has_value());
    CHECK(again->earlier->name == "first.cod");
    CHECK(again->statements.empty());
    CHECK(with.book.look("SELECT count(*) FROM event") == before);
    CHECK(with.book.look("SELECT count(*) FROM bank_file") == "1\n");
}

TEST_CASE("a statement of the book in another file is known") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({february()})).has_value());
    REQUIRE(with.book.import(test::coda_file({next()})).has_value());
    Told_statement again = february();
    again.movements[1].text = "ANDERE WOORDEN";
    check_known(with.book, test::coda_file({again}));
    // Its balances are those of the book only while nothing happened on the account.
    Told_statement last = next();
    last.movements[0].text = "ANDERE WOORDEN";
    check_known(with.book, test::coda_file({last}));
    with.book.check_sound();
}

TEST_CASE("a known statement is known even if the balance came back to where it began") {
    With_household with;
    const auto there_and_back = [](std::uint32_t number, const char* from, const char* to,
                                   const char* text) {
        return Told_statement{
            .number = number,
            .opening = 152'040,
            .opening_date = from,
            .closing_date = to,
            .movements = {{.cents = 5'000, .text = text}, {.cents = -5'000, .text = text}}};
    };
    REQUIRE(
        with.book.import(test::coda_file({there_and_back(12, "2026-01-31", "2026-02-03", "EEN")}))
            .has_value());
    const auto again = test::coda_file({there_and_back(12, "2026-01-31", "2026-02-03", "TWEE")});
    check_known(with.book, again);
    REQUIRE(
        with.book.import(test::coda_file({there_and_back(13, "2026-02-03", "2026-02-04", "DRIE")}))
            .has_value());
    const auto once_more =
        test::coda_file({there_and_back(12, "2026-01-31", "2026-02-03", "VIER")});
    check_known(with.book, once_more);
    CHECK(with.book.look("SELECT count(*) FROM movement") == "4\n");
}

TEST_CASE("the same statement twice in one file is booked once") {
    With_household with;
    Told_statement still{
        .number = 12,
        .opening = 152'040,
        .opening_date = "2026-01-31",
        .closing_date = "2026-02-03",
        .movements = {{.cents = 5'000, .text = "HEEN"}, {.cents = -5'000, .text = "WEER"}}};
    const auto imported = with.book.import(test::coda_file({still, still}));
    REQUIRE(imported.has_value());
    CHECK(imported->statements.size() == 1);
    CHECK(test::left_out(*imported, app::Left_out::Why::known) == 1);
    CHECK(with.book.look("SELECT count(*) FROM movement") == "2\n");
    with.book.check_sound();
}

TEST_CASE("a hole in the numbers is a warning while the balances follow") {
    With_household with;
    REQUIRE(with.book.import(test::coda_file({february()})).has_value());
    const auto imported = with.book.import(test::coda_file({next(15)}));
    REQUIRE(imported.has_value());
    REQUIRE(imported->findings.size() == 1);
    CHECK(imported->findings[0].code.text == bank::chain_number_gap.text);
    CHECK(imported->findings[0].severity == Severity::warning);
    CHECK(test::param(imported->findings[0], "dossier") == test::household().number);
    with.book.check_sound();
}

TEST_CASE("several statements in one file, of one account and of two") {
    With_household with;
    const Told_statement reserve{.number = 2,
                                 .opening = 25'000,
                                 .opening_date = "2026-01-31",
                                 .closing_date = "2026-02-04",
                                 .movements = {{.cents = 55, .text = "RENTE"}},
                                 .iban = test::reserve_iban};
    const auto imported = with.book.import(test::coda_file({february(), reserve, next()}));
    REQUIRE(imported.has_value());
    CHECK(imported->statements.size() == 3);
    CHECK(with.book.balance("bank:reserve") == Money::cents(25'055));
    CHECK(with.book.look("SELECT count(*) FROM statement") == "3\n");
    with.book.check_sound();
}

TEST_CASE("an account without movements") {
    With_household with;
    Told_statement quiet = february();
    quiet.movements.clear();
    const auto imported = with.book.import(test::coda_file({quiet}));
    REQUIRE(imported.has_value());
    CHECK(imported->statements[0].movements == 0);
    CHECK(with.book.proofs()[0].statement_date == test::day("2026-02-03"));
    with.book.check_sound();
}

TEST_CASE("money between two accounts of the household comes to nothing in the end") {
    With_household with;
    Told_statement main = february();
    main.movements = {{.cents = -4'000, .iban = test::reserve_iban}};
    const Told_statement reserve{.number = 2,
                                 .opening = 25'000,
                                 .opening_date = "2026-01-31",
                                 .closing_date = "2026-02-03",
                                 .movements = {{.cents = 4'000, .iban = test::main_iban}},
                                 .iban = test::reserve_iban};
    const auto first = with.book.import(test::coda_file({main}));
    REQUIRE(first.has_value());
    CHECK(first->rules.at(reconcile::Rule::own_account) == 1);
    CHECK(with.book.balance("transfer") == Money::cents(4'000));
    REQUIRE(with.book.import(test::coda_file({reserve})).has_value());
    CHECK(with.book.balance("transfer") == Money::zero());
    with.book.check_sound();
}

TEST_CASE("a total is explained by its details") {
    With_household with;
    Told_statement told = february();
    told.movements = {{.cents = 189'500,
                       .details = {{.cents = 189'000, .iban = "BE76001020304095"},
                                   {.cents = 500, .text = "ONBEKEND"}}}};
    const auto imported = with.book.import(test::coda_file({told}));
    REQUIRE(imported.has_value());
    CHECK(imported->statements[0].movements == 1);
    CHECK(imported->rules.at(reconcile::Rule::iban_amount_date) == 1);
    CHECK(imported->rules.at(reconcile::Rule::suspense) == 1);
    CHECK(with.book.balance("income:wage") == Money::cents(-189'000));
    CHECK(with.book.balance("suspense:main") == Money::cents(-500));
    CHECK(with.book.look("SELECT count(*) FROM entry WHERE kind = 'movement'") == "1\n");
    REQUIRE(with.book.suspense().size() == 1);
    CHECK(with.book.suspense()[0].movement.amount == Money::cents(500));
    CHECK(with.book.suspense()[0].movement.total.has_value());
    with.book.check_sound();
}

TEST_CASE("details that do not make up their total leave it whole") {
    With_household with;
    Told_statement told = february();
    told.movements = {{.cents = 189'500,
                       .details = {{.cents = 189'000, .iban = "BE76001020304095"},
                                   {.cents = 400, .text = "ONBEKEND"}}}};
    const auto imported = with.book.import(test::coda_file({told}));
    REQUIRE(imported.has_value());
    CHECK(imported->findings.size() == 1);
    CHECK(imported->findings[0].code.text == bank::details_mismatch.text);
    CHECK(with.book.balance("suspense:main") == Money::cents(-189'500));
    REQUIRE(with.book.suspense().size() == 1);
    CHECK_FALSE(with.book.suspense()[0].movement.total.has_value());
    with.book.check_sound();
}
