#pragma once

#include "cli/i18n/language.hpp"

#include <string_view>

namespace saldo::i18n {

/// The compiled message file of a language, as the build embedded it.
[[nodiscard]] std::string_view catalogue(Language language);

} // namespace saldo::i18n
