#pragma once

#include "base/text.hpp"
#include "dossier/codes.hpp"
#include "dossier/dossier.hpp"
#include "dossier/limits.hpp"
#include "dossier/names.hpp"
#include "money/codes.hpp"

#include <string>
#include <type_traits>

/// The single values of a document, from their text. `Leaf<T>` tells them from records.
namespace saldo::dossier {

template <class T> using As = std::type_identity<T>;

[[nodiscard]] inline Result<Date> parse_leaf(std::string_view text, As<Date>) {
    return calendar::parse(text);
}

/// Refuses money.not_an_amount and money.out_of_range.
[[nodiscard]] inline Result<Money> parse_leaf(std::string_view text, As<Money>) {
    Result<Money> amount = money::parse(text);
    if (amount && abs(*amount) > amount_max) {
        return refuse(money::out_of_range, {{"amount_max", format(amount_max)}});
    }
    return amount;
}

/// A fraction in lowest terms, more than 0 and at most 1, so that each share is written in one way.
/// Refuses money.not_a_rate and dossier.wrong_form.
[[nodiscard]] inline Result<Share> parse_leaf(std::string_view text, As<Share>) {
    Result<Share> share = money::parse_rate(text);
    if (share && (money::format(*share) != text || share->numerator() <= 0 ||
                  share->numerator() > share->denominator())) {
        return refuse(wrong_form, {{"expected", "share"}});
    }
    return share;
}

/// A decimal fraction from 0 to less than 10 with at most nine decimals, of which the last is not
/// 0, so that each rate is written in one way. Refuses dossier.wrong_form.
[[nodiscard]] inline Result<Yearly_rate> parse_leaf(std::string_view text, As<Yearly_rate>) {
    const Result<money::Rate> rate = money::parse_rate(text);
    if (!rate || !is_yearly(*rate) || format(Yearly_rate{*rate}) != text) {
        return refuse(wrong_form, {{"expected", "yearly_rate"}});
    }
    return Yearly_rate{*rate};
}

/// Digits without a leading zero. Refuses dossier.wrong_form.
[[nodiscard]] inline Result<Small> parse_leaf(std::string_view text, As<Small>) {
    const bool is_small = text::all_digits(text) && !text.empty() && text.size() <= 2 &&
                          (text.size() == 1 || text.front() != '0');
    return is_small ? Result<Small>(Small{std::stoi(std::string(text))})
                    : refuse(wrong_form, {{"expected", "small_number"}});
}

[[nodiscard]] inline Result<Iban> parse_leaf(std::string_view text, As<Iban>) {
    return party::parse_iban(text);
}

[[nodiscard]] inline Result<Bic> parse_leaf(std::string_view text, As<Bic>) {
    return party::parse_bic(text);
}

[[nodiscard]] inline Result<Ogm> parse_leaf(std::string_view text, As<Ogm>) {
    return party::parse_ogm(text);
}

[[nodiscard]] inline Result<Creditor_reference> parse_leaf(std::string_view text,
                                                           As<Creditor_reference>) {
    return party::parse_creditor_reference(text);
}

[[nodiscard]] inline Result<National_number> parse_leaf(std::string_view text,
                                                        As<National_number>) {
    return party::parse_national_number(text);
}

[[nodiscard]] inline Result<Enterprise_number> parse_leaf(std::string_view text,
                                                          As<Enterprise_number>) {
    return party::parse_enterprise_number(text);
}

[[nodiscard]] inline Result<calendar::Rhythm> parse_leaf(std::string_view text,
                                                         As<calendar::Rhythm>) {
    const auto rhythm = calendar::rhythm_from(text);
    return rhythm ? Result<calendar::Rhythm>(*rhythm) : refuse(wrong_form, {{"expected", "word"}});
}

template <Named_enum Enum> [[nodiscard]] Result<Enum> parse_leaf(std::string_view text, As<Enum>) {
    const auto value = from_name<Enum>(text);
    return value ? Result<Enum>(*value) : refuse(wrong_form, {{"expected", "word"}});
}

template <class T>
concept Leaf = requires(std::string_view text) {
    parse_leaf(text, As<T>{});
};

} // namespace saldo::dossier
