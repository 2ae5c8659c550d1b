// Goal: a plan of the claims of a dossier owes what stands on them, and no claim goes missing
// without a word. Method: the sample household with two claims whose balances are reckoned by hand,
// one thing changed in each row.
#include "app/draft_plan.hpp"
#include "law/interest.hpp"
#include "plans/codes.hpp"
#include "plans/plan_document.hpp"
#include "with_plan.hpp"

using namespace saldo;
using dossier::Claim_status;
using test::day;

namespace {

struct Drafted {
    std::string creditors; ///< id, balance, interest due, rate, fixed
    std::string findings;
    std::string refused;
};

Drafted draft(const dossier::Dossier& dossier, const char* start = "2026-03-05") {
    static const law::Figures figures = law::Figures::shipped();
    test::Book book;
    REQUIRE(test::code_of(book.import({dossier})) == "");
    const auto made = book.ask([&](app::Unit_of_work& work) {
        return app::draft_plan(work, figures, {dossier.number, day(start), Money::cents(5'000)});
    });
    Drafted told{.creditors = {}, .findings = {}, .refused = test::code_of(made)};
    if (!made) {
        return told;
    }
    const auto plan = plans::read_plan(made->text);
    REQUIRE(plan.has_value());
    CHECK(plan->start == day(start));
    CHECK(plan->monthly == Money::cents(5'000));
    CHECK(plan->interest_on == plans::Interest_on::principal);
    CHECK_FALSE(plan->first_interest);
    for (const plans::Creditor& each : plan->creditors) {
        told.creditors += each.id + " " + format(each.balance) + " " + format(each.interest_due);
        told.creditors += each.rate ? " " + money::format(*each.rate) : "";
        told.creditors += each.legal ? " civil" : "";
        told.creditors += each.rate_after ? " after " + money::format(*each.rate_after) : "";
        told.creditors += each.fixed ? " fixed " + format(*each.fixed) : "";
        told.creditors += "\n";
    }
    for (const Finding& finding : made->findings) {
        told.findings +=
            std::string(finding.code.text) + " " + test::param(finding, "claim") + "\n";
    }
    return told;
}

dossier::Claim owed(std::string id) {
    return {.id = std::move(id),
            .reference = {},
            .origin = "other",
            .stated = day("2026-02-01"),
            .principal = Money::cents(100'000),
            .interest = Money::cents(1'000),
            .costs = Money::cents(2'000),
            .penalty = Money::cents(500),
            .instalment = {}};
}

/// Two claims of 1,035.00, of which 1,000.00 is principal.
dossier::Dossier with(std::vector<dossier::Claim> claims) {
    dossier::Dossier dossier = test::debtor();
    dossier.creditors.at(0).claims = std::move(claims);
    return dossier;
}

dossier::Claim in_status(Claim_status status) {
    dossier::Claim claim = owed("b");
    claim.history = {{day("2026-02-15"), status, "x", "lies"}};
    return claim;
}

dossier::Claim with_rule(dossier::Interest_rule rule) {
    dossier::Claim claim = owed("b");
    claim.interest_rule = rule;
    return claim;
}

const std::string first = "energy/a 1035.00 35.00\n";

} // namespace

TEST_CASE("a plan owes what stands on the claims") {
    CHECK(draft(with({owed("a"), owed("b")})).creditors == first + "energy/b 1035.00 35.00\n");
    dossier::Claim paid_once = owed("b");
    paid_once.payments = {{day("2026-03-05"), Money::cents(10'000), "client", {}}};
    CHECK(draft(with({owed("a"), paid_once})).creditors == first + "energy/b 935.00 0.00\n");
    CHECK(draft(with({owed("a"), paid_once}), "2026-03-04").creditors ==
          first + "energy/b 1035.00 35.00\n");
    dossier::Claim all_paid = owed("b");
    all_paid.payments = {{day("2026-03-01"), Money::cents(103'500), "client", {}}};
    CHECK(draft(with({owed("a"), all_paid})).creditors == first);
    CHECK(draft(with({all_paid})).refused == "plans.no_claims");
    dossier::Claim agreed = owed("b");
    agreed.instalment = dossier::Instalment{
        test::schedule(calendar::Rhythm::monthly, "2026-02-20", 4'000), "main", {}, {}};
    CHECK(draft(with({owed("a"), agreed})).creditors ==
          first + "energy/b 1035.00 35.00 fixed 40.00\n");
}

TEST_CASE("claims that nobody is to pay stay out, and that is told") {
    for (const Claim_status status :
         {Claim_status::paid, Claim_status::waived, Claim_status::transferred,
          Claim_status::time_barred, Claim_status::disputed}) {
        const Drafted told = draft(with({owed("a"), in_status(status)}));
        CHECK(told.creditors == first);
        CHECK(told.findings == "plans.claim_left_out energy/b\n");
    }
    for (const Claim_status status :
         {Claim_status::announced, Claim_status::stated, Claim_status::checked,
          Claim_status::agreed, Claim_status::in_plan, Claim_status::suspended}) {
        const Drafted told = draft(with({owed("a"), in_status(status)}));
        CHECK(told.creditors == first + "energy/b 1035.00 35.00\n");
        CHECK(told.findings == "");
    }
}

TEST_CASE("interest goes on by the rule of the claim, unless it was stopped for good") {
    using dossier::Interest_source;

    // 1,000.00 at 7.3 percent is 0.20 a day; 10 days from 23 February to 5 March.
    const dossier::Interest_rule agreed{Interest_source::agreed,
                                        dossier::Yearly_rate{money::Rate::of(73, 1'000)},
                                        day("2026-02-23")};
    CHECK(draft(with({owed("a"), with_rule(agreed)})).creditors ==
          first + "energy/b 1037.00 37.00 73/1000\n");
    dossier::Claim stopped = with_rule(agreed);
    stopped.interest_stops = {{test::period("2026-02-23"), dossier::Stop_reason::csr}};
    CHECK(draft(with({owed("a"), stopped})).creditors == first + "energy/b 1035.00 35.00\n");
    // The civil rate of 2026 is the last one that is known, from its row of the figures.
    const dossier::Interest_rule legal{Interest_source::civil, {}, day("2026-03-05")};
    const law::Figures figures = law::Figures::shipped();
    const law::Figure& last = figures.of(law::figure_of(law::Legal_rate::civil)).back();
    REQUIRE(last.in_force.last() == day("2026-12-31"));
    CHECK(draft(with({owed("a"), with_rule(legal)})).creditors ==
          first + "energy/b 1035.00 35.00 civil after " +
              money::format(*money::parse_percent(last.value)) + "\n");
}

TEST_CASE("a day before a claim was stated is refused") {
    CHECK(draft(with({owed("a"), owed("b")}), "2026-01-31").refused == "claims.before_statement");
}
