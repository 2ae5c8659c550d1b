#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// Ids in the payment files of a run. They reach the payee's statement, so they hold the run's
/// number and counters, never a name. All that are made refuse payments.id_not_sepa when the result
/// is not an id a bank sends back unchanged, 35 characters at most.
namespace saldo::payments::pain001 {

/// `R2026-0007` for the first file of a run, `R2026-0007-F2` for the second. `file` counts from 1.
[[nodiscard]] Result<std::string> message_id(std::string_view run, std::size_t file = 1);

/// `R2026-0007-P0001`, from the id of the message; `position` counts from 1.
[[nodiscard]] Result<std::string> block_id(std::string_view message_id, std::size_t position);

/// `R2026-0007-000123`: of the run's line, so that a statement leads back to it. `line` counts
/// from 1.
[[nodiscard]] Result<std::string> end_to_end_id(std::string_view run, std::size_t line);

/// The id of the message of which this may be the id of a block: what stands before the mark and
/// the counter. Empty if it is none.
[[nodiscard]] std::string_view message_of_block(std::string_view id);

/// The number of the run of which this may be the id of a message.
[[nodiscard]] std::string_view run_of_message(std::string_view id);

} // namespace saldo::payments::pain001
