// Goal: any dossier survives being written and read. Method: generated dossiers that use every
// field or leave it out.
#include "base/digest.hpp"
#include "dossier/check.hpp"
#include "dossier/document.hpp"
#include "dossier/names.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using namespace saldo::dossier;

namespace {

int number(int from, int until) {
    return *rc::gen::inRange(from, until);
}

bool maybe() {
    return number(0, 2) == 1;
}

template <class Enum> Enum any() {
    return Names<Enum>::all[static_cast<std::size_t>(
                                number(0, static_cast<int>(Names<Enum>::all.size())))]
        .value;
}

template <std::size_t count> std::string word(const std::array<std::string_view, count>& words) {
    return std::string(words[static_cast<std::size_t>(number(0, static_cast<int>(count)))]);
}

std::string name_text() {
    return *rc::gen::element<std::string>("x", "Zoë D'Hondt", "quote \" and \\ slash/", "ŁŻ €",
                                          "een naam met veel woorden", "{\"a\": 1}");
}

Date date(int from_year = 2000) {
    return Date::of(from_year, 1, 1)->plus_days(number(0, 9'000));
}

calendar::Date_range any_period() {
    const Date from = date();
    return *calendar::Date_range::through(
        from, maybe() ? std::optional(from.plus_days(number(0, 900))) : std::nullopt);
}

/// Due at least once: the anchor lies in the period.
Schedule any_schedule() {
    const auto period = any_period();
    return {*rc::gen::element(calendar::Rhythm::once, calendar::Rhythm::weekly,
                              calendar::Rhythm::monthly, calendar::Rhythm::yearly),
            period.from(), Money::cents(number(1, 99'999'999)), period};
}

Iban any_iban(int account) {
    std::string digits = std::to_string(1'000'000 + account);
    digits.insert(0, 10 - digits.size(), '0');
    const int check = std::stoi(digits) % 97;
    return *party::iban_of_belgian_number(digits + (check < 10 && check > 0 ? "0" : "") +
                                          std::to_string(check == 0 ? 97 : check));
}

party::Payee any_payee() {
    party::Payee payee{name_text(), {}, {}};
    if (maybe()) {
        payee.iban = any_iban(number(0, 100'000));
    }
    if (maybe()) {
        payee.bic = *party::parse_bic("GKCCBEBB");
    }
    return payee;
}

party::Remittance any_remittance() {
    switch (number(0, 4)) {
    case 0:
        return name_text();
    case 1:
        return party::ogm_of_payload(static_cast<std::uint64_t>(number(0, 1'000'000)));
    case 2:
        return *party::parse_creditor_reference("RF602026001");
    default:
        return std::monostate();
    }
}

Money any_amount() {
    return Money::cents(maybe() ? 0 : number(0, 1'000'000));
}

template <class Make> auto list(int most, Make make) {
    std::vector<decltype(make(0))> all;
    for (int i = 0, count = number(0, most + 1); i < count; ++i) {
        all.push_back(make(i));
    }
    return all;
}

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
        test::expense("line-" + std::to_string(index), Priority::fixed_cost, any_schedule());
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

Claim any_claim(int index) {
    Claim claim{std::to_string(index),
                maybe() ? "" : name_text(),
                word(claim_origins),
                date(),
                any_amount(),
                any_amount(),
                any_amount(),
                any_amount(),
                {}};
    if (maybe()) {
        claim.instalment =
            Instalment{any_schedule(), "account_0", {}, any_remittance(), any<Moves>()};
        claim.instalment->mandate = maybe() ? "" : name_text();
    }
    return claim;
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

Dossier any_dossier() {
    Dossier dossier = test::bare_dossier();
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
    dossier.mandates = list(2, [](int) {
        return Mandate{any<Mandate_kind>(), name_text(), date(), any_period()};
    });
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
    return dossier;
}

} // namespace

TEST_CASE("reading what was written gives the dossier again, and writing that the same bytes") {
    CHECK(rc::check("round trip", [] {
        const Dossier dossier = any_dossier();
        RC_ASSERT(check(dossier).empty());
        const std::string text = write_document(dossier);
        const auto read = read_document(text);
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
        std::string text(test::sample_dossier);
        const auto at = static_cast<std::size_t>(number(0, static_cast<int>(text.size())));
        text[at] = static_cast<char>(number(-128, 128));
        const auto full = read_document(text);
        const auto stored = read_canonical(text);
        // The schema only adds faults.
        RC_ASSERT(!full.has_value() || stored.has_value());
        RC_ASSERT(!read_document(text.substr(0, at)).has_value());
    }));
}
