#pragma once

#include "law/workings.hpp"

#include <variant>

namespace saldo::law {

/// A legal rate: between citizens (law of 5 May 1865, art. 2 §1), and on late payment between firms
/// (law of 2 August 2002, art. 5).
enum class Legal_rate { civil, commercial };

inline constexpr std::array legal_rate_names{Named{Legal_rate::civil, "civil"},
                                             Named{Legal_rate::commercial, "commercial"}};

/// The key of its figures: `interest.civil`.
[[nodiscard]] std::string figure_of(Legal_rate rate);

/// Which year a day is a part of: one of 365 days whatever the calendar says, or the calendar year
/// it lies in. No law says which for the civil rate; practice is the first.
enum class Day_count { actual_365, actual_actual };

inline constexpr std::array day_count_names{Named{Day_count::actual_365, "act/365"},
                                            Named{Day_count::actual_actual, "act/act"}};

struct Interest_request {
    Money principal;
    Date from; ///< the day interest starts after
    Date to;   ///< the last day that bears interest
    std::variant<Legal_rate, money::Rate> rate;
    Day_count day_count = Day_count::actual_365;
};

/// Days with one rate and one length of year.
struct Interest_step {
    Date from; ///< first day that bears interest
    Date through;
    std::int32_t days = 0;
    money::Rate rate;
    std::int32_t days_of_year = 365;
    std::string figure; ///< empty for a rate that was stated
    std::string article;
    std::string result; ///< exact, in euro
};

struct Interest {
    Money interest;
    std::vector<Interest_step> steps;
    std::vector<money::Product> products; ///< of each step, exact: for who adds interest up further
    Findings findings;
};

/// Simple interest on the days after `from` through `to`, each at the rate of that day; interest
/// bears none (old BW art. 1154). Exact, rounded once at the end, a half up. Refuses
/// law.amount_negative, law.rate_negative, calendar.empty_range when `to` is before `from`,
/// law.not_in_force with the first day that has no rate, and money.out_of_range.
[[nodiscard]] Result<Interest> interest(const Figures& figures, const Interest_request& request);

} // namespace saldo::law
