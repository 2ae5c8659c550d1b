#pragma once

#include "base/result.hpp"
#include "party/short_text.hpp"

#include <string>

namespace saldo::party {

/// A national register number (rijksregisternummer) or BIS number of 11 digits: YYMMDD, serial
/// (odd for men, even for women), check = 97 - (first 9 digits mod 97), with a 2 before the nine
/// digits for those born in or after 2000.
class National_number {
public:
    [[nodiscard]] std::string_view digits() const { return text_.view(); }

    /// True if the check holds with the rule for births in or after 2000.
    [[nodiscard]] bool born_from_2000() const { return born_from_2000_; }

    /// True if the month is raised by 20 or 40 (a BIS number).
    [[nodiscard]] bool is_bis() const;

    friend auto operator<=>(const National_number&, const National_number&) = default;

private:
    friend Result<National_number> parse_national_number(std::string_view text);

    National_number(std::string_view digits, bool born_from_2000)
        : text_(digits), born_from_2000_(born_from_2000) {}

    Short_text<11> text_;
    bool born_from_2000_;
};

/// Reads 11 digits, bare or as `93.05.18-223.61` or `93.05.18-223-61`. Month or day may be 00
/// (unknown); else the day must exist in that century. Serials run from 001 to 998. The refusal
/// does not carry the number: it is never shown whole. Refuses party.not_a_national_number and
/// party.national_number_check_wrong.
[[nodiscard]] Result<National_number> parse_national_number(std::string_view text);

/// `93.05.18-223.61`, for documents only.
[[nodiscard]] std::string format(const National_number& number);

/// `93.05.18-***.**`, for screens.
[[nodiscard]] std::string format_masked(const National_number& number);

/// A number of the Crossroads Bank for Enterprises (KBO/BCE): 10 digits starting with 0 or 1, the
/// last two 97 - (first 8 digits mod 97).
class Enterprise_number {
public:
    [[nodiscard]] std::string_view digits() const { return text_.view(); }

    friend auto operator<=>(const Enterprise_number&, const Enterprise_number&) = default;

private:
    friend Result<Enterprise_number> parse_enterprise_number(std::string_view text);

    explicit Enterprise_number(std::string_view digits) : text_(digits) {}

    Short_text<10> text_;
};

/// Reads 10 digits, bare, as `0566.988.259`, or with `BE` before. Refuses
/// party.not_an_enterprise_number and party.enterprise_number_check_wrong.
[[nodiscard]] Result<Enterprise_number> parse_enterprise_number(std::string_view text);

/// `0566.988.259`.
[[nodiscard]] std::string format(const Enterprise_number& number);

} // namespace saldo::party

namespace saldo {
using party::Enterprise_number;
using party::National_number;
} // namespace saldo
