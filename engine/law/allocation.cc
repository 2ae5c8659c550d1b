#include "law/allocation.hpp"

#include "law/checks.hpp"
#include "law/codes.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

using Order = std::array<Debt_part, debt_part_names.size()>;

constexpr Order general_order{Debt_part::costs, Debt_part::penalty, Debt_part::interest,
                              Debt_part::principal};
constexpr Order credit_order{Debt_part::principal, Debt_part::costs, Debt_part::interest,
                             Debt_part::penalty};

Money due_of(const Allocation_request& request, Debt_part part) {
    switch (part) {
    case Debt_part::costs:
        return request.costs;
    case Debt_part::penalty:
        return request.penalty;
    case Debt_part::interest:
        return request.interest;
    case Debt_part::principal:
        return request.principal;
    }
    broken_contract("a debt has four parts", __FILE__, __LINE__);
}

} // namespace

Result<Allocation> allocate(const Allocation_request& request) {
    if (const auto checked = not_negative(request.payment); !checked) {
        return refuse(checked.error());
    }
    const auto debt = sum_not_negative(
        std::array{request.costs, request.penalty, request.interest, request.principal});
    if (!debt) {
        return refuse(debt.error());
    }
    const bool is_credit = request.order == Allocation_order::accelerated_credit;
    Allocation answer{{}, *debt, request.payment, {}};
    for (const Debt_part part : is_credit ? credit_order : general_order) {
        const Money due = due_of(request, part);
        const Money paid = std::min(due, answer.not_needed);
        answer.parts.push_back({part, due, paid, due - paid});
        answer.left -= paid;
        answer.not_needed -= paid;
    }
    if (is_credit) {
        answer.findings.push_back({order_not_settled, Severity::info, {}, {}});
    }
    return answer;
}

} // namespace saldo::law
