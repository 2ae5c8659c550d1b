#include "claims/interest_check.hpp"

#include "claims/book_xix.hpp"
#include "law/public_interest.hpp"

namespace saldo::claims {

namespace {

using dossier::Regime;
using law::Debt_part;
using law::Interest_request;
using law::Legal_rate;
using Interest_rate = decltype(Interest_request::rate);

std::optional<money::Rate> agreed_rate(const Checking& checking) {
    const auto& stated = checking.contract().late_rate;
    return stated ? std::optional(stated->value) : std::nullopt;
}

/// Interest through the day it is asked on; nothing where a figure is not in force.
Result<std::optional<Money>>
interest_on(Checking& checking, Money principal, Date after, Interest_rate rate, Basis& basis) {
    const Date until = checking.asked_on(Debt_part::interest);
    return checking.interest({principal, std::min(after, until), until, rate}, basis);
}

/// The agreed rate, where it is known, but no more than that between firms (art. XIX.4).
Result<std::optional<Money>>
consumer_maximum(Checking& checking, Money principal, Date after, Basis& basis) {
    const auto capped = interest_on(checking, principal, after, Legal_rate::commercial, basis);
    const auto agreed = agreed_rate(checking);
    if (!capped || !*capped || !agreed) {
        return capped;
    }
    return interest_on(checking, principal, after, *agreed, basis)
        .map([&](std::optional<Money> amount) { return std::optional(smaller(**capped, amount)); });
}

/// What the law gives without any clause, or with the clause that is known.
Result<std::optional<Money>>
consumer_certain(Checking& checking, Money principal, Date after, Basis& basis) {
    if (agreed_rate(checking)) {
        return consumer_maximum(checking, principal, after, basis);
    }
    return interest_on(checking, principal, after, Legal_rate::civil, basis);
}

/// The day after which it runs: no day before the debt is due, nor before the reminder allows it.
Date after_day(const Checking& checking, Date first) {
    const Date before = first.plus_days(-1);
    return checking.claim().due ? std::max(*checking.claim().due, before) : before;
}

Result<Done> bound_consumer(Checking& checking, Check_row& row, const Asking_days& days) {
    Basis& basis = row.basis;
    const Date after = after_day(checking, days.soonest);
    const Money most = checking.earlier_balance(after);
    if (most.is_zero()) {
        basis.missing.push_back(Fact::earlier_balance);
        return Done{};
    }
    use(basis, Fact::balance, most);
    use(basis, Fact::from, after);
    checking.take("xix.late_rate_cap", checking.asked_on(Debt_part::interest), basis);
    const auto maximum = consumer_maximum(checking, most, after, basis);
    if (!maximum) {
        return refuse(maximum.error());
    }
    row.maximum = *maximum;
    Basis aside; // of what is certain no figure is told
    const auto certain =
        consumer_certain(checking, checking.balance(), after_day(checking, days.latest), aside);
    if (!certain) {
        return refuse(certain.error());
    }
    row.certain = smaller(certain->value_or(Money::zero()), row.maximum);
    if (!agreed_rate(checking)) {
        basis.missing.push_back(Fact::late_rate);
    }
    if (most != checking.balance()) {
        basis.missing.push_back(Fact::earlier_balance);
    }
    // A small firm may count from the day after it sent the reminder.
    const auto of_small_firm =
        consumer_maximum(checking, most, after_day(checking, days.sent.plus_days(1)), aside);
    if (!of_small_firm) {
        return refuse(of_small_firm.error());
    }
    if (row.maximum && row.claimed > *row.maximum && *of_small_firm &&
        row.claimed <= **of_small_firm) {
        basis.missing.push_back(Fact::small_firm);
    }
    return Done{};
}

Result<Done> bound_of_consumer(Checking& checking, Check_row& row) {
    const Date asked = checking.asked_on(Debt_part::interest);
    row.basis.article = "WER art. XIX.4";
    const Book_xix book = book_xix_on(checking, asked, row.basis);
    if (book != Book_xix::holds) {
        row.basis.article = "wet 4 mei 2023 art. 15";
        const bool is_old = book == Book_xix::not_yet;
        row.ground = is_old ? Ground::before_book_xix : row.ground;
        row.basis.missing.push_back(is_old ? Fact::older_rules : Fact::contract_date);
        return Done{};
    }
    const auto answer = asking(checking, asked, row.basis);
    if (!answer) {
        return refuse(answer.error());
    }
    if (answer->barred) {
        row.ground = *answer->barred;
        row.maximum = Money::zero();
        return Done{};
    }
    return answer->days ? bound_consumer(checking, row, *answer->days) : Done{};
}

Result<Done> bound_civil(Checking& checking, Check_row& row) {
    Basis& basis = row.basis;
    const auto agreed = agreed_rate(checking);
    row.ground = agreed ? Ground::agreed_interest : Ground::civil_interest;
    const std::optional<Date> due = checking.claim().due;
    if (!due) {
        basis.missing.push_back(Fact::due);
        return Done{};
    }
    const Money most = checking.earlier_balance(*due);
    if (most != checking.balance() || most.is_zero()) {
        basis.missing.push_back(Fact::earlier_balance);
    }
    if (most.is_zero()) {
        return Done{};
    }
    use(basis, Fact::balance, most);
    use(basis, Fact::from, *due);
    if (agreed) {
        use(basis, Fact::late_rate, *agreed);
    }
    const Interest_rate rate = agreed ? Interest_rate(*agreed) : Interest_rate(Legal_rate::civil);
    const auto maximum = interest_on(checking, most, *due, rate, basis);
    if (!maximum) {
        return refuse(maximum.error());
    }
    row.maximum = *maximum;
    const auto certain = interest_on(checking, checking.balance(), *due, rate, basis);
    if (!certain) {
        return refuse(certain.error());
    }
    row.certain = certain->value_or(Money::zero());
    return Done{};
}

/// Of a tax or contribution, through the day it is asked on.
Result<std::optional<Money>>
public_interest_on(Checking& checking, Money principal, law::Public_debt kind, Basis& basis) {
    const Date due = *checking.claim().due;
    const Date until = std::max(checking.asked_on(Debt_part::interest), due);
    auto answer = checking.ask(
        law::public_interest(checking.figures(), {principal, kind, due, until}), basis);
    if (!answer) {
        return refuse(std::move(answer).error());
    }
    if (!*answer) {
        return std::optional<Money>();
    }
    for (const law::Public_interest_step& step : (*answer)->steps) {
        stand_on(basis, step.figure, step.article);
    }
    return std::optional((*answer)->interest);
}

/// The sum is said to be rounded down to ten euro first, in a text nobody could verify: what is
/// certain is reckoned so, the maximum without.
Money in_tens(Money amount) {
    constexpr std::int64_t ten_euro = 1'000;
    return Money::cents(amount.cents() - amount.cents() % ten_euro);
}

Result<Done> bound_public(Checking& checking, Check_row& row) {
    Basis& basis = row.basis;
    const auto kind = checking.contract().public_debt;
    if (!kind) {
        const bool may_be_tax = checking.claim().origin != "fine";
        row.ground = Ground::public_law;
        basis.missing.push_back(may_be_tax ? Fact::public_debt : Fact::public_law_rule);
        return Done{};
    }
    row.ground = Ground::public_interest;
    use(basis, Fact::public_debt, std::string(name_in(law::public_debt_names, *kind)));
    if (!checking.claim().due) {
        basis.missing.push_back(Fact::due);
        return Done{};
    }
    const Money most = checking.earlier_balance(*checking.claim().due);
    if (most != checking.balance() || most.is_zero()) {
        basis.missing.push_back(Fact::earlier_balance);
    }
    use(basis, Fact::balance, most);
    use(basis, Fact::from, *checking.claim().due);
    const auto maximum = public_interest_on(checking, most, *kind, basis);
    if (!maximum) {
        return refuse(maximum.error());
    }
    row.maximum = *maximum;
    const bool by_month = *kind != law::Public_debt::social;
    const auto certain = public_interest_on(
        checking, by_month ? in_tens(checking.balance()) : checking.balance(), *kind, basis);
    if (!certain) {
        return refuse(certain.error());
    }
    row.certain = certain->value_or(Money::zero());
    return Done{};
}

Result<Done> bound(Checking& checking, Check_row& row) {
    if (!checking.regime()) {
        row.basis.missing.push_back(Fact::regime);
        return Done{};
    }
    switch (*checking.regime()) {
    case Regime::consumer:
        row.ground = Ground::consumer_interest;
        return bound_of_consumer(checking, row);
    case Regime::civil:
        return bound_civil(checking, row);
    case Regime::public_law:
        return bound_public(checking, row);
    case Regime::consumer_credit:
        break;
    }
    return Done{};
}

} // namespace

Result<Done> check_interest(Checking& checking) {
    if (checking.asked().interest.is_zero() || checking.regime() == Regime::consumer_credit) {
        return Done{};
    }
    Check_row row = checking.row(Debt_part::interest, Ground::regime_unknown);
    if (checking.unexplained(Debt_part::interest).is_positive()) {
        row.basis.missing.push_back(Fact::breakdown);
    }
    use(row.basis, Fact::asked_on, checking.asked_on(Debt_part::interest));
    if (const auto done = bound(checking, row); !done) {
        return done;
    }
    checking.add(std::move(row));
    return Done{};
}

} // namespace saldo::claims
