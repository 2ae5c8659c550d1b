#include "law/mediator_fees.hpp"

#include "calendar/rhythm.hpp"
#include "law/checks.hpp"
#include "law/codes.hpp"

#include <algorithm>

namespace saldo::law {

namespace {

/// Far above any plan, and so few that no anniversary leaves the calendar.
constexpr std::int32_t years_max = 99;

constexpr std::string_view levy_key = "justrestart.levy";

std::optional<Money> levy_on(const Figures& figures, Date on) {
    const Figure* row = figures.find(levy_key, on);
    return row == nullptr ? std::nullopt : std::optional(money::parse(row->value).value());
}

void remark_length(const Figures& figures, const Levies_request& request, Findings& findings) {
    Taken taken(figures, request.admissibility);
    const std::int32_t longest = taken.count("csr.amicable_max");
    if (!taken.missing() && request.years > longest) {
        findings.push_back(
            {plan_is_long,
             Severity::warning,
             {},
             {{"stated", std::to_string(request.years)}, {"known", std::to_string(longest)}}});
    }
}

} // namespace

Result<Mediator_fees> mediator_fees(const Figures& figures, std::int32_t creditors, Date on) {
    if (const auto checked = count_not_negative(creditors); !checked) {
        return refuse(checked.error());
    }
    Taken taken(figures, on);
    const std::int32_t extra =
        std::max(creditors - taken.count("mediator.included_creditors"), std::int32_t{0});
    Workings base(taken);
    base.add_amount("mediator.art2_1.base");
    base.add_amount("mediator.art2_1.extra_creditor", extra);
    Workings follow_up(taken);
    follow_up.add_amount("mediator.art2_3.year");
    follow_up.add_amount("mediator.art2_3.extra_creditor", extra);
    if (const auto missing = taken.missing()) {
        return refuse(*missing);
    }
    return base.total().and_then([&](Money all_acts) {
        return follow_up.total().map([&](Money yearly) {
            return Mediator_fees{
                all_acts,          yearly,          levy_on(figures, on), base.steps(),
                follow_up.steps(), taken.findings()};
        });
    });
}

Result<Levies> levies(const Figures& figures, const Levies_request& request) {
    if (const auto checked = count_not_negative(request.years); !checked) {
        return refuse(checked.error());
    }
    if (request.years > years_max) {
        return refuse(count_too_large, {{"stated", std::to_string(request.years)},
                                        {"known", std::to_string(years_max)}});
    }
    Levies answer{{}, Money::zero(), {}};
    std::string unknown;
    for (std::int32_t year = 1; year <= request.years; ++year) {
        Levy levy{calendar::due(request.admissibility, calendar::Rhythm::yearly, year), {}};
        levy.amount = levy_on(figures, levy.due_from);
        if (!levy.amount) {
            unknown.append(unknown.empty() ? "" : ", ").append(calendar::format(levy.due_from));
        }
        const bool known = answer.total && levy.amount;
        answer.total = known ? std::optional(*answer.total + *levy.amount) : std::nullopt;
        answer.levies.push_back(levy);
    }
    if (!unknown.empty()) {
        answer.findings.push_back({levy_not_known, Severity::warning, {}, {{"on", unknown}}});
    }
    remark_length(figures, request, answer.findings);
    return answer;
}

} // namespace saldo::law
