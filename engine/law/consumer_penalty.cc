#include "law/consumer_penalty.hpp"

#include "law/checks.hpp"
#include "law/codes.hpp"
#include "law/working_days.hpp"

#include <algorithm>
#include <iterator>

namespace saldo::law {

namespace {

constexpr std::string_view old_contracts = "xix.applies_old_contracts_from";

Finding remark(Code code, Params params = {}, Severity severity = Severity::info) {
    return {code, severity, {}, std::move(params)};
}

/// The first day on which a penalty may be asked after the reminder.
Result<Date> first_day(const Figures& figures, const Reminder& reminder, Findings& findings) {
    Taken taken(figures, reminder.sent);
    const std::int32_t wait = taken.count("xix.wait_days");
    const std::int32_t post = taken.count("xix.wait_start_post");
    const std::int32_t electronic = taken.count("xix.wait_start_electronic");
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    std::ranges::copy(taken.findings(), std::back_inserter(findings));
    if (reminder.by == Sent_by::electronic) {
        return reminder.sent.plus_days(electronic + wait);
    }
    const Date first = nth_working_day_after(reminder.sent, post, false).plus_days(wait);
    const Date sooner = nth_working_day_after(reminder.sent, post, true).plus_days(wait);
    if (sooner != first) {
        findings.push_back(
            remark(saturday_in_doubt, {{"from", calendar::format(sooner)}}, Severity::warning));
    }
    return first;
}

/// Whether book XIX holds for the contract on the day, and what that means for a clause.
Result<Done> look_at_contract(Taken& taken,
                              const Figures& figures,
                              const Penalty_request& request,
                              Findings& findings) {
    const Figure* start = taken.row("xix.penalty.t1");
    if (start == nullptr) {
        return refuse(*taken.missing());
    }
    if (!request.contract) {
        if (figures.find(old_contracts, request.on) == nullptr) {
            findings.push_back(remark(new_contracts_only,
                                      {{"from", calendar::format(start->in_force.from())}},
                                      Severity::warning));
        }
        return Done{};
    }
    const bool is_old = *request.contract < start->in_force.from();
    if (is_old && taken.row(old_contracts) == nullptr) {
        return refuse(*taken.missing());
    }
    findings.push_back(remark(is_old ? clause_is_reduced : clause_is_void));
    return Done{};
}

/// The penalty of art. XIX.4 on the balance.
Result<Done> add_penalty(Taken& taken, Workings& workings, Money balance) {
    const Money first = taken.money("xix.penalty.t1");
    const Money second = taken.money("xix.penalty.t2");
    if (balance <= first) {
        workings.add_amount("xix.penalty.base1");
    } else if (balance <= second) {
        workings.add_amount("xix.penalty.base2");
        workings.add_percent("xix.penalty.pct2", balance - first);
    } else {
        workings.add_amount("xix.penalty.base3");
        workings.add_percent("xix.penalty.pct3", balance - second);
        workings.at_most("xix.penalty.max");
    }
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    return Done{};
}

} // namespace

Result<Penalty> consumer_penalty(const Figures& figures, const Penalty_request& request) {
    if (const auto checked = positive(request.balance); !checked) {
        return refuse(checked.error());
    }
    Taken taken(figures, request.on);
    Workings workings(taken);
    Penalty answer{Money::zero(), std::nullopt, {}, {}};
    if (const auto held = look_at_contract(taken, figures, request, answer.findings); !held) {
        return refuse(held.error());
    }
    if (request.reminder) {
        const auto first = first_day(figures, *request.reminder, answer.findings);
        if (!first) {
            return refuse(first.error());
        }
        answer.asked_from = *first;
        if (request.on < *first) {
            answer.findings.push_back(
                remark(reminder_runs, {{"from", calendar::format(*first)}}, Severity::warning));
            return answer;
        }
    } else {
        answer.findings.push_back(remark(reminder_needed));
    }
    if (const auto added = add_penalty(taken, workings, request.balance); !added) {
        return refuse(added.error());
    }
    return workings.total().map([&](Money penalty) {
        answer.penalty = penalty;
        answer.steps = workings.steps();
        std::ranges::copy(taken.findings(), std::back_inserter(answer.findings));
        return std::move(answer);
    });
}

} // namespace saldo::law
