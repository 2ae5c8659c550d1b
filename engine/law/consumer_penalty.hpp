#pragma once

#include "law/workings.hpp"

namespace saldo::law {

/// How a first reminder was sent to a consumer.
enum class Sent_by { post, electronic };

inline constexpr std::array sent_by_names{Named{Sent_by::post, "post"},
                                          Named{Sent_by::electronic, "electronic"}};

struct Reminder {
    Date sent;
    Sent_by by = Sent_by::post;
};

struct Penalty_request {
    Money balance; ///< still due from the consumer
    Date on;       ///< when the penalty is asked
    std::optional<Date> contract;
    std::optional<Reminder> reminder; ///< the first one, which is free
};

struct Penalty {
    Money penalty;                  ///< at most this, and only if it was agreed
    std::optional<Date> asked_from; ///< first day it may be asked, when the reminder is known
    std::vector<Step> steps;
    Findings findings;
};

/// The most a firm may ask of a consumer as a fixed penalty for late payment (WER art. XIX.4), and
/// from when: 14 days, counted from the third working day after a reminder was posted or from the
/// calendar day after an electronic one, must have passed (art. XIX.2). Until then it is zero. For
/// contracts of before 1 September 2023 the book holds since 1 December 2023 (law of 4 May 2023,
/// art. 15). Saturday is not taken for a working day; where that matters it is said. Refuses
/// law.amount_not_positive, law.not_in_force and money.out_of_range.
[[nodiscard]] Result<Penalty> consumer_penalty(const Figures& figures,
                                               const Penalty_request& request);

} // namespace saldo::law
