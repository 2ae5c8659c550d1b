#pragma once

#include "base/digest.hpp"
#include "base/id.hpp"
#include "payments/proposal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::payments {

/// prepared → approved → exported → closed; a run that is not yet exported can be cancelled.
enum class Run_state { prepared, approved, exported, closed, cancelled };

/// Where one line of a run stands. `not_paid` are the lines that are out or postponed. Of a line
/// that is returned or rejected the order is reversed, so what it paid is due again: returned
/// money came back on a statement, rejected money never left, as the bank says.
enum class Line_state {
    not_paid,
    prepared,
    approved,
    exported,
    executed,
    returned,
    rejected,
    cancelled
};

/// True if the bank has the order, as far as anybody knows: it was exported, and neither came back
/// nor was rejected.
[[nodiscard]] constexpr bool has_left(Line_state state) {
    return state == Line_state::exported || state == Line_state::executed;
}

[[nodiscard]] std::string_view name(Run_state state);
[[nodiscard]] std::string_view name(Line_state state);
[[nodiscard]] std::optional<Run_state> run_state_from(std::string_view name);
[[nodiscard]] std::optional<Line_state> line_state_from(std::string_view name);

/// A file of a run that left.
struct Run_file {
    std::string message_id;
    std::string profile; ///< name
    std::string version; ///< of pain.001: `03`, `09`
    std::uint64_t payments = 0;
    Money total = Money::zero();
    Digest sha256;

    friend bool operator==(const Run_file&, const Run_file&) = default;
};

struct Run {
    Run_id id;
    std::string number; ///< `R2026-0007`
    Run_state state = Run_state::prepared;
    Date as_of;
    Date through;
    std::string prepared_by;
    std::string approved_by; ///< empty until approved; another person than prepared it
    std::string exported_by;
    std::optional<Date> approved_on;
    std::optional<Date> exported_on;
    std::string profiles;          ///< document (bank_profile.hpp) with which it left
    std::vector<Run_file> files;   ///< that left, in order
    std::optional<Digest> content; ///< what was approved: chain over the canonical lines
};

struct Run_line {
    Run_line_id id;
    Run_id run;
    std::uint32_t position = 0; ///< from 1, in order of dossier number and payment
    Dossier_id dossier;
    std::string dossier_number;
    Proposal_line proposal;
    Line_state state = Line_state::not_paid;
    std::string end_to_end_id; ///< empty if nothing is paid: a set-aside, or a line not in
};

} // namespace saldo::payments
