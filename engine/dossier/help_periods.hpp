#pragma once

#include "dossier/dossier.hpp"

#include <functional>
#include <vector>

/// When a household was in help, from its mandates.
namespace saldo::dossier {

using Help_periods = std::vector<calendar::Date_range>;

/// The days of the mandates for which `wanted` is true, in order. Mandates that overlap or touch
/// are one period, so a renewal neither ends nor begins help; nothing goes past the last day of a
/// dossier that is closed.
[[nodiscard]] Help_periods help_periods(const Dossier& dossier,
                                        const std::function<bool(const Mandate&)>& wanted);

/// Those of one kind.
[[nodiscard]] Help_periods help_periods(const Dossier& dossier, Mandate_kind kind);

/// True for the forms of help: single acts and advice are none.
[[nodiscard]] bool is_form_of_help(Mandate_kind kind);

} // namespace saldo::dossier
