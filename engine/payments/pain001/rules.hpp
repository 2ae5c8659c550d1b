#pragma once

#include "base/finding.hpp"
#include "payments/pain001/context.hpp"
#include "payments/pain001/message.hpp"

#include <string_view>
#include <vector>

namespace saldo::payments::pain001 {

/// One thing a file can break, as shown to who wants to know what is proved.
struct Rule_name {
    Code code;
    Severity severity;
};

/// Every rule, in order of number; P01 to P28 each have at least one.
[[nodiscard]] std::vector<Rule_name> rules();

/// Proves the final bytes of a file, before they may leave. They are read again from scratch; each
/// rule looks at what they state, not at what was meant to be written, and P23 compares them with
/// `intended`, transfer by transfer. `intended` may be given before or after conversion.
///
/// A file without findings of severity error may leave; warnings are for the second pair of eyes.
/// Findings carry the line, the id of message, block or transfer, and stated and computed values;
/// of account numbers only country, check digits and the last four characters. Bytes that
/// cannot be read at all are only judged by P23, P24 and P25. That the bytes follow the schema is
/// for a validator to say.
[[nodiscard]] Findings
check(std::string_view bytes, const Message& intended, const Context& context);

} // namespace saldo::payments::pain001
