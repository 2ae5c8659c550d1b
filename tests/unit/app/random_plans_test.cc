// Goal: no instalment of a plan is ever paid twice. Method: random acts (adopt, prepare, approve,
// export, cancel, end, the bank pays or sends back), where what the bank was told to pay is counted
// apart from the book.
#include "with_plan.hpp"

#include <rapidcheck.h>

using namespace saldo;
using test::day;
using test::debts_of;
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
            if (const auto prepared = with_.book.prepare(with_.today, "2026-02-10")) {
                waiting_.push_back(*prepared);
            }
            break;
        case 3:
        case 4:
            leave();
            break;
        case 5:
            if (!waiting_.empty()) {
                RC_ASSERT(with_.book.cancel(with_.today, waiting_.back().run.number).has_value());
                waiting_.pop_back();
            }
            break;
        case 6:
            static_cast<void>(with_.end(std::to_string(*rc::gen::inRange(1, 4))));
            break;
        default:
            answer();
        }
    }

    /// Of each due date no more is under way or paid than was promised, and the book says so too.
    void check() const {
        with_.book.check_sound();
        for (const std::string_view claim : {energy, shop}) {
            Money paid = Money::zero();
            for (const Sent& sent : sent_) {
                const bool counts =
                    sent.line.proposal.occurrence.subject == "debt:" + std::string(claim);
                paid += counts && !sent.came_back ? sent.line.proposal.amount : Money::zero();
            }
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
    struct Sent {
        payments::Run_line line;
        bool executed = false;
        bool came_back = false;
    };

    /// Approves and exports the run that waits longest.
    void leave() {
        if (waiting_.empty()) {
            return;
        }
        const app::Run_sheet sheet = waiting_.front();
        waiting_.erase(waiting_.begin());
        RC_ASSERT(with_.book.approve(with_.today, sheet.run.number).has_value());
        RC_ASSERT(with_.book.export_run(with_.today, sheet.run.number).has_value());
        for (const payments::Run_line& line : debts_of(sheet)) {
            if (!line.end_to_end_id.empty()) {
                sent_.push_back({line});
            }
        }
    }

    /// The bank carries out a payment, or sends back one that it carried out.
    void answer() {
        if (sent_.empty()) {
            return;
        }
        Sent& sent = sent_[*rc::gen::inRange<std::size_t>(0, sent_.size())];
        if (sent.came_back) {
            return;
        }
        RC_ASSERT(with_.book.carry_out(sent.line, sent.executed, ++statement_).has_value());
        sent.came_back = sent.executed;
        sent.executed = true;
    }

    With_plan with_;
    std::uint32_t statement_ = 11;
    std::vector<app::Run_sheet> waiting_;
    std::vector<Sent> sent_;
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
