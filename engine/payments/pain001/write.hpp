#pragma once

#include "payments/pain001/message.hpp"

#include <string>

namespace saldo::payments::pain001 {

/// The bytes of the file: UTF-8 without byte order mark, declaration in double quotes, plain
/// default namespace, one element per line without indentation. Counts and control sums are added
/// up in cents from the transfers. Service level SEPA and charges SLEV stand at block level only.
/// Without a debtor bank the agent is NOTPROVIDED.
///
/// It writes what the message says, good or bad: convert it first (convert.hpp), and prove the
/// bytes afterwards (rules.hpp).
[[nodiscard]] std::string write(const Message& message, Version version);

} // namespace saldo::payments::pain001
