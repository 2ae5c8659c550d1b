#pragma once

#include "base/result.hpp"
#include "party/short_text.hpp"

namespace saldo::party {

/// A BIC (ISO 9362) of 8 or 11 characters: 4 letters or digits, 2 letters of country, 2 of place,
/// optionally 3 of branch.
class Bic {
public:
    [[nodiscard]] std::string_view text() const { return text_.view(); }

    [[nodiscard]] std::string_view country() const { return text().substr(4, 2); }

    friend auto operator<=>(const Bic&, const Bic&) = default;

private:
    friend Result<Bic> parse_bic(std::string_view text);

    explicit Bic(std::string_view text) : text_(text) {}

    Short_text<11> text_;
};

/// Reads a BIC in upper case, without blanks. Refuses party.not_a_bic.
[[nodiscard]] Result<Bic> parse_bic(std::string_view text);

} // namespace saldo::party

namespace saldo {
using party::Bic;
} // namespace saldo
