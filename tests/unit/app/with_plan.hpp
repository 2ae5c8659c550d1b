#pragma once

#include "app/adopt_plan.hpp"
#include "app/position.hpp"
#include "claims/status.hpp"
#include "support/book.hpp"

/// The sample household, which owes two claims, with a plan for them.
namespace saldo::test {

inline constexpr const char* energy = "energy/2025-17";
inline constexpr const char* shop = "energy/2025-18";
inline constexpr const char* collector = "BE14001000000783";

/// 30.00 to the one and 20.00 to the other, twice.
inline const std::string terms = R"({"start": "2026-02-09", "monthly": "50.00", "strategy": "fixed",
  "creditors": [{"id": "energy/2025-17", "balance": "60.00", "fixed": "30.00"},
                {"id": "energy/2025-18", "balance": "40.00", "fixed": "20.00"}]})";

/// The sample household without instalments of its own.
inline dossier::Dossier debtor() {
    dossier::Dossier dossier = household();
    for (dossier::Claim& claim : dossier.creditors.at(0).claims) {
        claim.instalment.reset();
        claim.history.clear();
    }
    return dossier;
}

/// What the run pays on debts.
inline std::vector<payments::Run_line> debts_of(const app::Run_sheet& sheet) {
    std::vector<payments::Run_line> lines;
    for (const payments::Run_line& line : sheet.lines) {
        const bool is_paid = line.proposal.decision == payments::Decision::in;
        if (is_paid && line.proposal.occurrence.subject.starts_with("debt:")) {
            lines.push_back(line);
        }
    }
    return lines;
}

struct With_plan {
    With_plan() { REQUIRE(code_of(book.import({debtor()})) == ""); }

    auto adopt(const std::string& text = terms, const std::string& id = "") {
        static const law::Figures figures = law::Figures::shipped();
        return book.act("lies", today, [&](app::Desk& desk) {
            return app::adopt_plan(desk, figures, {number, text, "main", "", id});
        });
    }

    auto end(const std::string& plan = "1") {
        return book.act("lies", today, [&](app::Desk& desk) {
            return app::end_plan(desk, number, plan, "een som ineens");
        });
    }

    auto answer(const char* creditor, dossier::Plan_reply reply, const char* date) {
        return book.act("lies", today, [&](app::Desk& desk) {
            return app::answer_plan(desk, {number, "1", {day(date), creditor, reply, {}, {}, {}}});
        });
    }

    /// The instalments of a run that leaves today.
    std::vector<payments::Run_line> order() {
        const auto prepared = book.prepare(today, "2026-02-10");
        REQUIRE(code_of(prepared) == "");
        REQUIRE(book.approve(today, prepared->run.number).has_value());
        REQUIRE(book.export_run(today, prepared->run.number).has_value());
        return debts_of(*prepared);
    }

    [[nodiscard]] app::Plan_row at(const char* on, const std::string& plan = "1") const {
        const auto row = book.ask(
            [&](app::Unit_of_work& work) { return app::plan_on(work, number, plan, {day(on)}); });
        REQUIRE(code_of(row) == "");
        return *row;
    }

    /// The states of the first instalments, one of each claim.
    [[nodiscard]] std::string states(const char* on) const {
        std::string text;
        for (const plans::Instalment_row& row : at(on).standing.instalments) {
            text += text.empty() ? "" : " ";
            text += name_in(plans::instalment_state_names, row.state);
        }
        return text;
    }

    [[nodiscard]] dossier::Claim_status status(std::string_view claim) const {
        const auto row = book.ask([&](app::Unit_of_work& work) {
            return app::load_dossier(work, work.dossiers().find(number)->id);
        });
        for (const dossier::Claim& each : row.creditors.at(0).claims) {
            if ("energy/" + each.id == claim) {
                return claims::status_on(each, day("2026-12-31"));
            }
        }
        return dossier::Claim_status::stated;
    }

    Book book;
    std::string number = debtor().number;
    std::string today = "2026-02-02";
};

} // namespace saldo::test
