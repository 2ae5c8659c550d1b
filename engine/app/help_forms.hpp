#pragma once

#include "app/desk.hpp"
#include "help/forms.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Forms of help of the dossiers of the book.
namespace saldo::app {

struct Form_row {
    std::string dossier; ///< number
    dossier::Mandate mandate;
    help::Form_state state = help::Form_state::running;
};

struct Form_list {
    std::vector<Form_row> rows; ///< in order of dossier and document
    Findings findings;          ///< what is missing, in the same order
};

/// All forms of help, or those of a dossier, as they stand on a day, with what `look_at_forms`
/// tells. Refuses app.dossier_unknown.
[[nodiscard]] Result<Form_list>
forms_on(Unit_of_work& work, std::optional<std::string_view> dossier, Date on);

/// Each act below gives the forms of the dossier as they stand afterwards, and refuses
/// app.dossier_unknown, what the function of help/forms.hpp with its name refuses, and what the
/// check of a dossier does.
[[nodiscard]] Result<Form_list>
start_help(Desk& desk, std::string_view dossier, dossier::Mandate mandate);

[[nodiscard]] Result<Form_list>
stop_help(Desk& desk,
          std::string_view dossier,
          dossier::Mandate_kind kind,
          dossier::Mandate_end end); ///< its user is the person at the desk

[[nodiscard]] Result<Form_list> add_papers(Desk& desk,
                                           std::string_view dossier,
                                           dossier::Mandate_kind kind,
                                           const help::Papers& papers);

[[nodiscard]] Result<Form_list>
end_proxy(Desk& desk, std::string_view dossier, dossier::Mandate_kind kind, Date last);

} // namespace saldo::app
