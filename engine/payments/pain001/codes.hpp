#pragma once

#include "base/code.hpp"

namespace saldo::payments::pain001 {

// Ids, layout and conversion of texts (ids.hpp, files.hpp, convert.hpp).
inline constexpr Code text_not_convertible{"payments.text_not_convertible"};
inline constexpr Code text_too_long{"payments.text_too_long"};
inline constexpr Code text_empty{"payments.text_empty"};
inline constexpr Code id_not_sepa{"payments.id_not_sepa"};
inline constexpr Code above_file_limit{"payments.above_file_limit"};

// Reading (scan.hpp, read.hpp).
inline constexpr Code too_large{"payments.too_large"};
inline constexpr Code not_utf8{"payments.not_utf8"};
inline constexpr Code not_well_formed{"payments.not_well_formed"};
inline constexpr Code doctype_refused{"payments.doctype_refused"};
inline constexpr Code not_a_credit_transfer{"payments.not_a_credit_transfer"};
inline constexpr Code element_missing{"payments.element_missing"};
inline constexpr Code element_unexpected{"payments.element_unexpected"};
inline constexpr Code attribute_unexpected{"payments.attribute_unexpected"};
inline constexpr Code value_wrong{"payments.value_wrong"};
inline constexpr Code total_differs{"payments.total_differs"};

// The official schema (schema.hpp).
inline constexpr Code schema_unreadable{"payments.schema_unreadable"};
inline constexpr Code schema_broken{"payments.schema_broken"};

// Rules of a file that is about to leave (rules.hpp). The number is the rule's.
inline constexpr Code p01_nothing_to_pay{"payments.p01_nothing_to_pay"};
inline constexpr Code p02_count_differs{"payments.p02_count_differs"};
inline constexpr Code p02_sum_differs{"payments.p02_sum_differs"};
inline constexpr Code p03_id_form{"payments.p03_id_form"};
inline constexpr Code p03_id_repeated{"payments.p03_id_repeated"};
inline constexpr Code p03_id_used_before{"payments.p03_id_used_before"};
inline constexpr Code p04_amount{"payments.p04_amount"};
inline constexpr Code p04_currency{"payments.p04_currency"};
inline constexpr Code p05_iban{"payments.p05_iban"};
inline constexpr Code p05_country_outside_sepa{"payments.p05_country_outside_sepa"};
inline constexpr Code p06_belgian_check{"payments.p06_belgian_check"};
inline constexpr Code p06_bank_code_unknown{"payments.p06_bank_code_unknown"};
inline constexpr Code p07_payee_is_debtor{"payments.p07_payee_is_debtor"};
inline constexpr Code p08_account_not_managed{"payments.p08_account_not_managed"};
inline constexpr Code p08_account_closed{"payments.p08_account_closed"};
inline constexpr Code p09_holder_differs{"payments.p09_holder_differs"};
inline constexpr Code p09_name_length{"payments.p09_name_length"};
inline constexpr Code p10_characters{"payments.p10_characters"};
inline constexpr Code p10_empty_text{"payments.p10_empty_text"};
inline constexpr Code p11_remittance_shape{"payments.p11_remittance_shape"};
inline constexpr Code p11_remittance_absent{"payments.p11_remittance_absent"};
inline constexpr Code p12_reference{"payments.p12_reference"};
inline constexpr Code p12_reference_length{"payments.p12_reference_length"};
inline constexpr Code p13_address{"payments.p13_address"};
inline constexpr Code p14_address_missing{"payments.p14_address_missing"};
inline constexpr Code p15_service_level{"payments.p15_service_level"};
inline constexpr Code p15_charge_bearer{"payments.p15_charge_bearer"};
inline constexpr Code p15_misplaced{"payments.p15_misplaced"};
inline constexpr Code p16_local_instruments{"payments.p16_local_instruments"};
inline constexpr Code p17_date{"payments.p17_date"};
inline constexpr Code p17_closed_day{"payments.p17_closed_day"};
inline constexpr Code p17_in_the_past{"payments.p17_in_the_past"};
inline constexpr Code p17_beyond_horizon{"payments.p17_beyond_horizon"};
inline constexpr Code p17_same_day{"payments.p17_same_day"};
inline constexpr Code p18_payee_bank{"payments.p18_payee_bank"};
inline constexpr Code p19_debtor_bank{"payments.p19_debtor_bank"};
inline constexpr Code p20_initiator{"payments.p20_initiator"};
inline constexpr Code p21_paid_recently{"payments.p21_paid_recently"};
inline constexpr Code p22_balance_short{"payments.p22_balance_short"};
inline constexpr Code p23_unreadable{"payments.p23_unreadable"};
inline constexpr Code p23_differs{"payments.p23_differs"};
inline constexpr Code p24_exported_before{"payments.p24_exported_before"};
inline constexpr Code p25_encoding{"payments.p25_encoding"};
inline constexpr Code p25_header{"payments.p25_header"};
inline constexpr Code p26_purpose{"payments.p26_purpose"};
inline constexpr Code p26_category_purpose{"payments.p26_category_purpose"};
inline constexpr Code p27_payee_account_new{"payments.p27_payee_account_new"};
inline constexpr Code p27_payee_account_changed{"payments.p27_payee_account_changed"};
inline constexpr Code p27_name_not_checked{"payments.p27_name_not_checked"};
inline constexpr Code p28_client_stopped{"payments.p28_client_stopped"};
inline constexpr Code p28_payee_stopped{"payments.p28_payee_stopped"};

} // namespace saldo::payments::pain001
