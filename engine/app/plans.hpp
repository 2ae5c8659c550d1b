#pragma once

#include "app/desk.hpp"
#include "dossier/dossier.hpp"
#include "plans/standing.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Adopted plans, from their adoption (app/adopt_plan.hpp) on.
namespace saldo::app {

/// A plan with where it stands.
struct Plan_row {
    std::string dossier; ///< number
    dossier::Adopted_plan plan;
    plans::Standing standing;
};

/// All plans that were adopted until `view.on`, or those of a dossier, as they stand on that day,
/// as far as the book knows it now; in order of dossier and adoption. Refuses app.dossier_unknown.
[[nodiscard]] Result<std::vector<Plan_row>>
plans_on(Unit_of_work& work, std::optional<std::string_view> dossier, const plans::View& view);

/// One of them. Refuses app.dossier_unknown and app.plan_unknown.
[[nodiscard]] Result<Plan_row> plan_on(Unit_of_work& work,
                                       std::string_view dossier,
                                       std::string_view plan,
                                       const plans::View& view);

/// The text by which a plan was adopted, as the book keeps it. Refuses app.dossier_unknown and
/// app.plan_unknown.
[[nodiscard]] Result<std::string>
terms_of(Unit_of_work& work, std::string_view dossier, std::string_view plan);

/// Ends a plan on the day of the book: what is due later is promised no more, and its claims that
/// are still `in_plan` are agreed again. Refuses app.dossier_unknown, app.plan_unknown,
/// app.plan_ended, app.reason_missing, and app.plan_in_run while something due later is in a run
/// that has not left.
[[nodiscard]] Result<Plan_row>
end_plan(Desk& desk, std::string_view dossier, std::string_view plan, std::string_view reason);

/// The event that keeps an end. Its facts are `plan` and `reason`.
inline constexpr std::string_view plan_ended_event = "plan.ended";

/// Ends the plan at a position in its document, with what that does to its claims.
void end_in(dossier::Dossier& dossier, std::size_t position, const dossier::Plan_end& end);

/// What a creditor said to a plan.
struct Answer_request {
    std::string dossier;
    std::string plan;
    dossier::Plan_answer answer; ///< its user is the person at the desk
};

/// Keeps an answer; nothing else moves. Refuses app.dossier_unknown, app.plan_unknown,
/// plans.creditor_unknown, app.answer_ahead when it is dated after the day of the book, and what
/// the check of a dossier refuses.
[[nodiscard]] Result<Plan_row> answer_plan(Desk& desk, const Answer_request& request);

} // namespace saldo::app
