#pragma once

#include "base/code.hpp"

namespace saldo::dossier {

// The form of a document.
inline constexpr Code too_large{"dossier.too_large"};
inline constexpr Code too_deep{"dossier.too_deep"};
inline constexpr Code not_json{"dossier.not_json"};
inline constexpr Code schema{"dossier.schema"};
inline constexpr Code unknown_key{"dossier.unknown_key"};
inline constexpr Code duplicate_key{"dossier.duplicate_key"};
inline constexpr Code wrong_form{"dossier.wrong_form"};
inline constexpr Code not_clean_text{"dossier.not_clean_text"};

// What a document says.
inline constexpr Code duplicate_id{"dossier.duplicate_id"};
inline constexpr Code duplicate_iban{"dossier.duplicate_iban"};
inline constexpr Code unknown_account{"dossier.unknown_account"};
inline constexpr Code account_not_managed{"dossier.account_not_managed"};
inline constexpr Code unknown_pot{"dossier.unknown_pot"};
inline constexpr Code pot_of_other_account{"dossier.pot_of_other_account"};
inline constexpr Code amount_not_positive{"dossier.amount_not_positive"};
inline constexpr Code negative_amount{"dossier.negative_amount"};
inline constexpr Code never_due{"dossier.never_due"};
inline constexpr Code opening_missing{"dossier.opening_missing"};
inline constexpr Code opening_not_wanted{"dossier.opening_not_wanted"};
inline constexpr Code pots_exceed_opening{"dossier.pots_exceed_opening"};
inline constexpr Code closed_too_early{"dossier.closed_too_early"};
inline constexpr Code bill_is_due_before_book{"dossier.bill_is_due_before_book"};
inline constexpr Code due_before_book{"dossier.due_before_book"};
inline constexpr Code claim_in_two_plans{"dossier.claim_in_two_plans"};
inline constexpr Code unknown_creditor{"dossier.unknown_creditor"};
inline constexpr Code unknown_claim{"dossier.unknown_claim"};
inline constexpr Code due_twice{"dossier.due_twice"};
inline constexpr Code document_not_a_digest{"dossier.document_not_a_digest"};
inline constexpr Code date_too_early{"dossier.date_too_early"};
inline constexpr Code rate_missing{"dossier.rate_missing"};
inline constexpr Code rate_not_wanted{"dossier.rate_not_wanted"};
inline constexpr Code items_exceed_stated{"dossier.items_exceed_stated"};
inline constexpr Code unknown_line{"dossier.unknown_line"};
inline constexpr Code unknown_living_money{"dossier.unknown_living_money"};
inline constexpr Code given_by_office{"dossier.given_by_office"};
inline constexpr Code not_due{"dossier.not_due"};
inline constexpr Code first_move_is_entry{"dossier.first_move_is_entry"};
inline constexpr Code no_way_on{"dossier.no_way_on"};
inline constexpr Code proxy_missing{"dossier.proxy_missing"};
inline constexpr Code mandate_end_differs{"dossier.mandate_end_differs"};
inline constexpr Code no_client{"dossier.no_client"};

} // namespace saldo::dossier
