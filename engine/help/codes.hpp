#pragma once

#include "base/code.hpp"

namespace saldo::help {

// Requests and the check of rights.
inline constexpr Code date_ahead{"help.date_ahead"};
inline constexpr Code answer_too_early{"help.answer_too_early"};
inline constexpr Code request_of_nobody{"help.request_of_nobody"};
inline constexpr Code right_unknown{"help.right_unknown"};
inline constexpr Code key_twice{"help.key_twice"};
inline constexpr Code value_wrong{"help.value_wrong"};
inline constexpr Code limit_unclear{"help.limit_unclear"};
inline constexpr Code no_limits{"help.no_limits"};
inline constexpr Code no_income{"help.no_income"};

// Forms of help.
inline constexpr Code form_runs_already{"help.form_runs_already"};
inline constexpr Code csr_stops_mediation{"help.csr_stops_mediation"};
inline constexpr Code mediation_during_csr{"help.mediation_during_csr"};
inline constexpr Code mediator_not_wanted{"help.mediator_not_wanted"};
inline constexpr Code decided_later{"help.decided_later"};
inline constexpr Code dossier_closed{"help.dossier_closed"};
inline constexpr Code form_not_running{"help.form_not_running"};
inline constexpr Code stop_is_ahead{"help.stop_is_ahead"};
inline constexpr Code paper_is_there{"help.paper_is_there"};
inline constexpr Code agreement_missing{"help.agreement_missing"};
inline constexpr Code credit_needs_agreement{"help.credit_needs_agreement"};
inline constexpr Code proxy_missing{"help.proxy_missing"};
inline constexpr Code proxy_runs_on{"help.proxy_runs_on"};
inline constexpr Code proxy_ended_before{"help.proxy_ended_before"};
inline constexpr Code no_form{"help.no_form"};
inline constexpr Code way_to_management{"help.way_to_management"};
inline constexpr Code way_to_guidance{"help.way_to_guidance"};

// The end of the help.
inline constexpr Code closing_decided{"help.closing_decided"};
inline constexpr Code closing_not_decided{"help.closing_not_decided"};
inline constexpr Code step_unknown{"help.step_unknown"};
inline constexpr Code step_done{"help.step_done"};
inline constexpr Code step_not_for{"help.step_not_for"};
inline constexpr Code step_comes_after{"help.step_comes_after"};
inline constexpr Code step_needs_document{"help.step_needs_document"};
inline constexpr Code money_left{"help.money_left"};
inline constexpr Code pot_holds_money{"help.pot_holds_money"};
inline constexpr Code payments_waiting{"help.payments_waiting"};
inline constexpr Code payments_ordered{"help.payments_ordered"};
inline constexpr Code suspense_left{"help.suspense_left"};
inline constexpr Code dues_ahead{"help.dues_ahead"};
inline constexpr Code plan_runs{"help.plan_runs"};
inline constexpr Code form_runs{"help.form_runs"};
inline constexpr Code aftercare_missing{"help.aftercare_missing"};
inline constexpr Code signature_missing{"help.signature_missing"};
inline constexpr Code transfer_missing{"help.transfer_missing"};
inline constexpr Code transfer_outdated{"help.transfer_outdated"};
inline constexpr Code not_moving{"help.not_moving"};
inline constexpr Code signed_before{"help.signed_before"};
inline constexpr Code no_aftercare{"help.no_aftercare"};
inline constexpr Code relapse{"help.relapse"};

// The file for another office.
inline constexpr Code due_is_open{"help.due_is_open"};
inline constexpr Code paid_ahead{"help.paid_ahead"};
inline constexpr Code claim_differs{"help.claim_differs"};
inline constexpr Code claim_unknown_then{"help.claim_unknown_then"};
inline constexpr Code transfer_changed{"help.transfer_changed"};

} // namespace saldo::help
