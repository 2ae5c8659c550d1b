#include "statistics/registration.hpp"

#include "base/invariant.hpp"
#include "calendar/joined.hpp"
#include "statistics/codes.hpp"
#include "statistics/presence.hpp"

#include <algorithm>

namespace saldo::statistics {

namespace {

using dossier::Help_periods;
using dossier::Mandate;
using dossier::Mandate_kind;

constexpr std::array forms_in_order{Mandate_kind::budget_guidance, Mandate_kind::budget_management,
                                    Mandate_kind::debt_mediation,
                                    Mandate_kind::collective_debt_settlement};

/// What tells a household by its clients; empty if one of them has no number.
std::string clients_of(const dossier::Dossier& dossier) {
    std::set<std::string_view> numbers;
    for (const dossier::Member& member : dossier.household.members) {
        if (member.role == dossier::Member_role::client) {
            if (!member.national_number) {
                return {};
            }
            numbers.insert(member.national_number->digits());
        }
    }
    std::string key;
    for (const std::string_view number : numbers) {
        key.append(number).append(" ");
    }
    return key;
}

void append(Help_periods& all, const Help_periods& more) {
    all.insert(all.end(), more.begin(), more.end());
    all = calendar::joined(std::move(all));
}

void put(Figure& figure, const std::vector<std::string>& dossiers) {
    ++figure.count;
    figure.dossiers.insert(figure.dossiers.end(), dossiers.begin(), dossiers.end());
}

void sort(Figure& figure) {
    std::ranges::sort(figure.dossiers);
}

void sort(std::map<Settlement_group, Figure>& groups) {
    for (auto& [group, figure] : groups) {
        sort(figure);
    }
}

/// Zero of each, so that a row always has three.
std::map<Settlement_group, Figure> no_groups() {
    std::map<Settlement_group, Figure> groups;
    for (const auto& each : settlement_group_names) {
        groups.try_emplace(each.value);
    }
    return groups;
}

Combination& combination_of(std::vector<Combination>& all, const Forms& forms) {
    const auto known = std::ranges::find(all, forms, &Combination::forms);
    return known != all.end() ? *known : all.emplace_back(Combination{forms, {}, no_groups()});
}

std::vector<Flow> no_flows() {
    std::vector<Flow> flows(1);
    for (const Mandate_kind form : forms_in_order) {
        flows.push_back({.form = form});
    }
    return flows;
}

void sort(Registration& registration) {
    const auto key = [](const Combination& each) {
        return std::pair(each.forms.size(), each.forms);
    };
    std::ranges::sort(registration.combinations,
                      [&](const Combination& a, const Combination& b) { return key(a) < key(b); });
    for (Combination& each : registration.combinations) {
        sort(each.all);
        sort(each.groups);
    }
    sort(registration.groups);
    for (Flow& flow : registration.flows) {
        for (Figure* figure :
             {&flow.helped, &flow.at_start, &flow.started, &flow.ended, &flow.at_end}) {
            sort(*figure);
        }
    }
    for (auto& [kind, figure] : registration.left_out) {
        sort(figure);
    }
}

} // namespace

Result<Registration_counter> Registration_counter::of(int year, Date known) {
    const auto first = Date::of(year, 1, 1);
    const auto last = Date::of(year, 12, 31);
    invariant(first && last, "the year of a registration is in the calendar");
    if (known < *first) {
        return refuse(period_ahead, {{"from", format(*first)}, {"stated", format(known)}});
    }
    return Registration_counter(*first, std::min(*last, known));
}

void Registration_counter::add(const dossier::Dossier& dossier) {
    const std::string clients = clients_of(dossier);
    const auto known = clients.empty() ? by_clients_.end() : by_clients_.find(clients);
    const std::size_t position = known == by_clients_.end() ? households_.size() : known->second;
    if (position == households_.size()) {
        households_.emplace_back();
        if (!clients.empty()) {
            by_clients_.emplace(clients, position);
        }
    }
    Household& household = households_[position];
    const auto any = dossier::help_periods(dossier, [](const Mandate&) { return true; });
    if (calendar::has_day_between(any, from_, through_)) {
        household.dossiers.push_back(dossier.number);
    }
    for (const Mandate& mandate : dossier.mandates) {
        append(household.periods[mandate.kind], dossier::help_periods(dossier, mandate.kind));
    }
    append(household.mediated, dossier::help_periods(dossier, [](const Mandate& mandate) {
               return mandate.kind == Mandate_kind::collective_debt_settlement &&
                      mandate.mediator == dossier::Mediator::office;
           }));
}

Forms Registration_counter::kinds_in_year(const Household& household) const {
    Forms forms;
    for (const auto& [kind, periods] : household.periods) {
        if (calendar::has_day_between(periods, from_, through_)) {
            forms.insert(kind);
        }
    }
    return forms;
}

Settlement_group Registration_counter::group_of(const Household& household,
                                                const Forms& forms) const {
    if (!forms.contains(Mandate_kind::collective_debt_settlement)) {
        return Settlement_group::none;
    }
    return calendar::has_day_between(household.mediated, from_, through_) ? Settlement_group::office
                                                                          : Settlement_group::other;
}

void Registration_counter::count_flow(const Household& household, Flow& flow) const {
    Help_periods periods;
    for (const auto& [kind, each] : household.periods) {
        if (flow.form ? kind == *flow.form : dossier::is_form_of_help(kind)) {
            append(periods, each);
        }
    }
    if (const auto presence = presence_in(periods, {from_, through_})) {
        put(flow.helped, household.dossiers);
        put(presence->at_start ? flow.at_start : flow.started, household.dossiers);
        put(presence->at_end ? flow.at_end : flow.ended, household.dossiers);
    }
}

void Registration_counter::count(const Household& household, Registration& registration) const {
    const Forms got = kinds_in_year(household);
    Forms forms;
    std::ranges::copy_if(got, std::inserter(forms, forms.end()), dossier::is_form_of_help);
    if (forms.empty()) {
        for (const Mandate_kind kind : got) {
            put(registration.left_out[kind], household.dossiers);
        }
        return;
    }
    const Settlement_group group = group_of(household, forms);
    Combination& combination = combination_of(registration.combinations, forms);
    put(combination.all, household.dossiers);
    put(combination.groups[group], household.dossiers);
    put(registration.groups[group], household.dossiers);
    for (Flow& flow : registration.flows) {
        count_flow(household, flow);
    }
}

Registration Registration_counter::result() const {
    Registration registration{from_, through_, {}, no_groups(), no_flows(), {}};
    for (const Household& household : households_) {
        count(household, registration);
    }
    sort(registration);
    return registration;
}

} // namespace saldo::statistics
