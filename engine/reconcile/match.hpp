#pragma once

#include "base/id.hpp"
#include "budget/occurrence.hpp"

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
    several_fit,           ///< several expected items fit equally well
    amount_differs,        ///< our EndToEndId with another amount
    already_executed,      ///< a second debit for one order
    reference_other_way    ///< a known reference, but money in the other direction
};

[[nodiscard]] std::string_view name(Rule rule);
[[nodiscard]] std::string_view name(Doubt doubt);

/// The facts of a movement, or of one detail of a total.
struct Facts {
    std::string_view account; ///< id of the bank account in the dossier
    Date date;                ///< booking date
    Money amount;             ///< signed: credits are positive
    std::string_view counterparty_account;
    std::optional<Ogm> ogm;
    std::optional<Creditor_reference> rf;
    std::string_view end_to_end_id;
};

/// A payment line that was exported to the bank.
struct Order {
    enum class State { exported, executed, returned };

    Run_line_id id;
    std::string end_to_end_id;
    std::string account; ///< id of the debtor account in the dossier
    Money amount;        ///< positive
    State state = State::exported;
};

/// Something expected, with what was already booked against it.
struct Expected {
    budget::Occurrence occurrence;
    Money paid = Money::zero();
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
    std::optional<Date> due; ///< the due date it settles
    std::string pot;         ///< ledger code of the pot that gets or gives the money; empty with
                             ///< an order, else at least the free part
    std::vector<std::string> candidates; ///< with several_fit: subjects, in order
};

/// The open items of one dossier. Each item is used once: explaining a movement takes what it
/// matched away from the next one. Facts must be given in order of booking.
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
    Open_items items_;
};

/// Days between a booking and a due date within which an item is considered: 10 for monthly and
/// rarer rhythms, 3 for weekly ones.
[[nodiscard]] int window_days(calendar::Rhythm rhythm);

/// The widest window around a booking date in which any rule looks for due dates.
inline constexpr int lookaround_days = 45;

} // namespace saldo::reconcile
