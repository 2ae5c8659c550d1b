#include "dossier/ledger_accounts.hpp"
#include "help/transfer.hpp"

#include <algorithm>
#include <set>

namespace saldo::help {

namespace {

using dossier::Dossier;

/// Makes of a dossier what another office opens.
class Handover {
public:
    Handover(const Dossier& dossier, const Handover_facts& facts) : made_(dossier), facts_(facts) {
        for (const Due_state& due : facts.dues) {
            if (due.paid >= due.amount) {
                paid_.emplace(due.subject, due.due);
            }
        }
    }

    Dossier run() {
        leave_out();
        open_accounts();
        for (dossier::Creditor& creditor : made_.creditors) {
            for (dossier::Claim& claim : creditor.claims) {
                hand_over(claim_id(creditor, claim), claim);
                if (claim.instalment) {
                    begin_after(code_of(creditor, claim), claim.instalment->schedule);
                }
            }
        }
        hand_over_lines();
        hand_over_bills();
        hand_over_plans();
        return std::move(made_);
    }

private:
    void leave_out() {
        made_.closed.reset();
        made_.mandates.clear();
        made_.workers.clear();
        made_.course.reset();
        made_.closing.reset();
    }

    void open_accounts() {
        for (dossier::Account& account : made_.accounts) {
            const auto state = std::ranges::find(facts_.accounts, account.id, &Account_state::id);
            if (state != facts_.accounts.end()) {
                account.opening = {state->date, state->balance};
            }
        }
        for (dossier::Pot& pot : made_.pots) {
            const auto state = std::ranges::find_if(facts_.pots, [&](const Pot_state& each) {
                return each.account == pot.account && each.pot == pot.id;
            });
            pot.opening = state == facts_.pots.end() ? Money::zero() : state->balance;
        }
    }

    void hand_over(const std::string& id, dossier::Claim& claim) {
        for (dossier::Status_change& change : claim.history) {
            change.user = transferred_user;
        }
        for (dossier::Decision& decision : claim.decisions) {
            decision.user = transferred_user;
        }
        const auto paid = facts_.paid.find(id);
        if (paid == facts_.paid.end()) {
            return;
        }
        for (const claims::Paid& each : without_returned(paid->second)) {
            claim.payments.push_back({each.date, each.amount, facts_.office, {}});
        }
    }

    /// A payment that came back, and that it came back, are left out.
    static std::vector<claims::Paid> without_returned(std::vector<claims::Paid> all) {
        std::vector<claims::Paid> kept;
        for (const claims::Paid& each : all) {
            if (each.amount.is_positive()) {
                kept.push_back(each);
                continue;
            }
            auto of_it = std::ranges::find_if(kept, [&](const claims::Paid& other) {
                return other.source == each.source && other.amount == -each.amount;
            });
            if (of_it == kept.end()) {
                of_it = std::ranges::find(kept, -each.amount, &claims::Paid::amount);
            }
            if (of_it != kept.end()) {
                kept.erase(of_it);
            }
        }
        return kept;
    }

    void hand_over_lines() {
        for (dossier::Budget_line& line : made_.budget_lines) {
            const bool income = line.direction == dossier::Direction::income;
            for (dossier::Payer_change& change : line.payer_changes) {
                change.user = transferred_user;
            }
            if (line.payer_changes.empty()) {
                begin_after(
                    ledger::code(income ? ledger::Kind::income : ledger::Kind::expense, line.id),
                    line.schedule);
            }
        }
        for (dossier::Living_money& each : made_.living_money) {
            begin_after(ledger::code(ledger::Kind::living_money, each.id), each.schedule);
        }
    }

    /// What was paid ahead is due no more.
    void begin_after(const std::string& subject, dossier::Schedule& schedule) {
        std::optional<Date> last;
        for (const auto& [of, due] : paid_) {
            if (of == subject && due > facts_.on) {
                last = std::max(last.value_or(due), due);
            }
        }
        if (!last || *last < schedule.period.from()) {
            return;
        }
        const auto until = schedule.period.last();
        if (const auto rest = calendar::Date_range::through(last->plus_days(1), until)) {
            schedule.period = *rest;
        }
    }

    [[nodiscard]] bool is_over(const std::string& account, const std::string& subject, Date due) {
        const auto state = std::ranges::find(facts_.accounts, account, &Account_state::id);
        const bool before_book = state != facts_.accounts.end() && due <= state->date;
        return before_book || due <= facts_.on || paid_.contains({subject, due});
    }

    void hand_over_bills() {
        std::erase_if(made_.bills, [&](const dossier::Bill& bill) {
            return bill.cancelled || is_over(bill.account, code_of(bill), bill.due);
        });
    }

    void hand_over_plans() {
        for (dossier::Adopted_plan& plan : made_.plans) {
            std::erase_if(plan.instalments, [&](const dossier::Plan_instalment& each) {
                return is_over(plan.account, ledger::code(ledger::Kind::debt, each.claim),
                               each.due);
            });
            plan.user = transferred_user;
            for (dossier::Plan_answer& answer : plan.answers) {
                answer.user = transferred_user;
            }
        }
        std::erase_if(made_.plans, [&](const dossier::Adopted_plan& plan) {
            return plan.ended || plan.instalments.empty() ||
                   std::ranges::find(facts_.plans, plan.id, &Plan_text::plan) == facts_.plans.end();
        });
    }

    Dossier made_;
    const Handover_facts& facts_;
    std::set<std::pair<std::string, Date>> paid_; ///< due dates of which all is paid
};

} // namespace

Dossier as_opened(const Dossier& dossier, const Handover_facts& facts) {
    return Handover(dossier, facts).run();
}

} // namespace saldo::help
