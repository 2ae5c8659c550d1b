#include "law/attachable.hpp"

#include "law/codes.hpp"
#include "law/taken.hpp"
#include "money/scale.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

struct Band {
    std::string_view above; ///< key of the limit it begins at
    std::string_view upto;  ///< key of the limit it ends at; empty for the last
    std::string_view percent;
};

constexpr std::array labour_bands{
    Band{"attach.t1", "attach.t2", "attach.pct.labour.t1_t2"},
    Band{"attach.t2", "attach.t3", "attach.pct.labour.t2_t3"},
    Band{"attach.t3", "attach.t4", "attach.pct.labour.t3_t4"},
    Band{"attach.t4", "", "attach.pct.labour.above_t4"},
};

constexpr std::array replacement_bands{
    Band{"attach.t1", "attach.t2", "attach.pct.replacement.t1_t2"},
    Band{"attach.t2", "attach.t4", "attach.pct.replacement.t2_t4"},
    Band{"attach.t4", "", "attach.pct.replacement.above_t4"},
};

std::span<const Band> bands_of(Income_kind kind) {
    if (kind == Income_kind::replacement) {
        return replacement_bands;
    }
    return labour_bands;
}

Result<Money> whole_income(const Attachable_request& request) {
    Money income = Money::zero();
    for (const Money each : request.incomes) {
        if (each.is_negative()) {
            return refuse(amount_negative, {{"stated", money::format(each)}});
        }
        income += each;
    }
    if (request.children < 0) {
        return refuse(count_negative, {{"stated", std::to_string(request.children)}});
    }
    return income;
}

Result<Attachable>
within_limits(const Figures& figures, const Attachable_request& request, Money income) {
    Taken taken(figures, request.on);
    Attachable answer{Money::zero(), income, {}, {}};
    std::vector<money::Product> slices;
    for (const Band& band : bands_of(request.kind)) {
        const Money above = taken.money(band.above);
        const Money upto = band.upto.empty() ? income : taken.money(band.upto);
        const money::Rate percent = taken.percent(band.percent);
        const Money slice = std::max(std::min(income, upto) - above, Money::zero());
        const Figure* row = figures.find(band.percent, request.on);
        if (row != nullptr && slice.is_positive()) {
            slices.push_back({slice, {percent}});
            answer.steps.push_back({std::string(band.percent), row->article, slice, row->value,
                                    money::shown(slices.back())});
        }
    }
    // The supplement belongs to the set of limits: a set without it is not complete.
    const Money child = taken.money("attach.child");
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    if (request.children > 0) {
        slices.push_back({-child, {money::Rate::of(request.children, 1)}});
        answer.steps.push_back({"attach.child", figures.find("attach.child", request.on)->article,
                                -child, std::to_string(request.children),
                                money::shown(slices.back())});
    }
    answer.findings = taken.findings();
    return money::sum(slices, money::Rounding::half_away).map([&](Money total) {
        answer.attachable = std::max(total, Money::zero());
        answer.kept = income - answer.attachable;
        return std::move(answer);
    });
}

} // namespace

Result<Attachable> attachable(const Figures& figures, const Attachable_request& request) {
    return whole_income(request).and_then([&](Money income) -> Result<Attachable> {
        if (request.maintenance) {
            const Finding finding{limits_do_not_apply, Severity::info, {}, {}};
            return Attachable{income, Money::zero(), {}, {finding}};
        }
        return within_limits(figures, request, income);
    });
}

} // namespace saldo::law
