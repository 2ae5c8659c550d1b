#pragma once

#include "base/result.hpp"
#include "payments/pain001/message.hpp"
#include "payments/pain001/stated.hpp"

#include <string_view>

namespace saldo::payments::pain001 {

/// Reads a file of either version back into values. It takes exactly what `Message` can say:
/// `read(write(m, v))` is `m` for every converted message.
///
/// Refuses what `scan` refuses (scan.hpp), and with line, block or transfer and element:
/// payments.value_wrong for a value that is no IBAN, BIC, amount, date, reference or that stands
/// for something a `Message` cannot say (an urgent payment, costs for the payer, two texts), and
/// payments.total_differs when a count or control sum is not what the transfers add up to.
[[nodiscard]] Result<Message> read(std::string_view xml);

/// The same from what `scan` made of `xml`.
[[nodiscard]] Result<Message> read(const Stated_file& file, std::string_view xml);

} // namespace saldo::payments::pain001
