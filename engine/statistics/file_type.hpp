#pragma once

#include "base/named.hpp"
#include "dossier/help_periods.hpp"

#include <array>

namespace saldo::statistics {

/// The types of files by which work is measured. A dossier is a file of each form of help that it
/// gets. The names are public (documents, JSON): do not change them.
enum class File_type {
    intake, ///< opened, before its first mandate
    budget_management,
    budget_guidance,
    debt_mediation,
    settlement_office, ///< collective debt settlement with the office as mediator
    settlement_other,  ///< with another mediator
    other_help,        ///< administrative acts and advice
    aftercare          ///< the help has ended, and the household is still to be asked again
};

inline constexpr std::array file_type_names{
    Named{File_type::intake, "intake"},
    Named{File_type::budget_management, "budget_management"},
    Named{File_type::budget_guidance, "budget_guidance"},
    Named{File_type::debt_mediation, "debt_mediation"},
    Named{File_type::settlement_office, "settlement_office"},
    Named{File_type::settlement_other, "settlement_other"},
    Named{File_type::other_help, "other_help"},
    Named{File_type::aftercare, "aftercare"}};

/// The days on which a dossier is a file of the type, joined.
[[nodiscard]] dossier::Help_periods days_as(const dossier::Dossier& dossier, File_type type);

} // namespace saldo::statistics
