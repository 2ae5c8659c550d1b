// Goal: no instalment of a plan is ever paid twice. Method: random acts (adopt, prepare, approve,
// export, cancel, end, the bank pays or sends back), where what the bank was told to pay is counted
// apart from the book.
#include "support/payments_under_way.hpp"
#include "with_plan.hpp"

using namespace saldo;
using test::day;
using test::energy;
using test::shop;
using test::With_plan;

namespace {

/// Adopts, pays, sends back and ends in any order, and counts what the bank was told to pay.
class Household_in_plans {
public:
    void act(int what) {
        switch (what) {
        case 0:
            static_cast<void>(with_.adopt());
            break;
        case 1:
        case 2:
            under_way_.take(with_.book.prepare(with_.today, "2026-02-10"));
            break;
        case 3:
        case 4:
            under_way_.leave();
            break;
        case 5:
            under_way_.cancel_run();
            break;
        case 6:
            static_cast<void>(with_.end(std::to_string(*rc::gen::inRange(1, 4))));
            break;
        default:
            under_way_.answer();
        }
    }

    /// Of each due date no more is under way or paid than was promised, and the book says so too.
    void check() const {
        with_.book.check_sound();
        for (const std::string_view claim : {energy, shop}) {
            const Money paid = under_way_.paid_on("debt:" + std::string(claim));
            RC_ASSERT(paid <= Money::cents(claim == energy ? 3'000 : 2'000));
            const auto rows = with_.book.ask([&](app::Unit_of_work& work) {
                return app::plans_on(work, std::nullopt, {day("2026-02-28")});
            });
            Money told = Money::zero();
            for (const app::Plan_row& row : *rows) {
                for (const plans::Instalment_row& each : row.standing.instalments) {
                    const bool is_this =
                        each.promised.claim == claim && each.promised.due == day("2026-02-09");
                    told += is_this ? each.paid : Money::zero();
                }
            }
            RC_ASSERT(told == paid);
        }
    }

private:
    With_plan with_;
    test::Payments_under_way under_way_{with_.book, with_.today, "debt:"};
};

} // namespace

TEST_CASE("no instalment is ever paid twice") {
    CHECK(rc::check("random acts with plans", [] {
        Household_in_plans household;
        const int acts = *rc::gen::inRange(5, 25);
        for (int i = 0; i < acts; ++i) {
            household.act(*rc::gen::inRange(0, 10));
        }
        household.check();
    }));
}
