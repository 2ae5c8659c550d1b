// Goal: dossiers enter the book all or none, and what the ledger was opened with stays. Method:
// the sample household, changed one thing at a time.
#include "app/codes.hpp"
#include "support/book.hpp"

using namespace saldo;
using app::Imported_dossier;
using dossier::Dossier;

namespace {

struct Case {
    const char* name;
    void (*change)(Dossier&);
    const char* refusal; ///< empty: taken
};

const Case cases[] = {
    {"a name", [](Dossier& each) { each.pots.at(0).name = "School"; }, ""},
    {"a new line",
     [](Dossier& each) {
         each.budget_lines.push_back(each.budget_lines.at(1));
         each.budget_lines.back().id = "garage";
     },
     ""},
    {"a line less", [](Dossier& each) { each.budget_lines.pop_back(); }, ""},
    {"a new claim",
     [](Dossier& each) {
         each.creditors.at(0).claims.push_back(each.creditors.at(0).claims.at(1));
         each.creditors.at(0).claims.back().id = "2026-1";
     },
     ""},
    {"a new empty pot",
     [](Dossier& each) {
         each.pots.push_back({"holiday", "main", "Vakantie", Money::zero(), {}});
     },
     ""},
    {"a new pot that would have been there from the start",
     [](Dossier& each) {
         each.pots.push_back({"holiday", "main", "Vakantie", Money::cents(100), {}});
     },
     "app.opening_is_fixed"},
    {"another opening of a pot", [](Dossier& each) { each.pots.at(0).opening += Money::cents(1); },
     "app.opening_is_fixed"},
    {"a pot less", [](Dossier& each) { each.pots.pop_back(); }, "app.pot_is_kept"},
    {"a pot on another account", [](Dossier& each) { each.pots.at(1).account = "main"; },
     "app.pot_is_kept"},
    {"another opening balance",
     [](Dossier& each) { each.accounts.at(0).opening->balance += Money::cents(1); },
     "app.opening_is_fixed"},
    {"another opening date",
     [](Dossier& each) { each.accounts.at(2).opening->date = test::day("2026-01-30"); },
     "app.opening_is_fixed"},
    {"another IBAN",
     [](Dossier& each) { each.accounts.at(2).iban = *party::parse_iban("BE76001020304095"); },
     "app.account_is_kept"},
    {"an account less",
     [](Dossier& each) {
         each.accounts.pop_back();
         each.pots.pop_back();
     },
     "app.account_is_kept"},
    {"a claim less", [](Dossier& each) { each.creditors.at(0).claims.pop_back(); },
     "app.claim_is_kept"},
    {"a creditor less", [](Dossier& each) { each.creditors.clear(); }, "app.claim_is_kept"},
    {"another balance of a claim",
     [](Dossier& each) { each.creditors.at(0).claims.at(1).principal += Money::cents(1); },
     "app.opening_is_fixed"},
    {"another date of a claim",
     [](Dossier& each) { each.creditors.at(0).claims.at(0).stated = test::day("2026-01-16"); },
     "app.opening_is_fixed"},
    {"the same claim, told in other components",
     [](Dossier& each) {
         each.creditors.at(0).claims.at(0).interest += Money::cents(500);
         each.creditors.at(0).claims.at(0).costs += Money::cents(-500);
     },
     ""},
    {"other facts of a claim",
     [](Dossier& each) {
         each.creditors.at(0).claims.at(1).contract.reset();
         each.creditors.at(0).claims.at(1).letters.pop_back();
     },
     ""},
    {"more that happened to a claim",
     [](Dossier& each) {
         dossier::Claim& claim = each.creditors.at(0).claims.at(1);
         claim.transfers.push_back(claim.transfers.back());
         claim.history.push_back(claim.history.back());
         claim.decisions.push_back(claim.decisions.back());
     },
     ""},
    {"a transfer less", [](Dossier& each) { each.creditors.at(0).claims.at(1).transfers.clear(); },
     "app.claim_history_is_kept"},
    {"another user of a change",
     [](Dossier& each) { each.creditors.at(0).claims.at(1).history.at(0).user = "els"; },
     "app.claim_history_is_kept"},
    {"a change before those that stand",
     [](Dossier& each) {
         auto& history = each.creditors.at(0).claims.at(1).history;
         history.insert(history.begin(), history.front());
         history.front().user = "els";
     },
     "app.claim_history_is_kept"},
    {"a decision less",
     [](Dossier& each) { each.creditors.at(0).claims.at(1).decisions.pop_back(); },
     "app.claim_history_is_kept"},
};

} // namespace

TEST_CASE("a new dossier opens its accounts, pots and claims") {
    test::Book book;
    const auto imported = book.import({test::household()});
    REQUIRE(imported.has_value());
    CHECK(imported->at(0).outcome == Imported_dossier::Outcome::added);
    CHECK(imported->at(0).version == 1);
    CHECK(book.balance("bank:main") == Money::cents(152'040));
    CHECK(book.balance("pot:main/school") == Money::cents(12'000));
    CHECK(book.balance("pot:main") == Money::cents(140'040));
    CHECK(book.balance("bank:reserve") == Money::cents(25'000));
    CHECK(book.balance("debt:energy/2025-17") == Money::cents(-55'235));
    CHECK(book.balance("debt:energy/2025-18") == Money::cents(-7'500));
    CHECK(book.look("SELECT kind FROM event ORDER BY number") == "book.opened\ndossier.added\n");
    book.check_sound();
}

TEST_CASE("the same document again changes nothing") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    const auto again = book.import({test::household()});
    REQUIRE(again.has_value());
    CHECK(again->at(0).outcome == Imported_dossier::Outcome::unchanged);
    CHECK(book.look("SELECT count(*) FROM event") == "2\n");
    CHECK(book.look("SELECT count(*) FROM dossier_document") == "1\n");
}

TEST_CASE("what may change and what may not") {
    for (const Case& each : cases) {
        CAPTURE(std::string(each.name));
        test::Book book;
        REQUIRE(book.import({test::household()}).has_value());
        const std::string before = book.look("SELECT * FROM entry");
        Dossier changed = test::household();
        each.change(changed);
        const auto imported = book.import({changed});
        CHECK(test::code_of(imported) == each.refusal);
        if (imported) {
            CHECK(imported->at(0).outcome == Imported_dossier::Outcome::changed);
            CHECK(imported->at(0).version == 2);
            const std::string document = book.ask([](app::Unit_of_work& work) {
                return work.dossiers().document(work.dossiers().all().at(0).id).text;
            });
            CHECK(document == dossier::write_document(changed));
        } else {
            CHECK(book.look("SELECT * FROM entry") == before);
            CHECK(book.look("SELECT count(*) FROM dossier_document") == "1\n");
        }
        book.check_sound();
    }
}

TEST_CASE("a new claim opens a debt and leaves the others alone") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    Dossier changed = test::household();
    changed.creditors.at(0).claims.push_back(changed.creditors.at(0).claims.at(1));
    changed.creditors.at(0).claims.back().id = "2026-1";
    REQUIRE(book.import({changed}).has_value());
    CHECK(book.balance("debt:energy/2026-1") == Money::cents(-7'500));
    CHECK(book.balance("debt:energy/2025-18") == Money::cents(-7'500));
    CHECK(book.balance("bank:main") == Money::cents(152'040));
}

TEST_CASE("a new account opens with its pots") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    Dossier changed = test::household();
    changed.accounts.push_back(changed.accounts.at(2));
    changed.accounts.back().id = "second";
    changed.accounts.back().iban = *party::parse_iban("BE25001000000682");
    changed.accounts.back().opening = {test::day("2026-02-01"), Money::cents(5'000)};
    changed.pots.push_back({"spare", "second", "Reserve", Money::cents(2'000), {}});
    REQUIRE(test::code_of(book.import({changed})) == "");
    CHECK(book.balance("bank:second") == Money::cents(5'000));
    CHECK(book.balance("pot:second/spare") == Money::cents(2'000));
    CHECK(book.balance("pot:second") == Money::cents(3'000));
    CHECK(book.proofs().size() == 3);
    book.check_sound();
}

TEST_CASE("one fault in one file keeps all files out, and each fault is named") {
    test::Book book;
    Dossier other = test::household();
    other.number = "2026-0099";
    const auto same_account = book.import({test::household(), other});
    REQUIRE_FALSE(same_account.has_value());
    CHECK(same_account.error().findings().size() == 2); // main and reserve
    CHECK(same_account.error().code() == app::account_in_other_dossier);
    CHECK(same_account.error().first().where.file == "2026-0099.json");
    CHECK(book.look("SELECT count(*) FROM dossier") == "0\n");
    CHECK(test::code_of(book.import({test::household(), test::household()})) ==
          "app.dossier_twice");
    const auto broken = book.act("an", "2026-02-01", [](app::Desk& desk) {
        return app::import_dossiers(desk, {{"a.json", "{"}, {"b.json", "[]"}});
    });
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().findings().front().where.file == "a.json");
    CHECK(broken.error().findings().back().where.file == "b.json");
}

TEST_CASE("an account that only is paid to may stand in two dossiers") {
    test::Book book;
    REQUIRE(book.import({test::household()}).has_value());
    Dossier other = test::household();
    other.number = "2026-0099";
    other.accounts.at(0).iban = *party::parse_iban("BE15735000004230");
    other.accounts.at(2).iban = *party::parse_iban("BE25001000000682");
    CHECK(test::code_of(book.import({other})) == "");
    CHECK(book.balance("bank:main") == Money::cents(2 * 152'040));
    CHECK(book.balance("bank:main", "2026-0099") == Money::cents(152'040));
    book.check_sound();
}

TEST_CASE("an office has a name") {
    test::Scratch_folder folder;
    const std::string path = (folder.path() / "saldo.db").string();
    store::create_book(path);
    const auto work = store::open_to_write(path);
    app::Desk desk(*work, {"head", test::day("2026-02-01")});
    const auto number = *party::parse_enterprise_number("0234567873");
    CHECK(test::code_of(app::init_book(desk, {"  ", number})) == "app.office_has_no_name");
    CHECK(test::code_of(app::init_book(desk, {"OCMW", number})) == "");
}
