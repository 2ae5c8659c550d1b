#include "party/reference.hpp"

#include "party/codes.hpp"
#include "party/mod97.hpp"

namespace saldo::party {

namespace {

constexpr std::uint64_t payload_max = 9'999'999'999;

std::optional<Short_text<12>> ogm_digits(std::string_view text) {
    for (const std::string_view shape :
         {"000000000000", "+++000/0000/00000+++", "***000/0000/00000***", "000/0000/00000"}) {
        if (const auto digits = digits_in<12>(text, shape)) {
            return digits;
        }
    }
    return std::nullopt;
}

} // namespace

std::string Ogm::digits() const {
    std::string digits = std::to_string(payload_);
    digits.insert(0, 10 - digits.size(), '0');
    return digits + two_digits(ogm_check(payload_));
}

Result<Ogm> parse_ogm(std::string_view text) {
    const auto digits = ogm_digits(text);
    if (!digits) {
        return refuse(not_an_ogm);
    }
    const auto payload = text::to_integer<std::uint64_t>(digits->view().substr(0, 10));
    invariant(payload.has_value(), "ten digits are a number");
    const std::string_view stated = digits->view().substr(10);
    if (std::string computed = two_digits(ogm_check(*payload)); computed != stated) {
        return refuse(ogm_check_wrong,
                      {{"stated", std::string(stated)}, {"computed", std::move(computed)}});
    }
    return Ogm(*payload);
}

std::optional<Ogm> find_ogm(std::string_view text) {
    constexpr std::size_t bare_length = 12;
    constexpr std::size_t parted_length = 14;
    std::optional<Ogm> found;
    for (std::size_t at = 0; at + bare_length <= text.size(); ++at) {
        if (!text::is_digit(text[at]) || (at > 0 && text::is_digit(text[at - 1]))) {
            continue;
        }
        for (const std::size_t length : {bare_length, parted_length}) {
            const std::size_t end = at + length;
            const auto digits =
                end <= text.size() && (end == text.size() || !text::is_digit(text[end]))
                    ? ogm_digits(text.substr(at, length))
                    : std::nullopt;
            const auto number =
                digits ? text::to_integer<std::uint64_t>(digits->view()) : std::nullopt;
            if (!number || !is_ogm(*number)) {
                continue;
            }
            const Ogm ogm = ogm_of_payload(*number / 100);
            if (found && *found != ogm) {
                return std::nullopt;
            }
            found = ogm;
        }
    }
    return found;
}

Ogm ogm_of_payload(std::uint64_t payload) {
    invariant(payload <= payload_max, "an OGM has a payload of at most 10 digits");
    return Ogm(payload);
}

std::string format(const Ogm& ogm) {
    const std::string digits = ogm.digits();
    return "+++" + digits.substr(0, 3) + "/" + digits.substr(3, 4) + "/" + digits.substr(7) + "+++";
}

Result<Creditor_reference> parse_creditor_reference(std::string_view text) {
    const auto compact = compacted<25>(text);
    const std::string_view reference = compact ? compact->view() : std::string_view{};
    if (reference.size() < 5 || !reference.starts_with("RF") || !text::is_digit(reference[2]) ||
        !text::is_digit(reference[3])) {
        return refuse(not_a_creditor_reference);
    }
    if (std::string computed = iso_check(reference); computed != reference.substr(2, 2)) {
        return refuse(
            creditor_reference_check_wrong,
            {{"stated", std::string(reference.substr(2, 2))}, {"computed", std::move(computed)}});
    }
    return Creditor_reference(reference);
}

std::string format(const Creditor_reference& reference) {
    return in_fours(reference.text());
}

} // namespace saldo::party
