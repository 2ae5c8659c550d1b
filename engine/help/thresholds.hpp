#pragma once

#include "base/named.hpp"
#include "base/result.hpp"
#include "calendar/range.hpp"
#include "dossier/dossier.hpp"
#include "law/figures.hpp"
#include "money/scale.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who has just too much income for a right: too much to get it, too little to do without.
namespace saldo::help {

enum class Per { month, year };

inline constexpr std::array per_names{Named{Per::month, "month"}, Named{Per::year, "year"}};

/// The most a household may earn for something: a tariff, a subsidy. Data of the office.
struct Income_limit {
    std::string key;
    std::string name;
    calendar::Date_range in_force;
    Money amount; ///< positive
    Per per = Per::year;
    Money per_further_member = Money::zero(); ///< comes on top for each member after the first
    std::vector<std::string> households{};    ///< kinds it is for; empty: all
    std::string source;

    friend bool operator==(const Income_limit&, const Income_limit&) = default;
};

/// The text of schemas/json/income_limits.schema.json and of schemas/help/income_limits.json, which
/// names no amount: nobody read one in a source. Both built in.
[[nodiscard]] std::string_view income_limits_schema_text();
[[nodiscard]] std::string_view default_income_limits_text();

/// Reads the limits of an office: their form (dossier/check_form.hpp), then help.value_wrong (a day
/// or amount that is none, a limit of nothing, a last day before the first) and help.key_twice (two
/// limits of one key in force on one day), with JSON pointers.
[[nodiscard]] Result<std::vector<Income_limit>> read_income_limits(std::string_view json);

/// What a household earns, as it is held against limits.
struct Earner {
    std::string kind;                   ///< of the household: `single_parent`
    std::int64_t members = 1;           ///< at least 1
    bool has_minor_child = false;       ///< or a child of unknown age
    std::vector<money::Product> income; ///< what comes in a month, exact
};

/// The household of a dossier with the income of its budget lines that are in force on a day. A
/// month has 52/12 weeks, a quarter three months; what comes once does not count.
[[nodiscard]] Earner earner_of(const dossier::Dossier& dossier, Date on);

enum class Distance {
    within,     ///< at the limit or below it
    just_above, ///< above it, by no more than the stated part of it
    above
};

inline constexpr std::array distance_names{Named{Distance::within, "within"},
                                           Named{Distance::just_above, "just_above"},
                                           Named{Distance::above, "above"}};

/// An income held against one limit.
struct Threshold {
    std::string key;  ///< `leefloon`, or that of the limit
    std::string name; ///< of the limit; the article of the leefloon
    Per per = Per::month;
    Money limit;
    Money income;     ///< in the same period, to the nearest cent (a half away from zero)
    Money over;       ///< income less limit
    money::Rate part; ///< `over` as a part of the limit, exact
    Distance distance = Distance::within;
    std::string source;
};

struct Thresholds {
    std::vector<Threshold> rows;
    Findings findings;
};

/// Holds an income against the leefloon of the household (law of 26 May 2002, art. 14: a couple has
/// twice that of who lives with others, a family with a minor child that of a family) and against
/// the limits of the office that are in force. `within` is a part of the limit: 1/10.
/// Tells help.limit_unclear (a warning) of a household whose leefloon cannot be told, and
/// law.not_in_force (a warning) on a day without one.
[[nodiscard]] Thresholds hold_against(const Earner& earner,
                                      const law::Figures& figures,
                                      const std::vector<Income_limit>& limits,
                                      money::Rate within,
                                      Date on);

} // namespace saldo::help
