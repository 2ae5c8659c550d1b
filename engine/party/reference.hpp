#pragma once

#include "base/result.hpp"
#include "party/short_text.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace saldo::party {

/// A Belgian structured communication (OGM/VCS): 10 digits and a check of 2, the remainder mod 97
/// with 0 written as 97. Only the 10 digits are held; the check is derived.
class Ogm {
public:
    /// The 12 digits, check included.
    [[nodiscard]] std::string digits() const;

    friend auto operator<=>(const Ogm&, const Ogm&) = default;

private:
    friend Result<Ogm> parse_ogm(std::string_view text);
    friend Ogm ogm_of_payload(std::uint64_t payload);

    explicit Ogm(std::uint64_t payload) : payload_(payload) {}

    std::uint64_t payload_;
};

/// The check number of a payload.
[[nodiscard]] constexpr std::uint64_t ogm_check(std::uint64_t payload) {
    return payload % 97 == 0 ? 97 : payload % 97;
}

/// True if the last two digits of a number of 12 digits are the check of the others.
[[nodiscard]] constexpr bool is_ogm(std::uint64_t number) {
    return number % 100 == ogm_check(number / 100);
}

/// Reads 12 digits, bare or as `123/4567/89012`, the latter also between `+++` or `***`. Refuses
/// party.not_an_ogm and party.ogm_check_wrong (stated and computed check).
[[nodiscard]] Result<Ogm> parse_ogm(std::string_view text);

/// The OGM in a free text, written as `parse_ogm` reads it and not a part of a longer number.
/// Nothing if there is none whose check holds, or more than one. One in 97 numbers of 12 digits
/// holds by chance, so it tells something only if it is known.
[[nodiscard]] std::optional<Ogm> find_ogm(std::string_view text);

/// The OGM with this payload of at most 10 digits; more is a broken contract.
[[nodiscard]] Ogm ogm_of_payload(std::uint64_t payload);

/// `+++123/4567/89012+++`.
[[nodiscard]] std::string format(const Ogm& ogm);

/// A creditor reference (ISO 11649): `RF`, 2 check digits, 1 to 21 letters or digits.
class Creditor_reference {
public:
    /// Without blanks, upper case.
    [[nodiscard]] std::string_view text() const { return text_.view(); }

    friend auto operator<=>(const Creditor_reference&, const Creditor_reference&) = default;

private:
    friend Result<Creditor_reference> parse_creditor_reference(std::string_view text);

    explicit Creditor_reference(std::string_view text) : text_(text) {}

    Short_text<25> text_;
};

/// Reads a reference; blanks and lower case are taken. Refuses
/// party.not_a_creditor_reference and party.creditor_reference_check_wrong.
[[nodiscard]] Result<Creditor_reference> parse_creditor_reference(std::string_view text);

/// In groups of four: `RF18 5390 0754 7034`.
[[nodiscard]] std::string format(const Creditor_reference& reference);

} // namespace saldo::party

namespace saldo {
using party::Creditor_reference;
using party::Ogm;
} // namespace saldo
