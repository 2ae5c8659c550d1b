#pragma once

#include "base/named.hpp"

#include <array>

namespace saldo::law {

/// Debts of public law with a late interest of their own.
enum class Public_debt {
    income_tax, ///< WIB 92 art. 414
    vat,        ///< WBTW art. 91
    social      ///< contributions of social security (law of 5 May 1865, art. 2 §3)
};

inline constexpr std::array public_debt_names{Named{Public_debt::income_tax, "income_tax"},
                                              Named{Public_debt::vat, "vat"},
                                              Named{Public_debt::social, "social"}};

} // namespace saldo::law
