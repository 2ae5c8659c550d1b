#pragma once

#include "dossier/dossier.hpp"

#include <cstdint>
#include <vector>

namespace saldo::test {

struct Office_size {
    std::uint64_t dossiers = 12;
    std::uint64_t seed = 1;
};

/// The dossiers of an invented office, all accounts and references with valid check digits. Each
/// has one budget account `main` opened on 31 December 2025; a wage or benefit and child benefit;
/// rent, energy, water, telecom (a direct debit) and an insurance; weekly or monthly living money;
/// a pot that is filled monthly; two to four creditors with an instalment. Incomes bear expenses,
/// and next to 15 movements come of it in a month. Equal sizes and seeds give equal offices.
[[nodiscard]] std::vector<dossier::Dossier> make_office(const Office_size& size);

/// The day whose closing balances the office starts from.
[[nodiscard]] Date office_opening();

} // namespace saldo::test
