#pragma once

#include "base/id.hpp"
#include "budget/occurrence.hpp"
#include "reconcile/choice.hpp"
#include "reconcile/positions.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Explains the movements of one dossier's bank accounts. Nothing here knows of another dossier,
/// so nothing can be matched across dossiers.
namespace saldo::reconcile {

/// How a movement was explained, in the order in which the rules are tried. The names are stored
/// as reasons of entries: do not change them.
enum class Rule {
    own_order,            ///< our EndToEndId comes back on a debit of the same amount
    own_return,           ///< our EndToEndId comes back on a credit of the same amount
    own_account,          ///< the other side is an account of this dossier that is in the book
    structured_reference, ///< OGM or RF of a budget line or instalment
    iban_amount_date,     ///< payer or payee, amount within the line's margin, near its due date
    by_hand,              ///< a person assigned it
    suspense              ///< nothing fits, or more than one thing does
};

/// Why a movement stays in suspense.
enum class Doubt {
    none,
    nothing_fits,
    several_fit,        ///< several expected items fit equally well
    amount_differs,     ///< our EndToEndId with another amount
    already_executed,   ///< a second debit for one order, or a second return of it
    reference_other_way ///< a known reference, but money in the other direction
};

[[nodiscard]] std::string_view name(Rule rule);
[[nodiscard]] std::string_view name(Doubt doubt);

/// The facts of a movement, or of one detail of a total.
struct Facts {
    std::string_view account;              ///< id of the bank account in the dossier
    Date date;                             ///< booking date
    Money amount = Money::zero();          ///< signed: credits are positive
    std::string_view counterparty_account; ///< as the bank wrote it
    std::optional<Ogm> ogm;                ///< or else
    std::optional<Creditor_reference> rf;
    std::string_view end_to_end_id;
};

/// A payment line that was exported to the bank.
struct Order {
    enum class State { exported, executed, returned };

    Run_line_id id;
    std::string end_to_end_id;    ///< unique among the orders of an account
    std::string account;          ///< id of the debtor account in the dossier
    Money amount = Money::zero(); ///< positive
    State state = State::exported;
};

/// Something expected, with what was already booked against it.
struct Expected {
    budget::Occurrence occurrence;
    Money paid = Money::zero(); ///< in the direction of the occurrence, returns taken off
    int window_days = 10;       ///< as the function of that name says for its rhythm
};

struct Own_account {
    std::string account; ///< id in the dossier
    Iban iban;
};

/// What the rules found. Exactly one of `order`, `subject` or neither (suspense) is set.
struct Explanation {
    Rule rule = Rule::suspense;
    Doubt doubt = Doubt::none;
    std::optional<Run_line_id> order;
    std::string subject;     ///< ledger code: `income:wage`, `transfer`
    std::optional<Date> due; ///< the due date it settles; none if all of them are settled
    std::string pot;         ///< ledger code of the pot that gets or gives the money; empty with
                             ///< an order, else at least the free part
    std::vector<std::string> candidates; ///< with several_fit: subjects, in order

    friend bool operator==(const Explanation&, const Explanation&) = default;
};

/// The open items of one dossier. The rules are tried in the order of `Rule`; the first that
/// decides wins, and an own EndToEndId decides always.
///
/// Each item is used once: explaining a movement takes what it matched away from the next one. An
/// expected item is settled as soon as something is paid and no more than its margin is lacking;
/// a settled item gets nothing more. Facts must be given in order of booking.
class Matcher {
public:
    struct Open_items {
        std::vector<Order> orders;
        std::vector<Expected> expected;
        std::vector<Own_account> own_accounts;
    };

    explicit Matcher(Open_items items);

    [[nodiscard]] Explanation explain(const Facts& facts);

private:
    [[nodiscard]] std::optional<Explanation> by_end_to_end_id(const Facts& facts);
    [[nodiscard]] std::optional<Explanation> by_own_account(const Facts& facts,
                                                            std::string_view counterparty) const;
    [[nodiscard]] std::optional<Explanation> by_reference(const Facts& facts);
    [[nodiscard]] std::optional<Explanation> by_counterparty(const Facts& facts,
                                                             std::string_view counterparty);
    [[nodiscard]] Explanation choose(const std::vector<Candidate>& candidates, const Facts& facts);
    [[nodiscard]] Explanation settle(std::size_t position, Money amount, Rule rule);
    [[nodiscard]] Candidate candidate(std::size_t position, const Facts& facts) const;

    Open_items items_;
    // Positions of items, in order of what they are looked up by.
    Positions orders_by_end_to_end_id_;
    Positions expected_by_ogm_;
    Positions expected_by_rf_;
    Positions expected_by_iban_;
};

/// Days between a booking and a due date within which an item is considered: 10 for monthly and
/// rarer rhythms, 3 for weekly and fortnightly ones.
[[nodiscard]] int window_days(calendar::Rhythm rhythm);

/// The widest window around a booking date in which any rule looks for due dates.
inline constexpr int lookaround_days = 45;

} // namespace saldo::reconcile
