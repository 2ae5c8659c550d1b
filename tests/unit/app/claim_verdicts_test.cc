// Goal: a verdict on the claims of a book, and what a person decides on it: kept, recorded, never
// in place of what was computed. Method: the sample household with a jurist, and a debt of energy
// that five years after it was due is possibly time-barred.
#include "app/claim_verdicts.hpp"
#include "app/codes.hpp"
#include "claims/codes.hpp"
#include "support/book.hpp"

using namespace saldo;
using dossier::Verdict_kind;

namespace {

constexpr const char* energy = "energy/2025-17";

const law::Figures& figures() {
    static const law::Figures shipped = law::Figures::shipped();
    return shipped;
}

struct With_jurist {
    With_jurist() {
        dossier::Dossier dossier = test::household();
        dossier.workers.push_back({"jo", "jurist", test::period("2026-01-05")});
        dossier.creditors.at(0).claims.at(0).due = test::day("2021-02-25");
        number = dossier.number;
        REQUIRE(book.import({dossier}).has_value());
    }

    Result<std::vector<app::Verdict_row>> check(std::optional<std::string_view> claim,
                                                const char* on) {
        return book.ask([&](app::Unit_of_work& work) {
            return app::check_claims(work, figures(), number, claim, test::day(on));
        });
    }

    Verdict_kind verdict(const char* on) { return check(energy, on)->front().verdict.kind; }

    Result<app::Verdict_row> decide(claims::Wanted_decision wanted,
                                    const std::string& user = "jo",
                                    const char* on = "2026-02-05",
                                    const std::string& claim = energy) {
        wanted.claim = claim;
        return book.act(user, on, [&](app::Desk& desk) {
            return app::decide_claim(desk, figures(), {number, wanted});
        });
    }

    test::Book book;
    std::string number;
};

} // namespace

TEST_CASE("all claims of a dossier are checked, or one of them") {
    With_jurist with;
    const auto all = with.check({}, "2026-02-05");
    REQUIRE(test::code_of(all) == "");
    CHECK(all->size() > 1);
    CHECK(std::ranges::is_sorted(*all, {}, [](const auto& row) { return row.id(); }));
    const auto one = with.check(energy, "2026-02-05");
    REQUIRE(one->size() == 1);
    CHECK(one->front().id() == energy);
    CHECK_FALSE(one->front().decision);
    for (const Finding& finding : one->front().verdict.findings) {
        CHECK(finding.where.place == with.number + " " + energy);
    }
    CHECK(test::code_of(with.check("energy/none", "2026-02-05")) == "app.claim_unknown");
    CHECK(test::code_of(with.check("energy", "2026-02-05")) == "app.claim_unknown");
}

TEST_CASE("of a document the verdicts are those of the book, before anything is paid") {
    With_jurist with;
    dossier::Dossier dossier = test::household();
    dossier.creditors.at(0).claims.at(0).due = test::day("2021-02-25");
    const auto alone = app::check_claims(figures(), dossier, test::day("2026-02-05"));
    const auto booked = with.check({}, "2026-02-05");
    REQUIRE(alone->size() == booked->size());
    for (std::size_t i = 0; i < alone->size(); ++i) {
        CHECK(alone->at(i).verdict == booked->at(i).verdict);
    }
}

TEST_CASE("what the book pays interrupts limitation, unless it comes back") {
    With_jurist with;
    CHECK(with.verdict("2026-02-25") != Verdict_kind::dispute);
    CHECK(with.verdict("2026-02-26") == Verdict_kind::dispute);
    const auto paid = with.book.pay("2026-02-02", "2026-02-20");
    CHECK(with.verdict("2026-02-26") != Verdict_kind::dispute);
    const auto& lines = paid.sheet.lines;
    const auto line = std::ranges::find_if(lines, [](const payments::Run_line& each) {
        return each.proposal.occurrence.subject == std::string("debt:") + energy;
    });
    REQUIRE(line != lines.end());
    REQUIRE(with.book.carry_out(*line, false, 12).has_value());
    CHECK(with.verdict("2026-02-26") != Verdict_kind::dispute);
    REQUIRE(with.book.carry_out(*line, true, 13).has_value());
    CHECK(with.verdict("2026-02-26") == Verdict_kind::dispute);
}

TEST_CASE("a jurist decides: the document and the log say so, and nothing else changes") {
    With_jurist with;
    const auto before = with.check(energy, "2026-02-05")->front();
    const claims::Wanted_decision wanted{Verdict_kind::dispute, {}, "geen bewijs van de levering"};
    const auto decided = with.decide(wanted);
    REQUIRE(test::code_of(decided) == "");
    CHECK(decided->verdict == before.verdict);
    const auto after = with.check(energy, "2026-02-05")->front();
    CHECK(after.verdict == before.verdict);
    REQUIRE(after.decision);
    CHECK(after.decision == decided->decision);
    CHECK(after.decision->verdict == Verdict_kind::dispute);
    CHECK(after.decision->computed == before.verdict.kind);
    CHECK(after.decision->user == "jo");
    CHECK(after.decision->date == test::day("2026-02-05"));
    CHECK_FALSE(after.has_changed());
    dossier::Claim same = after.claim;
    same.decisions.clear();
    CHECK(same == before.claim);
    CHECK(with.book.look("SELECT count(*) FROM event WHERE kind = 'claim.decided'") == "1\n");
    CHECK(with.book.verify().findings.empty());
    // Before the day of the decision there is none; when the verdict changes it is told.
    CHECK_FALSE(with.check(energy, "2026-02-04")->front().decision);
    CHECK(with.check(energy, "2026-02-26")->front().has_changed() ==
          (before.verdict.kind != Verdict_kind::dispute));
}

TEST_CASE("decisions follow each other, the last one counts") {
    With_jurist with;
    REQUIRE(with.decide({Verdict_kind::dispute, {}, "een"}).has_value());
    REQUIRE(with.decide({Verdict_kind::due, {}, "twee"}, "jo", "2026-02-06").has_value());
    const auto row = with.check(energy, "2026-02-28")->front();
    CHECK(row.claim.decisions.size() == 2);
    CHECK(row.decision->reason == "twee");
    CHECK(test::code_of(with.decide({Verdict_kind::due, {}, "drie"}, "jo", "2026-02-05")) ==
          "claims.decision_too_early");
}

TEST_CASE("what cannot be decided is refused, and nothing of it is kept") {
    With_jurist with;
    const claims::Wanted_decision wanted{Verdict_kind::dispute, {}, "waarom"};
    CHECK(test::code_of(with.decide(wanted, "an")) == "claims.not_a_jurist");
    CHECK(test::code_of(with.decide(wanted, "jo", "2026-01-04")) == "claims.not_a_jurist");
    CHECK(test::code_of(with.decide(wanted, "jo", "2026-02-05", "energy/none")) ==
          "app.claim_unknown");
    CHECK(test::code_of(with.decide({Verdict_kind::due, {}, ""})) == "claims.reason_missing");
    CHECK(test::code_of(with.decide({Verdict_kind::due, {}, std::string(301, 'x')})) != "");
    CHECK(with.book.look("SELECT count(*) FROM event WHERE kind = 'claim.decided'") == "0\n");
    CHECK_FALSE(with.check(energy, "2026-02-28")->front().decision);
}
