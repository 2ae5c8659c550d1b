#pragma once

#include "base/code.hpp"

namespace saldo::bank {

inline constexpr Code fraction_of_cent{"bank.fraction_of_cent"};

// Refusals: nothing can be read.
inline constexpr Code format_unknown{"bank.format_unknown"};
inline constexpr Code file_too_large{"bank.file_too_large"};
inline constexpr Code coda_version_unknown{"bank.coda_version_unknown"};
inline constexpr Code mt940_unreadable{"bank.mt940_unreadable"};
inline constexpr Code camt_not_utf8{"bank.camt_not_utf8"};
inline constexpr Code camt_doctype{"bank.camt_doctype"};
inline constexpr Code camt_too_deep{"bank.camt_too_deep"};
inline constexpr Code camt_not_well_formed{"bank.camt_not_well_formed"};
inline constexpr Code camt_no_statement{"bank.camt_no_statement"};
inline constexpr Code csv_header_unknown{"bank.csv_header_unknown"};
inline constexpr Code xlsx_unreadable{"bank.xlsx_unreadable"};
inline constexpr Code xlsx_too_large{"bank.xlsx_too_large"};

// Refusals of the writers.
inline constexpr Code coda_does_not_fit{"bank.coda_does_not_fit"};
inline constexpr Code mt940_does_not_fit{"bank.mt940_does_not_fit"};
inline constexpr Code camt_does_not_fit{"bank.camt_does_not_fit"};

// What a file says about itself does not hold: errors.
inline constexpr Code count_mismatch{"bank.count_mismatch"};
inline constexpr Code debit_total_mismatch{"bank.debit_total_mismatch"};
inline constexpr Code credit_total_mismatch{"bank.credit_total_mismatch"};
inline constexpr Code balance_mismatch{"bank.balance_mismatch"};

// The structure of a CODA file is broken: errors.
inline constexpr Code coda_line_length{"bank.coda_line_length"};
inline constexpr Code coda_record_unknown{"bank.coda_record_unknown"};
inline constexpr Code coda_record_misplaced{"bank.coda_record_misplaced"};
inline constexpr Code coda_record_missing{"bank.coda_record_missing"};
inline constexpr Code coda_field_unreadable{"bank.coda_field_unreadable"};

// An XML statement does not say what it has to, or its parts do not agree: errors.
inline constexpr Code camt_element_missing{"bank.camt_element_missing"};
inline constexpr Code camt_value_unreadable{"bank.camt_value_unreadable"};
inline constexpr Code balance_missing{"bank.balance_missing"};
inline constexpr Code balance_repeated{"bank.balance_repeated"};
inline constexpr Code entry_count_mismatch{"bank.entry_count_mismatch"};
inline constexpr Code entry_total_mismatch{"bank.entry_total_mismatch"};

// A row of a list of movements cannot be taken as it stands: errors.
inline constexpr Code csv_cell_unreadable{"bank.csv_cell_unreadable"};
inline constexpr Code csv_row_width{"bank.csv_row_width"};
inline constexpr Code csv_quote_open{"bank.csv_quote_open"};
inline constexpr Code csv_amounts_differ{"bank.csv_amounts_differ"};
inline constexpr Code csv_account_missing{"bank.csv_account_missing"};

// Worth saying: warnings, or less.
inline constexpr Code account_mismatch{"bank.account_mismatch"};
inline constexpr Code account_check_wrong{"bank.account_check_wrong"};
inline constexpr Code currency_missing{"bank.currency_missing"};
inline constexpr Code details_mismatch{"bank.details_mismatch"};
inline constexpr Code reference_check_wrong{"bank.reference_check_wrong"};
inline constexpr Code date_outside_period{"bank.date_outside_period"};
inline constexpr Code statement_partial{"bank.statement_partial"};
inline constexpr Code coda_sequence_broken{"bank.coda_sequence_broken"};
inline constexpr Code coda_number_unreadable{"bank.coda_number_unreadable"};
inline constexpr Code coda_date_wrong{"bank.coda_date_wrong"};
inline constexpr Code coda_code_mismatch{"bank.coda_code_mismatch"};
inline constexpr Code coda_reserved_filled{"bank.coda_reserved_filled"};
inline constexpr Code coda_blank_line{"bank.coda_blank_line"};
inline constexpr Code charset_assumed{"bank.charset_assumed"};
inline constexpr Code control_characters{"bank.control_characters"};
inline constexpr Code statement_repeated{"bank.statement_repeated"};
inline constexpr Code camt_version_unknown{"bank.camt_version_unknown"};
inline constexpr Code camt_date_wrong{"bank.camt_date_wrong"};
inline constexpr Code balance_currency{"bank.balance_currency"};
inline constexpr Code booking_date_missing{"bank.booking_date_missing"};
inline constexpr Code entry_not_booked{"bank.entry_not_booked"};
inline constexpr Code reference_repeated{"bank.reference_repeated"};
inline constexpr Code batch_count_mismatch{"bank.batch_count_mismatch"};
inline constexpr Code batch_total_mismatch{"bank.batch_total_mismatch"};
inline constexpr Code csv_column_unknown{"bank.csv_column_unknown"};
inline constexpr Code csv_preamble_unknown{"bank.csv_preamble_unknown"};
inline constexpr Code csv_filtered{"bank.csv_filtered"};
inline constexpr Code csv_row_not_executed{"bank.csv_row_not_executed"};
inline constexpr Code csv_row_without_amount{"bank.csv_row_without_amount"};
inline constexpr Code csv_account_assumed{"bank.csv_account_assumed"};
inline constexpr Code csv_key_repeated{"bank.csv_key_repeated"};
inline constexpr Code csv_no_movement{"bank.csv_no_movement"};
inline constexpr Code findings_left_out{"bank.findings_left_out"};

// What is wrong with the fields of an MT940 file: errors where money is concerned, else warnings.
inline constexpr Code currency_mismatch{"bank.currency_mismatch"};
inline constexpr Code mt940_tag_missing{"bank.mt940_tag_missing"};
inline constexpr Code mt940_tag_misplaced{"bank.mt940_tag_misplaced"};
inline constexpr Code mt940_field_unreadable{"bank.mt940_field_unreadable"};
inline constexpr Code mt940_line_unread{"bank.mt940_line_unread"};
inline constexpr Code mt940_date_clamped{"bank.mt940_date_clamped"};
inline constexpr Code mt940_date_wrong{"bank.mt940_date_wrong"};
inline constexpr Code mt940_entry_expected{"bank.mt940_entry_expected"};
inline constexpr Code mt940_funds_code_wrong{"bank.mt940_funds_code_wrong"};
inline constexpr Code mt940_type_missing{"bank.mt940_type_missing"};
inline constexpr Code mt940_reference_long{"bank.mt940_reference_long"};

// Between two statements of one account and currency.
inline constexpr Code chain_balance_mismatch{"bank.chain_balance_mismatch"};
inline constexpr Code chain_date_mismatch{"bank.chain_date_mismatch"};
inline constexpr Code chain_number_gap{"bank.chain_number_gap"};
inline constexpr Code chain_paper_gap{"bank.chain_paper_gap"};
inline constexpr Code chain_page_gap{"bank.chain_page_gap"};

} // namespace saldo::bank
