// Goal: what stands on a claim follows what the book paid and got back, and a claim gets its status
// from a person, in the document. Method: the sample household; amounts reckoned by hand beside
// each case; the ledger account must say what was stated less what was paid.
#include "app/claims.hpp"
#include "app/codes.hpp"
#include "claims/codes.hpp"
#include "claims/status.hpp"
#include "support/household_book.hpp"

using namespace saldo;
using dossier::Claim_status;
using test::day;
using test::Told_movement;

namespace {

constexpr const char* energy = "energy/2025-17";
constexpr const char* shop = "energy/2025-18";
constexpr const char* collector = "BE14001000000783";

const law::Figures& figures() {
    static const law::Figures shipped = law::Figures::shipped();
    return shipped;
}

/// Under the mandate CORE-17 the collector collects 40.00 of the energy debt each twentieth.
struct Household : test::Household_book {
    Household() {
        dossier::Dossier changed = test::household();
        changed.creditors.at(0).claims.at(0).instalment->mandate = "CORE-17";
        REQUIRE(test::code_of(book.import({changed})) == "");
    }

    [[nodiscard]] Result<app::Claim_row> claim(const char* id, std::string_view on) const {
        return book.ask([&](app::Unit_of_work& work) {
            return app::claim_on(work, figures(), "2026-0012", id, day(on));
        });
    }

    /// Principal, interest, costs, penalty; then what was paid.
    [[nodiscard]] std::string told(const char* id, std::string_view on) const {
        const auto row = claim(id, on);
        REQUIRE(test::code_of(row) == "");
        const claims::Parts& parts = row->account->balance;
        return format(parts.principal) + " " + format(parts.interest) + " " + format(parts.costs) +
               " " + format(parts.penalty) + " paid " + format(row->account->paid);
    }

    [[nodiscard]] app::Claim_list list(std::string_view on) const {
        auto list = book.ask([&](app::Unit_of_work& work) {
            return app::claims_on(work, figures(), std::nullopt, day(on));
        });
        REQUIRE(list.has_value());
        return *std::move(list);
    }

    auto set(const char* id, Claim_status status, std::string reason, std::string_view as_of) {
        return book.act("els", as_of, [&](app::Desk& desk) {
            return app::set_claim_status(desk, figures(),
                                         {"2026-0012", id, status, std::move(reason)});
        });
    }
};

Told_movement collected(const char* booked, std::int64_t cents = -4'000) {
    return {.cents = cents,
            .iban = collector,
            .booked = booked,
            .mandate = "CORE-17",
            .code = "00501000"};
}

Told_movement refunded(const char* booked) {
    Told_movement told = collected(booked, 4'000);
    told.code = "00554000";
    told.r_type = '3';
    told.reason = "MD06";
    return told;
}

std::string codes_of(const Findings& findings) {
    std::string codes;
    for (const Finding& finding : findings) {
        codes += std::string(finding.code.text) + " at " + finding.where.place + "\n";
    }
    return codes;
}

} // namespace

TEST_CASE(
    "what the bank collects is laid on the claim, and what it sends back taken off it again") {
    Household with;
    with.statement({collected("2026-02-20"), collected("2026-03-20"), refunded("2026-03-23")},
                   "2026-03-31");
    // 480.00 + 12.35 + 40.00 + 20.00; the first 40.00 take the costs, the next the penalty and the
    // interest and 7.65 of the principal. The refund is of the second, which has the same amount.
    CHECK(with.told(energy, "2026-02-19") == "480.00 12.35 40.00 20.00 paid 0.00");
    CHECK(with.told(energy, "2026-02-20") == "480.00 12.35 0.00 20.00 paid 40.00");
    CHECK(with.told(energy, "2026-03-20") == "472.35 0.00 0.00 0.00 paid 80.00");
    CHECK(with.told(energy, "2026-03-23") == "480.00 12.35 0.00 20.00 paid 40.00");
    const auto row = with.claim(energy, "2026-03-31");
    REQUIRE(row.has_value());
    CHECK(row->account->findings.empty());
    const auto& steps = row->account->steps;
    REQUIRE(steps.size() == 4);
    CHECK(steps[3].kind == claims::Step_kind::returned);
    CHECK(steps[3].source == steps[2].source); // the entry it sends back
    // No interest runs on this one: the ledger says the same.
    CHECK(with.book.balance("debt:energy/2025-17") == -row->account->balance.total());
}

TEST_CASE("what a person takes back was not paid") {
    Household with;
    with.statement({collected("2026-02-20"), collected("2026-03-20")}, "2026-03-31");
    REQUIRE(test::code_of(with.book.undo(Movement_id{1})) == "");
    const auto row = with.claim(energy, "2026-03-31");
    REQUIRE(row.has_value());
    CHECK(row->account->paid == Money::cents(4'000));
    CHECK(row->account->findings.empty());
    CHECK(with.book.balance("debt:energy/2025-17") == Money::cents(-51'235));
    CHECK(row->account->balance.total() == Money::cents(51'235));
}

TEST_CASE("a payment counts from the day it is ordered for") {
    test::Household_book with;
    dossier::Dossier only_debts = test::household();
    only_debts.budget_lines.clear();
    only_debts.living_money.clear();
    REQUIRE(test::code_of(with.book.import({only_debts})) == "");
    with.book.pay("2026-02-17", "2026-02-20");
    const auto told = [&](std::string_view on) {
        const auto row = with.book.ask([&](app::Unit_of_work& work) {
            return app::claim_on(work, figures(), "2026-0012", energy, day(on));
        });
        REQUIRE(row.has_value());
        return format(row->account->balance.total());
    };
    CHECK(told("2026-02-18") == "552.35");
    CHECK(told("2026-02-19") == "512.35"); // one day before the bank must have it
    CHECK(with.book.balance("debt:energy/2025-17") == Money::cents(-51'235));
}

TEST_CASE("interest, items, waivers and payments outside the book are in no ledger") {
    Household with;
    // The credit ended, so the 10.00 go to the principal. Ten days on 75.00 at 12.5 % are 0.2568;
    // 59 days on 65.00 are 1.3134, with the first 1.5702. Of the item of 31.20 1.20 was waived.
    CHECK(with.told(shop, "2026-02-10") == "65.00 0.26 0.00 0.00 paid 10.00");
    CHECK(with.told(shop, "2026-04-10") == "65.00 1.57 30.00 0.00 paid 10.00");
    // 110 days in all to the end of May are 2.4486, with the first 2.7055; none until September.
    CHECK(with.told(shop, "2026-05-31") == "65.00 2.71 30.00 0.00 paid 10.00");
    CHECK(with.told(shop, "2026-08-31") == "65.00 2.71 30.00 0.00 paid 10.00");
    CHECK(with.told(shop, "2026-09-01") == "65.00 2.73 30.00 0.00 paid 10.00");
    CHECK(with.book.balance("debt:energy/2025-18") == Money::cents(-7'500));
}

TEST_CASE("a list tells why a claim has no balance, and of two claims that may be one") {
    Household with;
    const app::Claim_list now = with.list("2026-04-10");
    REQUIRE(now.rows.size() == 2);
    CHECK(codes_of(now.findings) == "law.order_not_settled at 2026-0012 energy/2025-18\n");
    CHECK(now.rows[0].id() == energy);
    CHECK(now.rows[0].status == Claim_status::stated);
    CHECK(now.rows[1].id() == shop);
    CHECK(now.rows[1].status == Claim_status::disputed);
    const app::Claim_list early = with.list("2026-01-14");
    REQUIRE(early.rows.size() == 2);
    CHECK_FALSE(early.rows[0].account.has_value());
    CHECK(codes_of(early.findings) == "claims.before_statement at 2026-0012 energy/2025-17\n"
                                      "claims.before_statement at 2026-0012 energy/2025-18\n");
    CHECK(early.findings.front().severity == Severity::warning);
    CHECK(test::code_of(with.claim(energy, "2026-01-14")) == "claims.before_statement");

    dossier::Dossier twice = test::household();
    twice.creditors.push_back(twice.creditors.front());
    twice.creditors.back().id = "bailiff";
    twice.creditors.back().claims.pop_back();
    REQUIRE(test::code_of(with.book.import({twice})) == "");
    CHECK(codes_of(with.list("2026-04-10").findings) ==
          "law.order_not_settled at 2026-0012 energy/2025-18\n"
          "claims.possible_duplicate at 2026-0012\n");
    CHECK(with.list("2026-04-10").rows.front().id() == "bailiff/2025-17");
}

TEST_CASE("a person gives a claim its status, in the next version of the document") {
    Household with;
    const auto set = with.set(energy, Claim_status::checked, "", "2026-03-01");
    REQUIRE(test::code_of(set) == "");
    CHECK(set->status == Claim_status::checked);
    CHECK(set->claim.history == std::vector<dossier::Status_change>{
                                    {day("2026-03-01"), Claim_status::checked, "", "els"}});
    CHECK(with.claim(energy, "2026-02-28")->status == Claim_status::stated);
    CHECK(with.claim(energy, "2026-03-01")->status == Claim_status::checked);
    // Imported twice by the test, then changed by this.
    CHECK(with.book.look("SELECT max(version) FROM dossier_document") == "3\n");
    CHECK(with.book.look("SELECT kind, user, as_of FROM event ORDER BY number DESC LIMIT 2") ==
          "claim.status_changed|els|2026-03-01\ndossier.changed|els|2026-03-01\n");
    with.book.check_sound();
}

TEST_CASE("moves that make no sense are refused and change nothing") {
    struct Row {
        const char* claim;
        Claim_status status;
        const char* reason;
        const char* as_of;
        const char* refusal;
    };

    using enum Claim_status;
    for (const Row& row :
         {Row{"energy/none", checked, "", "2026-03-01", "app.claim_unknown"},
          {"energy", checked, "", "2026-03-01", "app.claim_unknown"},
          {energy, announced, "so", "2026-03-01", "app.claim_move_wrong"},
          {energy, stated, "so", "2026-03-01", "app.claim_move_wrong"},
          {shop, in_plan, "so", "2026-03-01", "app.claim_move_wrong"}, // it is disputed
          {shop, agreed, "so", "2026-02-02", "app.claim_move_too_early"},
          {energy, waived, "", "2026-03-01", "app.reason_missing"},
          {energy, waived, "  ", "2026-03-01", "app.reason_missing"},
          {energy, time_barred, "", "2026-03-01", "app.reason_missing"},
          {energy, paid, "", "2026-03-01", "app.claim_still_owed"},
          {energy, paid, "settled for less", "2026-03-01", ""},
          {energy, waived, "letter of 28 February", "2026-03-01", ""},
          {energy, transferred, "", "2026-03-01", ""},
          {shop, agreed, "", "2026-03-01", ""}}) {
        CAPTURE(std::string(row.reason));
        CAPTURE(std::string(row.refusal));
        Household with;
        CHECK(test::code_of(with.set(row.claim, row.status, row.reason, row.as_of)) == row.refusal);
        const bool is_kept = std::string(row.refusal).empty();
        CHECK(with.book.look("SELECT max(version) FROM dossier_document") ==
              (is_kept ? "3\n" : "2\n"));
    }
}

TEST_CASE("a claim that was closed comes back with a reason only") {
    Household with;
    REQUIRE(test::code_of(with.set(energy, Claim_status::paid, "settled", "2026-03-01")) == "");
    CHECK(test::code_of(with.set(energy, Claim_status::in_plan, "", "2026-03-02")) ==
          "app.reason_missing");
    CHECK(test::code_of(with.set(energy, Claim_status::in_plan, "it came back", "2026-03-02")) ==
          "");
    const auto row = with.claim(energy, "2026-03-02");
    CHECK(row->status == Claim_status::in_plan);
    CHECK(row->claim.history.size() == 2);
}

TEST_CASE("a claim that cannot be reckoned still gets a status, but is not paid without a reason") {
    Household with;
    dossier::Dossier changed = test::household();
    changed.creditors.at(0).claims.at(0).interest_rule = {
        dossier::Interest_source::commercial, {}, day("2026-01-15")};
    REQUIRE(test::code_of(with.book.import({changed})) == "");
    const char* late = "2026-07-01"; // no commercial rate is known
    CHECK(test::code_of(with.set(energy, Claim_status::paid, "", late)) == "law.not_in_force");
    const auto checked = with.set(energy, Claim_status::checked, "", late);
    REQUIRE(test::code_of(checked) == "");
    CHECK_FALSE(checked->account.has_value());
}
