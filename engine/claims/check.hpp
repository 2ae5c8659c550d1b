#pragma once

#include "claims/grounds.hpp"
#include "claims/parts.hpp"
#include "law/limitation.hpp"

#include <span>

namespace saldo::claims {

/// A fact a rule used, as text: a date, an amount, a percentage, a word.
struct Fact_used {
    Fact fact = Fact::balance;
    std::string value;

    friend bool operator==(const Fact_used&, const Fact_used&) = default;
};

/// What a rule stands on: its article, the keys of the figures it took, what it looked at and what
/// it could not look at.
struct Basis {
    std::string article;
    std::vector<std::string> figures;
    std::vector<Fact_used> facts;
    std::vector<Fact> missing;

    friend bool operator==(const Basis&, const Basis&) = default;
};

/// An amount held against one rule.
struct Check_row {
    law::Debt_part part = law::Debt_part::costs;
    Ground ground = Ground::regime_unknown;
    std::optional<dossier::Item_kind> item{}; ///< absent for the component as a whole
    std::optional<Date> date{};               ///< of the item
    Money claimed = Money::zero();
    Money certain = Money::zero();  ///< lawful whatever the missing facts are; no more than claimed
    std::optional<Money> maximum{}; ///< lawful at most; absent where no rule tells
    bool disputes = false;          ///< the rule gives a reason to dispute the claim
    Basis basis{};

    /// What of it may be asked as far as is known.
    [[nodiscard]] Money allowed() const {
        return maximum && *maximum < claimed ? *maximum : claimed;
    }

    [[nodiscard]] Money difference() const { return claimed - allowed(); }

    friend bool operator==(const Check_row&, const Check_row&) = default;
};

/// What must hold for amounts to be due at all.
struct Condition {
    Ground ground = Ground::ended_rightly;
    std::optional<bool> holds{};  ///< absent while facts are missing
    Money bounds = Money::zero(); ///< the amount that is due only if it holds
    Basis basis{};

    friend bool operator==(const Condition&, const Condition&) = default;
};

/// Since when a component is possibly time-barred, unless it was interrupted or suspended.
struct Limitation_row {
    law::Debt_part part = law::Debt_part::principal;
    law::Limitation_type type = law::Limitation_type::general;
    Money claimed = Money::zero();
    std::optional<Date> possibly_since{}; ///< absent while facts are missing
    bool possibly_barred = false;
    Basis basis{};

    friend bool operator==(const Limitation_row&, const Limitation_row&) = default;
};

/// A component: the sum of its rows.
struct Checked_part {
    law::Debt_part part = law::Debt_part::principal;
    Money claimed = Money::zero();
    std::optional<Money> maximum{}; ///< absent where a row has none
    Money allowed = Money::zero();  ///< no more than claimed

    [[nodiscard]] Money difference() const { return claimed - allowed; }

    friend bool operator==(const Checked_part&, const Checked_part&) = default;
};

struct Claim_verdict {
    dossier::Verdict_kind kind = dossier::Verdict_kind::unclear;
    std::optional<dossier::Regime> regime{};
    Money claimed = Money::zero();
    Money allowed = Money::zero();    ///< what may be asked as far as is known
    std::optional<Money> reduce_to{}; ///< the same, of a claim to be reduced
    std::vector<Ground> reasons;      ///< each once, in order of the enumeration
    std::vector<Fact> missing;        ///< that bound an amount; likewise
    std::vector<Checked_part> parts;  ///< principal, interest, costs, penalty
    std::vector<Check_row> rows;      ///< in the order of the parts
    std::vector<Condition> conditions;
    std::vector<Limitation_row> limitation;
    Findings findings;

    friend bool operator==(const Claim_verdict&, const Claim_verdict&) = default;
};

/// Whether what is asked of a claim is lawful on the day, component by component. Asked is what was
/// stated, even if the day is before that, and the items after the statement up to the day, less
/// what was waived since; payments change nothing here. `paid` are days of payments in the book:
/// they interrupt limitation as those outside it do.
///
/// The verdict is the first that fits:
///   dispute: a reason to dispute stands, whatever the amounts (a component is possibly
///     time-barred, the APR of the credit is above its maximum, the credit could not be ended, a
///     bailiff asks without a title);
///   reduce: the sum of what may be asked is less than what is asked; it is the sum to reduce to;
///   unclear: a fact is missing that bounds an amount of more than zero;
///   due: nothing of these.
/// Nothing is taken off for limitation: that is for the creditor's answer and the judge. The order
/// of the lists of a claim changes nothing. What was not told is never supposed; a letter nobody
/// has is not taken to be sent, since who asks must prove it. A judgment may have granted more than
/// the rules: what goes beyond them is then unclear, and not reduced. A figure that is not in force
/// leaves its row without a maximum (law.not_in_force, as a warning). Refuses money.out_of_range.
[[nodiscard]] Result<Claim_verdict> check(const law::Figures& figures,
                                          const dossier::Claim& claim,
                                          Date on,
                                          std::span<const Date> paid = {});

} // namespace saldo::claims
