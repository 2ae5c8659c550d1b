#pragma once

#include "law/debt_part.hpp"
#include "law/workings.hpp"

namespace saldo::law {

/// Which parts are paid first.
enum class Allocation_order {
    general,            ///< costs, penalty, interest, principal (old BW art. 1254)
    accelerated_credit, ///< principal, cost of the credit, interest, penalty (WER art. VII.106)
};

inline constexpr std::array allocation_order_names{
    Named{Allocation_order::general, "general"},
    Named{Allocation_order::accelerated_credit, "accelerated-credit"}};

struct Allocation_request {
    Money payment;
    Money costs; ///< of a consumer credit: its cost that is due
    Money penalty;
    Money interest;
    Money principal; ///< of a consumer credit: the balance outstanding
    Allocation_order order = Allocation_order::general;
};

struct Allocated {
    Debt_part part = Debt_part::costs;
    Money due;
    Money paid;
    Money left;
};

struct Allocation {
    std::vector<Allocated> parts; ///< in the order in which they are paid
    Money left;                   ///< of the debt
    Money not_needed;             ///< of the payment
    Findings findings;
};

/// Lays a payment on the parts of one debt: a payment goes to interest before capital, and in
/// practice to costs and penalty first (old BW art. 1254); after a consumer credit was ended, late
/// interest and penalty come only after the balance and the cost of the credit (WER art. VII.106).
/// Refuses law.amount_negative and money.out_of_range.
[[nodiscard]] Result<Allocation> allocate(const Allocation_request& request);

} // namespace saldo::law
