#pragma once

#include "dossier/dossier.hpp"
#include "dossier/names.hpp"

#include <rapidcheck.h>

#include <array>
#include <string>
#include <vector>

/// Random values of a document. Each part is there or not, as often.
namespace saldo::test {

using namespace dossier;

inline int number(int from, int until) {
    return *rc::gen::inRange(from, until);
}

inline bool maybe() {
    return number(0, 2) == 1;
}

template <class Enum> Enum any() {
    return Names<Enum>::all[static_cast<std::size_t>(
                                number(0, static_cast<int>(Names<Enum>::all.size())))]
        .value;
}

template <std::size_t count> std::string word(const std::array<std::string_view, count>& words) {
    return std::string(words[static_cast<std::size_t>(number(0, static_cast<int>(count)))]);
}

inline std::string name_text() {
    return *rc::gen::element<std::string>("x", "Zoë D'Hondt", "quote \" and \\ slash/", "ŁŻ €",
                                          "een naam met veel woorden", "{\"a\": 1}");
}

/// Of the first quarter of a century after the year.
inline Date date(int from_year = 2000) {
    return Date::of(from_year, 1, 1)->plus_days(number(0, 9'000));
}

inline calendar::Date_range any_period() {
    const Date from = date();
    return *calendar::Date_range::through(
        from, maybe() ? std::optional(from.plus_days(number(0, 900))) : std::nullopt);
}

/// Due at least once: the anchor lies in the period.
inline Schedule any_schedule() {
    const auto period = any_period();
    return {*rc::gen::element(calendar::Rhythm::once, calendar::Rhythm::weekly,
                              calendar::Rhythm::monthly, calendar::Rhythm::yearly),
            period.from(), Money::cents(number(1, 99'999'999)), period};
}

inline Iban any_iban(int account) {
    std::string digits = std::to_string(1'000'000 + account);
    digits.insert(0, 10 - digits.size(), '0');
    const int check = std::stoi(digits) % 97;
    return *party::iban_of_belgian_number(digits + (check < 10 && check > 0 ? "0" : "") +
                                          std::to_string(check == 0 ? 97 : check));
}

inline party::Payee any_payee() {
    party::Payee payee{name_text(), {}, {}};
    if (maybe()) {
        payee.iban = any_iban(number(0, 100'000));
    }
    if (maybe()) {
        payee.bic = *party::parse_bic("GKCCBEBB");
    }
    return payee;
}

inline party::Remittance any_remittance() {
    switch (number(0, 4)) {
    case 0:
        return name_text();
    case 1:
        return party::ogm_of_payload(static_cast<std::uint64_t>(number(0, 1'000'000)));
    case 2:
        return *party::parse_creditor_reference("RF602026001");
    default:
        return std::monostate();
    }
}

inline Money any_amount() {
    return Money::cents(maybe() ? 0 : number(0, 1'000'000));
}

template <class Make> auto list(int most, Make make) {
    std::vector<decltype(make(0))> all;
    for (int i = 0, count = number(0, most + 1); i < count; ++i) {
        all.push_back(make(i));
    }
    return all;
}

} // namespace saldo::test
