#pragma once

#include "app/desk.hpp"
#include "help/rights.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The check of rights of a request or a dossier, a record of the office.
namespace saldo::app {

/// The kind of their records; the key is that of the request or the number of the dossier.
inline constexpr std::string_view rights_kind = "rights";

struct Rights_sheet {
    std::string subject;               ///< key of the request or number of the dossier
    std::vector<help::Right_row> rows; ///< of the list of the office
};

/// Where the check of a request or dossier stands. Refuses app.rights_of_none (there is neither).
[[nodiscard]] Result<Rights_sheet> rights_of(Unit_of_work& work, std::string_view subject, Date on);

/// What was found of a right.
struct Right_found {
    std::string right; ///< key
    help::Right_state state = help::Right_state::yes;
};

/// Keeps what was found, all or nothing. Refuses app.rights_of_none and help.right_unknown.
[[nodiscard]] Result<Rights_sheet>
check_rights(Desk& desk, std::string_view subject, const std::vector<Right_found>& found);

} // namespace saldo::app
