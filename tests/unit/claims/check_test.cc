// Goal: the verdict on any claim: which law bounds it, what a bailiff may ask, limitation, and the
// order of the verdicts. Method: stories with dates and amounts counted by hand, on both sides of
// each limit.
#include "check_case.hpp"
#include "claims/codes.hpp"
#include "claims/regime.hpp"

using namespace saldo;
using namespace saldo::test;
using claims::Fact;
using claims::Ground;
using dossier::Item_kind;
using dossier::Letter_kind;
using dossier::Regime;
using dossier::Title_kind;
using dossier::Verdict_kind;
using law::Debt_part;
using Facts = std::vector<Fact>;
using Grounds = std::vector<Ground>;

namespace {

/// 1,000.00 due since 30 June 2022.
dossier::Claim claim_of(const char* origin, std::optional<Regime> regime, const char* stated) {
    auto claim = bare_claim(origin, stated, "1000.00");
    claim.due = day("2022-06-30");
    if (regime) {
        claim.contract.emplace().regime = regime;
    }
    return claim;
}

} // namespace

TEST_CASE("which law bounds a claim") {
    const auto regime = [](const char* origin) {
        return claims::regime_of(claim_of(origin, {}, "2025-03-31"));
    };
    CHECK(regime("consumer_credit") == Regime::consumer_credit);
    CHECK(regime("tax") == Regime::public_law);
    CHECK(regime("fine") == Regime::public_law);
    CHECK(regime("energy") == Regime::consumer);
    CHECK(regime("telecom") == Regime::consumer);
    CHECK_FALSE(regime("rent"));
    CHECK_FALSE(regime("health"));
    CHECK_FALSE(regime("other"));
    CHECK(claims::regime_of(claim_of("energy", Regime::civil, "2025-03-31")) == Regime::civil);
}

TEST_CASE("without a regime all but the principal is unclear") {
    auto claim = claim_of("rent", {}, "2025-03-31");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    for (Money* amount : {&claim.interest, &claim.costs, &claim.penalty}) {
        *amount = euro("10.00");
        if (amount == &claim.costs) {
            claim.items = {{claim.stated, Item_kind::reminder, *amount, {}}};
        }
        const auto verdict = verdict_of(claim);
        CHECK(verdict.kind == Verdict_kind::unclear);
        CHECK(verdict.missing.front() == Fact::regime);
        CHECK(verdict.allowed == verdict.claimed);
        *amount = Money::zero();
    }
}

TEST_CASE("between citizens: the legal rate from the due date, or what was agreed") {
    // 7.56 + 52.50 + 57.66 + 11.10
    auto claim = claim_of("rent", Regime::civil, "2025-03-31");
    claim.interest = euro("128.82");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.interest = euro("128.83");
    const auto more = verdict_of(claim);
    CHECK(more.reduce_to == euro("1128.82"));
    CHECK(more.reasons == Grounds{Ground::civil_interest});
    CHECK(only_row(more, Debt_part::interest).basis.article == "wet 5 mei 1865 art. 2 §1");
    claim.contract->late_rate = percent("6"); // 1,005 days: 165.21
    claim.interest = euro("165.21");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.interest = euro("165.22");
    CHECK(verdict_of(claim).reasons == Grounds{Ground::agreed_interest});
    claim.due.reset();
    CHECK(verdict_of(claim).missing == Facts{Fact::due, Fact::breakdown});
}

TEST_CASE("between citizens: a penalty and costs must have been agreed") {
    auto claim = claim_of("rent", Regime::civil, "2025-03-31");
    claim.penalty = euro("100.00");
    CHECK(verdict_of(claim).missing == Facts{Fact::penalty_clause});
    claim.contract->penalty = dossier::Penalty_clause::agreed;
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.contract->penalty = dossier::Penalty_clause::none;
    CHECK(verdict_of(claim).reduce_to == euro("1000.00"));
    claim.penalty = Money::zero();
    claim.costs = euro("10.00");
    claim.items = {{claim.stated, Item_kind::reminder, euro("10.00"), {}}};
    CHECK(verdict_of(claim).missing == Facts{Fact::cost_clause});
}

TEST_CASE("what public law adds is not reckoned") {
    auto claim = claim_of("tax", {}, "2025-03-31");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.interest = euro("10.00");
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::unclear);
    CHECK(only_row(verdict, Debt_part::interest).ground == Ground::public_law);
    CHECK(verdict.missing == Facts{Fact::breakdown, Fact::public_debt});
    claim.origin = "fine";
    CHECK(verdict_of(claim).missing == Facts{Fact::breakdown, Fact::public_law_rule});
}

TEST_CASE("late interest of a tax or a contribution has a maximum, where it is told which") {
    struct Row {
        law::Public_debt kind;
        const char* principal;
        const char* due;
        const char* stated;
        const char* maximum;
        const char* certain;
    };

    using enum law::Public_debt;
    // Of the months after that of the due date, a twelfth of 4 % each: 8 months of 1,234.00 are
    // 32.9067, and of 1,230.00 32.80. Of VAT 9.6 % until 2022, then 8 %: 8.00 + 6.6667. Of social
    // contributions 100 days of 7 %: 19.1781.
    for (const Row& row : {Row{income_tax, "1234.00", "2024-07-15", "2025-03-10", "32.91", "32.80"},
                           {income_tax, "1000.00", "2025-03-05", "2025-03-31", "0.00", "0.00"},
                           {vat, "1000.00", "2022-11-20", "2023-01-05", "14.67", "14.67"},
                           {social, "1234.00", "2025-01-01", "2025-04-11", "23.67", "23.67"}}) {
        CAPTURE(row.stated);
        auto claim = test::bare_claim("tax", row.stated, row.principal);
        claim.due = day(row.due);
        claim.contract.emplace().public_debt = row.kind;
        claim.interest = euro("100.00");
        const auto verdict = verdict_of(claim);
        const auto& interest = only_row(verdict, Debt_part::interest);
        CHECK(interest.ground == Ground::public_interest);
        CHECK(interest.maximum == euro(row.maximum));
        CHECK(interest.certain == euro(row.certain));
        CHECK(interest.basis.figures.empty() == (interest.maximum == Money::zero()));
        CHECK(verdict.kind == Verdict_kind::reduce);
    }
}

TEST_CASE("of a tax the due date or the figure may be missing") {
    auto claim = test::bare_claim("tax", "2025-03-10", "1000.00");
    claim.contract.emplace().public_debt = law::Public_debt::vat;
    claim.interest = euro("1.00");
    claim.items = {{claim.stated, Item_kind::late_interest, euro("1.00"), {}}};
    CHECK(verdict_of(claim).missing == Facts{Fact::due});
    claim.due = day("2024-12-01"); // no rate of VAT is known for 2025
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::unclear);
    CHECK(verdict.missing == Facts{Fact::figure});
    CHECK(test::has(verdict.findings, law::not_in_force));
}

TEST_CASE("who asked for mediation is left alone for a while, and it is told") {
    auto claim = test::consumer_claim("2025-03-01", "2025-04-01", "100.00");
    claim.letters.push_back({day("2025-03-10"), Letter_kind::mediation_request, {}, {}});
    const auto verdict = verdict_of(claim);
    const auto found = std::ranges::find(verdict.findings, claims::recovery_paused, &Finding::code);
    REQUIRE(found != verdict.findings.end());
    CHECK(found->params == Params{{"from", "2025-03-11"}, {"through", "2025-04-24"}}); // 45 days
    CHECK(verdict.limitation ==
          verdict_of(test::consumer_claim("2025-03-01", "2025-04-01", "100.00"))
              .limitation); // it interrupts nothing
}

TEST_CASE("fees of a bailiff that were abolished, and those nobody reckons") {
    struct Row {
        Item_kind kind;
        const char* date;
        Verdict_kind verdict;
        Ground ground;
    };

    for (const Row& row :
         {Row{Item_kind::acquittance_fee, "2024-09-30", Verdict_kind::unclear,
              Ground::bailiff_tariff},
          {Item_kind::acquittance_fee, "2024-10-01", Verdict_kind::reduce, Ground::fee_abolished},
          {Item_kind::collection_fee, "2024-09-30", Verdict_kind::unclear, Ground::bailiff_tariff},
          {Item_kind::collection_fee, "2024-10-01", Verdict_kind::reduce, Ground::fee_abolished},
          {Item_kind::recovery_fee, "2024-10-01", Verdict_kind::unclear, Ground::recovery_fee},
          {Item_kind::bailiff_act, "2024-10-01", Verdict_kind::unclear, Ground::bailiff_tariff}}) {
        CAPTURE(row.date);
        auto claim = claim_of("rent", {}, "2025-03-31");
        claim.items = {{day(row.date), row.kind, euro("12.00"), {}}};
        claim.costs = euro("12.00");
        for (const Title_kind title : {Title_kind::judgment, Title_kind::coercion_order}) {
            claim.title = dossier::Title{title, day("2024-01-15")};
            const auto verdict = verdict_of(claim);
            CHECK(verdict.kind == row.verdict);
            CHECK(only_row(verdict, Debt_part::costs).ground == row.ground);
        }
        claim.title.reset();
        const auto untitled = verdict_of(claim);
        CHECK(untitled.kind == Verdict_kind::dispute);
        CHECK(untitled.reasons == Grounds{Ground::bailiff_no_title});
        CHECK(untitled.allowed == euro("1000.00"));
        CHECK_FALSE(untitled.reduce_to);
    }
}

TEST_CASE("what a judge may have granted is not reduced") {
    auto claim = consumer_claim("2024-01-10", "2024-06-30", "400.00");
    claim.penalty = euro("80.00"); // 55.00 at most
    claim.title = dossier::Title{Title_kind::judgment, day("2024-05-15")};
    const auto judged = verdict_of(claim);
    CHECK(judged.kind == Verdict_kind::unclear);
    CHECK(judged.missing == Facts{Fact::judgment_terms});
    claim.penalty = euro("55.00");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.penalty = euro("80.00");
    claim.title->kind = Title_kind::notarial_deed;
    CHECK(verdict_of(claim).kind == Verdict_kind::reduce);
    claim.title->kind = Title_kind::judgment;
    claim.penalty = Money::zero();
    claim.costs = euro("20.00");
    claim.items = {{day("2024-05-15"), Item_kind::other_cost, euro("20.00"), {}}};
    CHECK(verdict_of(claim).missing == Facts{Fact::judgment_terms});
    claim.items.front().date = day("2024-05-16"); // no judge saw it
    CHECK(verdict_of(claim).reduce_to == euro("400.00"));
    auto credit = credit_claim("2024-08-15", "3000.00");
    credit.letters.clear();
    CHECK(verdict_of(credit).kind == Verdict_kind::dispute);
    credit.title = dossier::Title{Title_kind::judgment, day("2024-08-01")};
    CHECK(verdict_of(credit).missing == Facts{Fact::registered_notice, Fact::judgment_terms});
}

TEST_CASE("limitation follows the origin and the component") {
    struct Row {
        const char* origin;
        Debt_part part;
        const char* since; ///< due since 30 June 2022
    };

    for (const Row& row : {Row{"energy", Debt_part::principal, "2027-07-01"},
                           {"telecom", Debt_part::interest, "2027-07-01"},
                           {"rent", Debt_part::principal, "2027-07-01"},
                           {"health", Debt_part::principal, "2024-07-01"},
                           {"tax", Debt_part::penalty, "2027-07-01"},
                           {"fine", Debt_part::principal, "2024-07-01"},
                           {"consumer_credit", Debt_part::principal, "2032-07-01"},
                           {"consumer_credit", Debt_part::penalty, "2032-07-01"},
                           {"consumer_credit", Debt_part::interest, "2027-07-01"},
                           {"consumer_credit", Debt_part::costs, "2027-07-01"},
                           {"other", Debt_part::principal, "2032-07-01"},
                           {"other", Debt_part::interest, "2027-07-01"}}) {
        CAPTURE(row.origin);
        auto claim = claim_of(row.origin, {}, "2022-12-31");
        claim.interest = claim.costs = claim.penalty = euro("1.00");
        const Date since = day(row.since);
        const auto row_on = [&](Date on) {
            const auto verdict = claims::check(figures(), claim, on).value();
            const auto& rows = verdict.limitation;
            return *std::ranges::find(rows, row.part, &claims::Limitation_row::part);
        };
        CHECK(row_on(since).possibly_since == since);
        CHECK(row_on(since).possibly_barred);
        CHECK_FALSE(row_on(since.plus_days(-1)).possibly_barred);
    }
}

TEST_CASE("a judgment has a term of its own, and the interest in it another") {
    auto claim = claim_of("health", {}, "2022-12-31");
    claim.interest = euro("1.00");
    claim.title = dossier::Title{Title_kind::judgment, day("2023-01-15")};
    const auto verdict = verdict_of(claim, "2025-01-01");
    REQUIRE(verdict.limitation.size() == 2);
    CHECK(verdict.limitation[0].possibly_since == day("2033-01-16"));
    CHECK(verdict.limitation[1].possibly_since == day("2028-01-16"));
}

TEST_CASE("what is possibly time-barred is disputed, and nothing is taken off") {
    auto claim = claim_of("rent", {}, "2025-03-31");
    CHECK(verdict_of(claim, "2027-06-30").kind == Verdict_kind::due);
    const auto barred = verdict_of(claim, "2027-07-01");
    CHECK(barred.kind == Verdict_kind::dispute);
    CHECK(barred.reasons == Grounds{Ground::possibly_time_barred});
    CHECK(barred.allowed == euro("1000.00"));
    CHECK(has(barred.findings, law::court_may_raise));
    claim.letters = {{day("2023-05-02"), Letter_kind::reminder, {}, {}},
                     {day("2023-05-02"), Letter_kind::notice, {}, {}}};
    CHECK(verdict_of(claim, "2027-07-01").kind == Verdict_kind::dispute);
    for (const Letter_kind kind : {Letter_kind::acknowledgement, Letter_kind::summons,
                                   Letter_kind::command, Letter_kind::seizure}) {
        claim.letters = {{day("2023-05-02"), kind, {}, {}}};
        CHECK(verdict_of(claim, "2028-05-02").kind == Verdict_kind::due);
        CHECK(verdict_of(claim, "2028-05-03").kind == Verdict_kind::dispute);
    }
    claim.letters = {{day("2027-05-02"), Letter_kind::counsel_letter, {}, {}}};
    CHECK(verdict_of(claim, "2028-05-02").kind == Verdict_kind::due);
    CHECK(verdict_of(claim, "2028-05-03").kind == Verdict_kind::dispute);
}

TEST_CASE("payments interrupt, outside the book and in it") {
    auto claim = claim_of("rent", {}, "2025-03-31");
    const std::vector paid{day("2023-05-02"), day("2028-06-01")};
    const auto kind_on = [&](const char* on, std::span<const Date> days) {
        return claims::check(figures(), claim, day(on), days)->kind;
    };
    CHECK(kind_on("2027-07-01", {}) == Verdict_kind::dispute);
    CHECK(kind_on("2028-05-02", paid) == Verdict_kind::due); // the second one is still to come
    CHECK(kind_on("2028-06-01", paid) == Verdict_kind::dispute);
    CHECK(claims::check(figures(), claim, day("2023-05-02"), paid)
              ->limitation.front()
              .possibly_since == day("2028-05-03")); // from the day of the payment on
    CHECK(claims::check(figures(), claim, day("2023-05-01"), paid)
              ->limitation.front()
              .possibly_since == day("2027-07-01"));
    claim.payments = {{day("2024-01-02"), euro("5.00"), "client", {}}};
    CHECK(kind_on("2029-01-02", {}) == Verdict_kind::due);
    CHECK(kind_on("2029-01-03", {}) == Verdict_kind::dispute);
}

TEST_CASE("without a due date limitation is unclear, and so is the claim") {
    auto claim = claim_of("rent", {}, "2025-03-31");
    claim.due.reset();
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::unclear);
    CHECK(verdict.missing == Facts{Fact::due});
    claim.title = dossier::Title{Title_kind::judgment, day("2024-01-15")};
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
}

TEST_CASE("a dispute goes before a reduction, that before what is unclear, that before due") {
    auto claim = consumer_claim("2024-01-10", "2024-06-30", "400.00");
    claim.penalty = euro("55.00");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.due.reset();
    CHECK(verdict_of(claim).kind == Verdict_kind::unclear);
    claim.penalty = euro("55.01");
    const auto reduced = verdict_of(claim);
    CHECK(reduced.kind == Verdict_kind::reduce);
    CHECK(reduced.reduce_to == euro("455.00"));
    claim.items = {{day("2024-06-01"), Item_kind::collection_fee, euro("10.00"), {}}};
    claim.costs = euro("10.00");
    const auto disputed = verdict_of(claim);
    CHECK(disputed.kind == Verdict_kind::dispute);
    CHECK_FALSE(disputed.reduce_to);
    CHECK(disputed.allowed == euro("455.00"));
    CHECK(disputed.reasons == Grounds{Ground::consumer_penalty, Ground::bailiff_no_title});
}
