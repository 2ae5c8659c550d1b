#pragma once

#include "base/code.hpp"

namespace saldo::party {

inline constexpr Code not_an_iban{"party.not_an_iban"};
inline constexpr Code iban_country_unknown{"party.iban_country_unknown"};
inline constexpr Code iban_length_wrong{"party.iban_length_wrong"};
inline constexpr Code iban_structure_wrong{"party.iban_structure_wrong"};
inline constexpr Code iban_check_wrong{"party.iban_check_wrong"};
inline constexpr Code bban_check_wrong{"party.bban_check_wrong"};
inline constexpr Code not_a_bic{"party.not_a_bic"};
inline constexpr Code not_an_ogm{"party.not_an_ogm"};
inline constexpr Code ogm_check_wrong{"party.ogm_check_wrong"};
inline constexpr Code not_a_creditor_reference{"party.not_a_creditor_reference"};
inline constexpr Code creditor_reference_check_wrong{"party.creditor_reference_check_wrong"};
inline constexpr Code not_a_national_number{"party.not_a_national_number"};
inline constexpr Code national_number_check_wrong{"party.national_number_check_wrong"};
inline constexpr Code not_an_enterprise_number{"party.not_an_enterprise_number"};
inline constexpr Code enterprise_number_check_wrong{"party.enterprise_number_check_wrong"};

} // namespace saldo::party
