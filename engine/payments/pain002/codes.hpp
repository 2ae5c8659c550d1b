#pragma once

#include "base/code.hpp"

namespace saldo::payments::pain002 {

// Reading (read.hpp).
inline constexpr Code not_a_status_report{"payments.not_a_status_report"};

// What an answer says against the file it answers (fold.hpp).
inline constexpr Code answer_count_differs{"payments.answer_count_differs"};
inline constexpr Code answer_sum_differs{"payments.answer_sum_differs"};
inline constexpr Code answer_block_unknown{"payments.answer_block_unknown"};
inline constexpr Code answer_payment_unknown{"payments.answer_payment_unknown"};
inline constexpr Code answer_payment_misplaced{"payments.answer_payment_misplaced"};
inline constexpr Code answer_amount_differs{"payments.answer_amount_differs"};
inline constexpr Code answer_status_unknown{"payments.answer_status_unknown"};
inline constexpr Code answer_tally_count_differs{"payments.answer_tally_count_differs"};
inline constexpr Code answer_tally_sum_differs{"payments.answer_tally_sum_differs"};

} // namespace saldo::payments::pain002
