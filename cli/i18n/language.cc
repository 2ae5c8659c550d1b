#include "cli/i18n/language.hpp"

#include "base/invariant.hpp"

namespace saldo::i18n {

std::string_view tag(Language language) {
    switch (language) {
    case Language::nl:
        return "nl";
    case Language::fr:
        return "fr";
    case Language::en:
        return "en";
    }
    broken_contract("every language has a tag", __FILE__, __LINE__);
}

std::optional<Language> language_of(std::string_view text) {
    for (const Language language : languages) {
        if (tag(language) == text) {
            return language;
        }
    }
    return std::nullopt;
}

} // namespace saldo::i18n
