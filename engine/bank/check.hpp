#pragma once

#include "bank/amount.hpp"
#include "bank/report.hpp"

#include <optional>

namespace saldo::bank {

/// A total or balance that a file states, against the sum over what it holds: an error of the code
/// given. What is not stated cannot be wrong.
void check_total(Code code,
                 std::optional<Amount> stated,
                 const Amount_sum& computed,
                 const Where& where,
                 Report& report);

/// The sum as the parameter of a finding.
[[nodiscard]] std::string text_of(const Amount_sum& sum);

} // namespace saldo::bank
