#pragma once

#include "base/named.hpp"

#include <array>

namespace saldo::law {

/// Kinds of consumer credit with a maximum of their own (royal decree of 14 September 2016, art.
/// 12); the words are those of the figures.
enum class Credit_kind { instalment, leasing, line_card, line_nocard };

inline constexpr std::array credit_kind_names{
    Named{Credit_kind::instalment, "instalment"}, Named{Credit_kind::leasing, "leasing"},
    Named{Credit_kind::line_card, "line_card"}, Named{Credit_kind::line_nocard, "line_nocard"}};

} // namespace saldo::law
