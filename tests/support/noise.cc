#include "support/noise.hpp"

#include "base/named.hpp"
#include "base/text.hpp"

#include <array>

namespace saldo::test {

namespace {

constexpr std::array noise_names{Named{Noise::none, "none"},
                                 Named{Noise::days_off, "days_off"},
                                 Named{Noise::days_far_off, "days_far_off"},
                                 Named{Noise::amount_in_margin, "amount_in_margin"},
                                 Named{Noise::indexed, "indexed"},
                                 Named{Noise::amount_off, "amount_off"},
                                 Named{Noise::amount_far_off, "amount_far_off"},
                                 Named{Noise::name_cut, "name_cut"},
                                 Named{Noise::no_account, "no_account"},
                                 Named{Noise::new_account, "new_account"},
                                 Named{Noise::new_mandate, "new_mandate"},
                                 Named{Noise::reference_in_text, "reference_in_text"},
                                 Named{Noise::reference_mistyped, "reference_mistyped"},
                                 Named{Noise::reference_of_other_bill, "reference_of_other_bill"},
                                 Named{Noise::reference_of_other_line, "reference_of_other_line"},
                                 Named{Noise::foreign_reference, "foreign_reference"},
                                 Named{Noise::no_reference, "no_reference"},
                                 Named{Noise::in_two_parts, "in_two_parts"},
                                 Named{Noise::two_in_one, "two_in_one"},
                                 Named{Noise::paid_twice, "paid_twice"},
                                 Named{Noise::refunded, "refunded"},
                                 Named{Noise::id_lost, "id_lost"},
                                 Named{Noise::returned, "returned"},
                                 Named{Noise::return_without_id, "return_without_id"},
                                 Named{Noise::creditor_pays_back, "creditor_pays_back"},
                                 Named{Noise::extra_of_payer, "extra_of_payer"},
                                 Named{Noise::foreign_receipt, "foreign_receipt"},
                                 Named{Noise::foreign_bill, "foreign_bill"},
                                 Named{Noise::unknown_card, "unknown_card"},
                                 Named{Noise::unknown_debit, "unknown_debit"},
                                 Named{Noise::unknown_receipt, "unknown_receipt"}};

} // namespace

std::string_view name(Noise noise) {
    return name_in(noise_names, noise);
}

Noise pick(std::span<const Chance> chances, Dice& dice) {
    std::uint64_t thrown = dice.below(1'000);
    for (const Chance& chance : chances) {
        if (thrown < chance.per_mille) {
            return chance.noise;
        }
        thrown -= chance.per_mille;
    }
    return Noise::none;
}

std::string cut(std::string_view name, Dice& dice) {
    std::string capitals(name.substr(0, static_cast<std::size_t>(dice.between(12, 16))));
    for (char& c : capitals) {
        c = text::is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    }
    while (capitals.ends_with(' ')) {
        capitals.pop_back();
    }
    return capitals;
}

std::string in_words(const Ogm& ogm, Dice& dice) {
    const std::string between_signs = format(ogm);
    switch (dice.below(3)) {
    case 0:
        return "FACTUUR " + between_signs;
    case 1:
        return "betaling " + between_signs.substr(3, between_signs.size() - 6);
    default:
        return ogm.digits() + " met dank";
    }
}

std::string mistyped(std::string digits, Dice& dice) {
    const std::size_t at = dice.below(digits.size() - 1);
    if (digits[at] != digits[at + 1] && dice.one_in(2)) {
        std::swap(digits[at], digits[at + 1]);
    } else {
        digits[at] = static_cast<char>('0' + (digits[at] - '0' + dice.between(1, 9)) % 10);
    }
    return digits;
}

} // namespace saldo::test
