#pragma once

#include "app/decisions.hpp"
#include "app/desk.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::app {

/// A rule as a person words it. Its number is given by the book.
struct New_rule {
    std::string dossier; ///< number; empty for a rule of the office
    reconcile::Match_rule rule;
    std::string reason; ///< why, in the person's words, not empty
    std::optional<Movement_id> movement{};
};

/// Writes a rule. Refuses app.dossier_unknown; app.rule_without_condition, if none of IBAN, name
/// and words is given; app.rule_range_wrong, if an amount is not positive or the most is less than
/// the least; app.subject_unknown, if no movement can go there (a rule of the office may name
/// `category:<category>`, and an account that dossiers may have or not); app.pot_unknown and
/// app.account_not_of_dossier; and app.rule_exists, if a rule in force has the same conditions.
[[nodiscard]] Result<Match_rule_row> add_rule(Desk& desk, const New_rule& wanted);

/// The rule that takes movements like this one to a subject: by the account of the other side; if
/// it has none by its name, or else by the words of the communication that hold no digit; always in
/// the same direction. Refuses app.nothing_to_remember.
[[nodiscard]] Result<reconcile::Match_rule> rule_like(const Movement_row& movement,
                                                      std::string subject);

/// Ends a rule; what it decided stays. Refuses app.rule_unknown and app.rule_ended.
[[nodiscard]] Result<Match_rule_row>
disable_rule(Desk& desk, Match_rule_id rule, const std::string& reason);

/// How a rule stands to what was decided on a movement.
enum class Verdict {
    takes,      ///< in suspense: the rule would explain it
    agrees,     ///< it stands where the rule would have it
    contradicts ///< it stands elsewhere
};

[[nodiscard]] std::string_view name(Verdict verdict);

struct Tested_movement {
    Suspense_row row;
    Verdict verdict = Verdict::takes;
    std::string subject;       ///< where the rule would have it
    std::vector<Place> places; ///< where it stands
};

/// Every movement that the rule means, in order of dossier and movement, besides those that are our
/// own orders and transfers, which are recognised before. Refuses app.rule_unknown.
[[nodiscard]] Result<std::vector<Tested_movement>> test_rule(Unit_of_work& work,
                                                             Match_rule_id rule);

/// The facts of the event that added or ended a rule, for the proof.
[[nodiscard]] Params added_facts(const Match_rule_row& row);
[[nodiscard]] Params ended_facts(const Match_rule_row& row);

/// The budget lines of a dossier as categories name them.
[[nodiscard]] std::vector<reconcile::Category_line> category_lines(const dossier::Dossier& dossier);

/// A person or rule may say that a movement belongs on such an account.
[[nodiscard]] bool can_take_movements(ledger::Kind kind);

} // namespace saldo::app
