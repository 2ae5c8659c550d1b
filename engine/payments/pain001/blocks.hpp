#pragma once

#include "base/result.hpp"
#include "payments/pain001/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace saldo::payments::pain001 {

/// Ids of a run's file. They reach the payee's statement, so they hold the run's number and
/// counters, never a name. All refuse payments.id_not_sepa when the result is not an id a bank
/// sends back unchanged, 35 characters at most.

/// `R2026-0007` for the first file of a run, `R2026-0007-E2` for the one that replaces it: every
/// file that is made needs an id of its own. `edition` counts from 1.
[[nodiscard]] Result<std::string> message_id(std::string_view run, std::size_t edition = 1);

/// `R2026-0007-P0001`, from the id of the message; `position` counts from 1.
[[nodiscard]] Result<std::string> block_id(std::string_view message_id, std::size_t position);

/// The id of the message of which this may be the id of a block: what stands before the mark and
/// the counter. Empty if it is none.
[[nodiscard]] std::string_view message_of_block(std::string_view id);

/// `R2026-0007-000123`: of the run's line, and the same in every edition, so that a statement
/// leads back to the line. `line` counts from 1.
[[nodiscard]] Result<std::string> end_to_end_id(std::string_view run, std::size_t line);

/// Who pays, on behalf of one dossier.
struct Debtor {
    std::string name; ///< holder of the account as the bank has it
    Iban account;
    std::optional<Bic> bank;
    std::optional<Address> address;

    friend bool operator==(const Debtor&, const Debtor&) = default;
};

/// An approved line of a run.
struct Run_line {
    std::string dossier; ///< number; orders and parts the blocks, it is never written
    Debtor debtor;
    Date execution;
    Transfer transfer; ///< with its end_to_end_id
};

/// One block per debtor account and execution date, in the order of dossier, account and date; the
/// transfers of a block in the order of their ids. The order of `lines` does not matter. Dossiers
/// never share a block, even if they state the same account. Refuses payments.id_not_sepa.
[[nodiscard]] Result<std::vector<Block>> make_blocks(std::string_view message_id,
                                                     std::vector<Run_line> lines);

} // namespace saldo::payments::pain001
