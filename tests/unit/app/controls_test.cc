// Goal: the policy holds for everybody, from the first request to the file that leaves, and what
// was let through or proved stays told. Method: the sample household under policies of its own; the
// book is changed behind the program's back where it has to notice.
#include "payments/codes.hpp"
#include "unit/app/with_policy.hpp"

#include <rapidcheck.h>

using namespace saldo;
using payments::Act;
using payments::Control;
using payments::Policy;
using test::ceiling_of;
using test::key_with;
using test::With_policy;

namespace {

constexpr const char* other_account = "BE68539007547034";

/// The household's rent goes to another account.
dossier::Dossier moved_rent() {
    dossier::Dossier dossier = test::household();
    for (dossier::Budget_line& line : dossier.budget_lines) {
        if (line.id == "rent") {
            line.counterparty.iban = *party::parse_iban(other_account);
        }
    }
    return dossier;
}

} // namespace

TEST_CASE("a policy is in force once another person approved it") {
    With_policy with(ceiling_of(100'000));
    const auto loaded = with.load("head", ceiling_of(1));
    REQUIRE(test::code_of(loaded) == "");
    CHECK(loaded->row.version == 2);
    CHECK(loaded->state == app::Policy_state::waiting);
    CHECK(with.load("head", ceiling_of(1))->row.version == 2); // the same is the same
    CHECK(test::code_of(with.approve_policy("head", 2)) == "app.second_person_needed");
    CHECK(test::code_of(with.approve_policy("lies", 3)) == "app.policy_unknown");
    CHECK(test::code_of(with.approve_policy("lies", 1)) == "app.policy_approved");
    const auto in_force = with.book.ask(app::policy_in_force);
    CHECK(in_force == ceiling_of(100'000));
    REQUIRE(test::code_of(with.load("head", ceiling_of(2))) == "");
    CHECK(test::code_of(with.approve_policy("lies", 2)) == "app.policy_not_newest");
    REQUIRE(test::code_of(with.approve_policy("lies", 3)) == "");
    CHECK(with.book.ask(app::policy_in_force) == ceiling_of(2));
    with.book.check_sound();
}

TEST_CASE("the book itself refuses one person for two") {
    With_policy with(ceiling_of(100'000));
    REQUIRE(with.load("head", ceiling_of(1)).has_value());
    test::Database database(with.book.path());
    CHECK(database.run("INSERT INTO policy_approval VALUES (2, 'head', '2026-02-01')") ==
          "who loads a policy does not approve it");
    for (const char* table : {"policy", "policy_approval"}) {
        CHECK(database.run(std::string("DELETE FROM ") + table) == "the book only grows");
        CHECK(database.run(std::string("UPDATE ") + table + " SET user = 'x'") ==
              "the book only grows");
    }
}

TEST_CASE("what the policy leaves to some, others do not") {
    Policy policy = ceiling_of(100'000);
    policy.roles = {{"chief", {"chef"}}};
    for (const Act act : {Act::prepare, Act::approve, Act::export_run, Act::override_control,
                          Act::beneficiary, Act::user_key, Act::policy}) {
        policy.rights.push_back({act, {}, {"chief"}});
    }
    With_policy with(policy);
    CHECK(test::code_of(with.prepare()) == "app.not_allowed");
    CHECK(test::code_of(with.approve()) == "app.not_allowed");
    CHECK(test::code_of(with.leave()) == "app.not_allowed");
    CHECK(test::code_of(with.override_line("jo", 1, Control::ceiling)) == "app.not_allowed");
    CHECK(test::code_of(with.confirm("jo", other_account)) == "app.not_allowed");
    CHECK(test::code_of(with.approve_account("jo", other_account)) == "app.not_allowed");
    CHECK(test::code_of(with.add_key("jo", "an", key_with(1))) == "app.not_allowed");
    CHECK(test::code_of(with.load("jo", policy)) == "app.not_allowed");
    CHECK(test::code_of(with.approve_policy("jo", 1)) == "app.not_allowed");
    CHECK(test::code_of(with.confirm("chef", other_account)) == "");
}

TEST_CASE("a run with an unmet control is not approved, one finding a line") {
    With_policy with(ceiling_of(8'499));
    REQUIRE(with.prepare().has_value());
    const auto refused = with.approve();
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().findings().size() == 3);
    const Finding& first = refused.error().first();
    CHECK(first.code == payments::above_ceiling);
    CHECK(test::param(first, "dossier") == test::household().number);
    CHECK(test::param(first, "stated") == "650.00");
    CHECK(test::param(first, "computed") == "84.99");
    CHECK(with.book.run("R2026-0001").run.state == payments::Run_state::prepared);
}

TEST_CASE("an override takes a third person and a reason, and is told to the auditor") {
    With_policy with(ceiling_of(10'000));
    REQUIRE(with.prepare().has_value());
    const auto lines = with.book.run("R2026-0001").lines;
    const std::uint32_t rent = lines.front().position;
    CHECK(test::code_of(with.override_line("an", rent, Control::ceiling)) == "app.maker_overrides");
    CHECK(test::code_of(with.override_line("els", rent, Control::ceiling, " ")) ==
          "app.reason_missing");
    CHECK(test::code_of(with.override_line("els", 99, Control::ceiling)) == "app.run_line_unknown");
    CHECK(test::code_of(with.override_line("els", rent, Control::staff_account)) ==
          "app.nothing_to_override");
    REQUIRE(test::code_of(with.override_line("els", rent, Control::ceiling)) == "");
    CHECK(test::code_of(with.override_line("els", rent, Control::ceiling)) ==
          "app.nothing_to_override");
    CHECK(test::code_of(with.approve("els")) == "app.overrider_approves");
    REQUIRE(test::code_of(with.approve("jo")) == "");
    REQUIRE(test::code_of(with.leave()) == "");
    CHECK(test::code_of(with.override_line("els", rent, Control::ceiling)) ==
          "app.run_state_wrong");
    const auto told = with.book.ask(app::overridden_payments);
    REQUIRE(told.size() == 1);
    CHECK(told[0].row.actor.user == "els");
    CHECK(told[0].row.reason == "gezien");
    CHECK(told[0].run.approved_by == "jo");
    CHECK(told[0].line.proposal.occurrence.subject == "expense:rent");
    with.book.check_sound();
}

TEST_CASE("an override holds no further than what was seen") {
    With_policy with(ceiling_of(10'000));
    REQUIRE(with.prepare().has_value());
    REQUIRE(with.override_line("els", 1, Control::ceiling).has_value());
    with.enforce(ceiling_of(9'999));
    CHECK(test::code_of(with.approve()) == "payments.above_ceiling");
    REQUIRE(test::code_of(with.override_line("els", 1, Control::ceiling)) == "");
    CHECK(test::code_of(with.approve()) == "");
}

TEST_CASE("a policy that comes between approval and file is met or stops the file") {
    With_policy with(ceiling_of(100'000));
    REQUIRE(with.prepare().has_value());
    REQUIRE(with.approve().has_value());
    with.enforce(ceiling_of(10'000));
    CHECK(test::code_of(with.leave()) == "payments.above_ceiling");
    CHECK(test::code_of(with.override_line("jo", 1, Control::ceiling)) == "app.maker_overrides");
    REQUIRE(test::code_of(with.override_line("els", 1, Control::ceiling)) == "");
    REQUIRE(test::code_of(with.leave()) == "");
    with.enforce(ceiling_of(1));
    CHECK(test::code_of(with.leave()) == ""); // the file that left stays what it is
}

TEST_CASE("what the book says reaches the controls") {
    With_policy with(ceiling_of(100'000));
    Policy policy;
    policy.name = "alles";
    SUBCASE("what remains is what is on the pots, less what waits") {
        REQUIRE(with.prepare().has_value());
        policy.controls.closing_balance = Money::cents(152'040 - 65'000 - 2 * 8'500);
        with.enforce(policy);
        REQUIRE(test::code_of(with.approve()) == "");
        policy.controls.closing_balance = *policy.controls.closing_balance + Money::cents(1);
        with.enforce(policy);
        const auto refused = with.leave();
        REQUIRE(test::code_of(refused) == "payments.closing_balance_low");
        CHECK(refused.error().findings().size() == 1);
        CHECK(test::param(refused.error().first(), "stated") == "700.40");
    }
    SUBCASE("a line that was raised is more than the dossier plans") {
        policy.controls.above_plan = payments::Tolerance{};
        with.enforce(policy);
        REQUIRE(with.prepare().has_value());
        test::Database database(with.book.path());
        REQUIRE(database.run("DROP TRIGGER run_line_fixed; "
                             "UPDATE run_line SET cents = cents + 1 WHERE position = 1") == "");
        CHECK(test::code_of(with.approve()) == "payments.amount_above_plan");
    }
    SUBCASE("a plan that was raised is more than was usual") {
        with.book.pay("2026-02-02", "2026-02-10");
        dossier::Dossier raised = test::household();
        raised.accounts.at(0).overdraft = Money::cents(100'000); // no line lacks money
        for (dossier::Budget_line& line : raised.budget_lines) {
            if (line.id == "rent") {
                line.schedule.amount = Money::cents(70'000);
            }
        }
        REQUIRE(with.book.import({raised}).has_value());
        policy.controls.above_plan = payments::Tolerance{};
        with.enforce(policy);
        const auto prepared = with.book.prepare("2026-03-02", "2026-03-02");
        REQUIRE(prepared.has_value());
        const auto refused = with.book.approve("2026-03-02", prepared->run.number);
        REQUIRE(test::code_of(refused) == "payments.amount_above_plan");
        CHECK(test::param(refused.error().first(), "stated") == "700.00");
        CHECK(test::param(refused.error().first(), "computed") == "650.00");
    }
    SUBCASE("the payee is somebody of the office") {
        const auto prepared = with.prepare();
        REQUIRE(prepared.has_value());
        policy.controls.staff_accounts.push_back(
            {"an", *prepared->lines.front().proposal.occurrence.counterparty.iban});
        with.enforce(policy);
        CHECK(test::code_of(with.approve()) == "payments.staff_paid");
    }
    SUBCASE("two dossiers with one payee") {
        dossier::Dossier other = test::household();
        other.number = "2026-0099";
        other.accounts.at(0).iban = *party::parse_iban("BE62510007547061");
        other.accounts.at(2).iban = *party::parse_iban("BE68539007547034");
        REQUIRE(test::code_of(with.book.import({other})) == "");
        REQUIRE(with.prepare().has_value());
        policy.controls.known_from = 3;
        with.enforce(policy);
        CHECK(test::code_of(with.approve()) == "payments.payee_shared");
        policy.known_payees.push_back(
            {"x",
             *with.book.run("R2026-0001").lines.front().proposal.occurrence.counterparty.iban});
        with.enforce(policy);
        const auto refused = with.approve();
        REQUIRE_FALSE(refused.has_value());
        for (const Finding& finding : refused.error().findings()) {
            CHECK(test::param(finding, "subject") != "expense:rent");
        }
    }
}

TEST_CASE("a changed account is proved by a document and two people before it is paid") {
    Policy policy;
    policy.name = "bewijs";
    policy.controls.new_beneficiary = true;
    With_policy with(policy);
    REQUIRE(with.book.import({moved_rent()}).has_value());
    REQUIRE(with.prepare().has_value());
    CHECK(test::code_of(with.approve()) == "payments.beneficiary_not_proved");
    CHECK(test::code_of(with.approve_account("jo", other_account)) == "app.beneficiary_unknown");
    REQUIRE(test::code_of(with.confirm("els", other_account)) == "");
    CHECK(test::code_of(with.confirm("els", other_account)) == "app.beneficiary_waits");
    CHECK(test::code_of(with.approve_account("els", other_account)) == "app.second_person_needed");
    CHECK(test::code_of(with.approve()) == "payments.beneficiary_not_proved");
    REQUIRE(test::code_of(with.approve_account("jo", other_account)) == "");
    CHECK(test::code_of(with.confirm("an", other_account)) == "app.beneficiary_proved");
    REQUIRE(test::code_of(with.approve()) == "");
    REQUIRE(test::code_of(with.leave()) == "");
    with.book.check_sound();
    test::Database database(with.book.path());
    CHECK(database.run("UPDATE beneficiary SET iban = 'x'") == "the book only grows");
    CHECK(database.run("DROP TRIGGER beneficiary_unchanged; UPDATE beneficiary SET document = "
                       "replace(document, 'a', 'b')") == "");
    CHECK(with.faults() == std::set<std::string>{"app.control_act_changed"});
}

TEST_CASE("what was there before a policy asked for proof is known") {
    With_policy with(ceiling_of(100'000));
    REQUIRE(with.book.import({moved_rent()}).has_value()); // not of the first document
    Policy policy;
    policy.name = "bewijs";
    policy.controls.new_beneficiary = true;
    SUBCASE("never paid: only what was taken over is") {
        with.enforce(policy);
        REQUIRE(with.prepare().has_value());
        CHECK(test::code_of(with.approve()) == "payments.beneficiary_not_proved");
    }
    SUBCASE("paid before: it is known, and stays so") {
        REQUIRE(with.prepare().has_value());
        REQUIRE(with.approve().has_value());
        REQUIRE(with.leave().has_value());
        with.enforce(policy);
        with.book.pay("2026-03-02", "2026-03-02");
    }
    with.book.check_sound();
}

TEST_CASE("no run leaves with an unmet control, whatever people do in whatever order") {
    CHECK(rc::check("whatever left was within its policy or let through by a third person", [] {
        With_policy with(ceiling_of(*rc::gen::inRange<std::int64_t>(1, 70'000)));
        const std::vector<std::string> users{"an", "jo", "els"};
        const auto user = [&] { return *rc::gen::elementOf(users); };
        const int steps = *rc::gen::inRange(4, 16);
        for (int i = 0; i < steps; ++i) {
            switch (*rc::gen::inRange(0, 6)) {
            case 0:
                static_cast<void>(with.prepare());
                break;
            case 1:
                static_cast<void>(with.approve(user()));
                break;
            case 2:
                with.enforce(ceiling_of(*rc::gen::inRange<std::int64_t>(1, 70'000)));
                break;
            case 3: {
                const bool was_exported =
                    with.book.look("SELECT count(*) FROM run WHERE exported_by <> ''") != "0\n";
                const auto policy = with.book.ask(app::policy_in_force);
                if (with.leave() && !was_exported) {
                    const auto overridden = with.book.ask(app::overridden_payments);
                    for (const payments::Run_line& line : with.book.run("R2026-0001").lines) {
                        const auto by =
                            std::ranges::find_if(overridden, [&](const app::Overridden& each) {
                                return each.line.id == line.id &&
                                       each.row.actor.user != each.run.prepared_by &&
                                       each.row.actor.user != each.run.approved_by;
                            });
                        RC_ASSERT(line.end_to_end_id.empty() || by != overridden.end() ||
                                  line.proposal.amount <= *policy->controls.ceiling);
                    }
                }
                break;
            }
            default:
                static_cast<void>(with.override_line(user(), *rc::gen::inRange<std::uint32_t>(1, 5),
                                                     Control::ceiling));
            }
        }
        RC_ASSERT(with.book.verify().findings.empty());
    }));
}
