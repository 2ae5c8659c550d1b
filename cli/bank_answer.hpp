#pragma once

#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"
#include "payments/pain002/status.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::cli {

/// What the bank said of a payment, in the cells of the columns below. People read it in words, a
/// code that nobody knows as it is.
[[nodiscard]] std::vector<render::Cell>
cells_of(const std::optional<payments::pain002::Status>& status, const i18n::Texts& texts);

/// Columns `bank_status`, `bank_reasons` (codes, by blanks) and `bank_text` (what the bank added)
/// for machines, and `bank_answer` for people, if anything was said at all.
[[nodiscard]] std::vector<render::Column> answer_columns(bool is_answered);

} // namespace saldo::cli
