#include "party/number.hpp"

#include "party/codes.hpp"
#include "party/mod97.hpp"

namespace saldo::party {

namespace {

/// Two digits at an index as a number.
int pair_at(std::string_view digits, std::size_t index) {
    return (digits[index] - '0') * 10 + (digits[index + 1] - '0');
}

/// The month without the raise of a BIS number (20: sex unknown, 40: sex known).
int plain_month(std::string_view digits) {
    return pair_at(digits, 2) % 20;
}

/// Days of the month with this number; 31 where the month is unknown.
int day_max(int month, int year) {
    constexpr std::array days{31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && year != 1900;
    return month == 2 && !leap ? 28 : days[static_cast<std::size_t>(month)];
}

/// True for a date of birth that exists or is partly unknown, and a serial of 001 to 998.
bool is_plausible(std::string_view digits, bool born_from_2000) {
    const int year = (born_from_2000 ? 2000 : 1900) + pair_at(digits, 0);
    const int month = plain_month(digits);
    const std::string_view serial = digits.substr(6, 3);
    return pair_at(digits, 2) <= 52 && month <= 12 && pair_at(digits, 4) <= day_max(month, year) &&
           serial != "000" && serial != "999";
}

/// 97 - remainder, so that a remainder of 0 gives 97.
std::string check_of(std::uint64_t remainder) {
    return two_digits(97 - remainder);
}

std::string dotted(std::string_view digits) {
    return std::string(digits.substr(0, 2)) + "." + std::string(digits.substr(2, 2)) + "." +
           std::string(digits.substr(4, 2)) + "-";
}

} // namespace

bool National_number::is_bis() const {
    return pair_at(digits(), 2) >= 20;
}

Result<National_number> parse_national_number(std::string_view text) {
    std::optional<Short_text<11>> found;
    for (const std::string_view shape : {"00000000000", "00.00.00-000.00", "00.00.00-000-00"}) {
        found = found ? found : digits_in<11>(text, shape);
    }
    if (!found || !(is_plausible(found->view(), false) || is_plausible(found->view(), true))) {
        return refuse(not_a_national_number);
    }
    const std::string_view digits = found->view();
    const std::string_view base = digits.substr(0, 9);
    const std::string_view stated = digits.substr(9);
    // The two rules never agree: 2,000,000,000 is no multiple of 97.
    const bool before_2000 = stated == check_of(remainder_97(base));
    const bool from_2000 = stated == check_of(remainder_97(base, 2));
    if (!before_2000 && !from_2000) {
        return refuse(national_number_check_wrong);
    }
    if (!is_plausible(digits, from_2000)) {
        return refuse(not_a_national_number);
    }
    return National_number(digits, from_2000);
}

std::string format(const National_number& number) {
    const std::string_view digits = number.digits();
    return dotted(digits) + std::string(digits.substr(6, 3)) + "." + std::string(digits.substr(9));
}

std::string format_masked(const National_number& number) {
    return dotted(number.digits()) + "***.**";
}

Result<Enterprise_number> parse_enterprise_number(std::string_view text) {
    std::string_view rest = text;
    rest.remove_prefix(rest.starts_with("BE ") ? 3 : rest.starts_with("BE") ? 2 : 0);
    auto found = digits_in<10>(rest, "0000000000");
    found = found ? found : digits_in<10>(rest, "0000.000.000");
    if (!found || (found->view().front() != '0' && found->view().front() != '1')) {
        return refuse(not_an_enterprise_number, {{"stated", std::string(text)}});
    }
    const std::string_view stated = found->view().substr(8);
    if (std::string computed = check_of(remainder_97(found->view().substr(0, 8)));
        computed != stated) {
        return refuse(enterprise_number_check_wrong,
                      {{"stated", std::string(stated)}, {"computed", std::move(computed)}});
    }
    return Enterprise_number(found->view());
}

std::string format(const Enterprise_number& number) {
    const std::string_view digits = number.digits();
    return std::string(digits.substr(0, 4)) + "." + std::string(digits.substr(4, 3)) + "." +
           std::string(digits.substr(7));
}

} // namespace saldo::party
