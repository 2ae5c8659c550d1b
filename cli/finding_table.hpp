#pragma once

#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// The findings as machines get them, in JSON alone. The messages are those of `english`, whatever
/// the language of the user.
[[nodiscard]] render::Table finding_table(const Findings& findings, const i18n::Texts& english);

} // namespace saldo::cli
