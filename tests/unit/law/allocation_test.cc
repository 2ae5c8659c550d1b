// Goal: a payment is laid on the parts of a debt in the order of the law, and no cent is lost.
// Method: worked examples and sums of random payments; the shares of a settlement.
#include "case.hpp"
#include "law/allocation.hpp"
#include "law/codes.hpp"
#include "money/split.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using law::Allocation_order;
using law::Debt_part;
using test::euro;

namespace {

Money left_of(const law::Allocation& answer, Debt_part part) {
    return std::ranges::find(answer.parts, part, &law::Allocated::part)->left;
}

} // namespace

TEST_CASE("worked examples") {
    // 1,000 principal, 250 penalty, 27 interest, 350 costs; 400 is paid.
    const auto debt = law::allocate({euro("400.00"), euro("350.00"), euro("250.00"), euro("27.00"),
                                     euro("1000.00"), Allocation_order::general});
    REQUIRE(debt.has_value());
    CHECK(left_of(*debt, Debt_part::costs).is_zero());
    CHECK(left_of(*debt, Debt_part::penalty) == euro("200.00"));
    CHECK(left_of(*debt, Debt_part::interest) == euro("27.00"));
    CHECK(left_of(*debt, Debt_part::principal) == euro("1000.00"));
    CHECK(debt->findings.empty());

    const auto credit =
        law::allocate({euro("3050.00"), euro("120.00"), euro("300.00"), euro("60.00"),
                       euro("3000.00"), Allocation_order::accelerated_credit});
    REQUIRE(credit.has_value());
    CHECK(left_of(*credit, Debt_part::principal).is_zero());
    CHECK(left_of(*credit, Debt_part::costs) == euro("70.00"));
    CHECK(left_of(*credit, Debt_part::interest) == euro("60.00"));
    CHECK(left_of(*credit, Debt_part::penalty) == euro("300.00"));
    CHECK(test::has(credit->findings, law::order_not_settled));
}

TEST_CASE("what is paid, left and not needed adds up, in order") {
    CHECK(rc::check("payments", [] {
        const auto amount = [] { return Money::cents(*rc::gen::inRange(0, 50'000)); };
        const law::Allocation_request request{
            amount(),
            amount(),
            amount(),
            amount(),
            amount(),
            *rc::gen::element(Allocation_order::general, Allocation_order::accelerated_credit)};
        const auto answer = law::allocate(request);
        RC_ASSERT(answer.has_value());
        Money paid = answer->not_needed;
        Money left = Money::zero();
        bool is_open = false; // a part was left, so nothing may go to the next
        for (const law::Allocated& each : answer->parts) {
            RC_ASSERT(each.paid + each.left == each.due);
            RC_ASSERT(!each.left.is_negative());
            RC_ASSERT(!is_open || each.paid.is_zero());
            is_open = is_open || each.left.is_positive();
            paid += each.paid;
            left += each.left;
        }
        RC_ASSERT(paid == request.payment);
        RC_ASSERT(left == answer->left);
        RC_ASSERT(answer->left.is_zero() || answer->not_needed.is_zero());
    }));
}

TEST_CASE("negative amounts and sums beyond any amount are refused") {
    const auto zero = Money::zero();
    const auto general = Allocation_order::general;
    const auto most = Money::cents(std::numeric_limits<std::int64_t>::max());
    CHECK(law::allocate({euro("-0.01"), zero, zero, zero, zero, general}).error().code() ==
          law::amount_negative);
    CHECK(law::allocate({zero, zero, euro("-0.01"), zero, zero, general}).error().code() ==
          law::amount_negative);
    CHECK_FALSE(law::allocate({zero, most, most, zero, zero, general}).has_value());
}

TEST_CASE("creditors of a settlement share equally, and the parts are the whole") {
    // Exactly 60.00, 172.525 and 17.475: of two halves the first claim gets the cent.
    const std::vector<money::Portion> claims{{"1", 120000}, {"2", 345050}, {"3", 34950}};
    const auto parts = money::split(euro("250.00"), claims);
    REQUIRE(parts.has_value());
    CHECK(*parts == std::vector<Money>{euro("60.00"), euro("172.53"), euro("17.47")});
}
