#pragma once

#include "base/result.hpp"
#include "dossier/dossier.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// The forms of help of a household: which may begin, how one stops, and which papers are missing.
/// Several may run at once: budget management beside a mediation, or guidance of the living money
/// beside a collective debt settlement by another mediator.
namespace saldo::help {

/// Where a form of help stands on a day. The names are public (JSON): do not change them.
enum class Form_state {
    planned, ///< its first day is to come
    running, ///< in its period
    over,    ///< its period ended by itself
    stopped  ///< before the end of its period
};

inline constexpr std::array form_state_names{
    Named{Form_state::planned, "planned"}, Named{Form_state::running, "running"},
    Named{Form_state::over, "over"}, Named{Form_state::stopped, "stopped"}};

[[nodiscard]] Form_state state_on(const dossier::Mandate& mandate, Date on);

/// Mediation and settlement have a mediator.
[[nodiscard]] bool has_mediator(dossier::Mandate_kind kind);

/// Adds a form of help. Refuses help.dossier_closed; help.form_runs_already (one of the same kind
/// is there for some of its days); help.csr_stops_mediation (a settlement while an amicable
/// mediation runs: the mediation must be stopped first, with the reason csr_admitted);
/// help.mediation_during_csr (the other way round); help.mediator_not_wanted.
/// Gives help.decided_later, a warning, if it begins before it was decided.
[[nodiscard]] Result<Findings> start(dossier::Dossier& dossier, dossier::Mandate mandate);

/// Stops the form of that kind that runs on the last day of the end. Refuses
/// help.form_not_running, and help.stop_is_ahead if that day is after `on`.
[[nodiscard]] Result<dossier::Mandate> stop(dossier::Dossier& dossier,
                                            dossier::Mandate_kind kind,
                                            const dossier::Mandate_end& end,
                                            Date on);

struct Papers {
    std::optional<dossier::Signed> agreement{};
    std::optional<dossier::Signed> proxy{};
};

/// Papers that come later, for the form of that kind that began last. What is there already is not
/// replaced. Refuses help.form_not_running (there is none) and help.paper_is_there.
[[nodiscard]] Result<dossier::Mandate>
add_papers(dossier::Dossier& dossier, dossier::Mandate_kind kind, const Papers& papers);

/// The proxy of the last form of that kind ended. Refuses help.form_not_running and
/// help.proxy_missing.
[[nodiscard]] Result<dossier::Mandate>
end_proxy(dossier::Dossier& dossier, dossier::Mandate_kind kind, Date last);

/// What is missing or does not go together on a day, each with the number of the dossier. Warnings:
///   help.agreement_missing and help.proxy_missing of budget management (domain.md 2.2);
///   help.credit_needs_agreement: the office mediates on a consumer credit without a signed
///   agreement (domain.md 2.1);
///   help.proxy_runs_on after the end of its form, help.proxy_ended_before it.
/// Remarks, while the dossier is open:
///   help.no_form: nothing runs or is planned;
///   help.way_to_management: a settlement ended, and neither management nor guidance followed;
///   help.way_to_guidance: management came to its end or reached its goals, and nothing followed:
///   control is handed back in steps (domain.md 2.7).
[[nodiscard]] Findings look_at_forms(const dossier::Dossier& dossier, Date on);

} // namespace saldo::help
