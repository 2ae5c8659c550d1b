// Goal: the help ends in one order, and never with money left. Method: the list that is built in
// and lists that leave everything out, against facts that are changed one by one.
#include "help/closing.hpp"
#include "help/codes.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using dossier::Account_kind;
using dossier::Help_stop;
using help::Closing_check;
using help::Closing_facts;
using help::Closing_list;
using help::Step_state;
using test::day;

namespace {

const std::string some_digest(64, 'b');

Closing_list standard() {
    auto list = help::read_closing_list(help::default_closing_text());
    REQUIRE(list.has_value());
    return *list;
}

dossier::Dossier ending(Help_stop reason = Help_stop::goals_met) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.mandates.clear();
    REQUIRE(help::decide_closing(
                dossier, {.decided = day("2026-06-01"), .reason = reason, .note = {}, .user = "an"})
                .has_value());
    return dossier;
}

Closing_facts empty() {
    return {.accounts = {{"main", Account_kind::budget, Money::zero()},
                         {"reserve", Account_kind::savings, Money::zero()}},
            .pots = {},
            .dues = {}};
}

dossier::Closing_step step(std::string key, std::string document = some_digest) {
    return {std::move(key), day("2026-06-02"), std::move(document), "an"};
}

/// The code of the first refusal, or empty.
std::string code_of(const Result<Done>& done) {
    return done ? std::string() : std::string(done.error().code().text);
}

std::vector<std::string> codes(Closing_check check, const Closing_facts& facts) {
    std::vector<std::string> all;
    for (const Finding& each : help::stands_against(check, ending(), facts, day("2026-06-02"))) {
        all.emplace_back(each.code.text);
    }
    return all;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("what stands against a check") {
    const Closing_facts none = empty();
    for (const auto& check : help::closing_check_names) {
        if (check.value != Closing_check::aftercare_set &&
            check.value != Closing_check::transfer_signed) {
            CAPTURE(check.name);
            CHECK(codes(check.value, none).empty());
        }
    }
    CHECK(codes(Closing_check::aftercare_set, none) == Codes{"help.aftercare_missing"});
    CHECK(codes(Closing_check::transfer_signed, none) == Codes{"help.transfer_missing"});
    Closing_facts facts = none;
    facts.accounts[1].balance = Money::cents(1);
    CHECK(codes(Closing_check::savings_empty, facts) == Codes{"help.money_left"});
    CHECK(codes(Closing_check::budget_empty, facts) == Codes{"help.money_left"});
    CHECK(codes(Closing_check::withdrawal_empty, facts).empty());
    facts.accounts[0] = {"main", Account_kind::living_money, Money::cents(-1)};
    CHECK(codes(Closing_check::withdrawal_empty, facts) == Codes{"help.money_left"});
    facts = none;
    facts.waiting = {1, Money::cents(100)};
    facts.ordered = {2, Money::cents(200)};
    CHECK(codes(Closing_check::no_orders, facts) ==
          Codes{"help.payments_waiting", "help.payments_ordered"});
    facts = none;
    facts.suspense = 3;
    facts.pots = {{"main", "school", Money::cents(5)}};
    facts.dues = {{"expense:rent", day("2026-07-01")}};
    CHECK(codes(Closing_check::no_suspense, facts) == Codes{"help.suspense_left"});
    CHECK(codes(Closing_check::pots_empty, facts) == Codes{"help.pot_holds_money"});
    CHECK(codes(Closing_check::no_dues, facts) == Codes{"help.dues_ahead"});
}

TEST_CASE("money left is told to the cent") {
    Closing_facts facts = empty();
    facts.accounts[0].balance = Money::cents(41'260);
    const auto found =
        help::stands_against(Closing_check::budget_empty, ending(), facts, day("2026-06-02"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].params ==
          Params{{"dossier", "2026-0012"}, {"account", "main"}, {"balance", "412.60"}});
}

TEST_CASE("money leaves in its order: withdrawal account, savings, pots, budget account") {
    const Closing_list list = standard();
    dossier::Dossier dossier = ending();
    const auto done = [&](const std::string& key, const std::string& document = some_digest) {
        return code_of(help::do_step(dossier, list, empty(), step(key, document)));
    };
    CHECK(done("paid_out") == "help.step_comes_after");
    CHECK(done("withdrawal_emptied") == "help.step_comes_after");
    CHECK(done("dues_ended", "") == "");
    CHECK(done("savings_emptied") == "help.step_comes_after");
    CHECK(done("withdrawal_emptied", "") == "help.step_needs_document");
    CHECK(done("withdrawal_emptied") == "");
    CHECK(done("withdrawal_emptied") == "help.step_done");
    CHECK(done("pots_emptied") == "help.step_comes_after");
    CHECK(done("savings_emptied") == "");
    CHECK(done("pots_emptied") == "");
    CHECK(done("paid_out") == "help.step_comes_after"); // runs and suspense first
    CHECK(done("runs_done") == "");
    CHECK(done("all_explained") == "");
    CHECK(done("paid_out") == "");
    CHECK(done("nowhere") == "help.step_unknown");
    CHECK(done("transferred") == "help.step_not_for");
    CHECK_FALSE(dossier.closed.has_value());
    for (const char* key :
         {"client_told", "help_ended", "account_closed", "papers_returned", "final_account"}) {
        CHECK(done(key) == "");
    }
    CHECK_FALSE(dossier.closed.has_value());
    CHECK(done("aftercare_set") == "help.aftercare_missing");
    dossier.closing->aftercare = day("2026-12-01");
    CHECK(done("aftercare_set") == "");
    CHECK(dossier.closed == day("2026-06-02"));
    for (const help::Step_row& row :
         help::closing_rows(list, dossier, empty(), day("2026-06-02"))) {
        CHECK(row.state == Step_state::done);
    }
}

TEST_CASE("no list of an office lets a dossier be closed with money left") {
    CHECK(rc::check("whatever is left, the last step is refused", [] {
        const Closing_list bare{"x", {{.key = "last", .name = "Laatste"}}};
        Closing_facts facts = empty();
        const auto cents = [] { return Money::cents(*rc::gen::inRange(-2, 3)); };
        facts.accounts[0].balance = cents();
        facts.accounts[1].balance = cents();
        facts.suspense = *rc::gen::inRange<std::uint64_t>(0, 2);
        facts.waiting.count = *rc::gen::inRange<std::uint64_t>(0, 2);
        facts.ordered.count = *rc::gen::inRange<std::uint64_t>(0, 2);
        const bool is_empty = facts.accounts[0].balance.is_zero() &&
                              facts.accounts[1].balance.is_zero() && facts.suspense == 0 &&
                              facts.waiting.count == 0 && facts.ordered.count == 0;
        dossier::Dossier dossier = ending();
        const auto done = help::do_step(dossier, bare, facts, step("last"));
        RC_ASSERT(done.has_value() == is_empty);
        RC_ASSERT(dossier.closed.has_value() == is_empty);
    }));
}

TEST_CASE("a step waits for those before it, and is blocked by the book") {
    Closing_facts facts = empty();
    facts.suspense = 1;
    const auto rows = help::closing_rows(standard(), ending(), facts, day("2026-06-02"));
    const auto state = [&](std::string_view key) {
        const auto row = std::ranges::find_if(
            rows, [&](const help::Step_row& each) { return each.rule.key == key; });
        REQUIRE(row != rows.end());
        return row->state;
    };
    CHECK(state("dues_ended") == Step_state::ready);
    CHECK(state("all_explained") == Step_state::blocked);
    CHECK(state("paid_out") == Step_state::waits);
}

TEST_CASE("a dossier that moves is closed once both offices signed for what is on the accounts") {
    const Closing_list bare{"x", {{.key = "last", .name = "Laatste"}}};
    dossier::Dossier dossier = ending(Help_stop::moved);
    Closing_facts facts = empty();
    facts.accounts[0].balance = Money::cents(41'260);
    const auto done = [&] { return code_of(help::do_step(dossier, bare, facts, step("last"))); };
    CHECK(done() == "help.transfer_missing");
    dossier = ending(Help_stop::moved);
    dossier.closing->transfer = dossier::Office_transfer{"OCMW X", some_digest, {}, {}};
    facts.handed_over = {{"main", Money::cents(41'260)}, {"reserve", Money::zero()}};
    CHECK(done() == "help.signature_missing");
    dossier.closing->steps.clear();
    dossier.closing->transfer->handed_over = dossier::Signed{day("2026-06-02"), some_digest};
    dossier.closing->transfer->taken_over = dossier::Signed{day("2026-06-02"), some_digest};
    facts.accounts[0].balance = Money::cents(41'261);
    CHECK(done() == "help.transfer_outdated");
    dossier.closing->steps.clear();
    facts.accounts[0].balance = Money::cents(41'260);
    CHECK(done() == "");
    CHECK(dossier.closed == day("2026-06-02"));
}

TEST_CASE("who is to be asked again, and since when") {
    dossier::Dossier dossier = ending();
    dossier.closing->aftercare = day("2026-12-01");
    dossier.closed = day("2026-06-02");
    const auto late = [&](const char* on) {
        const auto due = help::aftercare_due(dossier, day(on));
        return due ? due->days_late : -1;
    };
    CHECK(late("2026-11-30") == -1);
    CHECK(late("2026-12-01") == 0);
    CHECK(late("2026-12-11") == 10);
    using dossier::Aftercare_outcome;
    const auto check = [&](const char* date, Aftercare_outcome outcome) {
        return help::add_aftercare(dossier, {day(date), outcome, {}, "an"});
    };
    CHECK(check("2026-06-01", Aftercare_outcome::stable).error().code() == help::no_aftercare);
    REQUIRE(check("2026-12-02", Aftercare_outcome::not_reached).has_value());
    CHECK(late("2026-12-11") == 10);
    const auto relapse = check("2026-12-12", Aftercare_outcome::relapse);
    REQUIRE(relapse.has_value());
    REQUIRE(relapse->size() == 1);
    CHECK(relapse->front().code == help::relapse);
    CHECK(late("2026-12-12") == -1);
    CHECK(late("2026-12-11") == 10); // as it stood then
}

TEST_CASE("a list of steps names each once, after those it comes after") {
    const auto read = [](const std::string& steps) {
        return help::read_closing_list(R"({"schema": "saldo/closing/1", "name": "x", "steps": [)" +
                                       steps + "]}");
    };
    CHECK(read(R"({"key": "a", "name": "A"}, {"key": "b", "name": "B", "after": ["a"]})"));
    CHECK(read(R"({"key": "b", "name": "B", "after": ["a"]}, {"key": "a", "name": "A"})")
              .error()
              .code() == help::step_unknown);
    CHECK(read(R"({"key": "a", "name": "A"}, {"key": "a", "name": "B"})").error().code() ==
          help::key_twice);
    CHECK_FALSE(read(R"({"key": "a", "name": "A", "check": "luck"})"));
}
