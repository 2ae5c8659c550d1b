#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace saldo::party {

/// A country of the IBAN registry (SWIFT, ISO 13616) and what follows the four characters of
/// country and check digits there: runs such as `4a 10n`, 4 letters and then 10 digits. Kinds: `n`
/// digits, `a` letters, `c` letters or digits.
struct Country {
    std::string_view code;
    std::string_view bban;
};

/// The registry as of release 101, in order of code.
inline constexpr std::array iban_registry{
    Country{"AD", "8n 12c"},     Country{"AE", "19n"},        Country{"AL", "8n 16c"},
    Country{"AT", "16n"},        Country{"AZ", "4a 20c"},     Country{"BA", "16n"},
    Country{"BE", "12n"},        Country{"BG", "4a 6n 8c"},   Country{"BH", "4a 14c"},
    Country{"BI", "23n"},        Country{"BR", "23n 1a 1c"},  Country{"BY", "4c 4n 16c"},
    Country{"CH", "5n 12c"},     Country{"CR", "18n"},        Country{"CY", "8n 16c"},
    Country{"CZ", "20n"},        Country{"DE", "18n"},        Country{"DJ", "23n"},
    Country{"DK", "14n"},        Country{"DO", "4c 20n"},     Country{"EE", "16n"},
    Country{"EG", "25n"},        Country{"ES", "20n"},        Country{"FI", "14n"},
    Country{"FK", "2a 12n"},     Country{"FO", "14n"},        Country{"FR", "10n 11c 2n"},
    Country{"GB", "4a 14n"},     Country{"GE", "2a 16n"},     Country{"GI", "4a 15c"},
    Country{"GL", "14n"},        Country{"GR", "7n 16c"},     Country{"GT", "24c"},
    Country{"HN", "4a 20n"},     Country{"HR", "17n"},        Country{"HU", "24n"},
    Country{"IE", "4a 14n"},     Country{"IL", "19n"},        Country{"IQ", "4a 15n"},
    Country{"IS", "22n"},        Country{"IT", "1a 10n 12c"}, Country{"JO", "4a 4n 18c"},
    Country{"KW", "4a 22c"},     Country{"KZ", "3n 13c"},     Country{"LB", "4n 20c"},
    Country{"LC", "4a 24c"},     Country{"LI", "5n 12c"},     Country{"LT", "16n"},
    Country{"LU", "3n 13c"},     Country{"LV", "4a 13c"},     Country{"LY", "21n"},
    Country{"MC", "10n 11c 2n"}, Country{"MD", "20c"},        Country{"ME", "18n"},
    Country{"MK", "3n 10c 2n"},  Country{"MN", "16n"},        Country{"MR", "23n"},
    Country{"MT", "4a 5n 18c"},  Country{"MU", "4a 19n 3a"},  Country{"NI", "4a 20n"},
    Country{"NL", "4a 10n"},     Country{"NO", "11n"},        Country{"OM", "3n 16c"},
    Country{"PK", "4a 16c"},     Country{"PL", "24n"},        Country{"PS", "4a 21c"},
    Country{"PT", "21n"},        Country{"QA", "4a 21c"},     Country{"RO", "4a 16c"},
    Country{"RS", "18n"},        Country{"RU", "14n 15c"},    Country{"SA", "2n 18c"},
    Country{"SC", "4a 20n 3a"},  Country{"SD", "14n"},        Country{"SE", "20n"},
    Country{"SI", "15n"},        Country{"SK", "20n"},        Country{"SM", "1a 10n 12c"},
    Country{"SO", "19n"},        Country{"ST", "21n"},        Country{"SV", "4a 20n"},
    Country{"TL", "19n"},        Country{"TN", "20n"},        Country{"TR", "6n 16c"},
    Country{"UA", "6n 19c"},     Country{"VA", "18n"},        Country{"VG", "4a 16n"},
    Country{"XK", "16n"},        Country{"YE", "4a 4n 18c"},
};

static_assert(std::ranges::is_sorted(iban_registry, std::ranges::less{}, &Country::code));

/// The entry of a country, or null.
[[nodiscard]] constexpr const Country* find_country(std::string_view code) {
    const auto* found =
        std::ranges::lower_bound(iban_registry, code, std::ranges::less{}, &Country::code);
    return found != iban_registry.end() && found->code == code ? found : nullptr;
}

/// The kind of the character at an index of the BBAN, or 0 after its end.
[[nodiscard]] constexpr char kind_at(std::string_view bban, std::size_t index) {
    std::size_t end = 0;
    std::size_t run = 0;
    for (const char c : bban) {
        if (c >= '0' && c <= '9') {
            run = run * 10 + static_cast<std::size_t>(c - '0');
        } else if (c != ' ') {
            end += run;
            run = 0;
            if (index < end) {
                return c;
            }
        }
    }
    return '\0';
}

/// Number of characters of the BBAN.
[[nodiscard]] constexpr std::size_t bban_length(std::string_view bban) {
    std::size_t length = 0;
    while (kind_at(bban, length) != '\0') {
        ++length;
    }
    return length;
}

static_assert(std::ranges::all_of(iban_registry, [](const Country& country) {
    return country.code.size() == 2 && bban_length(country.bban) <= 30;
}));

} // namespace saldo::party
