#include "plans/standing.hpp"

#include "dossier/names.hpp"
#include "plans/codes.hpp"

#include <algorithm>

namespace saldo::plans {

namespace {

using dossier::Adopted_plan;
using dossier::Plan_answer;
using dossier::Plan_instalment;

/// As the plan was known on the day.
Adopted_plan known_on(Adopted_plan plan, Date on) {
    std::erase_if(plan.answers, [&](const Plan_answer& answer) { return answer.date > on; });
    if (plan.ended && plan.ended->date > on) {
        plan.ended.reset();
    }
    return plan;
}

/// Goes through a plan once.
class Reckoning {
public:
    Reckoning(const Adopted_plan& plan,
              const std::string& dossier,
              const Fulfilled_dues& fulfilled,
              const View& view)
        : plan_(known_on(plan, view.on)), dossier_(dossier), fulfilled_(fulfilled), view_(view) {}

    Standing run() {
        for (const Plan_instalment& promised : plan_.instalments) {
            add(promised);
        }
        standing_.state = state();
        for (auto& [id, row] : creditors_) {
            add_answer(row);
            standing_.creditors.push_back(std::move(row));
        }
        return std::move(standing_);
    }

private:
    void add(const Plan_instalment& promised) {
        const auto found = fulfilled_.find({promised.claim, promised.due});
        const Fulfilled done = found == fulfilled_.end() ? Fulfilled{} : found->second;
        const bool counts = is_promised(plan_, promised);
        Instalment_row row{promised, done.paid, state_of(promised, done, counts), false};
        is_paid_ = is_paid_ && row.state == Instalment_state::paid;
        row.breaks = counts && done.paid < promised.amount && !done.ordered &&
                     view_.on > promised.due.plus_days(view_.grace_days);
        const std::string creditor = promised.claim.substr(0, promised.claim.find('/'));
        Creditor_row& of = creditors_.try_emplace(creditor, Creditor_row{creditor}).first->second;
        const Money until = counts && promised.due <= view_.on ? promised.amount : Money::zero();
        const Money left =
            counts ? std::max(promised.amount - done.paid, Money::zero()) : Money::zero();
        for (auto* sums : {&of.promised, &standing_.promised}) {
            *sums += until;
        }
        for (auto* sums : {&of.paid, &standing_.paid}) {
            *sums += done.paid;
        }
        for (auto* sums : {&of.remaining, &standing_.remaining}) {
            *sums += left;
        }
        if (row.breaks) {
            is_broken_ = true;
            tell_broken(row);
        }
        standing_.instalments.push_back(std::move(row));
    }

    [[nodiscard]] Instalment_state
    state_of(const Plan_instalment& promised, const Fulfilled& done, bool counts) const {
        if (done.ordered) {
            return Instalment_state::ordered;
        }
        if (done.paid >= promised.amount) {
            return Instalment_state::paid;
        }
        if (done.in_run) {
            return Instalment_state::in_run;
        }
        if (done.paid.is_positive()) {
            return Instalment_state::partly_paid;
        }
        if (!counts) {
            return Instalment_state::ended;
        }
        return promised.due < view_.on ? Instalment_state::late : Instalment_state::due;
    }

    [[nodiscard]] Plan_state state() const {
        if (is_paid_) {
            return Plan_state::paid;
        }
        if (plan_.ended) {
            return Plan_state::ended;
        }
        return is_broken_ ? Plan_state::broken : Plan_state::running;
    }

    void tell_broken(const Instalment_row& row) {
        add(plan_broken, Severity::warning,
            {{"claim", row.promised.claim},
             {"due", format(row.promised.due)},
             {"stated", format(row.promised.amount)},
             {"computed", format(row.paid)}});
    }

    void add_answer(Creditor_row& row) {
        for (const Plan_answer& answer : plan_.answers) {
            if (answer.creditor == row.creditor) {
                row.answer = answer;
            }
        }
        if (row.answer && row.answer->reply != dossier::Plan_reply::accepted) {
            const bool is_offer = row.answer->reply == dossier::Plan_reply::counter_offer;
            const auto& amount = row.answer->amount;
            add(is_offer ? counter_offer : answer_refused, Severity::warning,
                {{"creditor", row.creditor},
                 {"date", format(row.answer->date)},
                 {"amount", amount ? format(*amount) : std::string()}});
        }
        row.is_silent = !row.answer && view_.on > plan_.adopted.plus_days(view_.answer_days);
        if (row.is_silent && !plan_.ended) {
            add(no_answer, Severity::info,
                {{"creditor", row.creditor}, {"date", format(plan_.adopted)}});
        }
    }

    void add(Code code, Severity severity, Params facts) {
        Params params{{"dossier", dossier_}, {"plan", plan_.id}};
        params.insert(params.end(), facts.begin(), facts.end());
        standing_.findings.push_back({code, severity, {}, std::move(params)});
    }

    Adopted_plan plan_;
    const std::string& dossier_;
    const Fulfilled_dues& fulfilled_;
    View view_;
    std::map<std::string, Creditor_row> creditors_;
    bool is_broken_ = false;
    bool is_paid_ = true;
    Standing standing_;
};

} // namespace

std::vector<Fulfilled_dues>
by_plan(const std::vector<Adopted_plan>& plans, const Fulfilled_dues& dues, Date on) {
    struct Owner {
        std::size_t plan = 0;
        bool promises = false;
    };

    std::map<std::pair<std::string, Date>, Owner> owners;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (plans[i].adopted > on) {
            continue;
        }
        const Adopted_plan plan = known_on(plans[i], on);
        for (const Plan_instalment& each : plan.instalments) {
            Owner& owner = owners[{each.claim, each.due}];
            const bool promises = is_promised(plan, each);
            if (promises || !owner.promises) {
                owner = {i, promises};
            }
        }
    }
    std::vector<Fulfilled_dues> shares(plans.size());
    for (const auto& [due, done] : dues) {
        if (const auto owner = owners.find(due); owner != owners.end()) {
            shares[owner->second.plan].emplace(due, done);
        }
    }
    return shares;
}

Standing standing_of(const Adopted_plan& plan,
                     const std::string& dossier,
                     const Fulfilled_dues& fulfilled,
                     const View& view) {
    return Reckoning(plan, dossier, fulfilled, view).run();
}

} // namespace saldo::plans
