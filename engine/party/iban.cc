#include "party/iban.hpp"

#include "party/codes.hpp"
#include "party/iban_registry.hpp"
#include "party/mod97.hpp"

namespace saldo::party {

namespace {

constexpr std::size_t header_length = 4; ///< country and check digits

constexpr auto eea_countries = std::to_array<std::string_view>(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
     "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"});

/// In SEPA but not in the EEA. Gibraltar belongs to the United Kingdom's membership but has a
/// country code of its own in its IBANs; Jersey, Guernsey and Man use GB, French overseas
/// territories FR.
constexpr auto sepa_beyond_eea = std::to_array<std::string_view>(
    {"AD", "AL", "CH", "GB", "GI", "MC", "MD", "ME", "MK", "RS", "SM", "VA"});

static_assert(eea_countries.size() == 30);
static_assert(eea_countries.size() + sepa_beyond_eea.size() == 41 + 1, "41 and Gibraltar");

bool is_iban_shaped(std::string_view text) {
    return text.size() > header_length && text::is_upper(text[0]) && text::is_upper(text[1]) &&
           text::is_digit(text[2]) && text::is_digit(text[3]);
}

bool is_of_kind(char c, char kind) {
    const bool digit_fits = kind != 'a' && text::is_digit(c);
    const bool letter_fits = kind != 'n' && text::is_upper(c);
    return digit_fits || letter_fits;
}

/// Index of the first character that is not of the kind the country wants there, or nothing.
std::optional<std::size_t> first_misfit(std::string_view bban, std::string_view structure) {
    for (std::size_t i = 0; i < bban.size(); ++i) {
        if (!is_of_kind(bban[i], kind_at(structure, i))) {
            return i;
        }
    }
    return std::nullopt;
}

std::string belgian_check(std::string_view bban) {
    const std::uint64_t remainder = remainder_97(bban.substr(0, 10));
    return two_digits(remainder == 0 ? 97 : remainder);
}

tl::unexpected<Refusal> refuse_check(Code code, std::string_view stated, std::string computed) {
    return refuse(code, {{"stated", std::string(stated)}, {"computed", std::move(computed)}});
}

} // namespace

Result<Iban> parse_iban(std::string_view text) {
    const auto compact = compacted<34>(text);
    if (!compact || !is_iban_shaped(compact->view())) {
        return refuse(not_an_iban);
    }
    const std::string_view iban = compact->view();
    const std::string_view bban = iban.substr(header_length);
    const Country* country = find_country(iban.substr(0, 2));
    if (country == nullptr) {
        return refuse(iban_country_unknown, {{"country", std::string(iban.substr(0, 2))}});
    }
    const std::size_t length = bban_length(country->bban);
    if (bban.size() != length) {
        return refuse(iban_length_wrong, {{"country", std::string(country->code)},
                                          {"stated", std::to_string(iban.size())},
                                          {"computed", std::to_string(header_length + length)}});
    }
    if (const auto misfit = first_misfit(bban, country->bban)) {
        return refuse(iban_structure_wrong,
                      {{"country", std::string(country->code)},
                       {"position", std::to_string(header_length + *misfit + 1)}});
    }
    if (std::string check = iso_check(iban); check != iban.substr(2, 2)) {
        return refuse_check(iban_check_wrong, iban.substr(2, 2), std::move(check));
    }
    if (country->code == "BE") {
        if (std::string check = belgian_check(bban); check != bban.substr(10)) {
            return refuse_check(bban_check_wrong, bban.substr(10), std::move(check));
        }
    }
    return Iban(iban);
}

std::string format(const Iban& iban) {
    return in_fours(iban.text());
}

Result<Iban> iban_of_belgian_number(std::string_view number) {
    auto digits = digits_in<12>(number, "000000000000");
    digits = digits ? digits : digits_in<12>(number, "000-0000000-00");
    if (!digits) {
        return refuse(not_an_iban);
    }
    const std::string bban(digits->view());
    if (std::string check = belgian_check(bban); check != bban.substr(10)) {
        return refuse_check(bban_check_wrong, bban.substr(10), std::move(check));
    }
    return parse_iban("BE" + iso_check("BE00" + bban) + bban);
}

bool is_sepa_country(std::string_view country) {
    return is_eea_country(country) || std::ranges::binary_search(sepa_beyond_eea, country);
}

bool is_eea_country(std::string_view country) {
    return std::ranges::binary_search(eea_countries, country);
}

} // namespace saldo::party
