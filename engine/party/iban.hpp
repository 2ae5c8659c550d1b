#pragma once

#include "base/result.hpp"
#include "party/short_text.hpp"

namespace saldo::party {

/// An IBAN (ISO 13616) that is right: country in the registry, length and structure of that
/// country, check digits mod 97, and for Belgium the national check of the BBAN as well.
class Iban {
public:
    /// Without blanks, upper case.
    [[nodiscard]] std::string_view text() const { return text_.view(); }

    [[nodiscard]] std::string_view country() const { return text().substr(0, 2); }

    friend auto operator<=>(const Iban&, const Iban&) = default;

private:
    friend Result<Iban> parse_iban(std::string_view text);

    explicit Iban(std::string_view text) : text_(text) {}

    Short_text<34> text_;
};

/// Reads an IBAN; blanks and lower case are taken. Refuses party.not_an_iban,
/// party.iban_country_unknown, party.iban_length_wrong, party.iban_structure_wrong,
/// party.iban_check_wrong and party.bban_check_wrong, in that order. No refusal carries the whole
/// account: only its country, the lengths, the 1-based position or the check digits concerned.
[[nodiscard]] Result<Iban> parse_iban(std::string_view text);

/// In groups of four: `BE68 5390 0754 7034`.
[[nodiscard]] std::string format(const Iban& iban);

/// The IBAN of a Belgian account number of 12 digits, bare or as `539-0075470-34`. Refuses
/// party.not_an_iban and party.bban_check_wrong.
[[nodiscard]] Result<Iban> iban_of_belgian_number(std::string_view number);

/// True if IBANs with this country code belong to the Single Euro Payments Area (EPC409-09: 41
/// countries, and GI for Gibraltar; other territories use the code of their country), or to the
/// European Economic Area (30 countries). Upper case only.
[[nodiscard]] bool is_sepa_country(std::string_view country);
[[nodiscard]] bool is_eea_country(std::string_view country);

} // namespace saldo::party

namespace saldo {
using party::Iban;
} // namespace saldo
