// Goal: each control finds what it is for, to the cent, and nothing else. Method: runs of a few
// lines in one or two dossiers, told in short, with the findings worked out by hand.
#include "payments/codes.hpp"
#include "payments/controls.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::payments;

namespace {

const Iban landlord = *party::parse_iban("BE70096000000425");
const Iban power = *party::parse_iban("BE68539007547034");

constexpr Dossier_id one{1};
constexpr Dossier_id two{2};

Run_line line(std::uint32_t position,
              std::int64_t cents,
              const std::string& subject = "expense:rent",
              const Iban& payee = landlord,
              Dossier_id dossier = one) {
    budget::Occurrence occurrence{.subject = subject,
                                  .account = "main",
                                  .pot = "pot:main",
                                  .due = test::day("2026-03-10"),
                                  .amount = Money::cents(cents),
                                  .counterparty = {"Iemand", payee, {}},
                                  .communication = {}};
    return {.id = {position},
            .run = {1},
            .position = position,
            .dossier = dossier,
            .dossier_number = "2026-000" + std::to_string(dossier.value),
            .proposal = {.occurrence = std::move(occurrence),
                         .amount = Money::cents(cents),
                         .execution_date = test::day("2026-03-10")},
            .state = Line_state::prepared,
            .end_to_end_id = "R"};
}

/// Two dossiers with nothing against them.
Control_facts facts() {
    Control_facts facts;
    for (const Dossier_id id : {one, two}) {
        Control_facts_of_dossier& of = facts.dossiers[id];
        of.accounts = {{"main", dossier::Account_kind::budget}};
        of.balances = {{"main", Money::cents(100'000)}};
        of.planned = {{{"expense:rent", test::day("2026-03-10")}, Money::cents(65'000)},
                      {{"expense:bill/1", test::day("2026-03-10")}, Money::cents(20'000)}};
        of.known = {{"expense:rent", landlord}};
    }
    return facts;
}

/// `line control stated computed`, one after the other.
std::vector<std::string>
told(const Policy& policy, const std::vector<Run_line>& lines, const Control_facts& facts) {
    std::vector<std::string> texts;
    for (const Control_finding& each : control(policy, lines, facts)) {
        texts.push_back(std::to_string(each.line) + " " + std::string(name(each.control)) + " " +
                        text_of(each.stated) + " " + text_of(each.computed));
        CHECK(excess(each) > 0);
    }
    return texts;
}

using Told = std::vector<std::string>;

Policy with(Controls controls) {
    return {"", false, {}, {}, std::move(controls), {}};
}

} // namespace

TEST_CASE("names of controls lead back to them") {
    for (int i = 0; i <= static_cast<int>(Control::new_beneficiary); ++i) {
        const auto control = static_cast<Control>(i);
        CHECK(control_from(name(control)) == control);
    }
    CHECK_FALSE(control_from("").has_value());
}

TEST_CASE("a policy without controls finds nothing") {
    CHECK(told(with({}), {line(1, 9'999'999)}, facts()).empty());
}

TEST_CASE("amounts above plan, above what is usual, and above the ceiling") {
    struct Row {
        std::int64_t cents;
        std::optional<std::int64_t> usual;
        Told expected;
    };

    const Policy policy =
        with({.above_plan = Tolerance{Money::cents(1'000), money::Rate::of(1, 10)}});
    for (const Row& row : std::vector<Row>{
             {71'500, {}, {}}, // a tenth more
             {71'501, {}, {"1 above_plan 715.01 715.00"}},
             {65'000, 60'000, {}},
             {66'001, 60'000, {"1 above_plan 660.01 660.00"}},
             {71'500, 90'000, {}}, // what is planned is less than what was usual
             {71'501, 90'000, {"1 above_plan 715.01 715.00"}},
             {6'001, 5'000, {"1 above_plan 60.01 60.00"}}}) { // ten euro more than a tenth
        CAPTURE(row.cents);
        Control_facts known = facts();
        if (row.usual) {
            known.dossiers[one].usual.emplace("expense:rent", Money::cents(*row.usual));
        }
        CHECK(told(policy, {line(1, row.cents)}, known) == row.expected);
    }
    // What the dossier no longer plans may not be paid at all.
    CHECK(told(policy, {line(1, 1'001, "expense:gone")}, facts()) ==
          Told{"1 above_plan 10.01 10.00"});
    // A bill is held against what was paid to the same account.
    Control_facts known = facts();
    known.dossiers[one].usual.emplace(power.text(), Money::cents(8'000));
    CHECK(told(policy, {line(1, 20'000, "expense:bill/1", power)}, known) ==
          Told{"1 above_plan 200.00 90.00"});
    const Policy ceiling = with({.ceiling = Money::cents(65'000)});
    CHECK(told(ceiling, {line(1, 65'000), line(2, 65'001)}, facts()) ==
          Told{"2 ceiling 650.01 650.00"});
}

TEST_CASE("what remains is counted down payment by payment") {
    const Policy policy = with({.closing_balance = Money::cents(20'000)});
    CHECK(told(policy,
               {line(1, 50'000), line(2, 30'000), line(3, 1), line(4, 80'001),
                line(5, 80'000, "expense:rent", landlord, two)},
               facts()) ==
          Told{"3 closing_balance 199.99 200.00", "4 closing_balance -600.02 200.00"});
}

TEST_CASE("savings are accounts of that kind, and pots if the policy says so") {
    Control_facts known = facts();
    known.dossiers[one].accounts["reserve"] = dossier::Account_kind::savings;
    Run_line from_pot = line(1, 100);
    from_pot.proposal.occurrence.pot = "pot:main/school";
    Run_line from_savings = line(2, 200);
    from_savings.proposal.occurrence.account = "reserve";
    from_savings.proposal.occurrence.pot = "pot:reserve";
    const std::vector<Run_line> lines{from_pot, from_savings, line(3, 300)};
    CHECK(told(with({.savings_withdrawal = Savings::accounts}), lines, known) ==
          Told{"2 savings_withdrawal 2.00 0.00"});
    CHECK(told(with({.savings_withdrawal = Savings::accounts_and_pots}), lines, known) ==
          Told{"1 savings_withdrawal 1.00 0.00", "2 savings_withdrawal 2.00 0.00"});
}

TEST_CASE("people of the office") {
    Policy policy = with({});
    policy.controls.staff_accounts.push_back({"an", power});
    CHECK(told(policy, {line(1, 100), line(2, 200, "expense:rent", power)}, facts()) ==
          Told{"2 staff_account 2.00 0.00"});
}

TEST_CASE("one payee in several dossiers, until so many have it that it is known") {
    Policy policy = with({.known_from = 4});
    const std::vector<Run_line> lines{line(1, 100), line(2, 200, "expense:rent", landlord, two)};
    CHECK(told(policy, {lines[0]}, facts()).empty());
    CHECK(told(policy, lines, facts()) == Told{"1 shared_payee 2 1", "2 shared_payee 2 1"});
    Control_facts known = facts();
    known.payers[landlord] = {{3}};
    CHECK(told(policy, {lines[0]}, known) == Told{"1 shared_payee 2 1"});
    known.payers[landlord] = {{3}, {4}, {5}};
    CHECK(told(policy, {lines[0]}, known).empty());
    policy.known_payees.push_back({"Verhuurder", landlord});
    CHECK(told(policy, lines, facts()).empty());
}

TEST_CASE("accounts of payees that are new or were changed") {
    Policy policy = with({.new_beneficiary = true});
    CHECK(told(policy, {line(1, 100)}, facts()).empty());
    CHECK(told(policy, {line(1, 100, "expense:rent", power)}, facts()) ==
          Told{"1 new_beneficiary 1.00 0.00"});
    // Known for the rent is not known for the water; for a bill it is.
    CHECK(told(policy, {line(1, 100, "expense:water")}, facts()) ==
          Told{"1 new_beneficiary 1.00 0.00"});
    CHECK(told(policy, {line(1, 100, "expense:bill/7")}, facts()).empty());
    CHECK(told(policy, {line(1, 100, "expense:bill/7", power)}, facts()) ==
          Told{"1 new_beneficiary 1.00 0.00"});
    // Of one dossier is not of another.
    Control_facts known = facts();
    known.dossiers[two].known.clear();
    CHECK(told(policy, {line(1, 100, "expense:rent", landlord, two)}, known) ==
          Told{"1 new_beneficiary 1.00 0.00"});
    known.dossiers[two].proved = {landlord};
    CHECK(told(policy, {line(1, 100, "debt:fluvius/9", landlord, two)}, known).empty());
    policy.known_payees.push_back({"Stroom van Hier", power});
    CHECK(told(policy, {line(1, 100, "expense:rent", power)}, facts()).empty());
}

TEST_CASE("claims of one creditor share their payee, and only what pays is looked at") {
    CHECK(beneficiary_key("debt:fluvius/2025-17") == "debt:fluvius");
    CHECK(beneficiary_key("expense:bill/3") == "bill");
    CHECK(beneficiary_key("living_money:week") == "living_money:week");
    Run_line out = line(1, 100, "expense:rent", power);
    out.proposal.decision = Decision::postponed;
    Run_line aside = line(2, 100, "pot:main/school", power);
    aside.proposal.occurrence.pot = aside.proposal.occurrence.subject;
    CHECK(told(with({.ceiling = Money::zero(), .new_beneficiary = true}), {out, aside}, facts())
              .empty());
}

TEST_CASE("a finding names dossier, line and subject, and both values") {
    const Run_line paid = line(7, 65'001);
    const Finding finding =
        finding_of({7, Control::ceiling, Money::cents(65'001), Money::cents(65'000)}, paid);
    CHECK(finding.code == above_ceiling);
    CHECK(finding.params == Params{{"dossier", "2026-0001"},
                                   {"line", "7"},
                                   {"subject", "expense:rent"},
                                   {"stated", "650.01"},
                                   {"computed", "650.00"}});
}

TEST_CASE("payees of a document, each once") {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.budget_lines = {
        test::expense("rent", dossier::Priority::housing,
                      test::schedule(calendar::Rhythm::monthly, "2026-02-01", 65'000))};
    CHECK(beneficiaries(dossier) == std::vector<Beneficiary>{{"expense:rent", landlord}});
    dossier.budget_lines.front().direction = dossier::Direction::income;
    CHECK(beneficiaries(dossier).empty());
}
