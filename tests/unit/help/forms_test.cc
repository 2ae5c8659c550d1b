// Goal: forms of help begin, stop and miss papers by the rules of the practice (domain.md 2.1, 2.2,
// 2.8). Method: one dossier, told step by step; each table row says what must come.
#include "dossier/names.hpp"
#include "help/codes.hpp"
#include "help/forms.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using dossier::Help_stop;
using dossier::Mandate;
using dossier::Mandate_kind;
using dossier::Mediator;
using test::day;

namespace {

const std::string some_digest(64, 'a');

Mandate form(Mandate_kind kind, const char* from, const char* until = "") {
    return {.kind = kind,
            .decision = "BCSD 2026/1",
            .decided = day("2026-01-02"),
            .period = test::period(from, until)};
}

dossier::Dossier with(std::vector<Mandate> mandates) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.mandates = std::move(mandates);
    return dossier;
}

std::vector<std::string> codes(const Findings& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings) {
        all.emplace_back(finding.code.text);
    }
    return all;
}

/// What is told of the dossier on a day.
std::vector<std::string> told(const dossier::Dossier& dossier, const char* on) {
    return codes(help::look_at_forms(dossier, day(on)));
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("which form may begin beside which") {
    using enum Mandate_kind;

    struct Row {
        Mandate there;
        Mandate wanted;
        std::string code; ///< empty: it may
    };

    const Mandate management = form(budget_management, "2026-01-05", "2026-12-31");
    const Mandate mediation = form(debt_mediation, "2026-01-05", "2026-12-31");
    const Mandate csr = form(collective_debt_settlement, "2026-01-05", "2026-12-31");
    for (const Row& row :
         {Row{management, form(debt_mediation, "2026-03-01"), ""},
          Row{management, form(collective_debt_settlement, "2026-03-01"), ""},
          Row{csr, form(budget_guidance, "2026-03-01"), ""},
          Row{management, form(budget_management, "2026-12-31"), "help.form_runs_already"},
          Row{management, form(budget_management, "2027-01-01"), ""},
          Row{management, form(budget_management, "2025-01-01"), "help.form_runs_already"},
          Row{management, form(budget_management, "2025-01-01", "2026-01-04"), ""},
          Row{mediation, form(collective_debt_settlement, "2026-03-01"),
              "help.csr_stops_mediation"},
          Row{mediation, form(collective_debt_settlement, "2027-01-01"), ""},
          Row{csr, form(debt_mediation, "2026-03-01"), "help.mediation_during_csr"}}) {
        CAPTURE(row.there.kind);
        CAPTURE(format(row.wanted.period.from()));
        dossier::Dossier dossier = with({row.there});
        const auto started = help::start(dossier, row.wanted);
        CHECK((started ? "" : std::string(started.error().code().text)) == row.code);
        CHECK(dossier.mandates.size() == (row.code.empty() ? 2U : 1U));
    }
}

TEST_CASE("only mediation and settlement have a mediator") {
    dossier::Dossier dossier = with({});
    Mandate guidance = form(Mandate_kind::budget_guidance, "2026-01-05");
    guidance.mediator = Mediator::other;
    CHECK(help::start(dossier, guidance).error().code() == help::mediator_not_wanted);
    Mandate followed = form(Mandate_kind::debt_mediation, "2026-01-05");
    followed.mediator = Mediator::followed_private;
    CHECK(help::start(dossier, followed).has_value());
}

TEST_CASE("a form that begins before its decision is let through with a word") {
    dossier::Dossier dossier = with({});
    Mandate early = form(Mandate_kind::budget_management, "2026-01-01");
    const auto started = help::start(dossier, early);
    REQUIRE(started.has_value());
    CHECK(codes(*started) == Codes{"help.decided_later"});
    dossier.closed = day("2026-06-30");
    early = form(Mandate_kind::budget_guidance, "2026-07-01");
    CHECK(help::start(dossier, early).error().code() == help::dossier_closed);
}

TEST_CASE("a form stops on its last day, once, and not ahead of time") {
    dossier::Dossier dossier = with({form(Mandate_kind::debt_mediation, "2026-01-05")});
    const auto stop = [&](const char* date, const char* on) {
        return help::stop(dossier, Mandate_kind::debt_mediation,
                          {day(date), Help_stop::csr_admitted, {}, "an"}, day(on));
    };
    CHECK(stop("2026-03-01", "2026-02-28").error().code() == help::stop_is_ahead);
    CHECK(stop("2026-01-04", "2026-02-28").error().code() == help::form_not_running);
    REQUIRE(stop("2026-02-27", "2026-02-28").has_value());
    CHECK(dossier.mandates[0].period.last() == day("2026-02-27"));
    CHECK(help::state_on(dossier.mandates[0], day("2026-02-27")) == help::Form_state::running);
    CHECK(help::state_on(dossier.mandates[0], day("2026-02-28")) == help::Form_state::stopped);
    CHECK(help::state_on(dossier.mandates[0], day("2026-01-04")) == help::Form_state::planned);
    CHECK(stop("2026-02-20", "2026-02-28").error().code() == help::form_not_running);
}

TEST_CASE("budget management needs an agreement and a proxy") {
    dossier::Dossier dossier = with({form(Mandate_kind::budget_management, "2026-01-05")});
    CHECK(told(dossier, "2026-02-01") == Codes{"help.agreement_missing", "help.proxy_missing"});
    CHECK(told(dossier, "2026-01-04").empty()); // it has not begun
    const dossier::Signed paper{day("2026-01-05"), some_digest};
    REQUIRE(help::add_papers(dossier, Mandate_kind::budget_management, {paper, {}}));
    CHECK(told(dossier, "2026-02-01") == Codes{"help.proxy_missing"});
    REQUIRE(help::add_papers(dossier, Mandate_kind::budget_management, {{}, paper}));
    CHECK(told(dossier, "2026-02-01").empty());
    CHECK(help::add_papers(dossier, Mandate_kind::budget_management, {paper, {}}).error().code() ==
          help::paper_is_there);
    REQUIRE(help::end_proxy(dossier, Mandate_kind::budget_management, day("2026-03-31")));
    CHECK(told(dossier, "2026-03-31").empty());
    CHECK(told(dossier, "2026-04-01") == Codes{"help.proxy_ended_before"});
    CHECK(help::end_proxy(dossier, Mandate_kind::budget_management, day("2026-04-01"))
              .error()
              .code() == help::proxy_missing);
}

TEST_CASE("a proxy does not outlive its form") {
    Mandate management = form(Mandate_kind::budget_management, "2026-01-05", "2026-06-30");
    management.proxy = dossier::Signed{day("2026-01-05"), some_digest};
    management.agreement = management.proxy;
    dossier::Dossier dossier =
        with({management, form(Mandate_kind::budget_guidance, "2026-07-01")});
    CHECK(told(dossier, "2026-07-01") == Codes{"help.proxy_runs_on"});
    dossier.mandates[0].proxy_ended = day("2026-06-30");
    CHECK(told(dossier, "2026-07-01").empty());
}

TEST_CASE("mediation on a consumer credit needs an agreement, if the office mediates") {
    auto read = dossier::read_document(test::sample_dossier);
    REQUIRE(read.has_value());
    dossier::Dossier credit = *read; // claim energy/2025-18 has a credit
    credit.closed.reset();
    credit.mandates = {form(Mandate_kind::debt_mediation, "2026-01-05")};
    CHECK(told(credit, "2026-02-01") == Codes{"help.credit_needs_agreement"});
    credit.mandates[0].mediator = Mediator::followed_private;
    CHECK(told(credit, "2026-02-01").empty());
    credit.mandates[0].mediator = Mediator::office;
    credit.creditors.clear();
    CHECK(told(credit, "2026-02-01").empty());
}

TEST_CASE("after a settlement the way leads to management, and from there to guidance") {
    using enum Mandate_kind;
    dossier::Dossier dossier = with({form(collective_debt_settlement, "2026-01-05", "2026-06-30")});
    CHECK(told(dossier, "2026-06-30").empty());
    CHECK(told(dossier, "2026-07-01") == Codes{"help.no_form", "help.way_to_management"});
    dossier.mandates.push_back(form(budget_guidance, "2026-07-15", "2026-12-31"));
    CHECK(told(dossier, "2026-07-01").empty());
    dossier = with({form(budget_management, "2026-01-05", "2026-06-30")});
    CHECK(told(dossier, "2026-07-01") == Codes{"help.no_form", "help.way_to_guidance"});
    dossier.mandates[0].ended =
        dossier::Mandate_end{day("2026-06-30"), Help_stop::client_request, {}, "an"};
    CHECK(told(dossier, "2026-07-01") == Codes{"help.no_form"});
    dossier.closed = day("2026-06-30");
    CHECK(told(dossier, "2026-07-01").empty());
}
