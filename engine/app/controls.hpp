#pragma once

#include "app/runs.hpp"

namespace saldo::app {

/// What a control says of a payment, and who let it through, if anybody did.
struct Control_row {
    payments::Control_finding finding;
    std::optional<Override_row> overridden;
};

/// What the policy in force says of the payments of a run that has not left, and of a run that has,
/// what was overridden; in order of line and control. An override holds as long as the payment goes
/// no further beyond than when it was made.
[[nodiscard]] std::vector<Control_row> controls_of(Unit_of_work& work, const Run_sheet& sheet);

/// Refuses a run of which a control is unmet: of each payment and control its finding
/// (payments/controls.hpp).
[[nodiscard]] Result<Done> check_controls(Unit_of_work& work, const Run_sheet& sheet);

/// What is overridden, and why.
struct Override_request {
    std::string run;
    std::uint32_t line = 0; ///< position in the run
    payments::Control control = payments::Control::above_plan;
    std::string reason;
};

/// Lets a payment of a run that has not left through against a control. That takes a third person:
/// neither who prepared the run nor who approved it, nor will who overrides approve it. Refuses
/// app.not_allowed, app.run_unknown, app.run_state_wrong, app.maker_overrides, app.reason_missing,
/// app.run_line_unknown, and app.nothing_to_override when the control has nothing against the line,
/// or was overridden.
[[nodiscard]] Result<Run_sheet> override_control(Desk& desk, const Override_request& request);

/// A payment that was let through against a control.
struct Overridden {
    Override_row row;
    payments::Run run;
    payments::Run_line line;
};

/// Every override in the book, as they came, for the auditor.
[[nodiscard]] std::vector<Overridden> overridden_payments(Unit_of_work& work);

/// Who overrode a control of a run does not approve it. Refuses app.overrider_approves.
[[nodiscard]] Result<Done> check_approver(Desk& desk, const payments::Run& run);

} // namespace saldo::app
