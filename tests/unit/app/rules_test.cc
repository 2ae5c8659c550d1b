// Goal: what a person decided once is remembered for the dossier or the office, tells on whom it
// would fall, and ends without a trace being lost. Method: books of one and two households.
#include "app/codes.hpp"
#include "support/book.hpp"

using namespace saldo;
using reconcile::Match_rule;
using reconcile::Rule;

namespace {

constexpr const char* plumber = "BE44363000000545";

Match_rule rule_to(std::string subject) {
    Match_rule rule;
    rule.subject = std::move(subject);
    return rule;
}

Match_rule by_name(std::string subject, std::string name) {
    Match_rule rule = rule_to(std::move(subject));
    rule.name = std::move(name);
    return rule;
}

/// A household whose statements follow on each other.
struct Household {
    Household() { REQUIRE(book.import({test::household()}).has_value()); }

    /// One statement with these movements; gives the number of the first.
    Movement_id statement(const std::vector<test::Told_movement>& movements) {
        const app::Account_proof last = book.proofs().at(0);
        const std::int64_t before = std::stoll(book.look("SELECT count(*) FROM movement"));
        REQUIRE(test::code_of(book.import(test::coda_file(
                    {{.number = ++number,
                      .opening = last.statement.cents(),
                      .opening_date = calendar::format(last.statement_date),
                      .closing_date = calendar::format(last.statement_date.plus_days(7)),
                      .movements = movements}}))) == "");
        return {before + 1};
    }

    [[nodiscard]] Rule rule_of(Movement_id movement) const {
        return book.story(movement).places.at(0).part.explanation.rule;
    }

    auto add(const app::New_rule& rule) {
        return book.act("an", "2026-02-20",
                        [&](app::Desk& desk) { return app::add_rule(desk, rule); });
    }

    auto disable(Match_rule_id rule) {
        return book.act("jo", "2026-02-21", [&](app::Desk& desk) {
            return app::disable_rule(desk, rule, "the plumber stopped");
        });
    }

    [[nodiscard]] auto test(Match_rule_id rule) const {
        return book.ask([&](app::Unit_of_work& work) { return app::test_rule(work, rule); });
    }

    test::Book book;
    std::uint32_t number = 11;
    const std::string dossier = test::household().number;
};

} // namespace

TEST_CASE("a decision is remembered, and the next movement needs no person") {
    Household with;
    const Movement_id first = with.statement({{.cents = -9'000, .iban = plumber}});
    const auto assigned =
        with.book.assign({first, "expense:rent", {}, "repairs are the landlord's", true});
    REQUIRE(test::code_of(assigned) == "");
    CHECK(assigned->rule == Match_rule_id{1});
    CHECK(with.book.look("SELECT iban, name, sign, subject, reason, movement_id, user "
                         "FROM match_rule") == "BE44363000000545||debit|expense:rent|repairs are "
                                               "the landlord's|1|an\n");
    const Movement_id second = with.statement({{.cents = -1'234, .iban = plumber}});
    const auto story = with.book.story(second);
    CHECK(story.places.at(0).part.explanation.rule == Rule::dossier_rule);
    CHECK(story.places.at(0).part.explanation.subject == "expense:rent");
    CHECK_FALSE(story.places.at(0).part.explanation.due.has_value());
    CHECK(story.places.at(0).facts ==
          Params{{"rule", "1"}, {"iban", plumber}, {"sign", "debit"}, {"subject", "expense:rent"}});
    const Movement_id refund = with.statement({{.cents = 100, .iban = plumber}});
    CHECK(with.rule_of(refund) == Rule::suspense); // the rule is for debits
    // The same decision once more is the same rule; another one is refused.
    const Movement_id third = with.statement({{.cents = -50, .text = "X"}});
    CHECK(test::code_of(with.book.assign({third, "expense:rent", {}, "", true})) == "");
    with.book.check_sound();
}

TEST_CASE("who undoes a remembered decision hears of the rule that goes on") {
    Household with;
    const Movement_id first = with.statement({{.cents = -9'000, .iban = plumber}});
    REQUIRE(test::code_of(with.book.assign({first, "expense:rent", {}, "", true})) == "");
    const auto undone = with.book.undo(first);
    REQUIRE(undone.has_value());
    REQUIRE(undone->findings.size() == 1);
    CHECK(undone->findings[0].code == app::rule_goes_on);
    CHECK(undone->findings[0].params == Params{{"rule", "1"}, {"subject", "expense:rent"}});
    // It still explains what comes; that movement wrote no rule, so undoing it has nothing to say.
    const Movement_id second = with.statement({{.cents = -1'234, .iban = plumber}});
    CHECK(with.rule_of(second) == Rule::dossier_rule);
    CHECK(with.book.undo(second)->findings.empty());
    // Once it is disabled there is nothing to say of the first either.
    REQUIRE(test::code_of(with.book.assign({first, "expense:rent", {}, ""})) == "");
    REQUIRE(with.book
                .act("jo", "2026-02-20",
                     [](app::Desk& desk) { return app::disable_rule(desk, {1}, "wrong"); })
                .has_value());
    CHECK(with.book.undo(first)->findings.empty());
    with.book.check_sound();
}

TEST_CASE("what is remembered of a movement") {
    struct Row {
        const char* what;
        const char* account;
        const char* name;
        const char* text;
        Params told;
        const char* refusal;
    };

    const Row rows[] = {
        {"an IBAN", "be44 3630 0000 0545", "Loodgieter", "X", {{"iban", plumber}}, ""},
        {"a name", "not an account", "Loodgieter", "X", {{"whole_name", "Loodgieter"}}, ""},
        {"words without numbers",
         "",
         "",
         "BANCONTACT Colruyt 12/10 14u30",
         {{"words", "bancontact colruyt"}},
         ""},
        {"nothing but numbers", "", "", "12/10", {}, "app.nothing_to_remember"},
        {"nothing", "", "", "", {}, "app.nothing_to_remember"},
    };
    const Household with;
    app::Movement_row movement{.id = {1},
                               .statement = {},
                               .account = {},
                               .total = {},
                               .booking_date = test::day("2026-02-05"),
                               .value_date = {},
                               .amount = Money::cents(100),
                               .counterparty_name = {},
                               .counterparty_account = {},
                               .counterparty_bic = {},
                               .communication_type = {},
                               .communication = {},
                               .end_to_end_id = {},
                               .mandate_id = {},
                               .bank_reference = {},
                               .transaction_code = {},
                               .return_reason = {}};
    movement.communication_kind = bank::Communication::Kind::free;
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        movement.counterparty_account = row.account;
        movement.counterparty_name = row.name;
        movement.communication = row.text;
        const auto rule = app::rule_like(movement, "income:wage");
        REQUIRE(test::code_of(rule) == row.refusal);
        if (rule) {
            Params told = row.told;
            told.push_back({"sign", "credit"});
            told.push_back({"subject", "income:wage"});
            CHECK(reconcile::told(*rule) == told);
        }
    }
}

TEST_CASE("rules that cannot be") {
    Household with;
    Match_rule range = by_name("expense:rent", "x");
    range.least = Money::cents(200);
    range.most = Money::cents(100);
    Match_rule pot = by_name("expense:rent", "x");
    pot.pot = "pot:main/school";
    Match_rule pot_of_account = pot;
    pot_of_account.account = "main";
    Match_rule no_pot = by_name("expense:rent", "x");
    no_pot.pot = "expense:rent";
    Match_rule account = by_name("expense:rent", "x");
    account.account = "card";

    struct Row {
        const char* what;
        app::New_rule rule;
        const char* refusal;
    };

    const Row rows[] = {
        {"no dossier", {"A-1", by_name("expense:rent", "x"), "why"}, "app.dossier_unknown"},
        {"no condition",
         {with.dossier, rule_to("expense:rent"), "why"},
         "app.rule_without_condition"},
        {"no words",
         {with.dossier, by_name("expense:rent", "-!"), "why"},
         "app.rule_without_condition"},
        {"an empty range", {with.dossier, range, "why"}, "app.rule_range_wrong"},
        {"no subject", {with.dossier, by_name("expense:car", "x"), "why"}, "app.subject_unknown"},
        {"a pot as subject",
         {with.dossier, by_name("pot:main/school", "x"), "why"},
         "app.subject_unknown"},
        {"a category of one dossier",
         {with.dossier, by_name("category:rent", "x"), "why"},
         "app.subject_unknown"},
        {"no pot", {with.dossier, no_pot, "why"}, "app.pot_unknown"},
        {"a pot without its account", {with.dossier, pot, "why"}, "app.account_not_of_dossier"},
        {"a pot of its account", {with.dossier, pot_of_account, "why"}, ""},
        {"an account without statements",
         {with.dossier, account, "why"},
         "app.account_not_of_dossier"},
        {"an office with a pot", {"", pot, "why"}, "app.pot_unknown"},
        {"an office with an account", {"", account, "why"}, "app.account_not_of_dossier"},
        {"an office with a bank", {"", by_name("bank:main", "x"), "why"}, "app.subject_unknown"},
        {"an office with half a code",
         {"", by_name("expense:", "x"), "why"},
         "app.subject_unknown"},
        {"an office with a category", {"", by_name("category:rent", "x"), "why"}, ""},
        {"an office with a code", {"", by_name("expense:rent", "y"), "why"}, ""},
        {"an office with a transfer", {"", by_name("transfer", "z"), "why"}, ""},
        {"the same conditions again", {"", by_name("expense:gas", "X!"), "why"}, "app.rule_exists"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        CHECK(test::code_of(with.add(row.rule)) == row.refusal);
    }
    with.book.check_sound();
}

TEST_CASE("a rule of the office holds where the line is, and only there") {
    Household with;
    dossier::Dossier other = test::bare_dossier();
    other.number = "2026-0013";
    other.accounts.erase(other.accounts.begin() + 1, other.accounts.end());
    other.accounts[0].iban = *party::parse_iban("BE19734000000312");
    REQUIRE(test::code_of(with.book.import({other})) == "app.account_in_other_dossier");
    other.accounts[0].iban = *party::parse_iban("BE25001000000682");
    REQUIRE(test::code_of(with.book.import({other})) == "");
    REQUIRE(test::code_of(with.add({"", by_name("expense:rent", "andere partij"), "for all"})) ==
            "");
    const Movement_id here = with.statement({{.cents = -700, .iban = plumber}});
    CHECK(with.rule_of(here) == Rule::office_rule);
    REQUIRE(test::code_of(
                with.book.import(test::coda_file({{.opening = 152'040,
                                                   .opening_date = "2026-01-31",
                                                   .closing_date = "2026-02-07",
                                                   .movements = {{.cents = -700, .iban = plumber}},
                                                   .iban = "BE25001000000682"}}),
                                 "other.cod")) == "");
    CHECK(with.rule_of({2}) == Rule::suspense);
    // A rule of the dossier goes before.
    REQUIRE(test::code_of(
                with.add({with.dossier, by_name("expense:school_bill", "partij"), "here"})) == "");
    CHECK(with.rule_of(with.statement({{.cents = -701, .iban = plumber}})) == Rule::dossier_rule);
    with.book.check_sound();
}

TEST_CASE("a category means the line of each dossier") {
    Household with;
    REQUIRE(test::code_of(with.add({"", by_name("category:rent", "partij"), "for all"})) == "");
    const auto story = with.book.story(with.statement({{.cents = -701, .iban = plumber}}));
    CHECK(story.places.at(0).part.explanation.subject == "expense:rent");
    CHECK(story.places.at(0).part.explanation.rule == Rule::office_rule);
}

TEST_CASE("a test shows what a rule would take, and what it contradicts") {
    Household with;
    const Movement_id first = with.statement({{.cents = -100, .iban = plumber},
                                              {.cents = -200, .iban = plumber},
                                              {.cents = -300, .iban = plumber},
                                              {.cents = -400, .text = "X"}});
    const auto next = [&](std::int64_t more) { return Movement_id{first.value + more}; };
    REQUIRE(test::code_of(with.book.assign({next(1), "expense:rent", {}, ""})) == "");
    REQUIRE(test::code_of(with.book.assign({next(2), "expense:school_bill", {}, ""})) == "");
    REQUIRE(test::code_of(with.add({with.dossier, by_name("expense:rent", "partij"), "why"})) ==
            "");
    const auto tested = with.test({1});
    REQUIRE(test::code_of(tested) == "");
    REQUIRE(tested->size() == 3);
    CHECK(tested->at(0).verdict == app::Verdict::takes);
    CHECK(tested->at(1).verdict == app::Verdict::agrees);
    CHECK(tested->at(2).verdict == app::Verdict::contradicts);
    CHECK(test::code_of(with.test({2})) == "app.rule_unknown");
    // And that is what it takes.
    const auto matched = with.book.match("2026-02-22");
    REQUIRE(matched.has_value());
    CHECK(matched->rules.at(Rule::dossier_rule) == 1);
    CHECK(matched->left == 1);
    with.book.check_sound();
}

TEST_CASE("an ended rule explains nothing more, and stays on record") {
    Household with;
    REQUIRE(test::code_of(with.add({with.dossier, by_name("expense:rent", "partij"), "why"})) ==
            "");
    CHECK(with.rule_of(with.statement({{.cents = -100, .iban = plumber}})) == Rule::dossier_rule);
    REQUIRE(test::code_of(with.disable({1})) == "");
    CHECK(with.rule_of(with.statement({{.cents = -100, .iban = plumber}})) == Rule::suspense);
    CHECK(test::code_of(with.disable({1})) == "app.rule_ended");
    CHECK(test::code_of(with.disable({2})) == "app.rule_unknown");
    CHECK(with.book.story({1}).places.at(0).facts.front() == Param{"rule", "1"});
    // Written again it is a new rule.
    const auto again = with.add({with.dossier, by_name("expense:rent", "partij"), "why"});
    REQUIRE(test::code_of(again) == "");
    CHECK(again->rule.id == Match_rule_id{2});
    with.book.check_sound();
}

TEST_CASE("a rule that was changed from the outside is found") {
    Household with;
    REQUIRE(test::code_of(with.add({with.dossier, by_name("expense:rent", "partij"), "why"})) ==
            "");
    test::Database database(with.book.path());
    database.run("DROP TRIGGER match_rule_unchanged");
    REQUIRE(database.run("UPDATE match_rule SET subject = 'transfer'") == "");
    const auto findings = with.book.verify().findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == app::match_rule_changed);
    REQUIRE(database.run("UPDATE match_rule SET subject = 'expense:rent'") == "");
    with.book.check_sound();
    REQUIRE(database.run("INSERT INTO match_rule_end VALUES (1, 'r', 'an', '2026-02-20')") == "");
    CHECK(with.book.verify().findings.size() == 1);
}
