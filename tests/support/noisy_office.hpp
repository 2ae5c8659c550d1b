#pragma once

#include "support/office.hpp"

namespace saldo::test {

/// The invented office of `make_office`, with what makes explaining hard:
///
///     of 100 dossiers   what they have besides
///               100     telecom under a mandate; bank costs each quarter; budgets for the shop and
///                       the pharmacy, which nobody is paid for by order
///                33     a client who pays energy, water and insurance from the account himself,
///                       and types the references
///                17     of those, a second contract with the same energy company, and
///                 4     of those, for exactly the same amount
///                20     a wage of which only the payer's name is known, and a rule for it
///                88     a child benefit with a margin of 10.00, for the yearly index
///
/// Equal sizes and seeds give equal offices.
[[nodiscard]] std::vector<dossier::Dossier> make_noisy_office(const Office_size& size);

/// Words by which rules of the office know what all dossiers pay alike.
inline constexpr const char* bank_costs_words = "beheerskosten";
inline constexpr const char* shop_name = "Buurtwinkel Voorbeeld";
inline constexpr const char* pharmacy_name = "Apotheek Ter Linde";

} // namespace saldo::test
