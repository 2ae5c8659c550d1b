#pragma once

#include "app/explainer.hpp"
#include "app/import_dossiers.hpp"
#include "bank/detect.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::app {

struct Imported_statement {
    std::string dossier;
    Iban account;
    std::uint32_t number = 0;
    Date closing_date;
    Money opening = Money::zero();
    Money closing = Money::zero();
    std::uint32_t movements = 0;
};

struct Imported_file {
    std::string name;
    Digest sha256;
    std::optional<File_row> earlier; ///< the same bytes came before; then nothing was done
    std::vector<Imported_statement> statements;
    Rule_counts rules; ///< movements, or details of totals, by the rule that explained them
    Findings findings; ///< warnings of the reader and about the chain of statements
};

/// Takes a bank file into the book: every statement of it, each movement booked with its
/// explanation, or nothing at all. The same bytes again change nothing.
///
/// Refuses, besides what the reader refuses and every finding of severity error: accounts that are
/// in no dossier (app.account_unknown), other currencies (app.currency_not_euro), extracts
/// (app.statement_is_partial), statements without balances or dates (app.statement_incomplete),
/// fractions of a cent (bank.fraction_of_cent), a statement that is in the book already
/// (app.statement_known), and an opening balance that is not the balance in the book
/// (app.chain_broken, stated and computed). A hole in the numbers while balances follow is a
/// warning.
[[nodiscard]] Result<Imported_file>
import_statements(Desk& desk, const Input_file& file, std::optional<bank::Format> format = {});

} // namespace saldo::app
