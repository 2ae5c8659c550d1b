#pragma once

#include "bank/statement.hpp"
#include "cli/render/report.hpp"
#include "party/remittance.hpp"

namespace saldo::cli {

/// What people read of a communication: a reference as it stands on a bill, else the text, after
/// its type if it is structured, without the blanks that pad it to fixed columns.
[[nodiscard]] render::Cell
communication_cell(bank::Communication::Kind kind, std::string_view type, std::string_view text);

/// The same of what is to be paid.
[[nodiscard]] render::Cell communication_cell(const party::Remittance& remittance);

} // namespace saldo::cli
