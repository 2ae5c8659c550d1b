#pragma once

#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// What of the place of findings is told: the line, or the place, which is the id of something.
enum class Finding_place { line, id };

/// The findings as machines get them, in JSON alone. The messages are those of `english`, whatever
/// the language of the user.
[[nodiscard]] render::Table finding_table(const Findings& findings,
                                          const i18n::Texts& english,
                                          Finding_place place = Finding_place::line);

} // namespace saldo::cli
