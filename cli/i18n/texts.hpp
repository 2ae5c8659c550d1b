#pragma once

#include "base/finding.hpp"
#include "cli/i18n/language.hpp"

#include <locale>
#include <string>
#include <string_view>

namespace saldo::i18n {

/// The sentences of one language, by stable key: a code of the engine (`bank.format_unknown`) or a
/// key of the command (`column.amount`, `help.statement.read`).
class Texts {
public:
    explicit Texts(Language language);

    [[nodiscard]] Language language() const { return language_; }

    [[nodiscard]] bool has(std::string_view key) const;

    /// The sentence with its {named} holes filled. A hole without a param stays as it is; a key
    /// without a sentence (which the tests exclude) gives the key and the params themselves.
    [[nodiscard]] std::string operator()(std::string_view key, const Params& params = {}) const;

private:
    Language language_;
    std::locale messages_; ///< holds the message facet and nothing of the machine's own locale
};

/// One line for people: `file:line: place: message [code]`, unknown parts left out; warnings and
/// remarks say so before the message.
[[nodiscard]] std::string line_of(const Texts& texts, const Finding& finding);

/// Only the sentence of the finding.
[[nodiscard]] std::string message_of(const Texts& texts, const Finding& finding);

/// `pattern` with `{name}` replaced by the param of that name; what a param holds is not searched
/// for holes again.
[[nodiscard]] std::string fill(std::string_view pattern, const Params& params);

} // namespace saldo::i18n
