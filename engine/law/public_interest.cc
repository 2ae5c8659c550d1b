#include "law/public_interest.hpp"

#include "calendar/codes.hpp"
#include "law/checks.hpp"
#include "law/taken.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

constexpr std::int32_t months_in_year = 12;
constexpr std::int32_t days_in_year = 365;

std::string_view figure_of(Public_debt kind) {
    switch (kind) {
    case Public_debt::income_tax:
        return "interest.tax_late";
    case Public_debt::vat:
        return "interest.vat_late";
    case Public_debt::social:
        break;
    }
    return "interest.social";
}

Date next_month(Date day) {
    return day.month() == 12 ? *Date::of(day.year() + 1, 1, 1)
                             : *Date::of(day.year(), day.month() + 1, 1);
}

/// Goes from month to month, or from day to day, and puts those of one figure together.
class Public_accrual {
public:
    Public_accrual(const Figures& figures, const Public_interest_request& request)
        : figures_(figures), request_(request), by_month_(request.kind != Public_debt::social) {}

    Result<Public_interest> reckon() {
        const Date first = by_month_ ? next_month(request_.due) : request_.due.plus_days(1);
        for (Date day = first; day <= request_.to;) {
            const Date next = by_month_ ? next_month(day) : day.plus_days(1);
            if (const auto counted = count(day, next.plus_days(-1)); !counted) {
                return refuse(counted.error());
            }
            day = next;
        }
        std::vector<money::Product> products;
        for (Public_interest_step& step : answer_.steps) {
            products.push_back(
                {request_.principal,
                 {step.rate,
                  money::Rate::of(step.count, by_month_ ? months_in_year : days_in_year)}});
            step.result = money::shown(products.back());
        }
        return money::sum(products, money::Rounding::half_away).map([&](Money total) {
            answer_.interest = total;
            return std::move(answer_);
        });
    }

private:
    Result<Done> count(Date day, Date through) {
        Taken taken(figures_, day);
        const Figure* row = taken.row(figure_of(request_.kind));
        if (row == nullptr) {
            return refuse(*taken.missing());
        }
        if (row != row_) {
            row_ = row;
            answer_.steps.push_back(
                {day, through, 0, taken.percent(row->key), row->key, row->article, {}});
            std::ranges::copy(taken.findings(), std::back_inserter(answer_.findings));
        }
        answer_.steps.back().through = through;
        ++answer_.steps.back().count;
        return Done{};
    }

    const Figures& figures_;
    const Public_interest_request& request_;
    bool by_month_;
    const Figure* row_ = nullptr;
    Public_interest answer_{Money::zero(), {}, {}};
};

} // namespace

Result<Public_interest> public_interest(const Figures& figures,
                                        const Public_interest_request& request) {
    if (const auto checked = not_negative(request.principal); !checked) {
        return refuse(checked.error());
    }
    if (request.to < request.due) {
        return refuse(calendar::empty_range, {{"from", calendar::format(request.due)},
                                              {"until", calendar::format(request.to)}});
    }
    return Public_accrual(figures, request).reckon();
}

} // namespace saldo::law
