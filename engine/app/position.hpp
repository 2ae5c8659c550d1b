#pragma once

#include "app/ports.hpp"
#include "base/result.hpp"
#include "dossier/dossier.hpp"

namespace saldo::app {

/// A dossier by number. Refuses app.dossier_unknown.
[[nodiscard]] Result<Dossier_row> find_dossier(Unit_of_work& work, std::string_view number);

/// The subject of an income by the id of its budget line. Refuses app.income_unknown.
[[nodiscard]] Result<std::string> income_subject(const dossier::Dossier& dossier,
                                                 std::string_view line);

/// The dossier of a document that the book keeps.
[[nodiscard]] dossier::Dossier read_kept(std::string_view document);

/// The document of a dossier in force, as values.
[[nodiscard]] dossier::Dossier load_dossier(Unit_of_work& work, Dossier_id id);

/// What the book says of a dossier that a proposal of payments needs.
[[nodiscard]] payments::Position
position_of(Unit_of_work& work, const Dossier_row& row, const dossier::Dossier& dossier);

/// Balances of the pots of a dossier by ledger code, free parts included.
[[nodiscard]] std::map<std::string, Money> pot_balances(Unit_of_work& work, Dossier_id id);

} // namespace saldo::app
