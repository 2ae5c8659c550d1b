#pragma once

#include "app/ports.hpp"

#include <string>

namespace saldo::app {

/// The plain-text accounting programs a journal can be written for.
enum class Journal_format { hledger, ledger };

/// Every entry of the book as a journal that the program takes: real postings under
/// `assets:bank`, `assets:transit`, `assets:suspense`, `equity:opening`, `income`, `expenses` and
/// `liabilities:debt`; pots as virtual postings under `pots`. Account names hold dossier numbers
/// and keys of the dossier, no names of persons.
[[nodiscard]] std::string export_journal(Unit_of_work& work, Journal_format format);

/// The journal's account name of a bank account: `assets:bank:2026-001:main`.
[[nodiscard]] std::string journal_account(const std::string& dossier,
                                          const ledger::Account& account);

} // namespace saldo::app
