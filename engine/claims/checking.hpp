#pragma once

#include "claims/check.hpp"
#include "law/codes.hpp"
#include "law/interest.hpp"
#include "law/taken.hpp"

#include <string_view>

namespace saldo::claims {

/// One claim while its rules are gone through: what is asked, by which law it is bound, and the
/// verdict as far as it is written.
class Checking {
public:
    /// The parts, in the order in which a verdict lists them.
    static constexpr std::array order{law::Debt_part::principal, law::Debt_part::interest,
                                      law::Debt_part::costs, law::Debt_part::penalty};

    Checking(const law::Figures& figures, const dossier::Claim& claim, Date on);

    [[nodiscard]] const law::Figures& figures() const { return figures_; }

    [[nodiscard]] const dossier::Claim& claim() const { return claim_; }

    [[nodiscard]] Date on() const { return on_; }

    [[nodiscard]] std::optional<dossier::Regime> regime() const { return regime_; }

    /// What is asked on the day, by component.
    [[nodiscard]] const Parts& asked() const { return asked_; }

    /// The items known on the day in order of date, kind and amount.
    [[nodiscard]] const std::vector<dossier::Item>& items() const { return items_; }

    /// What the statement says of a component and no item of until then explains.
    [[nodiscard]] Money unexplained(law::Debt_part part) const;

    /// The day on which a component is asked: that of the statement or of its last item after it.
    [[nodiscard]] Date asked_on(law::Debt_part part) const;

    /// The principal, on which penalty and interest are reckoned.
    [[nodiscard]] Money balance() const { return asked_.principal; }

    /// The most it was after that day, before payments outside the book made it what was stated.
    [[nodiscard]] Money earlier_balance(Date after) const;

    [[nodiscard]] bool has_judgment() const;

    /// The contract, or one of which nothing is known.
    [[nodiscard]] const dossier::Contract& contract() const;

    /// What is asked of a component, for one rule.
    [[nodiscard]] Check_row row(law::Debt_part part, Ground ground) const;

    /// The row becomes part of the verdict. `certain` is made no more than what is claimed; after a
    /// judgment, what goes beyond it is not known. A missing fact that changes nothing is not told.
    void add(Check_row row);

    /// The condition becomes part of the verdict; after a judgment, one that does not hold is not
    /// known to have been held against the claim.
    void add(Condition condition);

    void add(Limitation_row row) { verdict_.limitation.push_back(std::move(row)); }

    /// Each once.
    void say(const Findings& findings);

    /// The answer of a calculator, whose findings are said; nothing, and a missing figure, where
    /// one is not in force, which is said as a warning.
    template <class Answer>
    [[nodiscard]] Result<std::optional<Answer>> ask(Result<Answer> answer, Basis& basis) {
        if (answer) {
            say(answer->findings);
            return std::optional<Answer>(*std::move(answer));
        }
        if (answer.error().code() != law::not_in_force) {
            return refuse(answer.error());
        }
        miss(answer.error(), basis);
        return std::optional<Answer>();
    }

    /// The figure of the day, which the basis then stands on; nothing, and a missing figure.
    const law::Figure* take(std::string_view key, Date day, Basis& basis);

    /// The amount of a figure.
    [[nodiscard]] std::optional<Money> take_money(std::string_view key, Date day, Basis& basis);

    /// The interest, the figures and article of which the basis gets.
    [[nodiscard]] Result<std::optional<Money>> interest(const law::Interest_request& request,
                                                        Basis& basis);

    [[nodiscard]] Claim_verdict& verdict() { return verdict_; }

private:
    /// The judge may have granted it: not what came after the judgment, nor its execution.
    [[nodiscard]] bool may_be_judged(const Check_row& row) const;

    void miss(const Refusal& refusal, Basis& basis);

    const law::Figures& figures_;
    const dossier::Claim& claim_;
    Date on_;
    std::optional<dossier::Regime> regime_;
    std::vector<dossier::Item> items_;
    Parts asked_;
    Claim_verdict verdict_;
};

/// Adds the key, article of which the basis has none, and the key only once.
void stand_on(Basis& basis, std::string_view figure, std::string_view article);

void use(Basis& basis, Fact fact, std::string value);
void use(Basis& basis, Fact fact, Date value);
void use(Basis& basis, Fact fact, Money value);
void use(Basis& basis, Fact fact, money::Rate value); ///< in percent

/// The smaller of two, of which the second may be nothing.
[[nodiscard]] Money smaller(Money amount, std::optional<Money> other);

} // namespace saldo::claims
