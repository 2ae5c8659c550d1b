#include "statistics/file_type.hpp"

#include "base/invariant.hpp"

#include <algorithm>

namespace saldo::statistics {

namespace {

using dossier::Dossier;
using dossier::Help_periods;
using dossier::Mandate;
using dossier::Mandate_kind;

Help_periods all_help(const Dossier& dossier) {
    return dossier::help_periods(dossier, [](const Mandate&) { return true; });
}

/// No days if the last is before the first.
Help_periods days(Date first, std::optional<Date> last) {
    const auto range = calendar::Date_range::through(first, last);
    return range ? Help_periods{*range} : Help_periods{};
}

Help_periods intake_of(const Dossier& dossier) {
    const Help_periods help = all_help(dossier);
    if (!help.empty()) {
        return days(dossier.opened, help.front().from().plus_days(-1));
    }
    const auto decided = dossier.closing ? std::optional(dossier.closing->decided) : std::nullopt;
    return days(dossier.opened, dossier.closed ? dossier.closed : decided);
}

/// From the day on which the help was over, or was decided to be, to the talk that was planned.
Help_periods aftercare_of(const Dossier& dossier) {
    if (!dossier.closing || !dossier.closing->aftercare) {
        return {};
    }
    const dossier::Closing& closing = *dossier.closing;
    const Help_periods help = all_help(dossier);
    if (!help.empty() && !help.back().until()) {
        return {};
    }
    const Date over =
        help.empty() ? closing.decided : std::max(closing.decided, *help.back().last());
    const auto asked = std::ranges::find_if(
        closing.checks, [&](const auto& check) { return check.date >= *closing.aftercare; });
    return days(over.plus_days(1),
                asked == closing.checks.end() ? std::nullopt : std::optional(asked->date));
}

Help_periods settlement_of(const Dossier& dossier, bool is_by_office) {
    return dossier::help_periods(dossier, [&](const Mandate& mandate) {
        return mandate.kind == Mandate_kind::collective_debt_settlement &&
               (mandate.mediator == dossier::Mediator::office) == is_by_office;
    });
}

} // namespace

Help_periods days_as(const Dossier& dossier, File_type type) {
    switch (type) {
    case File_type::intake:
        return intake_of(dossier);
    case File_type::budget_management:
        return dossier::help_periods(dossier, Mandate_kind::budget_management);
    case File_type::budget_guidance:
        return dossier::help_periods(dossier, Mandate_kind::budget_guidance);
    case File_type::debt_mediation:
        return dossier::help_periods(dossier, Mandate_kind::debt_mediation);
    case File_type::settlement_office:
        return settlement_of(dossier, true);
    case File_type::settlement_other:
        return settlement_of(dossier, false);
    case File_type::other_help:
        return dossier::help_periods(dossier, [](const Mandate& mandate) {
            return !dossier::is_form_of_help(mandate.kind);
        });
    case File_type::aftercare:
        return aftercare_of(dossier);
    }
    broken_contract("every type of file is known", __FILE__, __LINE__);
}

} // namespace saldo::statistics
