#pragma once

#include "support/bank_account.hpp"
#include "support/dice.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What happens to movements between the one who pays and the statement, and what the movements
/// really are.
namespace saldo::test {

/// One thing at a time: the worst that happened to the movement.
enum class Noise {
    none,
    days_off,                ///< 4 days early to 6 late, or an order 1 to 4 days late
    days_far_off,            ///< 12 to 24 days late
    amount_in_margin,        ///< not the amount of the line, but within its margin
    indexed,                 ///< child benefit from September on: 2 % more
    amount_off,              ///< beyond any margin, by up to 40 % for incomes, 15 % for bills
    amount_far_off,          ///< two to four times the bill
    name_cut,                ///< name of the other side in capitals, cut off at 12 to 16 signs
    no_account,              ///< the bank does not say the account of the other side
    new_account,             ///< the payee has another account than the line says
    new_mandate,             ///< the payee collects under another mandate than the line says
    reference_in_text,       ///< the OGM in free text, with or without its signs
    reference_mistyped,      ///< in free text, a digit wrong or two neighbours swapped
    reference_of_other_bill, ///< an OGM that holds but that nobody here knows
    reference_of_other_line, ///< the OGM of another line of the dossier
    foreign_reference,       ///< the OGM of another dossier, by mistake
    no_reference,            ///< words only
    in_two_parts,            ///< 30 to 70 %, and the rest 3 to 20 days later
    two_in_one,              ///< two due dates or two lines in one movement
    paid_twice,              ///< again after 1 to 5 days: settles no due date
    refunded,                ///< a direct debit that the bank gives back
    id_lost,                 ///< an order of ours without its EndToEndId
    returned,                ///< an order of ours that comes back
    return_without_id,       ///< the same without its EndToEndId
    creditor_pays_back,      ///< a payee pays some money back, with or without the OGM
    extra_of_payer,          ///< holiday pay in May: of the employer, but no wage
    foreign_receipt,         ///< a stranger pays with the OGM of another dossier
    foreign_bill,            ///< the bill of another dossier, paid from this account
    unknown_card,            ///< at a shop no rule knows
    unknown_debit,           ///< collected by a stranger
    unknown_receipt          ///< from a stranger
};

inline constexpr int noise_count = static_cast<int>(Noise::unknown_receipt) + 1;

[[nodiscard]] std::string_view name(Noise noise);

/// A ledger account, and the due date on it unless the movement settles none.
struct Settles {
    std::string subject; ///< `income:wage`
    std::optional<Date> due{};
    Money amount = Money::zero(); ///< of each part, where a movement settles two
};

/// What a movement really is: an order of ours, or what it settles; neither if nobody can know.
struct Truth {
    Noise noise = Noise::none;
    std::string end_to_end_id{}; ///< of the order, which the statement may have lost
    std::vector<Settles> settles{};
};

struct Told {
    Posted posted;
    Truth truth;
};

/// How often something happens, of a thousand.
struct Chance {
    Noise noise;
    std::uint64_t per_mille;
};

/// One of these, or none.
[[nodiscard]] Noise pick(std::span<const Chance> chances, Dice& dice);

/// In capitals, cut off at 12 to 16 signs.
[[nodiscard]] std::string cut(std::string_view name, Dice& dice);

/// The OGM as people write it in free text: between signs, with strokes, or bare.
[[nodiscard]] std::string in_words(const Ogm& ogm, Dice& dice);

/// Digits with one digit another, or two different neighbours swapped.
[[nodiscard]] std::string mistyped(std::string digits, Dice& dice);

} // namespace saldo::test
