#include "help/closing.hpp"

#include "dossier/names.hpp"
#include "help/codes.hpp"
#include "help/forms.hpp"

#include <algorithm>

namespace saldo::help {

namespace {

using dossier::Account_kind;
using dossier::Dossier;

/// What stands against one check, or against closing at all.
class Obstacles {
public:
    Obstacles(const Dossier& dossier, const Closing_facts& facts, Date on)
        : dossier_(dossier), facts_(facts), on_(on) {}

    void look(Closing_check check) {
        switch (check) {
        case Closing_check::no_dues:
            return look_at_dues();
        case Closing_check::no_orders:
            return look_at_payments();
        case Closing_check::no_suspense:
            return look_at_suspense();
        case Closing_check::withdrawal_empty:
            return look_at_money(Account_kind::living_money);
        case Closing_check::savings_empty:
            return look_at_money(Account_kind::savings);
        case Closing_check::pots_empty:
            return look_at_pots();
        case Closing_check::budget_empty:
            return look_at_money({});
        case Closing_check::help_ended:
            return look_at_help();
        case Closing_check::aftercare_set:
            if (!dossier_.closing->aftercare) {
                add(aftercare_missing, {});
            }
            return;
        case Closing_check::transfer_signed:
            return look_at_transfer();
        }
    }

    [[nodiscard]] Findings found() && { return std::move(findings_); }

private:
    void look_at_dues() {
        for (const Due_ahead& due : facts_.dues) {
            add(dues_ahead, {{"subject", due.subject}, {"due", format(due.first)}});
        }
        for (const dossier::Adopted_plan& plan : dossier_.plans) {
            const bool goes_on =
                !plan.ended && std::ranges::any_of(plan.instalments, [&](const auto& each) {
                    return each.due > on_;
                });
            if (goes_on) {
                add(plan_runs, {{"plan", plan.id}});
            }
        }
    }

    void look_at_payments() {
        const auto tell = [&](Code code, const Payments_left& left) {
            if (left.count != 0) {
                add(code, {{"count", std::to_string(left.count)}, {"amount", format(left.total)}});
            }
        };
        tell(payments_waiting, facts_.waiting);
        tell(payments_ordered, facts_.ordered);
    }

    void look_at_suspense() {
        if (facts_.suspense != 0) {
            add(suspense_left, {{"count", std::to_string(facts_.suspense)}});
        }
    }

    /// Of accounts of a kind, or of all.
    void look_at_money(std::optional<Account_kind> kind) {
        for (const Account_left& account : facts_.accounts) {
            if ((!kind || account.kind == *kind) && !account.balance.is_zero()) {
                add(money_left, {{"account", account.id}, {"balance", format(account.balance)}});
            }
        }
    }

    void look_at_pots() {
        for (const Pot_left& pot : facts_.pots) {
            add(pot_holds_money,
                {{"pot", pot.pot}, {"account", pot.account}, {"balance", format(pot.balance)}});
        }
    }

    void look_at_help() {
        for (const dossier::Mandate& mandate : dossier_.mandates) {
            const Params form{{"form", std::string(dossier::name(mandate.kind))}};
            const Form_state state = state_on(mandate, on_.plus_days(1));
            if (state == Form_state::running || state == Form_state::planned) {
                add(form_runs, form);
            } else if (mandate.proxy && !mandate.proxy_ended) {
                add(proxy_runs_on,
                    {form.front(), {"last", format(mandate.period.last().value_or(on_))}});
            }
        }
    }

    void look_at_transfer() {
        const auto& transfer = dossier_.closing->transfer;
        if (!transfer) {
            return add(transfer_missing, {});
        }
        const auto signature = [&](const char* whose, const auto& paper) {
            if (!paper) {
                add(signature_missing, {{"signature", whose}});
            }
        };
        signature("handed_over", transfer->handed_over);
        signature("taken_over", transfer->taken_over);
        for (const Account_left& account : facts_.accounts) {
            const auto stated = facts_.handed_over.find(account.id);
            if (stated == facts_.handed_over.end() || stated->second != account.balance) {
                add(transfer_outdated,
                    {{"account", account.id},
                     {"stated", stated == facts_.handed_over.end() ? "" : format(stated->second)},
                     {"computed", format(account.balance)}});
            }
        }
    }

    void add(Code code, Params params) {
        params.insert(params.begin(), {"dossier", dossier_.number});
        findings_.push_back({code, Severity::error, {}, std::move(params)});
    }

    const Dossier& dossier_;
    const Closing_facts& facts_;
    Date on_;
    Findings findings_;
};

/// What stands against closing the dossier, whatever steps the office has.
Findings left_over(const Dossier& dossier, const Closing_facts& facts, Date on) {
    Obstacles obstacles(dossier, facts, on);
    obstacles.look(Closing_check::no_orders);
    obstacles.look(Closing_check::no_suspense);
    obstacles.look(dossier.closing->reason == dossier::Help_stop::moved
                       ? Closing_check::transfer_signed
                       : Closing_check::budget_empty);
    return std::move(obstacles).found();
}

const dossier::Closing_step* done_step(const Dossier& dossier, const std::string& key) {
    const auto& steps = dossier.closing->steps;
    const auto found = std::ranges::find(steps, key, &dossier::Closing_step::step);
    return found == steps.end() ? nullptr : &*found;
}

/// The steps before this one that are for the closing and not done.
std::vector<std::string>
missing_before(const Closing_list& list, const Closing_rule& rule, const Dossier& dossier) {
    std::vector<std::string> missing;
    for (const std::string& key : rule.after) {
        const auto before = std::ranges::find(list.steps, key, &Closing_rule::key);
        if (before != list.steps.end() && is_for(*before, dossier.closing->reason) &&
            done_step(dossier, key) == nullptr) {
            missing.push_back(key);
        }
    }
    return missing;
}

bool all_done(const Closing_list& list, const Dossier& dossier) {
    return std::ranges::all_of(list.steps, [&](const Closing_rule& rule) {
        return !is_for(rule, dossier.closing->reason) || done_step(dossier, rule.key) != nullptr;
    });
}

/// The step of the list, if it may be done as far as the list goes.
Result<const Closing_rule*>
find_step(const Dossier& dossier, const Closing_list& list, const dossier::Closing_step& step) {
    if (!dossier.closing) {
        return refuse(closing_not_decided, {{"dossier", dossier.number}});
    }
    const auto rule = std::ranges::find(list.steps, step.step, &Closing_rule::key);
    const Params params{{"dossier", dossier.number}, {"step", step.step}};
    if (rule == list.steps.end()) {
        return refuse(step_unknown, params);
    }
    if (!is_for(*rule, dossier.closing->reason)) {
        return refuse(step_not_for, params);
    }
    if (done_step(dossier, step.step) != nullptr) {
        return refuse(step_done, params);
    }
    if (const auto missing = missing_before(list, *rule, dossier); !missing.empty()) {
        Params with_first = params;
        with_first.push_back({"first", missing.front()});
        return refuse(step_comes_after, std::move(with_first));
    }
    if (rule->needs_document && step.document.empty()) {
        return refuse(step_needs_document, params);
    }
    return &*rule;
}

} // namespace

Findings
stands_against(Closing_check check, const Dossier& dossier, const Closing_facts& facts, Date on) {
    Obstacles obstacles(dossier, facts, on);
    obstacles.look(check);
    return std::move(obstacles).found();
}

std::vector<Step_row> closing_rows(const Closing_list& list,
                                   const Dossier& dossier,
                                   const Closing_facts& facts,
                                   Date on) {
    invariant(dossier.closing.has_value(), "it is decided that the help ends");
    std::vector<Step_row> rows;
    for (const Closing_rule& rule : list.steps) {
        if (!is_for(rule, dossier.closing->reason)) {
            continue;
        }
        Step_row row{.rule = rule, .against = {}};
        if (const dossier::Closing_step* done = done_step(dossier, rule.key)) {
            row.state = Step_state::done;
            row.done = *done;
            rows.push_back(std::move(row));
            continue;
        }
        row.waits_for = missing_before(list, rule, dossier);
        if (rule.check) {
            row.against = stands_against(*rule.check, dossier, facts, on);
        }
        if (!row.waits_for.empty()) {
            row.state = Step_state::waits;
        } else if (!row.against.empty()) {
            row.state = Step_state::blocked;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<Done> decide_closing(Dossier& dossier, dossier::Closing closing) {
    if (dossier.closing) {
        return refuse(closing_decided,
                      {{"dossier", dossier.number}, {"decided", format(dossier.closing->decided)}});
    }
    dossier.closing = std::move(closing);
    return Done();
}

Result<Done> do_step(Dossier& dossier,
                     const Closing_list& list,
                     const Closing_facts& facts,
                     dossier::Closing_step step) {
    const auto rule = find_step(dossier, list, step);
    if (!rule) {
        return refuse(rule.error());
    }
    const Date on = step.date;
    if ((*rule)->check) {
        if (Findings against = stands_against(*(*rule)->check, dossier, facts, on);
            !against.empty()) {
            return refuse(Refusal(std::move(against)));
        }
    }
    dossier.closing->steps.push_back(std::move(step));
    if (!all_done(list, dossier)) {
        return Done();
    }
    if (Findings left = left_over(dossier, facts, on); !left.empty()) {
        return refuse(Refusal(std::move(left)));
    }
    dossier.closed = on;
    return Done();
}

std::optional<Aftercare_due> aftercare_due(const Dossier& dossier, Date on) {
    if (!dossier.closing || !dossier.closing->aftercare || *dossier.closing->aftercare > on) {
        return std::nullopt;
    }
    Aftercare_due due{*dossier.closing->aftercare,
                      calendar::days_between(*dossier.closing->aftercare, on)};
    for (const dossier::Aftercare_check& check : dossier.closing->checks) {
        if (check.date < due.due || check.date > on) {
            continue;
        }
        if (check.outcome != dossier::Aftercare_outcome::not_reached) {
            return std::nullopt;
        }
        due.last = check;
    }
    return due;
}

Result<Findings> add_aftercare(Dossier& dossier, dossier::Aftercare_check check) {
    if (!dossier.closing || !dossier.closed || check.date < *dossier.closed) {
        return refuse(no_aftercare, {{"dossier", dossier.number}});
    }
    Findings findings;
    if (check.outcome == dossier::Aftercare_outcome::relapse) {
        findings.push_back({relapse, Severity::warning, {}, {{"dossier", dossier.number}}});
    }
    dossier.closing->checks.push_back(std::move(check));
    return findings;
}

} // namespace saldo::help
