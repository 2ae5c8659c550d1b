#include "law/living_money.hpp"

#include "law/checks.hpp"
#include "law/codes.hpp"

#include <algorithm>
#include <iterator>

namespace saldo::law {

Result<Leefloon> leefloon(const Figures& figures, Leefloon_category category, Date on) {
    Taken taken(figures, on);
    Workings workings(taken);
    workings.add_amount("leefloon.cat" + std::string(name_in(leefloon_category_names, category)));
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    return workings.total().map([&](Money amount) {
        return Leefloon{amount, workings.steps(), taken.findings()};
    });
}

Result<Living_money_floors> living_money_floors(const Figures& figures,
                                                const Living_money_request& request) {
    const auto protection = attachable(figures, request.income);
    if (!protection) {
        return refuse(protection.error());
    }
    const auto minimum = leefloon(figures, request.category, request.income.on);
    if (!minimum) {
        return refuse(minimum.error());
    }
    const auto floor = [&](Money amount) {
        return sum_not_negative(std::array{amount, request.family_allowances});
    };
    const auto protected_part = floor(protection->kept);
    const auto consented = floor(minimum->amount);
    if (!protected_part || !consented) {
        return refuse((protected_part ? consented : protected_part).error());
    }
    Living_money_floors floors{*protected_part, *consented, protection->steps,
                               protection->findings};
    std::ranges::copy(minimum->steps, std::back_inserter(floors.steps));
    std::ranges::copy(minimum->findings, std::back_inserter(floors.findings));
    floors.findings.push_back({floor_needs_consent, Severity::info, {}, {}});
    return floors;
}

} // namespace saldo::law
