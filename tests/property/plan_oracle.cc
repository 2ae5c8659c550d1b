#include "plan_oracle.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace saldo::test {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;
using plans::Method;
using plans::Strategy;
using By_id = std::map<std::string, Cents>;

namespace {

Cents half_up(const cpp_rational& exact) {
    const cpp_rational more = exact + cpp_rational(1, 2);
    return cpp_int(numerator(more) / denominator(more)).convert_to<Cents>();
}

Cents cents_of(const std::optional<Money>& amount) {
    return amount ? amount->cents() : 0;
}

Cents sum_of(const By_id& amounts) {
    return std::accumulate(amounts.begin(), amounts.end(), Cents{0},
                           [](Cents sum, const auto& each) { return sum + each.second; });
}

/// The same day a month earlier, or the last of that month.
Date month_before(Date day) {
    Date first = day;
    while (first.day() != 1) {
        first = first.plus_days(-1);
    }
    Date before = first.plus_days(-1);
    while (before.day() > day.day()) {
        before = before.plus_days(-1);
    }
    return before;
}

} // namespace

Plan_oracle::Plan_oracle(const plans::Plan& plan)
    : plan_(plan), unit_(plan.round_to == plans::Round_to::euro ? 100 : 1) {
    for (const plans::Creditor& creditor : plan.creditors) {
        Owed owed{.terms = creditor, .interest = creditor.interest_due.cents()};
        owed.principal = creditor.balance.cents() - owed.interest;
        debts_.emplace(creditor.id, owed);
    }
    classes_ = classes_of(plan);
    reserve_ = plan.reserve ? plan.reserve->held.cents() : 0;
    account_ = plan.account ? plan.account->balance.cents() : reserve_;
}

std::vector<Plan_oracle::Class> Plan_oracle::classes_of(const plans::Plan& plan) const {
    std::map<std::int64_t, Class> ranked; // the lowest rank is paid first
    for (std::size_t i = 0; i < plan.classes.size(); ++i) {
        const plans::Class& named = plan.classes[i];
        ranked[static_cast<std::int64_t>(i)] = {
            named.method,
            {},
            named.amount ? std::optional(named.amount->cents()) : std::nullopt,
            named.at_most ? std::optional(named.at_most->cents()) : std::nullopt,
            {},
            {},
            0,
            {},
            0};
    }
    for (const auto& [id, owed] : debts_) {
        if (owed.terms.settlement) {
            continue;
        }
        std::int64_t rank = 0;
        Method method = Method::pro_rata;
        if (plan.strategy == Strategy::mixed) {
            while (plan.classes[static_cast<std::size_t>(rank)].id != owed.terms.in_class) {
                ++rank;
            }
            method = plan.classes[static_cast<std::size_t>(rank)].method;
        } else if (plan.strategy == Strategy::priority) {
            rank = owed.terms.priority.value_or(std::numeric_limits<std::int64_t>::max());
        } else if (plan.strategy == Strategy::fixed) {
            rank = owed.terms.fixed ? 0 : 1;
            method = owed.terms.fixed ? Method::fixed : Method::pro_rata;
        } else if (plan.strategy == Strategy::contractual) {
            method = Method::contractual;
        } else if (plan.strategy == Strategy::smallest_first) {
            method = Method::smallest_first;
        }
        ranked[rank].method = method;
        ranked[rank].ids.push_back(id);
    }
    std::vector<Class> classes;
    for (auto& [rank, group] : ranked) {
        classes.push_back(std::move(group));
    }
    return classes;
}

bool Plan_oracle::is_paid() const {
    return std::ranges::all_of(debts_, [&](const auto& each) {
        const auto unpaid = [&](const Class& group) {
            return group.method == Method::zero && std::ranges::count(group.ids, each.first) > 0;
        };
        return each.second.principal + each.second.interest == 0 ||
               std::ranges::any_of(classes_, unpaid);
    });
}

/// An amount of the plan after its steps, the latest of which counts.
Cents Plan_oracle::amount_on(Date day, Cents first, std::optional<Money> plans::Step::*of) const {
    std::optional<Date> since;
    for (const plans::Step& step : plan_.steps) {
        if (step.*of && step.from <= day && (!since || *since < step.from)) {
            since = step.from;
            first = (step.*of)->cents();
        }
    }
    return first;
}

const By_id& Plan_oracle::month(Date day) {
    const Date since = last_.value_or(month_before(day));
    for (auto& [id, owed] : debts_) {
        accrue(owed, since, day);
    }
    Cents extra = 0;
    for (const plans::Extra& each : plan_.extras) {
        extra += each.date <= day && (!last_ || each.date > *last_) ? each.amount.cents() : 0;
    }
    waiting_ += extra;
    last_ = day;
    amounts_.clear();
    const Cents monthly = amount_on(day, plan_.monthly.cents(), &plans::Step::monthly);
    if (!plan_.zero_below || monthly >= plan_.zero_below->cents()) {
        const Cents money = monthly + waiting_ + carried_;
        waiting_ = 0;
        offer(money, day);
    }
    for (const auto& [id, amount] : amounts_) {
        Owed& owed = debts_.at(id);
        const Cents interest = std::min(amount, owed.interest);
        owed.interest -= interest;
        owed.principal -= amount - interest;
        if (amount > 0 && owed.terms.settlement) {
            owed.remitted = owed.balance();
            owed.interest = owed.principal = 0;
        }
    }
    account_ += extra - sum_of(amounts_);
    if (plan_.account && plan_.account->income) {
        const plans::Account& account = *plan_.account;
        account_ += amount_on(day, account.income->cents(), &plans::Step::income) -
                    amount_on(day, account.costs.cents(), &plans::Step::costs) -
                    amount_on(day, account.living_money.cents(), &plans::Step::living_money);
    } else {
        account_ += monthly;
    }
    return amounts_;
}

void Plan_oracle::accrue(Owed& owed, Date since, Date day) const {
    const plans::Creditor& terms = owed.terms;
    const bool joins = !owed.joined && (!terms.joins || *terms.joins <= day);
    owed.joined = owed.joined || joins;
    owed.before = owed.balance();
    owed.added = 0;
    const bool stands =
        (joins && !plan_.first_interest) || (terms.interest_until && day > *terms.interest_until);
    std::optional<money::Rate> rate = terms.rate;
    for (const plans::Dated_rate& dated : terms.rates) {
        if (terms.legal && dated.in_force.contains(since)) {
            rate = dated.rate;
        }
    }
    if (!owed.joined || !rate || stands) {
        return;
    }
    const Cents base =
        plan_.interest_on == plans::Interest_on::balance ? owed.balance() : owed.principal;
    owed.added =
        half_up(cpp_rational(base) * cpp_rational(rate->numerator(), rate->denominator()) / 12);
    owed.interest += owed.added;
}

void Plan_oracle::offer(Cents money, Date day) {
    if (plan_.reserve) {
        Cents aside = std::max<Cents>(plan_.reserve->target.cents() - reserve_, 0);
        aside = std::min(aside, money);
        aside = plan_.reserve->monthly ? std::min(aside, plan_.reserve->monthly->cents()) : aside;
        reserve_ += aside;
        money -= aside;
    }
    money -= settle(money, day);
    for (Class& group : classes_) {
        const Done done = pay(group, money, day);
        money -= done.paid + done.kept;
    }
    carried_ = unit_ == 100 && money < 100 ? money : 0;
}

/// Lump sums, in the order of their creditors, each as soon as there is enough.
Cents Plan_oracle::settle(Cents money, Date day) {
    Cents paid = 0;
    for (const auto& [id, owed] : debts_) {
        const auto& lump = owed.terms.settlement;
        const bool waits = owed.terms.frozen_until && day < *owed.terms.frozen_until;
        if (!lump || waits || day < lump->on || owed.balance() == 0) {
            continue;
        }
        const Cents amount = std::min(lump->amount.cents(), owed.balance());
        if (amount <= money - paid) {
            amounts_[id] = amount;
            paid += amount;
        }
    }
    return paid;
}

Cents Plan_oracle::agreed(const Class& group, const std::string& id) const {
    return group.method == Method::token ? group.token.value_or(0)
                                         : cents_of(debts_.at(id).terms.fixed);
}

/// The most that a class may get, those that are paid off included.
Cents Plan_oracle::limit(const Class& group, const Ids& open, Cents money) const {
    Cents most = group.at_most ? std::min(money, *group.at_most) : money;
    if (group.method == Method::fixed || group.method == Method::token) {
        std::set<std::string> all = group.counted;
        all.insert(open.begin(), open.end());
        Cents sum = 0;
        for (const std::string& id : all) {
            sum += agreed(group, id);
        }
        most = std::min(most, sum);
    }
    return most;
}

/// The least instalment in whole units.
Cents Plan_oracle::least(const std::string& id, bool at_most_owed) const {
    const Owed& owed = debts_.at(id);
    const Cents amount = owed.terms.minimum ? owed.terms.minimum->cents() : cents_of(plan_.minimum);
    const Cents lifted = (amount + unit_ - 1) / unit_ * unit_;
    return at_most_owed ? std::min(lifted, owed.balance()) : lifted;
}

Cents Plan_oracle::kept_part(const Class& group, Cents money) const {
    return half_up(cpp_rational(money / unit_) * group.kept) * unit_;
}

Plan_oracle::Done Plan_oracle::pay(Class& group, Cents money, Date day) {
    Ids open;
    std::ranges::copy_if(group.ids, std::back_inserter(open), [&](const std::string& id) {
        const Owed& owed = debts_.at(id);
        return owed.balance() > 0 && (!owed.terms.frozen_until || *owed.terms.frozen_until <= day);
    });
    const Cents own = group.at_most ? std::min(money, *group.at_most) : money;
    if (own == 0 || group.method == Method::zero) {
        return {};
    }
    if (open.empty()) {
        return keeps() ? rest(group, money) : Done{};
    }
    const bool by_agreement = group.method == Method::fixed || group.method == Method::token;
    const Done done = by_agreement                             ? pay_agreed(group, open, own)
                      : group.method == Method::smallest_first ? pay_in_turn(open, own)
                                                               : pay_by_weight(group, open, own);
    if (!keeps()) {
        return {done.paid, 0};
    }
    const bool all_paid = std::ranges::all_of(
        open, [&](const std::string& id) { return amounts_[id] == debts_.at(id).balance(); });
    const Cents most = limit(group, open, money);
    std::set<std::string> before = group.counted;
    group.counted.insert(open.begin(), open.end());
    if (all_paid && most < money) { // others are paid beside them, and get no more
        const Cents stays = by_agreement ? most : whole(most);
        return {done.paid, std::max<Cents>(stays - done.paid, 0)};
    }
    if (all_paid) { // who waits gets what the last ones had
        for (const std::string& id : open) {
            before.erase(id);
        }
        group.counted = by_agreement ? before : std::set<std::string>{};
    }
    return done;
}

/// What stays while nobody of a class can be paid.
Plan_oracle::Done Plan_oracle::rest(const Class& group, Cents money) const {
    const Cents most = limit(group, {}, money);
    if (!group.counted.empty() && most < money) {
        const bool by_agreement = group.method == Method::fixed || group.method == Method::token;
        return {0, by_agreement ? most : whole(most)};
    }
    return {0, kept_part(group, most)};
}

} // namespace saldo::test
