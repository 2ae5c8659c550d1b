#pragma once

#include "app/desk.hpp"
#include "help/closing.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The end of the help to households, and how they fare after it.
namespace saldo::app {

/// The checklist of a dossier as it stands.
struct Closing_sheet {
    std::string dossier; ///< number
    dossier::Closing closing;
    std::optional<Date> closed{}; ///< the day on which the last step was done
    std::vector<help::Step_row> rows;
    std::vector<help::Account_left> accounts; ///< what is left, in the order in which it leaves
};

/// What the book says of a dossier, as the checklist asks it.
[[nodiscard]] help::Closing_facts
closing_facts(Unit_of_work& work, const Dossier_row& row, const dossier::Dossier& dossier, Date on);

/// Where the closing of a dossier stands, by the list of the office. Refuses app.dossier_unknown
/// and help.closing_not_decided.
[[nodiscard]] Result<Closing_sheet>
closing_of(Unit_of_work& work, std::string_view dossier, Date on);

struct Closing_request {
    std::string dossier;
    dossier::Help_stop reason = dossier::Help_stop::goals_met;
    std::string note;
    std::optional<Date> aftercare{};
};

/// Decides on the day of the book that the help ends. Refuses app.dossier_unknown, what
/// `help::decide_closing` and the check of a dossier refuse.
[[nodiscard]] Result<Closing_sheet> close_dossier(Desk& desk, const Closing_request& request);

/// Sets the day on which the household is asked again. Refuses app.dossier_unknown,
/// help.closing_not_decided and what the check of a dossier refuses.
[[nodiscard]] Result<Closing_sheet>
set_aftercare(Desk& desk, std::string_view dossier, Date aftercare);

/// Does a step on the day of the book; `document` is a SHA-256, or empty. Refuses
/// app.dossier_unknown and what `help::do_step` refuses.
[[nodiscard]] Result<Closing_sheet>
do_closing_step(Desk& desk, std::string_view dossier, std::string_view step, std::string document);

struct Aftercare_row {
    std::string dossier; ///< number
    Date closed;
    help::Aftercare_due due;
};

/// Households that are to be asked again, on the day or since, the longest due first.
[[nodiscard]] std::vector<Aftercare_row> aftercare_dues(Unit_of_work& work, Date on);

struct Aftercare_answer {
    dossier::Aftercare_check check;
    Findings findings;
};

/// Keeps what was found of a household on the day of the book. Refuses app.dossier_unknown and what
/// `help::add_aftercare` refuses.
[[nodiscard]] Result<Aftercare_answer> check_aftercare(Desk& desk,
                                                       std::string_view dossier,
                                                       dossier::Aftercare_outcome outcome,
                                                       std::string note);

} // namespace saldo::app
