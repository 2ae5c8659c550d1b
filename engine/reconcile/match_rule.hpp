#pragma once

#include "base/finding.hpp"
#include "base/id.hpp"
#include "calendar/range.hpp"
#include "dossier/dossier.hpp"
#include "reconcile/facts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saldo::reconcile {

/// What a person decided for all movements of a kind: under which conditions a movement belongs on
/// which account of the ledger. All conditions that are given must hold.
struct Match_rule {
    enum class Sign { any, credit, debit };

    Match_rule_id id;
    bool is_of_office = false;  ///< holds in every dossier, else in one
    std::optional<Iban> iban;   ///< of the counterparty
    std::string name;           ///< of the counterparty: each word occurs in it, or it is
                                ///< the first 12 signs or more of this
    bool is_whole_name = false; ///< the counterparty has no other words in its name
    std::string words;          ///< each word occurs in the communication
    Sign sign = Sign::any;
    std::optional<Money> least; ///< the amount without its sign is this or more
    std::optional<Money> most;  ///< and this or less
    std::string account;        ///< id of the bank account in the dossier
    std::string subject;        ///< ledger code, or of an office `category:<category>`
    std::string pot;            ///< ledger code of the pot; empty: the one its line says

    friend bool operator==(const Match_rule&, const Match_rule&) = default;
};

[[nodiscard]] std::string_view name(Match_rule::Sign sign);
[[nodiscard]] std::optional<Match_rule::Sign> sign_from(std::string_view name);

/// The conditions of a rule and its subject and pot, as named values; what is not given is left
/// out.
[[nodiscard]] Params told(const Match_rule& rule);

/// Under the same conditions, whatever follows.
[[nodiscard]] bool same_conditions(Match_rule a, Match_rule b);

/// A movement as rules look at it.
struct Rule_facts {
    explicit Rule_facts(const Facts& facts);

    const Facts& facts;
    std::string iban; ///< normalized
    std::string name; ///< folded
    std::string text; ///< folded
};

[[nodiscard]] bool holds(const Match_rule& rule, const Rule_facts& facts);

/// A budget line as a category names it.
struct Category_line {
    std::string category;
    std::string subject;
    std::string account;
    dossier::Direction direction = dossier::Direction::expense;
    calendar::Date_range period;
};

/// How a subject begins that names a category of budget lines.
inline constexpr std::string_view category_mark = "category:";

/// The ledger code that the subject of a rule means for a movement: itself, or that of the only
/// line of its category on the account, in the movement's direction, on its day. Nothing if there
/// is no such line or more than one.
[[nodiscard]] std::optional<std::string_view>
subject_of(const Match_rule& rule, const Facts& facts, const std::vector<Category_line>& lines);

} // namespace saldo::reconcile
