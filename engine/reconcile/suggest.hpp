#pragma once

#include "reconcile/match.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What a movement that no rule explains may be, ranked for the person who decides.
namespace saldo::reconcile {

/// Why something is suggested, with its points. The points of a suggestion add up to its score, at
/// most 100; what is certain enough to be decided by a rule alone never comes here.
enum class Hint {
    same_reference,    ///< 45: its structured reference, where the rule of references had a doubt
    near_reference,    ///< 35: one digit wrong, or two neighbours swapped
    same_mandate,      ///< 45
    same_iban,         ///< 35: of the counterparty
    alike_name,        ///< 15: all words of the shorter name are in the longer
    near_id,           ///< 30: an EndToEndId with one sign wrong, or two neighbours swapped
    exact_amount,      ///< 30: what is open, to the cent
    within_margin,     ///< 25
    within_tenth,      ///< 10: no more than a tenth of what is open more or less
    part_of_amount,    ///< 5: less than what is open
    within_days,       ///< 15: no more than 3 days from the due date, or the execution date of an
                       ///< order
    within_window,     ///< 10: within the window of its rhythm, or `order_window_days`
    within_lookaround, ///< 5
    money_back,        ///< 0: it goes the other way, so it may be a refund and settles nothing
    decided_alike      ///< 20 to 70: where most movements alike stand, by their share
};

[[nodiscard]] std::string_view name(Hint hint);

struct Suggestion {
    std::string place;          ///< ledger code, or the EndToEndId of an order
    std::optional<Date> due;    ///< of an expected item
    Money open = Money::zero(); ///< what is open of the item or order; zero for a mere subject
    int score = 0;
    std::vector<Hint> hints; ///< in the order of `Hint`
};

/// Where a movement with the same counterparty stands.
struct Alike {
    std::string subject;
};

/// The best candidates for a movement, at most `suggestions_max`, in order of score, the highest
/// first, then of place and due date: expected items of its account and direction that are not
/// settled, subjects of the other direction with the same counterparty, reference or mandate,
/// orders that the bank has not answered (for money that comes in: those it executed), and
/// the subjects of movements alike. Something without any hint of who or what is left out: an
/// amount or a date alone says nothing, but an exact amount does.
[[nodiscard]] std::vector<Suggestion>
suggestions(const Matcher::Open_items& items, const Facts& facts, const std::vector<Alike>& alike);

/// One sign is another, missing or too many, or two neighbours are swapped; not the same.
[[nodiscard]] bool is_near(std::string_view a, std::string_view b);

inline constexpr std::size_t suggestions_max = 10;

} // namespace saldo::reconcile
