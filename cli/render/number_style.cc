#include "cli/render/number_style.hpp"

#include "base/invariant.hpp"

namespace saldo::render {

namespace {

constexpr Number_style dutch{".", ",", true};
constexpr Number_style french{"\u00A0", ",", true}; // a no-break space keeps the amount together
constexpr Number_style english{",", ".", false};

} // namespace

const Number_style& style_of(i18n::Language language) {
    switch (language) {
    case i18n::Language::nl:
        return dutch;
    case i18n::Language::fr:
        return french;
    case i18n::Language::en:
        return english;
    }
    broken_contract("every language has a style", __FILE__, __LINE__);
}

std::string regroup(std::string_view plain, const Number_style& style) {
    std::string text;
    if (plain.starts_with('-')) {
        text = "-";
        plain.remove_prefix(1);
    }
    const std::string_view whole = plain.substr(0, plain.find('.'));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i != 0 && (whole.size() - i) % 3 == 0) {
            text += style.group;
        }
        text += whole[i];
    }
    if (whole.size() < plain.size()) {
        text += style.decimal;
        text += plain.substr(whole.size() + 1);
    }
    return text;
}

std::string restyle_date(std::string_view iso, const Number_style& style) {
    if (!style.day_first) {
        return std::string(iso);
    }
    return std::string(iso.substr(8, 2)) + "/" + std::string(iso.substr(5, 2)) + "/" +
           std::string(iso.substr(0, 4));
}

} // namespace saldo::render
