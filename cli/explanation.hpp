#pragma once

#include "cli/i18n/texts.hpp"
#include "payments/run.hpp"

#include <string>

namespace saldo::cli {

/// Why a line of a run is in, out or postponed, as a sentence with amounts and dates.
[[nodiscard]] std::string
explanation_of(const payments::Run& run, const payments::Run_line& line, const i18n::Texts& texts);

} // namespace saldo::cli
