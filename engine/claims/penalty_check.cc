#include "claims/penalty_check.hpp"

#include "claims/book_xix.hpp"
#include "law/consumer_penalty.hpp"

namespace saldo::claims {

namespace {

using dossier::Penalty_clause;
using dossier::Regime;
using law::Debt_part;

/// The penalty of art. XIX.4 on a balance; nothing where a figure is not in force.
Result<std::optional<Money>> cap_on(Checking& checking, Money balance, Date asked, Basis& basis) {
    auto answer = law::consumer_penalty(
        checking.figures(),
        {.balance = balance, .on = asked, .contract = checking.contract().date, .reminder = {}});
    if (answer) {
        std::erase_if(answer->findings, [](const Finding& finding) {
            return finding.code == law::reminder_needed; // whoever asks the cap has seen to it
        });
    }
    const auto penalty = checking.ask(std::move(answer), basis);
    if (!penalty) {
        return refuse(penalty.error());
    }
    if (!*penalty) {
        return std::optional<Money>();
    }
    for (const law::Step& step : (*penalty)->steps) {
        stand_on(basis, step.figure, step.article);
    }
    return std::optional((*penalty)->penalty);
}

/// What may be asked once the days of the reminder are over.
Result<Done> cap(Checking& checking, Check_row& row, const Asking_days& days, Date asked) {
    const Money most = checking.earlier_balance(days.soonest.plus_days(-1));
    if (most != checking.balance() || most.is_zero()) {
        row.basis.missing.push_back(Fact::earlier_balance);
    }
    if (most.is_zero()) {
        return Done{};
    }
    use(row.basis, Fact::balance, most);
    const auto maximum = cap_on(checking, most, asked, row.basis);
    if (!maximum) {
        return refuse(maximum.error());
    }
    row.maximum = *maximum;
    const bool is_certain = checking.contract().penalty && asked >= days.latest;
    if (is_certain && row.maximum && checking.balance().is_positive()) {
        const auto least = cap_on(checking, checking.balance(), asked, row.basis);
        if (!least) {
            return refuse(least.error());
        }
        row.certain = least->value_or(Money::zero());
    }
    return Done{};
}

Result<Done> check_consumer(Checking& checking) {
    Check_row row = checking.row(Debt_part::penalty, Ground::consumer_penalty);
    Basis& basis = row.basis;
    basis.article = "WER art. XIX.4";
    const Date asked = checking.asked_on(Debt_part::penalty);
    const Book_xix book = book_xix_on(checking, asked, basis);
    if (checking.contract().penalty == Penalty_clause::none) {
        row.ground = Ground::penalty_not_agreed;
        row.maximum = Money::zero();
    } else if (book == Book_xix::not_yet) {
        row.ground = Ground::before_book_xix;
        basis.article = "wet 4 mei 2023 art. 15";
        basis.missing.push_back(Fact::older_rules);
    } else if (book == Book_xix::contract_date_missing) {
        basis.article = "wet 4 mei 2023 art. 15";
        basis.missing.push_back(Fact::contract_date);
    } else {
        if (!checking.contract().penalty) {
            basis.missing.push_back(Fact::penalty_clause);
        }
        const auto asking_from = asking(checking, asked, basis);
        if (!asking_from) {
            return refuse(asking_from.error());
        }
        if (asking_from->barred) {
            row.ground = *asking_from->barred;
            row.maximum = Money::zero();
        } else if (asking_from->days) {
            if (const auto done = cap(checking, row, *asking_from->days, asked); !done) {
                return done;
            }
        }
    }
    checking.add(std::move(row));
    return Done{};
}

/// No figure caps it: the judge may.
void check_civil(Checking& checking) {
    Check_row row = checking.row(Debt_part::penalty, Ground::agreed_penalty);
    if (checking.contract().penalty == Penalty_clause::none) {
        row.ground = Ground::penalty_not_agreed;
        row.maximum = Money::zero();
    } else if (checking.contract().penalty == Penalty_clause::agreed) {
        row.certain = row.claimed;
    } else {
        row.basis.missing.push_back(Fact::penalty_clause);
    }
    checking.add(std::move(row));
}

} // namespace

Result<Done> check_penalty(Checking& checking) {
    if (checking.asked().penalty.is_zero() || checking.regime() == Regime::consumer_credit) {
        return Done{};
    }
    if (checking.regime() == Regime::consumer) {
        return check_consumer(checking);
    }
    if (checking.regime() == Regime::civil) {
        check_civil(checking);
        return Done{};
    }
    const bool is_public = checking.regime() == Regime::public_law;
    Check_row row =
        checking.row(Debt_part::penalty, is_public ? Ground::public_law : Ground::regime_unknown);
    row.basis.missing.push_back(is_public ? Fact::public_law_rule : Fact::regime);
    checking.add(std::move(row));
    return Done{};
}

} // namespace saldo::claims
