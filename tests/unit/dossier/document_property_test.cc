// Goal: any dossier survives being written and read. Method: generated dossiers that use every
// field or leave it out.
#include "any_claim.hpp"
#include "any_course.hpp"
#include "base/digest.hpp"
#include "dossier/check.hpp"
#include "dossier/document.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using namespace saldo::dossier;
using namespace saldo::test;

namespace {

Member any_member(int index) {
    Member member{
        index == 0 ? Member_role::client : any<Member_role>(), name_text(), name_text(), {}, {}};
    if (maybe()) {
        member.birth_date = date(1950);
    }
    if (maybe()) {
        member.national_number = *party::parse_national_number("85073003328");
    }
    return member;
}

Account any_account(int index) {
    const auto kind = index == 0 ? Account_kind::budget : any<Account_kind>();
    Account account{"account_" + std::to_string(index),
                    kind,
                    any_iban(index),
                    {},
                    name_text(),
                    {},
                    any_amount(),
                    any_amount(),
                    {}};
    if (maybe()) {
        account.bic = *party::parse_bic("GEBABEBB36A");
    }
    if (kind == Account_kind::budget || (kind == Account_kind::savings && maybe())) {
        account.opening = Opening{date(), Money::cents(number(-100'000, 100'000))};
    }
    if (maybe()) {
        account.closed = date(2030);
    }
    return account;
}

Budget_line any_line(int index, const std::vector<Pot>& pots) {
    Budget_line line =
        expense("line-" + std::to_string(index), Priority::fixed_cost, any_schedule());
    line.account = "account_0";
    line.name = name_text();
    line.category = name_text();
    line.pot = pots.empty() || maybe() ? "" : pots.front().id;
    line.counterparty = any_payee();
    line.communication = any_remittance();
    line.margin = any_amount();
    if (*rc::gen::arbitrary<bool>()) {
        const auto parts = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
        line.margin_share = money::Rate::of(*rc::gen::inRange<std::int64_t>(1, parts + 1), parts);
    }
    line.direction = any<Direction>();
    if (line.direction == Direction::expense) {
        line.priority = any<Priority>();
        line.payer = any<Payer>();
        line.moves = any<Moves>();
        line.mandate = maybe() ? "" : "CORE-\"1\" é";
    }
    return line;
}

Pot any_pot(int index) {
    Pot pot{"pot." + std::to_string(index), "account_0", name_text(), Money::zero(), {}};
    if (maybe()) {
        pot.set_aside = any_schedule();
    }
    return pot;
}

Creditor any_creditor(int index) {
    Creditor creditor{std::to_string(index), {}, any_payee(), {}, list(3, any_claim)};
    if (maybe()) {
        creditor.collector = any_payee();
    }
    if (maybe()) {
        creditor.enterprise_number = *party::parse_enterprise_number("0456789034");
    }
    return creditor;
}

/// Due after whatever the account was opened on.
Bill any_bill(int index, const Date& opened) {
    Bill bill{.id = "f" + std::to_string(index),
              .name = name_text(),
              .category = name_text(),
              .priority = any<Priority>(),
              .due = opened.plus_days(number(1, 3'000)),
              .amount = Money::cents(number(1, 1'000'000)),
              .account = "account_0",
              .pot = {},
              .payee = any_payee(),
              .communication = any_remittance(),
              .moves = any<Moves>(),
              .document = to_hex(sha256(std::to_string(index))),
              .claim = {},
              .cancelled = {}};
    if (maybe()) {
        bill.cancelled = Cancellation{date(), name_text()};
    }
    return bill;
}

/// Of a claim of its own, so that nothing else is due on its days.
Adopted_plan any_plan(int index, const Date& opened) {
    Adopted_plan plan{.id = "p" + std::to_string(index),
                      .name = maybe() ? "" : name_text(),
                      .adopted = opened.plus_days(number(1, 100)),
                      .user = name_text(),
                      .account = "account_0",
                      .pot = {},
                      .terms = to_hex(sha256(std::to_string(index))),
                      .instalments = {}};
    for (int i = 0, count = number(1, 5); i < count; ++i) {
        plan.instalments.push_back({"planned/" + std::to_string(index),
                                    plan.adopted.plus_days(30 * i + number(1, 30)),
                                    Money::cents(number(1, 1'000'000))});
    }
    Date answered = plan.adopted;
    plan.answers = list(3, [&](int) {
        answered = answered.plus_days(number(0, 20));
        return Plan_answer{answered,
                           "planned",
                           any<Plan_reply>(),
                           maybe() ? std::optional(Money::cents(number(1, 100'000))) : std::nullopt,
                           maybe() ? "" : to_hex(sha256("letter")),
                           name_text()};
    });
    if (maybe()) {
        plan.ended = Plan_end{plan.adopted.plus_days(number(0, 100)), name_text(), name_text()};
    }
    return plan;
}

void add_plans(Dossier& dossier) {
    const Date opened = dossier.accounts.front().opening->date;
    dossier.plans = list(2, [&](int index) { return any_plan(index, opened); });
    Creditor creditor{"planned", {}, any_payee(), {}, {}};
    for (int index = 0; index < 2; ++index) {
        Claim claim = any_claim(index);
        claim.id = std::to_string(index);
        claim.instalment.reset();
        creditor.claims.push_back(std::move(claim));
    }
    dossier.creditors.push_back(std::move(creditor));
}

Dossier any_dossier() {
    Dossier dossier = bare_dossier();
    dossier.opened = date();
    if (maybe()) {
        dossier.closed = dossier.opened.plus_days(number(0, 2'000));
    }
    dossier.household = {word(household_kinds), word(languages), {}, {any_member(0)}};
    if (maybe()) {
        dossier.household.address =
            Address{name_text(), "1", maybe() ? "" : "b", "9999", name_text(), "BE"};
        dossier.household.members.push_back(any_member(1));
    }
    dossier.mandates = list(2, [](int) { return any_mandate(); });
    dossier.workers = list(2, [](int) {
        return Worker{name_text(), word(worker_roles), any_period()};
    });
    dossier.accounts = {any_account(0), any_account(1), any_account(2)};
    dossier.pots = list(2, any_pot);
    dossier.budget_lines = list(4, [&](int index) { return any_line(index, dossier.pots); });
    dossier.living_money = list(2, [](int index) {
        return Living_money{std::to_string(index), name_text(),      any_schedule(), "account_0",
                            any_payee(),           any_remittance(), any<Moves>()};
    });
    dossier.creditors = list(3, any_creditor);
    dossier.bills =
        list(3, [&](int index) { return any_bill(index, dossier.accounts.front().opening->date); });
    add_plans(dossier);
    add_course(dossier);
    return dossier;
}

} // namespace

TEST_CASE("reading what was written gives the dossier again, and writing that the same bytes") {
    CHECK(rc::check("round trip", [] {
        const Dossier dossier = any_dossier();
        RC_ASSERT(check(dossier).empty());
        const std::string text = write_document(dossier);
        const auto read = read_document(text);
        if (!read) {
            RC_LOG() << read.error().findings().front().code.text << ' '
                     << read.error().findings().front().where.place << '\n';
        }
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == dossier);
        const auto stored = read_canonical(text);
        RC_ASSERT(stored.has_value());
        RC_ASSERT(*stored == dossier);
        RC_ASSERT(write_document(*stored) == text);
    }));
}

TEST_CASE("a document with a byte changed or cut off never brings the reader down") {
    CHECK(rc::check("broken bytes", [] {
        std::string text(sample_dossier);
        const auto at = static_cast<std::size_t>(number(0, static_cast<int>(text.size())));
        text[at] = static_cast<char>(number(-128, 128));
        const auto full = read_document(text);
        const auto stored = read_canonical(text);
        // The schema only adds faults.
        RC_ASSERT(!full.has_value() || stored.has_value());
        RC_ASSERT(!read_document(text.substr(0, at)).has_value());
    }));
}
