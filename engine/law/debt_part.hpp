#pragma once

#include "base/named.hpp"

#include <array>

namespace saldo::law {

/// What a debt consists of, and what a payment is laid on.
enum class Debt_part { costs, penalty, interest, principal };

inline constexpr std::array debt_part_names{
    Named{Debt_part::costs, "costs"}, Named{Debt_part::penalty, "penalty"},
    Named{Debt_part::interest, "interest"}, Named{Debt_part::principal, "principal"}};

} // namespace saldo::law
