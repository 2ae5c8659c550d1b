#pragma once

#include "base/finding.hpp"
#include "money/money.hpp"
#include "payments/pain002/report.hpp"

#include <optional>
#include <span>

namespace saldo::payments::pain002 {

/// A payment as the file that left has it.
struct Order {
    std::string end_to_end_id; ///< also its InstrId, where it has one
    std::string block;         ///< PmtInfId
    Money amount = Money::zero();
};

/// What an answer says of the payments of a file.
struct Folded {
    std::vector<std::optional<Status>>
        statuses;      ///< one for each order; none: it says nothing of it
    Findings findings; ///< warnings, with the line in the answer
};

/// Lays an answer on the payments of the file it answers. The most specific level wins: the status
/// of the payment, else of its block, else of the group; PART and RVCM say nothing of one payment,
/// and what is not mentioned has no news. A payment is found by its EndToEndId or else its InstrId,
/// which are unique in a file.
///
/// Warns, with stated and computed value, of numbers and control sums that are not those of the
/// file (payments.answer_count_differs, payments.answer_sum_differs), of blocks and payments that
/// are not in it (payments.answer_block_unknown, payments.answer_payment_unknown), of a payment
/// under another block (payments.answer_payment_misplaced), of one with another amount, whose
/// status is not taken (payments.answer_amount_differs), of codes nobody knows, which are kept
/// (payments.answer_status_unknown), and of tallies that no statuses of the payments without news
/// can make right (payments.answer_tally_count_differs, payments.answer_tally_sum_differs).
[[nodiscard]] Folded fold(const Report& report, std::span<const Order> orders);

} // namespace saldo::payments::pain002
