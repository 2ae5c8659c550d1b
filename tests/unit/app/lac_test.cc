// Goal: a plan of the commission is what runs pay from then on, and what is not paid is told as a
// breach. Method: the sample household before the commission with a debt of 552.35.
#include "app/lac.hpp"
#include "with_plan.hpp"

#include <algorithm>

using namespace saldo;
using arrears::Lac_outcome;
using arrears::Lac_state;
using test::day;
using test::With_plan;

namespace {

struct With_lac : With_plan {
    auto open(const char* claim = test::energy) {
        return book.act("lies", today, [&](app::Desk& desk) {
            return app::open_lac(desk, {number,
                                        {.number = "",
                                         .claim = claim,
                                         .energy = arrears::Energy::electricity,
                                         .session = day(today),
                                         .proposal = "",
                                         .monthly = {},
                                         .limited_since = {}}});
        });
    }

    auto decide(app::Lac_verdict verdict, const char* as_of = "2026-02-02") {
        static const law::Figures figures = law::Figures::shipped();
        if (verdict.number.empty()) {
            verdict.number = "LAC2026-0001";
        }
        return book.act("lies", as_of,
                        [&](app::Desk& desk) { return app::decide_lac(desk, figures, verdict); });
    }

    [[nodiscard]] arrears::Lac_standing standing(const char* on, std::size_t place = 0) const {
        const auto rows =
            book.ask([&](app::Unit_of_work& work) { return app::lacs_on(work, number, day(on)); });
        REQUIRE(test::code_of(rows) == "");
        return rows->at(place).standing;
    }
};

app::Lac_verdict plan(std::int64_t cents, const char* from) {
    return {.number = "",
            .outcome = Lac_outcome::plan,
            .client = arrears::Client_heard::absent,
            .from = day(from),
            .amount = Money::cents(cents),
            .account = "main"};
}

} // namespace

TEST_CASE("a plan of the commission is the agreed instalment that runs pay") {
    With_lac with;
    REQUIRE(with.open().has_value());
    app::Lac_verdict verdict = plan(100'00, "2026-02-09");
    verdict.account.clear();
    CHECK(test::code_of(with.decide(verdict)) == "app.lac_account_unknown"); // it has two
    const auto decided = with.decide(plan(100'00, "2026-02-09"));
    REQUIRE(test::code_of(decided) == "");
    CHECK(decided->row.lac.decision->instalments == 5);
    CHECK(decided->row.lac.decision->debt == Money::cents(552'35));
    CHECK(decided->row.lac.decision->proposer == arrears::Proposer::commission);
    CHECK(decided->rest == Money::cents(52'35));
    CHECK(with.status(test::energy) == dossier::Claim_status::agreed);
    CHECK(test::code_of(with.decide(plan(100'00, "2026-02-09"))) == "app.lac_decided");

    const auto lines = with.order();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].proposal.amount == Money::cents(100'00));
    CHECK(with.standing("2026-02-15").state == Lac_state::running);
    CHECK(with.standing("2026-02-15").due == day("2026-03-09"));
    CHECK(with.standing("2026-03-14").state == Lac_state::running);
    CHECK(with.standing("2026-03-15").state == Lac_state::breached);
    CHECK(with.standing("2026-03-15").missing == Money::cents(100'00));

    // What the bank sends back was not paid.
    REQUIRE(with.book.carry_out(lines[0], false, 1).has_value());
    CHECK(with.standing("2026-02-15").state == Lac_state::running);
    REQUIRE(with.book.carry_out(lines[0], true, 2).has_value());
    CHECK(with.standing("2026-02-15").state == Lac_state::breached);
    CHECK(with.standing("2026-02-15").breached == day("2026-02-15"));
    with.book.check_sound();
}

TEST_CASE("a claim that an adopted plan pays gets no second plan") {
    With_lac with;
    REQUIRE(with.adopt().has_value());
    REQUIRE(with.open().has_value());
    CHECK(test::code_of(with.decide(plan(100'00, "2026-02-09"))) == "app.lac_claim_in_plan");
    CHECK(test::code_of(with.decide(plan(100'00, "2026-03-09"))) == "app.lac_claim_in_plan");
    CHECK(test::code_of(with.decide(plan(100'00, "2026-03-10"))) == ""); // when that one is over
}

TEST_CASE("an immediate payment is watched, and a later session replaces the one before") {
    With_lac with;
    REQUIRE(with.open().has_value());
    CHECK(test::code_of(with.open()) == "app.lac_exists");
    CHECK(test::code_of(with.open("energy/none")) == "app.claim_unknown");
    CHECK(test::code_of(with.decide({.number = "LAC2026-0009"})) == "app.lac_unknown");
    CHECK(test::code_of(with.decide({.number = ""}, "2026-02-01")) == "app.lac_unknown");
    const auto decided = with.decide({.number = "",
                                      .outcome = Lac_outcome::immediate_payment,
                                      .client = arrears::Client_heard::present,
                                      .until = day("2026-02-20")});
    REQUIRE(test::code_of(decided) == "");
    CHECK(decided->row.lac.decision->amount == Money::cents(552'35));
    CHECK(decided->row.lac.decision->proposer == arrears::Proposer::office);
    CHECK(with.standing("2026-02-20").state == Lac_state::running);
    CHECK(with.standing("2026-02-21").state == Lac_state::breached);
    CHECK(with.standing("2026-02-21").missing == Money::cents(552'35));
    REQUIRE(with.open().has_value());
    app::Lac_verdict second = plan(50'00, "2026-02-09");
    second.number = "LAC2026-0002";
    REQUIRE(test::code_of(with.decide(second)) == "");
    CHECK(with.standing("2026-02-21").state == Lac_state::replaced);
    CHECK(with.standing("2026-02-21", 1).state == Lac_state::breached);
    with.book.check_sound();
}

TEST_CASE("what the rules forbid changes nothing") {
    With_lac with;
    REQUIRE(with.open().has_value());
    const auto cut =
        with.decide({.number = "", .outcome = Lac_outcome::cut_off, .unanimous = true});
    REQUIRE(test::code_of(cut) == "arrears.lac_winter_stop"); // on 2 February
    CHECK(with.standing("2026-02-03").state == Lac_state::open);
    CHECK(test::code_of(with.decide({.number = "",
                                     .outcome = Lac_outcome::cut_off,
                                     .unanimous = true,
                                     .from = day("2026-03-02")})) == "");
    CHECK(with.standing("2026-03-03").state == Lac_state::done);
}
