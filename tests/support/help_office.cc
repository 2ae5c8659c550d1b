#include "support/help_office.hpp"

#include "dossier/blank.hpp"
#include "party/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

namespace saldo::test {

namespace {

using dossier::Mandate_kind;
using dossier::Mediator;

/// 1 July 2023 to 30 June 2026, with the 29th of February of 2024 in between.
constexpr int grid_days = 1096;

struct Bit_row {
    Help_bit bit;
    Mandate_kind kind;
    Mediator mediator;
    const char* name;
};

constexpr std::array bits{
    Bit_row{guidance_bit, Mandate_kind::budget_guidance, Mediator::office, "budget_guidance"},
    Bit_row{management_bit, Mandate_kind::budget_management, Mediator::office, "budget_management"},
    Bit_row{mediation_bit, Mandate_kind::debt_mediation, Mediator::office, "debt_mediation"},
    Bit_row{settlement_office_bit, Mandate_kind::collective_debt_settlement, Mediator::office, ""},
    Bit_row{settlement_other_bit, Mandate_kind::collective_debt_settlement, Mediator::other, ""},
    Bit_row{administration_bit, Mandate_kind::administrative_help, Mediator::office,
            "administrative_help"},
    Bit_row{advice_bit, Mandate_kind::advice, Mediator::office, "advice"}};

constexpr unsigned settlement_bits = settlement_office_bit | settlement_other_bit;
constexpr unsigned form_bits = guidance_bit | management_bit | mediation_bit | settlement_bits;

Date grid_first() {
    return *Date::of(2023, 7, 1);
}

/// Days on which help likes to begin or end, as positions in the grid.
int any_day(Dice& dice) {
    static const std::array edges{*Date::of(2023, 12, 31), *Date::of(2024, 2, 29),
                                  *Date::of(2024, 12, 31), *Date::of(2025, 2, 28),
                                  *Date::of(2025, 12, 31)};
    if (dice.one_in(3)) {
        return dice.between(0, grid_days - 1);
    }
    return days_between(grid_first(), dice.one_of(edges)) + dice.between(-2, 2);
}

void write_truth(Dice& dice, std::vector<std::uint8_t>& days, int first, int last) {
    for (int stretch = dice.between(0, 5); stretch > 0; --stretch) {
        const auto bit = static_cast<unsigned>(dice.one_of(bits).bit);
        int from = std::clamp(any_day(dice), first, last);
        int to = dice.one_in(4) ? last : std::clamp(any_day(dice), first, last);
        if (from > to) {
            std::swap(from, to);
        }
        for (int day = from; day <= to; ++day) {
            days[static_cast<std::size_t>(day)] =
                static_cast<std::uint8_t>(days[static_cast<std::size_t>(day)] | bit);
        }
    }
}

void add_mandate(dossier::Dossier& dossier, const Bit_row& row, int from, std::optional<int> to) {
    const Date first = grid_first();
    const auto last = to ? std::optional(first.plus_days(*to)) : std::nullopt;
    dossier::Mandate mandate{row.kind, "BCSD 1", first.plus_days(from),
                             *calendar::Date_range::through(first.plus_days(from), last)};
    mandate.mediator = row.mediator;
    dossier.mandates.push_back(mandate);
}

/// Mandates for the days from `from` to `to`, all of them and no others: one after the other,
/// touching or overlapping; the last without an end if the help goes on.
void cut_into_mandates(
    Dice& dice, dossier::Dossier& dossier, const Bit_row& row, int from, int to, bool goes_on) {
    int start = from;
    while (start <= to) {
        const int end = dice.one_in(2) ? to : dice.between(start, to);
        add_mandate(dossier, row, start, goes_on && end == to ? std::nullopt : std::optional(end));
        const int back = dice.one_in(2) ? 0 : dice.between(0, std::min(20, end - from));
        start = end == to ? to + 1 : std::max(from, end + 1 - back);
    }
}

/// The national number of an invented person with valid check digits.
National_number number_of(std::size_t person) {
    constexpr std::size_t of_a_day = 499; // odd numbers of a day, 001 to 997
    const std::uint64_t base = 850'101'001 + 1'000 * (person / of_a_day) + 2 * (person % of_a_day);
    const auto number =
        party::parse_national_number(fmt::format("{:09}{:02}", base, 97 - base % 97));
    if (!number) {
        throw std::logic_error("too many invented persons");
    }
    return *number;
}

/// The last day with a bit of all, or -1.
int last_helped(const std::vector<std::uint8_t>& days) {
    int day = grid_days - 1;
    while (day >= 0 && days[static_cast<std::size_t>(day)] == 0) {
        --day;
    }
    return day;
}

dossier::Dossier dossier_of(Dice& dice, const Helped_days& truth, bool is_known) {
    auto dossier = dossier::blank<dossier::Dossier>();
    dossier.number = truth.dossier;
    dossier.opened = grid_first();
    dossier.household = {"single", "nl", {}, {}};
    dossier.household.members.push_back(
        {dossier::Member_role::client, "Voorbeeld", "Kim", {}, std::nullopt});
    if (is_known) {
        dossier.household.members.front().national_number = number_of(truth.household);
    }
    const int closed = last_helped(truth.days);
    const bool ends_by_closing = closed >= 0 && closed < grid_days - 1 && dice.one_in(2);
    if (ends_by_closing) {
        dossier.closed = grid_first().plus_days(closed);
    }
    for (const Bit_row& row : bits) {
        int day = 0;
        const auto has = [&](int at) {
            return at < grid_days && (truth.days[static_cast<std::size_t>(at)] & row.bit) != 0;
        };
        while (day < grid_days) {
            const int from = day;
            while (has(day)) {
                ++day;
            }
            if (day > from) {
                const bool is_last = day == grid_days || (ends_by_closing && day - 1 == closed);
                cut_into_mandates(dice, dossier, row, from, day - 1, is_last);
            }
            ++day;
        }
    }
    return dossier;
}

using Households = std::map<std::size_t, std::vector<const Helped_days*>>;

/// The bits of a household on a day; none outside the grid.
unsigned
bits_on(const Help_office& office, const std::vector<const Helped_days*>& parts, Date day) {
    const int at = days_between(office.first, day);
    unsigned found = 0;
    if (at >= 0 && at < grid_days) {
        for (const Helped_days* part : parts) {
            found |= part->days[static_cast<std::size_t>(at)];
        }
    }
    return found;
}

void tell(Told_figures& told, const std::string& figure, const std::set<std::string>& household) {
    Told_figure& found = told[figure];
    ++found.households;
    found.dossiers.insert(household.begin(), household.end());
}

/// Words of the forms of help among the bits, joined by `+`.
std::string combination(unsigned found) {
    std::string words;
    for (const Bit_row& row : bits) {
        if ((found & row.bit & form_bits) != 0 && *row.name != '\0') {
            words += (words.empty() ? "" : "+") + std::string(row.name);
        }
    }
    if ((found & settlement_bits) != 0) {
        words += (words.empty() ? "" : "+") + std::string("collective_debt_settlement");
    }
    return words;
}

} // namespace

Help_office make_help_office(Dice& dice, std::size_t households) {
    Help_office office{grid_first(), {}, {}};
    for (std::size_t household = 0; household < households; ++household) {
        const bool is_split = dice.one_in(6);
        const int cut = is_split ? std::clamp(any_day(dice), 1, grid_days - 2) : grid_days;
        const bool is_known = is_split || !dice.one_in(5);
        for (int part = 0; part < (is_split ? 2 : 1); ++part) {
            Helped_days truth{fmt::format("2026-{:05}", office.truth.size() + 1), household,
                              std::vector<std::uint8_t>(grid_days)};
            write_truth(dice, truth.days, part == 0 ? 0 : cut,
                        part == 0 ? std::min(cut, grid_days) - 1 : grid_days - 1);
            office.dossiers.push_back(dossier_of(dice, truth, is_known));
            office.truth.push_back(std::move(truth));
        }
    }
    return office;
}

Told_figures count_days(const Help_office& office, int year, Date known) {
    const Date from = *Date::of(year, 1, 1);
    const Date through = std::min(*Date::of(year, 12, 31), known);
    Households households;
    for (const Helped_days& each : office.truth) {
        households[each.household].push_back(&each);
    }
    Told_figures told;
    for (const auto& entry : households) {
        const auto& parts = entry.second; // a binding cannot be captured with clang 14
        unsigned year_bits = 0;
        std::set<std::string> household;
        for (Date day = from; day <= through; day = day.plus_days(1)) {
            for (const Helped_days* part : parts) {
                const unsigned found = bits_on(office, {part}, day);
                year_bits |= found;
                if (found != 0) {
                    household.insert(part->dossier);
                }
            }
        }
        if ((year_bits & form_bits) == 0) {
            for (const Bit_row& row : bits) {
                if ((year_bits & row.bit) != 0) {
                    tell(told, std::string("left_out ") + row.name, household);
                }
            }
            continue;
        }
        const char* group = (year_bits & settlement_bits) == 0         ? "none"
                            : (year_bits & settlement_office_bit) != 0 ? "office"
                                                                       : "other";
        tell(told, "combination " + combination(year_bits), household);
        tell(told, "combination " + combination(year_bits) + " group " + group, household);
        tell(told, std::string("group ") + group, household);
        const auto flow = [&](const std::string& form, unsigned mask) {
            if ((year_bits & mask) == 0) {
                return;
            }
            const auto on = [&](Date day) { return (bits_on(office, parts, day) & mask) != 0; };
            const bool at_start = on(from.plus_days(-1)) && on(from);
            const bool at_end = on(through) && on(through.plus_days(1));
            tell(told, form + " helped", household);
            tell(told, form + (at_start ? " at_start" : " started"), household);
            tell(told, form + (at_end ? " at_end" : " ended"), household);
        };
        flow("any", form_bits);
        flow("budget_guidance", guidance_bit);
        flow("budget_management", management_bit);
        flow("debt_mediation", mediation_bit);
        flow("collective_debt_settlement", settlement_bits);
    }
    return told;
}

} // namespace saldo::test
