// Goal: a plan pays as its rules say, to the cent, for any plan. Method: an oracle that knows
// nothing of the engine: fractions of cents for interest, and money handed out one cent at a time,
// each to whoever is furthest behind its exact share. It must agree on every amount of every month.
#include "calendar/rhythm.hpp"
#include "plans/simulate.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

using namespace saldo;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

using Cents = std::int64_t;
using Ids = std::vector<std::string>; ///< in order

constexpr std::int64_t last_rank = 1'000'000;

struct Owed {
    plans::Creditor terms;
    Cents principal = 0;
    Cents interest = 0;
    Cents before = 0; ///< owed before the interest of the month
    Cents added = 0;
    bool joined = false;

    [[nodiscard]] Cents balance() const { return joined ? principal + interest : 0; }
};

/// Those who share, since the last change of who they are.
struct Sharing {
    std::map<std::string, Cents> weights;
    std::map<std::string, Cents> had;
    Cents shared = 0;

    [[nodiscard]] Ids ids() const {
        Ids all;
        for (const auto& [id, weight] : weights) {
            all.push_back(id);
        }
        return all;
    }
};

/// Hands out cents, each to who is furthest behind its part of all that was and is shared; of
/// those who are as far behind, to the first.
std::map<std::string, Cents> handed_out(Cents money, const Sharing& sharing) {
    Cents weights = 0;
    for (const auto& [id, weight] : sharing.weights) {
        weights += weight;
    }
    std::map<std::string, Cents> parts;
    std::map<std::string, cpp_rational> behind;
    for (const auto& [id, weight] : sharing.weights) {
        parts[id] = 0;
        behind[id] =
            cpp_rational(cpp_int(weight) * (sharing.shared + money), weights) - sharing.had.at(id);
    }
    for (Cents cent = 0; cent < money; ++cent) {
        auto most = behind.begin();
        for (auto each = behind.begin(); each != behind.end(); ++each) {
            most = each->second > most->second ? each : most;
        }
        most->second -= 1;
        ++parts[most->first];
    }
    return parts;
}

class Oracle {
public:
    explicit Oracle(const plans::Plan& plan) : plan_(plan) {
        for (const plans::Creditor& creditor : plan.creditors) {
            Owed owed{.terms = creditor, .interest = creditor.interest_due.cents()};
            owed.principal = creditor.balance.cents() - owed.interest;
            debts_.emplace(creditor.id, owed);
        }
    }

    /// The amounts of the next month, of all to whom something is owed.
    std::map<std::string, Cents> month(Date day) {
        for (auto& [id, owed] : debts_) {
            accrue(owed, day);
        }
        amounts_.clear();
        Cents left = plan_.monthly.cents();
        for (std::size_t i = 0; i < groups().size(); ++i) {
            left -= pay(i, groups()[i], left);
        }
        for (auto& [id, owed] : debts_) {
            const Cents amount = amounts_[id];
            const Cents interest = std::min(amount, owed.interest);
            owed.interest -= interest;
            owed.principal -= amount - interest;
        }
        return amounts_;
    }

    [[nodiscard]] const Owed& debt(const std::string& id) const { return debts_.at(id); }

    [[nodiscard]] bool is_paid() const {
        return std::ranges::all_of(debts_, [](const auto& each) {
            return each.second.principal + each.second.interest == 0;
        });
    }

private:
    /// Creditors that are paid together, the first group first.
    [[nodiscard]] std::vector<Ids> groups() const {
        std::map<std::int64_t, Ids> ranks;
        for (const auto& [id, owed] : debts_) {
            std::int64_t rank = 0;
            if (plan_.strategy == plans::Strategy::priority) {
                rank = owed.terms.priority.value_or(last_rank);
            } else if (plan_.strategy == plans::Strategy::fixed) {
                rank = owed.terms.fixed ? 0 : 1;
            }
            ranks[rank].push_back(id);
        }
        std::vector<Ids> all;
        for (auto& [rank, ids] : ranks) {
            all.push_back(std::move(ids));
        }
        return all;
    }

    void accrue(Owed& owed, Date day) const {
        const bool joins = !owed.joined && (!owed.terms.joins || *owed.terms.joins <= day);
        owed.joined = owed.joined || joins;
        owed.before = owed.balance();
        owed.added = 0;
        if (!owed.joined || !owed.terms.rate || (joins && !plan_.first_interest)) {
            return;
        }
        const Cents base =
            plan_.interest_on == plans::Interest_on::balance ? owed.balance() : owed.principal;
        const cpp_rational exact =
            cpp_rational(base) *
            cpp_rational(owed.terms.rate->numerator(), owed.terms.rate->denominator()) / 12;
        const cpp_rational half_up = exact + cpp_rational(1, 2);
        owed.added = cpp_int(numerator(half_up) / denominator(half_up)).convert_to<Cents>();
        owed.interest += owed.added;
    }

    Cents pay(std::size_t group, const Ids& ids, Cents money) {
        Ids open;
        std::ranges::copy_if(ids, std::back_inserter(open),
                             [&](const std::string& id) { return debts_.at(id).balance() > 0; });
        if (open.empty() || money == 0) {
            return 0;
        }
        if (plan_.strategy == plans::Strategy::smallest_first) {
            return pay_in_turn(open, money);
        }
        if (plan_.strategy == plans::Strategy::fixed && debts_.at(open.front()).terms.fixed) {
            return pay_agreed(group, open, money);
        }
        std::map<std::string, Cents> weights;
        std::map<std::string, Cents> most;
        for (const std::string& id : open) {
            const Owed& owed = debts_.at(id);
            weights[id] = plan_.strategy == plans::Strategy::contractual
                              ? owed.terms.contractual->cents()
                              : owed.before;
            most[id] = owed.balance();
        }
        return share(sharings_[group], weights, most, money);
    }

    Cents pay_in_turn(const Ids& open, Cents money) {
        std::vector<std::pair<Cents, std::string>> turns;
        for (const std::string& id : open) {
            turns.emplace_back(debts_.at(id).balance(), id);
        }
        std::ranges::sort(turns);
        Cents paid = 0;
        for (const auto& [balance, id] : turns) {
            amounts_[id] = std::min(balance, money - paid);
            paid += amounts_[id];
        }
        return paid;
    }

    Cents pay_agreed(std::size_t group, const Ids& open, Cents money) {
        std::map<std::string, Cents> weights;
        std::map<std::string, Cents> most;
        Cents wanted = 0;
        for (const std::string& id : open) {
            weights[id] = debts_.at(id).terms.fixed->cents();
            most[id] = std::min(weights[id], debts_.at(id).balance());
            wanted += most[id];
        }
        if (wanted > money) {
            return share(sharings_[group], weights, most, money);
        }
        amounts_.insert(most.begin(), most.end());
        return wanted;
    }

    /// Shares by weight. Who would get more than his most gets that, and the others share the rest
    /// anew; who shares at last goes on next month where they are the same.
    Cents share(Sharing& sharing,
                std::map<std::string, Cents> weights,
                const std::map<std::string, Cents>& most,
                Cents money) {
        Cents left = money;
        while (!weights.empty()) {
            const Cents wanted = std::accumulate(
                weights.begin(), weights.end(), Cents{0},
                [&](Cents sum, const auto& each) { return sum + most.at(each.first); });
            Sharing now = sharing;
            Sharing fresh{weights, {}, 0};
            if (now.ids() != fresh.ids()) {
                now = fresh;
                for (const auto& [id, weight] : weights) {
                    now.had[id] = 0;
                }
            }
            const auto parts =
                left >= wanted ? std::map<std::string, Cents>() : handed_out(left, now);
            const auto is_capped = [&](const std::string& id) {
                return left >= wanted || parts.at(id) > most.at(id);
            };
            if (std::ranges::none_of(fresh.ids(), is_capped)) {
                for (const auto& [id, part] : parts) {
                    amounts_[id] = part;
                    now.had[id] += part;
                }
                now.shared += left;
                sharing = now;
                return money;
            }
            Cents paid = 0;
            for (const std::string& id : fresh.ids()) {
                if (is_capped(id)) {
                    amounts_[id] = most.at(id);
                    paid += most.at(id);
                    weights.erase(id);
                }
            }
            left -= paid;
        }
        return money - left;
    }

    const plans::Plan& plan_;
    std::map<std::string, Owed> debts_;
    std::map<std::size_t, Sharing> sharings_;
    std::map<std::string, Cents> amounts_;
};

/// From nothing up, small amounts more often: it is cents that go wrong.
Money some_money(int least, int most) {
    return Money::cents(*rc::gen::inRange(least, most + 1));
}

plans::Creditor some_creditor(std::size_t index, Date start) {
    plans::Creditor creditor{.id = "creditor " + std::to_string(index),
                             .balance = some_money(0, *rc::gen::element(20, 700, 5'000))};
    creditor.interest_due = some_money(0, static_cast<int>(creditor.balance.cents() / 2));
    creditor.contractual = some_money(1, 300);
    if (*rc::gen::arbitrary<bool>()) {
        creditor.rate = money::Rate::of(*rc::gen::inRange(0, 2'500), 10'000);
    }
    if (*rc::gen::arbitrary<bool>()) {
        creditor.priority = *rc::gen::inRange<std::int64_t>(0, 3);
    }
    if (*rc::gen::arbitrary<bool>()) {
        creditor.fixed = some_money(1, 200);
    }
    if (*rc::gen::weightedElement<bool>({{5, false}, {1, true}})) {
        creditor.joins = start.plus_days(*rc::gen::inRange(0, 200));
    }
    return creditor;
}

plans::Plan some_plan() {
    const Date start = Date::of(2026, 1, 1)->plus_days(*rc::gen::inRange(0, 800));
    plans::Plan plan{.start = start,
                     .monthly = some_money(0, *rc::gen::element(30, 700)),
                     .strategy =
                         *rc::gen::element(plans::Strategy::pro_rata, plans::Strategy::contractual,
                                           plans::Strategy::smallest_first,
                                           plans::Strategy::priority, plans::Strategy::fixed),
                     .creditors = {}};
    const auto count = *rc::gen::inRange<std::size_t>(1, 7);
    for (std::size_t index = 0; index < count; ++index) {
        plan.creditors.push_back(some_creditor(index, start));
    }
    plan.interest_on =
        *rc::gen::element(plans::Interest_on::balance, plans::Interest_on::principal);
    plan.first_interest = *rc::gen::arbitrary<bool>();
    plan.months_most = 40;
    return plan;
}

void check_against_oracle(const plans::Plan& plan, const plans::Schedule& schedule) {
    Oracle oracle(plan);
    Money total = Money::zero();
    int number = 0;
    for (const plans::Month& month : schedule.months) {
        RC_ASSERT(month.date == calendar::due(plan.start, calendar::Rhythm::monthly, number));
        ++number;
        const std::map<std::string, Cents> amounts = oracle.month(month.date);
        Money paid = Money::zero();
        for (const plans::Share& share : month.shares) {
            const std::string& id = schedule.creditors[share.creditor].id;
            const auto amount = amounts.find(id);
            RC_ASSERT(share.amount.cents() == (amount == amounts.end() ? 0 : amount->second));
            RC_ASSERT(share.interest_added.cents() == oracle.debt(id).added);
            RC_ASSERT(share.balance.cents() == oracle.debt(id).balance());
            RC_ASSERT(share.interest + share.principal == share.amount);
            paid += share.amount;
        }
        RC_ASSERT(month.paid == paid);
        RC_ASSERT(paid <= plan.monthly);
        total += paid;
    }
    RC_ASSERT(schedule.total_paid == total);
    RC_ASSERT(schedule.ends_on.has_value() == (oracle.is_paid() && !schedule.months.empty()));
}

} // namespace

TEST_CASE("plans and the oracle") {
    CHECK(rc::check("interest, allocation and every strategy agree, in every month", [] {
        const plans::Plan plan = some_plan();
        check_against_oracle(plan, plans::simulate(plan));
    }));
    CHECK(rc::check("the order of creditors changes nothing", [] {
        plans::Plan plan = some_plan();
        const plans::Schedule schedule = plans::simulate(plan);
        const auto size = static_cast<std::ptrdiff_t>(plan.creditors.size());
        std::rotate(plan.creditors.begin(),
                    plan.creditors.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, size),
                    plan.creditors.end());
        std::ranges::reverse(plan.creditors);
        RC_ASSERT(plans::simulate(plan) == schedule);
    }));
}
