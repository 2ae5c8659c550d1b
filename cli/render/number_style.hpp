#pragma once

#include "cli/i18n/language.hpp"

#include <string>
#include <string_view>

namespace saldo::render {

/// How people of a language write numbers and dates. Our own table: the machine's locale changes
/// nothing.
struct Number_style {
    std::string_view group; ///< between thousands
    std::string_view decimal;
    bool day_first = false; ///< 31/03/2026, else 2026-03-31
};

[[nodiscard]] const Number_style& style_of(i18n::Language language);

/// `-1234.50` as `-1.234,50`: a plain decimal number, regrouped.
[[nodiscard]] std::string regroup(std::string_view plain, const Number_style& style);

/// `2026-03-31` as the style has it.
[[nodiscard]] std::string restyle_date(std::string_view iso, const Number_style& style);

} // namespace saldo::render
