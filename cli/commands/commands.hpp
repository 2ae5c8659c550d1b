#pragma once

#include "cli/context.hpp"

namespace CLI {
class App;
}

/// One function per command, each in the file of its name.
namespace saldo::cli {

void register_init(CLI::App& root, Context& context);
void register_dossier_import(CLI::App& root, Context& context);
void register_dossier_list(CLI::App& root, Context& context);
void register_dossier_export(CLI::App& root, Context& context);
void register_statement_read(CLI::App& root, Context& context);
void register_statement_import(CLI::App& root, Context& context);
void register_statement_list(CLI::App& root, Context& context);
void register_statement_gaps(CLI::App& root, Context& context);
void register_statement_show(CLI::App& root, Context& context);
void register_match_list(CLI::App& root, Context& context);
void register_match_auto(CLI::App& root, Context& context);
void register_match_show(CLI::App& root, Context& context);
void register_match_assign(CLI::App& root, Context& context);
void register_match_suggest(CLI::App& root, Context& context);
void register_match_undo(CLI::App& root, Context& context);
void register_match_split(CLI::App& root, Context& context);
void register_match_rule_add(CLI::App& root, Context& context);
void register_match_rule_list(CLI::App& root, Context& context);
void register_match_rule_test(CLI::App& root, Context& context);
void register_match_rule_disable(CLI::App& root, Context& context);
void register_bill_add(CLI::App& root, Context& context);
void register_bill_list(CLI::App& root, Context& context);
void register_bill_pay(CLI::App& root, Context& context);
void register_bill_cancel(CLI::App& root, Context& context);
void register_claim_add(CLI::App& root, Context& context);
void register_claim_list(CLI::App& root, Context& context);
void register_claim_show(CLI::App& root, Context& context);
void register_claim_state(CLI::App& root, Context& context);
void register_claim_check(CLI::App& root, Context& context);
void register_claim_decide(CLI::App& root, Context& context);
void register_forecast(CLI::App& root, Context& context);
void register_run_prepare(CLI::App& root, Context& context);
void register_run_show(CLI::App& root, Context& context);
void register_run_list(CLI::App& root, Context& context);
void register_run_approve(CLI::App& root, Context& context);
void register_run_export(CLI::App& root, Context& context);
void register_run_cancel(CLI::App& root, Context& context);
void register_run_override(CLI::App& root, Context& context);
void register_run_status(CLI::App& root, Context& context);
void register_signal_list(CLI::App& root, Context& context);
void register_signal_dismiss(CLI::App& root, Context& context);
void register_plan_simulate(CLI::App& root, Context& context);
void register_plan_adopt(CLI::App& root, Context& context);
void register_plan_list(CLI::App& root, Context& context);
void register_plan_show(CLI::App& root, Context& context);
void register_plan_answer(CLI::App& root, Context& context);
void register_plan_end(CLI::App& root, Context& context);
void register_setting_default(CLI::App& root, Context& context);
void register_setting_list(CLI::App& root, Context& context);
void register_setting_load(CLI::App& root, Context& context);
void register_setting_show(CLI::App& root, Context& context);
void register_stage_enter(CLI::App& root, Context& context);
void register_stage_show(CLI::App& root, Context& context);
void register_stage_list(CLI::App& root, Context& context);
void register_stage_propose(CLI::App& root, Context& context);
void register_stage_move(CLI::App& root, Context& context);
void register_stage_handover(CLI::App& root, Context& context);
void register_stage_takeback(CLI::App& root, Context& context);
void register_stage_proof(CLI::App& root, Context& context);
void register_stage_letter(CLI::App& root, Context& context);
void register_stage_leave(CLI::App& root, Context& context);
void register_policy_default(CLI::App& root, Context& context);
void register_policy_load(CLI::App& root, Context& context);
void register_policy_approve(CLI::App& root, Context& context);
void register_policy_show(CLI::App& root, Context& context);
void register_beneficiary_confirm(CLI::App& root, Context& context);
void register_beneficiary_approve(CLI::App& root, Context& context);
void register_beneficiary_list(CLI::App& root, Context& context);
void register_user_key(CLI::App& root, Context& context);
void register_user_add(CLI::App& root, Context& context);
void register_user_revoke(CLI::App& root, Context& context);
void register_user_list(CLI::App& root, Context& context);
void register_audit_overrides(CLI::App& root, Context& context);
void register_audit_reconcile(CLI::App& root, Context& context);
void register_audit_verify(CLI::App& root, Context& context);
void register_audit_export(CLI::App& root, Context& context);

} // namespace saldo::cli
