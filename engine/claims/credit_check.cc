#include "claims/credit_check.hpp"

#include "claims/credit_conditions.hpp"
#include "law/consumer_credit.hpp"

#include <algorithm>

namespace saldo::claims {

namespace {

using dossier::Credit;
using law::Debt_part;

/// The interest and penalty of a credit, held against art. VII.106.
class Credit_check {
public:
    Credit_check(Checking& checking, const Credit& credit) : checking_(checking), credit_(credit) {}

    Result<Done> check_interest() {
        if (checking_.asked().interest.is_zero()) {
            return Done{};
        }
        Check_row row = checking_.row(Debt_part::interest, Ground::credit_interest);
        Basis& basis = row.basis;
        const bool ended = has_ended(Debt_part::interest);
        basis.article = ended ? "WER art. VII.106 §1" : "WER art. VII.106 §2";
        const std::optional<Date> from = ended ? credit_.ended : checking_.claim().due;
        if (checking_.unexplained(Debt_part::interest).is_positive()) {
            basis.missing.push_back(Fact::breakdown);
        }
        if (!from) {
            basis.missing.push_back(Fact::due);
        }
        if (!credit_.rate) {
            basis.missing.push_back(Fact::credit_rate);
        }
        if (!checking_.contract().date) {
            basis.missing.push_back(Fact::contract_date);
        }
        if (from && credit_.rate && checking_.contract().date) {
            if (const auto done = bound_interest(row, *from); !done) {
                return done;
            }
        }
        checking_.add(std::move(row));
        return Done{};
    }

    Result<Done> check_penalty() {
        if (checking_.asked().penalty.is_zero()) {
            return Done{};
        }
        Check_row row = checking_.row(Debt_part::penalty, Ground::credit_penalty);
        Basis& basis = row.basis;
        const auto& clause = checking_.contract().penalty;
        basis.article = "WER art. VII.106 §1";
        if (!has_ended(Debt_part::penalty)) {
            row.ground = Ground::credit_not_ended;
            row.maximum = Money::zero();
            basis.article = "WER art. VII.106 §2";
            basis.missing.push_back(Fact::credit_ended);
        } else if (clause == dossier::Penalty_clause::none) {
            row.ground = Ground::penalty_not_agreed;
            row.maximum = Money::zero();
        } else if (const auto done = bound_penalty(row); !done) {
            return done;
        }
        checking_.add(std::move(row));
        return Done{};
    }

private:
    /// Whether it was ended when the component was asked.
    [[nodiscard]] bool has_ended(Debt_part part) const {
        return credit_.ended && *credit_.ended <= checking_.asked_on(part);
    }

    /// The most there may be on a balance after so many days; nothing where a figure is not in
    /// force.
    Result<std::optional<law::Credit_claim>>
    most_on(Money balance, money::Rate rate, std::int32_t days, Basis& basis) {
        auto answer = law::credit_claim(
            checking_.figures(), {balance, Money::zero(), rate, days, *checking_.contract().date});
        if (answer && days == 0) {
            std::erase_if(answer->findings, [](const Finding& finding) {
                return finding.code == law::rate_is_zero; // only the penalty is asked
            });
        }
        return checking_.ask(std::move(answer), basis);
    }

    Result<Done> bound_interest(Check_row& row, Date from) {
        Basis& basis = row.basis;
        const Date asked = checking_.asked_on(Debt_part::interest);
        const std::int32_t days = std::max(calendar::days_between(from, asked), 0);
        const Money balance = checking_.earlier_balance(from);
        if (balance != checking_.balance() || balance.is_zero()) {
            basis.missing.push_back(Fact::earlier_balance);
        }
        if (balance.is_zero()) {
            return Done{};
        }
        use(basis, Fact::balance, balance);
        use(basis, Fact::from, from);
        use(basis, Fact::asked_on, asked);
        use(basis, Fact::days, std::to_string(days));
        use(basis, Fact::credit_rate, credit_.rate->value);
        const auto most = late_interest(balance, days, basis);
        if (!most) {
            return refuse(most.error());
        }
        const auto least = late_interest(checking_.balance(), days, basis);
        if (!least) {
            return refuse(least.error());
        }
        row.maximum = *most;
        row.certain = least->value_or(Money::zero());
        return Done{};
    }

    /// At 1.10 times the debit rate, or at the agreed rate if that gives less; of a credit at 0 %
    /// at the legal rate.
    Result<std::optional<Money>> late_interest(Money balance, std::int32_t days, Basis& basis) {
        const Date until = checking_.asked_on(Debt_part::interest);
        const Date after = until.plus_days(-days);
        const auto most = most_on(balance, credit_.rate->value, days, basis);
        if (!most) {
            return refuse(most.error());
        }
        if (!*most) {
            return std::optional<Money>();
        }
        for (const law::Step& step : (*most)->steps) {
            if (step.figure == "vii106.late_rate_coefficient") {
                stand_on(basis, step.figure, step.article);
            }
        }
        if (credit_.rate->value.numerator() == 0) {
            return checking_.interest({balance, after, until, law::Legal_rate::civil}, basis);
        }
        const auto& agreed = checking_.contract().late_rate;
        if (!agreed) {
            return std::optional((*most)->late_interest);
        }
        use(basis, Fact::late_rate, agreed->value);
        return checking_.interest({balance, after, until, agreed->value}, basis)
            .map([&](std::optional<Money> amount) {
                return std::optional(smaller((*most)->late_interest, amount));
            });
    }

    Result<Done> bound_penalty(Check_row& row) {
        Basis& basis = row.basis;
        const bool is_agreed = checking_.contract().penalty.has_value();
        if (!is_agreed) {
            basis.missing.push_back(Fact::penalty_clause);
        }
        if (!checking_.contract().date) {
            basis.missing.push_back(Fact::contract_date);
            return Done{};
        }
        const Money balance = checking_.earlier_balance(credit_.ended->plus_days(-1));
        if (balance.is_zero() || balance != checking_.balance()) {
            basis.missing.push_back(Fact::earlier_balance);
        }
        if (balance.is_zero()) {
            return Done{};
        }
        use(basis, Fact::balance, balance);
        const auto most = most_on(balance, money::Rate::of(0, 1), 0, basis);
        if (!most) {
            return refuse(most.error());
        }
        if (!*most) {
            return Done{};
        }
        row.maximum = (*most)->penalty;
        for (const law::Step& step : (*most)->steps) {
            if (step.figure != "vii106.late_rate_coefficient") {
                stand_on(basis, step.figure, step.article);
            }
        }
        if (is_agreed) {
            const auto least = most_on(checking_.balance(), money::Rate::of(0, 1), 0, basis);
            row.certain = least && *least ? (*least)->penalty : Money::zero();
        }
        return Done{};
    }

    Checking& checking_;
    const Credit& credit_;
};

/// Nothing of the credit is known: whatever is asked besides its capital is not sure.
void miss_terms(Checking& checking) {
    for (const Debt_part part : {Debt_part::interest, Debt_part::penalty}) {
        if (!checking.asked()[part].is_zero()) {
            Check_row row =
                checking.row(part, part == Debt_part::interest ? Ground::credit_interest
                                                               : Ground::credit_penalty);
            row.basis.article = "WER art. VII.106";
            row.basis.missing.push_back(Fact::credit_terms);
            checking.add(std::move(row));
        }
    }
}

} // namespace

Result<Done> check_credit(Checking& checking) {
    if (checking.regime() != dossier::Regime::consumer_credit) {
        return Done{};
    }
    const std::optional<Credit>& credit = checking.contract().credit;
    if (!credit) {
        miss_terms(checking);
        return Done{};
    }
    Credit_check amounts(checking, *credit);
    return check_end(checking, *credit)
        .and_then([&](Done) { return check_apr(checking, *credit); })
        .and_then([&](Done) { return amounts.check_interest(); })
        .and_then([&](Done) { return amounts.check_penalty(); });
}

} // namespace saldo::claims
