#pragma once

#include "base/result.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"
#include "money/rate.hpp"

#include <variant>
#include <vector>

namespace saldo::law {

/// Money that moves between lender and consumer; what one gives and what the other gives have
/// opposite signs.
struct Flow {
    std::variant<money::Rate, Date> at; ///< years after the beginning, 0 to 1,000, or the day
    Money amount;
};

/// Reads `{"flows":[{"years":"0.25","amount":"-90.00"},{"date":"2025-01-31","amount":"1000.00"}]}`:
/// at most 1 MiB and 2,000 flows; years are a decimal or a fraction such as `181/365`. Refuses
/// law.flows_form and law.count_too_large, each with a JSON pointer.
[[nodiscard]] Result<std::vector<Flow>> read_flows(std::string_view json);

} // namespace saldo::law
