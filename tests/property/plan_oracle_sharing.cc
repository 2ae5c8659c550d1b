#include "plan_oracle.hpp"

#include <algorithm>
#include <numeric>

/// How the oracle pays one class.
namespace saldo::test {

using boost::multiprecision::cpp_rational;
using By_id = std::map<std::string, Cents>;

namespace {

Cents sum_of(const By_id& amounts) {
    return std::accumulate(amounts.begin(), amounts.end(), Cents{0},
                           [](Cents sum, const auto& each) { return sum + each.second; });
}

} // namespace

Plan_oracle::Done Plan_oracle::pay_by_weight(Class& group, const Ids& open, Cents money) {
    By_id weights;
    By_id leasts;
    By_id whole_leasts;
    By_id most;
    for (const std::string& id : open) {
        const Owed& owed = debts_.at(id);
        weights[id] = group.method == plans::Method::contractual ? owed.terms.contractual->cents()
                                                                 : owed.before;
        leasts[id] = least(id, true);
        whole_leasts[id] = least(id, false);
        most[id] = owed.balance();
    }
    Cents kept = 0;
    if (keeps()) {
        kept = std::min(kept_part(group, money), std::max<Cents>(money - sum_of(leasts), 0));
    }
    const Cents left = money - kept;
    if (sum_of(leasts) > left) {
        leasts.clear();
    } else if (keeps() && sum_of(whole_leasts) <= left) {
        leasts = whole_leasts;
    }
    const Shared shared = share(group, left, weights, leasts, most, !keeps());
    Cents paid = 0;
    bool all_paid = true;
    for (const std::string& id : open) {
        paid += amounts_[id];
        all_paid = all_paid && amounts_[id] == most[id];
    }
    if (!keeps() || all_paid) {
        return {paid, kept};
    }
    if (shared.freed > 0 && kept + shared.freed < whole(money)) {
        group.kept = cpp_rational(kept + shared.freed, whole(money));
    }
    return {paid, kept + shared.above};
}

Plan_oracle::Done Plan_oracle::pay_in_turn(const Ids& open, Cents money) {
    std::vector<std::pair<Cents, std::string>> turns;
    Cents wanted = 0;
    for (const std::string& id : open) {
        turns.emplace_back(debts_.at(id).balance(), id);
        wanted += least(id, true);
    }
    std::ranges::sort(turns);
    Cents paid = 0;
    for (const auto& [balance, id] : turns) {
        amounts_[id] = wanted <= money ? least(id, true) : 0;
        paid += amounts_[id];
    }
    for (const auto& [balance, id] : turns) {
        const Cents lacks = balance - amounts_[id];
        const Cents free = money - paid;
        const Cents more = free >= lacks ? lacks : whole(free);
        amounts_[id] += more;
        paid += more;
        if (more < lacks) {
            break;
        }
    }
    return {paid, 0};
}

Plan_oracle::Done Plan_oracle::pay_agreed(Class& group, const Ids& open, Cents money) {
    By_id weights;
    By_id most;
    Cents above = 0;
    for (const std::string& id : open) {
        weights[id] = agreed(group, id);
        most[id] = std::min(weights[id], debts_.at(id).balance());
        above += weights[id] - most[id];
    }
    const Cents wanted = sum_of(most);
    if (wanted > money) {
        share(group, money, weights, {}, most, true);
        Cents paid = 0;
        for (const std::string& id : open) {
            paid += amounts_[id];
        }
        return {paid, 0};
    }
    bool all_paid = true;
    for (const auto& [id, amount] : most) {
        amounts_[id] = amount;
        all_paid = all_paid && amount == debts_.at(id).balance();
    }
    Cents kept = 0;
    for (const std::string& id : group.counted) {
        kept += std::ranges::count(open, id) > 0 ? 0 : agreed(group, id);
    }
    return {wanted, std::min(kept + (all_paid ? 0 : above), money - wanted)};
}

/// Hands out whole units, each to who is furthest behind its part of all that was and is shared; of
/// those who are as far behind, to the first. Multiplied by all weights those parts are whole.
By_id Plan_oracle::handed_out(const Class& group, Cents money) const {
    const Cents weights = sum_of(group.weights);
    By_id parts;
    By_id behind;
    for (const auto& [id, weight] : group.weights) {
        parts[id] = 0;
        behind[id] = weight * (group.shared + money) - group.had.at(id) * weights;
    }
    for (Cents given = 0; given < money; given += unit_) {
        auto most = behind.begin();
        for (auto each = behind.begin(); each != behind.end(); ++each) {
            most = each->second > most->second ? each : most;
        }
        most->second -= unit_ * weights;
        parts[most->first] += unit_;
    }
    return parts;
}

/// Shares by weight. Who would get more than is owed gets that, and the others share the rest anew,
/// unless it is kept; who would get less than its least instalment gets that. Of both kinds those
/// go first who are more beyond. Who shares at last goes on next month where they are the same.
Plan_oracle::Shared Plan_oracle::share(
    Class& group, Cents money, By_id weights, By_id least, const By_id& most, bool shares_freed) {
    Shared result;
    while (!weights.empty()) {
        Cents wanted = 0;
        Class now{group.method, {}, {}, {}, weights, {}, 0, {}, 0};
        bool is_same = group.weights.size() == weights.size();
        for (const auto& [id, weight] : weights) {
            wanted += most.at(id);
            now.had[id] = 0;
            is_same = is_same && group.weights.contains(id);
        }
        if (shares_freed && money >= wanted) {
            for (const auto& [id, weight] : weights) {
                amounts_[id] = most.at(id);
            }
            return result;
        }
        if (is_same) {
            now.weights = group.weights;
            now.had = group.had;
            now.shared = group.shared;
        }
        const By_id parts = handed_out(now, whole(money));
        Cents above = 0;
        Cents below = 0;
        for (const auto& [id, part] : parts) {
            above += shares_freed ? std::max<Cents>(part - most.at(id), 0) : 0;
            below += std::max<Cents>(least[id] - part, 0);
        }
        for (const auto& [id, part] : parts) {
            const bool is_above = above > 0 && above >= below && part > most.at(id);
            const bool is_below = below > 0 && below >= above && part < least[id];
            if (above + below > 0 && !is_above && !is_below) {
                continue;
            }
            const Cents meant = is_above ? most.at(id) : is_below ? least[id] : part;
            amounts_[id] = std::min(meant, most.at(id));
            result.above += meant - amounts_[id];
            result.freed += amounts_[id] == most.at(id) ? meant : 0;
            now.had[id] += part;
            money -= meant;
            weights.erase(id);
        }
        if (above + below == 0) {
            group.shared = now.shared + sum_of(parts);
            group.weights = now.weights;
            group.had = now.had;
            return result;
        }
    }
    return result;
}

} // namespace saldo::test
