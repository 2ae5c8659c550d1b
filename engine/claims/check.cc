#include "claims/check.hpp"

#include "claims/checking.hpp"
#include "claims/codes.hpp"
#include "claims/cost_check.hpp"
#include "claims/credit_check.hpp"
#include "claims/interest_check.hpp"
#include "claims/limitation_check.hpp"
#include "claims/penalty_check.hpp"
#include "law/recovery_pause.hpp"

#include <algorithm>

namespace saldo::claims {

namespace {

using dossier::Verdict_kind;
using law::Debt_part;

template <class Value> void keep_each_once(std::vector<Value>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// The sum of the rows of a component. Items of until the statement may explain more than was
/// stated, such as what was paid before: no more than was stated counts.
class Row_sum {
public:
    explicit Row_sum(const Checking& checking) : claim_(checking.claim()) {}

    void add(const Check_row& row) {
        has_rows_ = true;
        has_maximum_ = has_maximum_ && row.maximum;
        maximum_ += row.maximum.value_or(Money::zero());
        const bool explains = row.date && *row.date <= claim_.stated;
        (explains ? explained_ : beyond_) += row.allowed();
    }

    [[nodiscard]] Checked_part part(Debt_part part, Money claimed) const {
        if (!has_rows_) {
            return {.part = part, .claimed = claimed, .maximum = {}, .allowed = claimed};
        }
        const Money allowed = std::min(explained_, stated_parts(claim_)[part]) + beyond_;
        return {.part = part,
                .claimed = claimed,
                .maximum = has_maximum_ ? std::optional(maximum_) : std::nullopt,
                .allowed = std::min(claimed, allowed)};
    }

private:
    const dossier::Claim& claim_;
    bool has_rows_ = false;
    bool has_maximum_ = true;
    Money maximum_ = Money::zero();
    Money explained_ = Money::zero();
    Money beyond_ = Money::zero();
};

bool has_difference(const Claim_verdict& verdict, Debt_part part) {
    return std::ranges::any_of(verdict.parts, [part](const Checked_part& each) {
        return each.part == part && each.difference().is_positive();
    });
}

/// No rule caps what is owed itself.
void add_principal(Checking& checking) {
    if (!checking.asked().principal.is_zero()) {
        Check_row row = checking.row(Debt_part::principal, Ground::as_stated);
        row.certain = row.claimed;
        checking.add(std::move(row));
    }
}

void sum_up(Checking& checking) {
    Claim_verdict& verdict = checking.verdict();
    for (const Debt_part part : Checking::order) {
        Row_sum sum(checking);
        for (const Check_row& row : verdict.rows) {
            if (row.part == part) {
                sum.add(row);
            }
        }
        verdict.parts.push_back(sum.part(part, checking.asked()[part]));
        verdict.claimed += verdict.parts.back().claimed;
        verdict.allowed += verdict.parts.back().allowed;
    }
}

/// Why it is disputed or reduced, and what is missing; whether it is disputed.
bool give_reasons(Claim_verdict& verdict) {
    bool is_disputed = false;
    const auto miss = [&](const Basis& basis) {
        verdict.missing.insert(verdict.missing.end(), basis.missing.begin(), basis.missing.end());
    };
    for (const Check_row& row : verdict.rows) {
        is_disputed = is_disputed || row.disputes;
        if (row.disputes || (row.difference().is_positive() && has_difference(verdict, row.part))) {
            verdict.reasons.push_back(row.ground);
        }
        miss(row.basis);
    }
    for (const Condition& condition : verdict.conditions) {
        if (condition.holds == false) {
            is_disputed = true;
            verdict.reasons.push_back(condition.ground);
        }
        if (condition.bounds.is_positive()) {
            miss(condition.basis);
        }
    }
    for (const Limitation_row& row : verdict.limitation) {
        if (row.possibly_barred) {
            is_disputed = true;
            verdict.reasons.push_back(Ground::possibly_time_barred);
        }
        miss(row.basis);
    }
    keep_each_once(verdict.reasons);
    keep_each_once(verdict.missing);
    return is_disputed;
}

void decide(Checking& checking) {
    Claim_verdict& verdict = checking.verdict();
    if (give_reasons(verdict)) {
        verdict.kind = Verdict_kind::dispute;
    } else if (verdict.allowed < verdict.claimed) {
        verdict.kind = Verdict_kind::reduce;
        verdict.reduce_to = verdict.allowed;
    } else {
        verdict.kind = verdict.missing.empty() ? Verdict_kind::due : Verdict_kind::unclear;
    }
}

/// Tells until when nobody may go on with amicable recovery, where the client asked for mediation.
void tell_pause(Checking& checking) {
    if (checking.regime() != dossier::Regime::consumer) {
        return;
    }
    for (const dossier::Letter& letter : checking.claim().letters) {
        if (letter.kind != dossier::Letter_kind::mediation_request || letter.sent > checking.on()) {
            continue;
        }
        if (const auto pause = law::recovery_pause(checking.figures(), letter.sent)) {
            checking.say({{recovery_paused,
                           Severity::info,
                           {},
                           {{"from", calendar::format(pause->from)},
                            {"through", calendar::format(pause->through)}}}});
            checking.say(pause->findings);
        }
    }
}

} // namespace

Result<Claim_verdict> check(const law::Figures& figures,
                            const dossier::Claim& claim,
                            Date on,
                            std::span<const Date> paid) {
    Checking checking(figures, claim, on);
    add_principal(checking);
    return check_interest(checking)
        .and_then([&](Done) { return check_penalty(checking); })
        .and_then([&](Done) { return check_credit(checking); })
        .and_then([&](Done) { return check_limitation(checking, paid); })
        .map([&](Done) {
            check_costs(checking);
            tell_pause(checking);
            std::ranges::stable_sort(checking.verdict().rows, {}, [](const Check_row& row) {
                return std::ranges::find(Checking::order, row.part);
            });
            sum_up(checking);
            decide(checking);
            return std::move(checking.verdict());
        });
}

} // namespace saldo::claims
