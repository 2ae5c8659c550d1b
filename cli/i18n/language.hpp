#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace saldo::i18n {

/// The languages people read; Dutch is the default of the command.
enum class Language { nl, fr, en };

inline constexpr std::array languages{Language::nl, Language::fr, Language::en};

/// `nl`, `fr` or `en`: the value of `--lang` and the name of the message file.
[[nodiscard]] std::string_view tag(Language language);

/// Nothing for any other text.
[[nodiscard]] std::optional<Language> language_of(std::string_view tag);

} // namespace saldo::i18n
