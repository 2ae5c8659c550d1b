#pragma once

#include "base/finding.hpp"
#include "base/id.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::reconcile {

/// How a movement was explained, in the order in which the rules are tried. The names are stored
/// as reasons of entries: do not change them.
enum class Rule {
    own_order,            ///< our EndToEndId comes back on a debit of the same amount
    own_batch,            ///< the id of a block of our payments on one debit of their sum
    own_return,           ///< our EndToEndId comes back on a credit of the same amount, or the bank
                          ///< sends back the movement that executed our order
    money_back,           ///< the bank sends back an earlier movement, which it undoes
    own_payment,          ///< a debit without an EndToEndId to the payee of one order of ours, of
                          ///< its amount and in its days
    own_account,          ///< the other side is an account of this dossier that is in the book
    structured_reference, ///< OGM or RF of a budget line or instalment
    mandate,              ///< a debit under the mandate of a budget line or instalment
    iban_amount_date,     ///< payer or payee, amount within the line's margin, near its due
                          ///< date; to the cent it may be later
    dossier_rule,         ///< a person decided it for such movements of the dossier
    office_rule,          ///< a person decided it for such movements of all dossiers
    by_hand,              ///< a person assigned it
    suspense              ///< nothing fits, or more than one thing does
};

/// Why a movement stays in suspense.
enum class Doubt {
    none,
    nothing_fits,
    several_fit,         ///< several expected items, due dates or orders fit
    amount_differs,      ///< our EndToEndId or that of a block, with another amount; or a known
                         ///< reference or mandate, with far more than is open
    already_executed,    ///< a second debit for one order, or a second return of it
    reference_other_way, ///< a known reference or mandate, but money in the other direction
    undone               ///< a person took back its explanation and is to decide
};

[[nodiscard]] std::string_view name(Rule rule);
[[nodiscard]] std::string_view name(Doubt doubt);
/// It concerns our own orders or accounts, which are recognised before anything else.
[[nodiscard]] bool is_own(Rule rule);
/// It concerns an order of ours, which it executes or returns.
[[nodiscard]] bool is_of_order(Rule rule);

[[nodiscard]] std::optional<Rule> rule_from(std::string_view name);
[[nodiscard]] std::optional<Doubt> doubt_from(std::string_view name);

/// The figures of a decision. With the texts of the movement that the rule looks at they are the
/// facts that were used; entries keep them in their note.
struct Grounds {
    /// From the due date to the booking, negative if it is early; of an order of ours from the day
    /// on which it was to be executed.
    std::optional<int> days{};
    std::optional<Money> difference{};     ///< what was booked less what was open of the due date
    std::optional<Match_rule_id> rule{};   ///< of a dossier or the office
    std::optional<Movement_id> original{}; ///< the movement that was sent back
    std::optional<std::string> order{};    ///< EndToEndId of the order, which the movement lacks

    friend bool operator==(const Grounds&, const Grounds&) = default;
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
    std::vector<std::string> candidates; ///< with several_fit: subjects, or EndToEndIds, in order
    Grounds grounds{};

    /// The same decision, whatever the figures that led to it.
    friend bool operator==(const Explanation& a, const Explanation& b) {
        return a.rule == b.rule && a.doubt == b.doubt && a.order == b.order &&
               a.subject == b.subject && a.due == b.due && a.pot == b.pot &&
               a.candidates == b.candidates;
    }
};

/// One explained part of a bank movement: all of it, or one detail of a total.
struct Part {
    Money amount = Money::zero();
    Explanation explanation;
    Movement_id movement{}; ///< itself, to tell the details of a total apart
};

} // namespace saldo::reconcile
