#pragma once

#include "base/named.hpp"
#include "base/result.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What the local advisory commission (lokale adviescommissie, LAC) may decide: a document of the
/// form schemas/json/lac_rules.schema.json with a row from each day on which it changed. Source:
/// domain.md 3.5; pages of municipalities differ, so that the office holds the figures against the
/// rules in force.
namespace saldo::arrears {

/// What a supplier delivers.
enum class Energy : std::uint8_t { electricity, gas, both, water };

inline constexpr std::array energy_names{
    Named{Energy::electricity, "electricity"},
    Named{Energy::gas, "gas"},
    Named{Energy::both, "both"},
    Named{Energy::water, "water"},
};

[[nodiscard]] constexpr std::string_view name(Energy energy) {
    return name_in(energy_names, energy);
}

/// A day of any year.
struct Year_day {
    int month = 1;
    int day = 1;

    friend auto operator<=>(const Year_day&, const Year_day&) = default;
};

/// Days of a year on which nothing is cut off, both included; they may go over New Year.
struct Winter_stop {
    Year_day first;
    Year_day last;
    std::set<Energy> energy;
};

struct Lac_rules {
    Date from; ///< first day on which they hold
    bool unanimous = true;
    std::optional<Winter_stop> winter{};
    std::map<Energy, Money> thresholds{}; ///< a debt must be above it
    std::optional<int> limiter_months{};  ///< of water
    std::string source;
};

/// The built-in document, and the text of its schema.
[[nodiscard]] std::string_view standard_lac_rules();
[[nodiscard]] std::string_view lac_rules_schema();

/// Reads a document from outside: its form, then arrears.value_wrong for a day that is none and
/// arrears.rows_not_rising where a row is not later than the one before.
[[nodiscard]] Result<std::vector<Lac_rules>> read_lac_rules(std::string_view json);

/// The row that holds on a day. Refuses arrears.lac_rules_not_in_force before the first.
[[nodiscard]] Result<Lac_rules> rules_on(const std::vector<Lac_rules>& rows, Date on);

/// True if nothing of this kind is cut off on the day.
[[nodiscard]] bool is_winter(const Lac_rules& rules, Energy energy, Date day);

} // namespace saldo::arrears
