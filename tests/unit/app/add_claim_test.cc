// Goal: a claim that a counsellor types stands in the dossier as one that was imported, once.
// Method: the sample household; then what the document, the ledger and the log say.
#include "app/add_claim.hpp"
#include "app/codes.hpp"
#include "app/position.hpp"
#include "claims/codes.hpp"
#include "dossier/blank.hpp"
#include "support/household_book.hpp"

using namespace saldo;
using test::day;

namespace {

const law::Figures& figures() {
    static const law::Figures shipped = law::Figures::shipped();
    return shipped;
}

app::New_claim hospital() {
    auto claim = dossier::blank<dossier::Claim>();
    claim.origin = "health";
    claim.stated = day("2026-02-20");
    claim.principal = Money::cents(21'450);
    claim.costs = Money::cents(750);
    return {.dossier = "2026-0012",
            .creditor = "hospital",
            .payee = {"Ziekenhuis Zuid", {}, {}},
            .claim = std::move(claim),
            .document = std::string(64, 'a')};
}

struct With_household : test::Household_book {
    auto add(const app::New_claim& wanted) {
        return book.act("lies", "2026-03-02",
                        [&](app::Desk& desk) { return app::add_claim(desk, figures(), wanted); });
    }

    [[nodiscard]] dossier::Dossier document() const {
        return book.ask([](app::Unit_of_work& work) {
            return app::load_dossier(work, work.dossiers().find("2026-0012")->id);
        });
    }
};

} // namespace

TEST_CASE("a typed claim is in document, ledger and log") {
    With_household with;
    const std::size_t creditors = with.document().creditors.size();
    const auto added = with.add(hospital());
    REQUIRE(test::code_of(added) == "");
    CHECK(added->findings.empty());
    CHECK(added->row.id() == "hospital/1");
    REQUIRE(added->row.account.has_value());
    CHECK(added->row.account->balance.total() == Money::cents(22'200));
    const dossier::Dossier now = with.document();
    REQUIRE(now.creditors.size() == creditors + 1);
    CHECK(now.creditors.back().payee.name == "Ziekenhuis Zuid");
    CHECK(now.creditors.back().claims.at(0).costs == Money::cents(750));
    CHECK(with.book.balance("debt:hospital/1") == Money::cents(-22'200));
    CHECK(with.book.look("SELECT user FROM event WHERE kind = 'claim.added'") == "lies\n");
    // The next one of the same creditor needs no name, and gets the next number.
    app::New_claim next = hospital();
    next.payee = {};
    next.claim.principal = Money::cents(1'000);
    const auto second = with.add(next);
    REQUIRE(test::code_of(second) == "");
    CHECK(second->row.id() == "hospital/2");
    with.book.check_sound();
}

TEST_CASE("a claim that may stand there already is taken in, and told") {
    With_household with;
    const dossier::Claim known = with.document().creditors.at(0).claims.at(0);
    app::New_claim wanted = hospital();
    wanted.claim.reference = known.reference;
    const auto added = with.add(wanted);
    REQUIRE(test::code_of(added) == "");
    REQUIRE(added->findings.size() == 1);
    CHECK(added->findings.front().code == claims::possible_duplicate);
}

TEST_CASE("a claim that cannot be is refused, and nothing stays") {
    With_household with;
    REQUIRE(with.add(hospital()).has_value());
    const auto refused = [&](auto change) {
        app::New_claim wanted = hospital();
        change(wanted);
        return test::code_of(with.add(wanted));
    };
    CHECK(refused([](app::New_claim& wanted) { wanted.dossier = "9"; }) == "app.dossier_unknown");
    CHECK(refused([](app::New_claim& wanted) {
              wanted.creditor = "new";
              wanted.payee.name.clear();
          }) == "app.creditor_unknown");
    CHECK(refused([](app::New_claim& wanted) { wanted.payee.name = "Ziekenhuis Noord"; }) ==
          "app.creditor_differs");
    CHECK(refused([](app::New_claim& wanted) {
              wanted.payee.iban = *party::parse_iban("BE68539007547034");
          }) == "app.creditor_differs");
    CHECK(refused([](app::New_claim& wanted) { wanted.claim.id = "1"; }) == "app.claim_exists");
    CHECK(refused([](app::New_claim& wanted) { wanted.claim.id = "a b"; }) != "");
    CHECK(refused([](app::New_claim& wanted) { wanted.claim.origin = "gas"; }) != "");
    CHECK(refused([](app::New_claim& wanted) { wanted.claim.principal = Money::cents(-1); }) ==
          "dossier.schema");
    CHECK(with.book.look("SELECT count(*) FROM event WHERE kind = 'claim.added'") == "1\n");
    with.book.check_sound();
}

TEST_CASE("a claim is taken in on a day for which no legal rate is known") {
    With_household with;
    app::New_claim wanted = hospital();
    wanted.claim.stated = day("1900-01-01");
    wanted.claim.interest_rule =
        dossier::Interest_rule{dossier::Interest_source::civil, std::nullopt, wanted.claim.stated};
    const auto added = with.add(wanted);
    REQUIRE(test::code_of(added) == "");
    CHECK_FALSE(added->row.account.has_value());
    REQUIRE_FALSE(added->findings.empty());
    CHECK(added->findings.front().severity == Severity::warning);
}
