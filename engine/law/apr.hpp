#pragma once

#include "law/credit_kind.hpp"
#include "law/flows.hpp"
#include "law/taken.hpp"

namespace saldo::law {

/// How days become years (royal decree of 14 September 2016, art. 3): whole years and then days, or
/// whole years, months of a twelfth or weeks of a fifty-second and then days. Both count back from
/// the later day; the days that are left are a part of the year of 365 or 366 days before them.
enum class Intervals { calendar, standard };

inline constexpr std::array intervals_names{Named{Intervals::calendar, "calendar"},
                                            Named{Intervals::standard, "standard"}};

/// The years from a day to a later one.
[[nodiscard]] money::Rate years_between(Date from, Date to, Intervals intervals);

struct Apr_request {
    std::vector<Flow> flows; ///< all with years, or all with days
    Intervals intervals = Intervals::calendar;
    std::optional<Credit_kind> kind{}; ///< to be held against the maximum
    std::optional<Money> credit{};     ///< amount of the credit, else what the first side gave
    Date contract;                     ///< its day says which maximum holds
};

/// A flow on the way to the rate.
struct Apr_step {
    money::Rate years; ///< after the beginning
    Money amount;
    std::string value; ///< at the beginning, in euro with six decimals; they sum to zero
};

/// The rate held against the maximum.
struct Apr_limit {
    std::string figure;
    std::string article;
    std::string maximum_percent;
    bool is_within = false; ///< the rate before it is rounded
};

struct Apr {
    std::string percent; ///< with six decimals, a half away from zero
    std::string rounded; ///< with as many decimals as are asked for by law
    std::optional<Apr_limit> limit;
    std::vector<Apr_step> steps; ///< in order of time
    Findings findings;
};

/// The annual percentage rate of charge of a credit: the X for which the flows, each divided by
/// (1+X) to the power of its years, sum to zero (directive 2008/48/EC annex I; royal decree of 14
/// September 2016, art. 3). Computed with 50 digits. Refuses law.flows_mixed, law.flows_one_way
/// when nobody gives anything back, law.flows_no_single_rate when the signs do not prove that there
/// is one rate, law.apr_out_of_range, law.amount_not_positive and law.not_in_force.
[[nodiscard]] Result<Apr> apr(const Figures& figures, const Apr_request& request);

} // namespace saldo::law
