#pragma once

#include "dossier/dossier.hpp"
#include "support/dice.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

/// An office whose truth is known: what help each household had on each day, written down before
/// any mandate is made of it, and counted day by day. It shares no code with what counts mandates.
namespace saldo::test {

/// What a household had on a day: one bit each.
enum Help_bit : std::uint8_t {
    guidance_bit = 1,
    management_bit = 2,
    mediation_bit = 4,
    settlement_office_bit = 8,
    settlement_other_bit = 16,
    administration_bit = 32,
    advice_bit = 64
};

/// The days of a dossier from `Help_office::first` on.
struct Helped_days {
    std::string dossier;
    std::size_t household = 0;
    std::vector<std::uint8_t> days;
};

struct Help_office {
    Date first;
    std::vector<Helped_days> truth;
    std::vector<dossier::Dossier> dossiers; ///< one for each row of the truth
};

/// Days around the ends of years and of February are more likely than others to begin or end help;
/// mandates of a stretch of help are cut into renewals that touch or overlap; some go on without
/// an end, some end with their dossier, and some households have two dossiers one after the other.
[[nodiscard]] Help_office make_help_office(Dice& dice, std::size_t households);

struct Told_figure {
    std::int64_t households = 0;
    std::set<std::string> dossiers;

    friend bool operator==(const Told_figure&, const Told_figure&) = default;
};

/// By name, those that are not zero.
using Told_figures = std::map<std::string, Told_figure>;

/// The figures of a year until a day by looking at each day.
[[nodiscard]] Told_figures count_days(const Help_office& office, int year, Date known);

} // namespace saldo::test
