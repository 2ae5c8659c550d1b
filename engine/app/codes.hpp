#pragma once

#include "base/code.hpp"

namespace saldo::app {

inline constexpr Code office_has_no_name{"app.office_has_no_name"};
inline constexpr Code office_missing{"app.office_missing"};
inline constexpr Code dossier_unknown{"app.dossier_unknown"};
inline constexpr Code dossier_twice{"app.dossier_twice"};
inline constexpr Code account_in_other_dossier{"app.account_in_other_dossier"};
inline constexpr Code opening_is_fixed{"app.opening_is_fixed"};
inline constexpr Code account_is_kept{"app.account_is_kept"};
inline constexpr Code pot_is_kept{"app.pot_is_kept"};
inline constexpr Code bill_is_kept{"app.bill_is_kept"};
inline constexpr Code bill_exists{"app.bill_exists"};
inline constexpr Code bill_unknown{"app.bill_unknown"};
inline constexpr Code bill_state_wrong{"app.bill_state_wrong"};
inline constexpr Code bill_not_payable{"app.bill_not_payable"};
inline constexpr Code payment_not_in{"app.payment_not_in"};
inline constexpr Code claim_is_kept{"app.claim_is_kept"};
inline constexpr Code statement_waits{"app.statement_waits"};
inline constexpr Code currency_not_euro{"app.currency_not_euro"};
inline constexpr Code statement_is_partial{"app.statement_is_partial"};
inline constexpr Code statement_incomplete{"app.statement_incomplete"};
inline constexpr Code statement_known{"app.statement_known"};
inline constexpr Code statement_differs{"app.statement_differs"};
inline constexpr Code movements_known{"app.movements_known"};
inline constexpr Code list_not_proved{"app.list_not_proved"};
inline constexpr Code file_changes{"app.file_changes"};
inline constexpr Code file_changed{"app.file_changed"};
inline constexpr Code chain_broken{"app.chain_broken"};
inline constexpr Code movement_unknown{"app.movement_unknown"};
inline constexpr Code movement_in_suspense{"app.movement_in_suspense"};
inline constexpr Code movement_is_total{"app.movement_is_total"};
inline constexpr Code order_not_undone{"app.order_not_undone"};
inline constexpr Code pot_is_spent{"app.pot_is_spent"};
inline constexpr Code split_not_positive{"app.split_not_positive"};
inline constexpr Code split_twice{"app.split_twice"};
inline constexpr Code split_not_whole{"app.split_not_whole"};
inline constexpr Code rule_without_condition{"app.rule_without_condition"};
inline constexpr Code rule_range_wrong{"app.rule_range_wrong"};
inline constexpr Code rule_exists{"app.rule_exists"};
inline constexpr Code rule_unknown{"app.rule_unknown"};
inline constexpr Code rule_ended{"app.rule_ended"};
inline constexpr Code rule_goes_on{"app.rule_goes_on"};
inline constexpr Code pot_unknown{"app.pot_unknown"};
inline constexpr Code signal_unknown{"app.signal_unknown"};
inline constexpr Code signal_dismissed{"app.signal_dismissed"};
inline constexpr Code account_not_of_dossier{"app.account_not_of_dossier"};
inline constexpr Code nothing_to_remember{"app.nothing_to_remember"};
inline constexpr Code movement_not_in_suspense{"app.movement_not_in_suspense"};
inline constexpr Code subject_unknown{"app.subject_unknown"};
inline constexpr Code due_not_expected{"app.due_not_expected"};
inline constexpr Code order_does_not_fit{"app.order_does_not_fit"};
inline constexpr Code entry_unknown{"app.entry_unknown"};
inline constexpr Code entry_without_movement{"app.entry_without_movement"};
inline constexpr Code run_unknown{"app.run_unknown"};
inline constexpr Code nothing_to_pay{"app.nothing_to_pay"};
inline constexpr Code run_state_wrong{"app.run_state_wrong"};
inline constexpr Code maker_is_checker{"app.maker_is_checker"};
inline constexpr Code run_content_changed{"app.run_content_changed"};
inline constexpr Code export_differs{"app.export_differs"};
inline constexpr Code chain_link_wrong{"app.chain_link_wrong"};
inline constexpr Code entry_unbalanced{"app.entry_unbalanced"};
inline constexpr Code entry_number_wrong{"app.entry_number_wrong"};
inline constexpr Code balance_wrong{"app.balance_wrong"};
inline constexpr Code statement_chain_wrong{"app.statement_chain_wrong"};
inline constexpr Code statement_sum_wrong{"app.statement_sum_wrong"};
inline constexpr Code event_chain_wrong{"app.event_chain_wrong"};
inline constexpr Code match_rule_changed{"app.match_rule_changed"};
inline constexpr Code document_changed{"app.document_changed"};

} // namespace saldo::app
