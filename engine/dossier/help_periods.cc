#include "dossier/help_periods.hpp"

#include "base/invariant.hpp"
#include "calendar/joined.hpp"

namespace saldo::dossier {

namespace {

/// The period of a mandate within its dossier; nothing if the dossier was closed before.
std::optional<calendar::Date_range> within(const Dossier& dossier, const Mandate& mandate) {
    const std::optional<Date> last = mandate.period.last();
    if (!dossier.closed || (last && *last <= *dossier.closed)) {
        return mandate.period;
    }
    if (*dossier.closed < mandate.period.from()) {
        return std::nullopt;
    }
    const auto cut = calendar::Date_range::through(mandate.period.from(), dossier.closed);
    invariant(cut.has_value(), "the mandate began before the dossier was closed");
    return *cut;
}

} // namespace

Help_periods help_periods(const Dossier& dossier,
                          const std::function<bool(const Mandate&)>& wanted) {
    Help_periods periods;
    for (const Mandate& mandate : dossier.mandates) {
        if (const auto period = wanted(mandate) ? within(dossier, mandate) : std::nullopt) {
            periods.push_back(*period);
        }
    }
    return calendar::joined(std::move(periods));
}

Help_periods help_periods(const Dossier& dossier, Mandate_kind kind) {
    return help_periods(dossier, [&](const Mandate& mandate) { return mandate.kind == kind; });
}

bool is_form_of_help(Mandate_kind kind) {
    switch (kind) {
    case Mandate_kind::budget_management:
    case Mandate_kind::budget_guidance:
    case Mandate_kind::debt_mediation:
    case Mandate_kind::collective_debt_settlement:
        return true;
    case Mandate_kind::administrative_help:
    case Mandate_kind::advice:
        return false;
    }
    return false;
}

} // namespace saldo::dossier
