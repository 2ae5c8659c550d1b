#include "law/attachable.hpp"

#include "law/checks.hpp"
#include "law/codes.hpp"

#include <algorithm>
#include <span>

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

Result<Attachable>
within_limits(const Figures& figures, const Attachable_request& request, Money income) {
    Taken taken(figures, request.on);
    Workings workings(taken);
    for (const Band& band : bands_of(request.kind)) {
        const Money above = taken.money(band.above);
        const Money upto = band.upto.empty() ? income : taken.money(band.upto);
        workings.add_percent(band.percent, std::max(std::min(income, upto) - above, Money::zero()));
    }
    workings.add_amount("attach.child", -std::int64_t{request.children});
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    return workings.total().map([&](Money total) {
        const Money attached = std::max(total, Money::zero());
        return Attachable{attached, income - attached, workings.steps(), taken.findings()};
    });
}

} // namespace

Result<Attachable> attachable(const Figures& figures, const Attachable_request& request) {
    return sum_not_negative(request.incomes).and_then([&](Money income) -> Result<Attachable> {
        if (const auto counted = count_not_negative(request.children); !counted) {
            return refuse(counted.error());
        }
        if (request.maintenance) {
            const Finding finding{limits_do_not_apply, Severity::info, {}, {}};
            return Attachable{income, Money::zero(), {}, {finding}};
        }
        return within_limits(figures, request, income);
    });
}

} // namespace saldo::law
