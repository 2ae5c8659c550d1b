#include "law/interest.hpp"

#include "calendar/codes.hpp"
#include "law/checks.hpp"
#include "law/codes.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

std::int32_t length_of_year(int year) {
    return days_between(*Date::of(year, 1, 1), *Date::of(year + 1, 1, 1));
}

/// Cuts the days into runs of one rate and one length of year, and reckons each.
class Accrual {
public:
    Accrual(const Figures& figures, const Interest_request& request)
        : figures_(figures), request_(request) {}

    Result<Interest> reckon() {
        for (Date day = request_.from.plus_days(1); day <= request_.to;) {
            Interest_step step{day, request_.to, 0, money::Rate::of(0, 1), 365, {}, {}, {}};
            if (const auto rated = set_rate(step); !rated) {
                return refuse(rated.error());
            }
            if (request_.day_count == Day_count::actual_actual) {
                step.days_of_year = length_of_year(day.year());
                step.through = std::min(step.through, *Date::of(day.year(), 12, 31));
            }
            step.days = calendar::days_between(day, step.through) + 1;
            add(step);
            day = step.through.plus_days(1);
        }
        return money::sum(answer_.products, money::Rounding::half_away).map([&](Money total) {
            answer_.interest = total;
            return std::move(answer_);
        });
    }

private:
    /// The rate of the first day, and the last day it holds.
    Result<Done> set_rate(Interest_step& step) {
        if (const auto* stated = std::get_if<money::Rate>(&request_.rate)) {
            step.rate = *stated;
            return Done{};
        }
        Taken taken(figures_, step.from);
        const Figure* row = taken.row(figure_of(std::get<Legal_rate>(request_.rate)));
        if (row == nullptr) {
            return refuse(*taken.missing());
        }
        step.rate = taken.percent(row->key);
        step.figure = row->key;
        step.article = row->article;
        step.through = std::min(step.through, row->in_force.last().value_or(step.through));
        std::ranges::copy(taken.findings(), std::back_inserter(answer_.findings));
        return Done{};
    }

    void add(Interest_step& step) {
        answer_.products.push_back(
            {request_.principal, {step.rate, money::Rate::of(step.days, step.days_of_year)}});
        step.result = money::shown(answer_.products.back());
        answer_.steps.push_back(step);
    }

    const Figures& figures_;
    const Interest_request& request_;
    Interest answer_{Money::zero(), {}, {}, {}};
};

} // namespace

std::string figure_of(Legal_rate rate) {
    return "interest." + std::string(name_in(legal_rate_names, rate));
}

Result<Interest> interest(const Figures& figures, const Interest_request& request) {
    if (const auto checked = not_negative(request.principal); !checked) {
        return refuse(checked.error());
    }
    if (const auto* stated = std::get_if<money::Rate>(&request.rate)) {
        if (const auto checked = rate_not_negative(*stated); !checked) {
            return refuse(checked.error());
        }
    }
    if (request.to < request.from) {
        return refuse(calendar::empty_range, {{"from", calendar::format(request.from)},
                                              {"until", calendar::format(request.to)}});
    }
    return Accrual(figures, request).reckon();
}

} // namespace saldo::law
