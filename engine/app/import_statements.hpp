#pragma once

#include "app/explainer.hpp"
#include "app/import_dossiers.hpp"
#include "bank/detect.hpp"
#include "bank/source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace saldo::app {

struct Imported_statement {
    std::string dossier;
    Iban account;
    std::uint32_t number = 0;
    Date opening_date; ///< of its opening balance: the book had told until then
    Date closing_date;
    Money opening = Money::zero();
    Money closing = Money::zero();
    std::uint32_t movements = 0;
};

/// A statement of which something was not booked.
struct Left_out {
    enum class Why {
        known,        ///< the book has all of it
        partly_known, ///< the book has some of its movements
        waits         ///< for its account, which is in no dossier
    };

    std::string account; ///< as the file writes it
    std::uint32_t number = 0;
    std::uint64_t line = 0;
    std::uint32_t movements = 0; ///< that were not booked, details not counted
    Why why = Why::known;
};

[[nodiscard]] std::string_view name(Left_out::Why why);

struct Imported_file {
    std::string name;
    Digest sha256;
    std::optional<File_row> earlier; ///< the same bytes came before; then nothing was done
    std::vector<Imported_statement> statements;
    std::vector<Left_out> left_out;
    Rule_counts rules; ///< movements, or details of totals, by the rule that explained them
    Findings findings; ///< warnings of the reader and about the chain of statements
};

/// A file of a bank. Its bytes are asked for three times over, from the beginning to the end.
struct Bank_file {
    std::string name; ///< as the user gave it
    bank::Source source;
};

/// Of so many dossiers an import holds in memory what is open, at most.
inline constexpr std::size_t dossiers_at_once = 1'024;

/// Takes a bank file into the book: every statement of it, each movement booked with its
/// explanation, or nothing at all. The bytes of the file are kept with it. The same bytes again
/// change nothing.
///
/// Statements that are in the book already, from whatever file or format, are left out, and so are
/// movements that came in another file (app.statement_known, app.movements_known: infos). Those
/// of an account that is in no dossier wait until it is (app.statement_waits: a warning).
///
/// Refuses, besides what the reader refuses and every finding of severity error: other currencies
/// (app.currency_not_euro), extracts (app.statement_is_partial), statements without balances or
/// dates (app.statement_incomplete), fractions of a cent (bank.fraction_of_cent), balances that do
/// not follow on the book (app.chain_broken, stated and computed), another statement under the
/// number and date of one in the book (app.statement_differs), and a file whose bytes change while
/// it is read (app.file_changes). A hole in the numbers while balances follow is a warning.
///
/// CODA files may have any size: memory does not grow with it, but for what is told of each
/// statement.
[[nodiscard]] Result<Imported_file> import_statements(Desk& desk,
                                                      const Bank_file& file,
                                                      std::optional<bank::Format> format = {},
                                                      std::size_t at_once = dossiers_at_once);
[[nodiscard]] Result<Imported_file>
import_statements(Desk& desk, const Input_file& file, std::optional<bank::Format> format = {});

/// What came of the statements that waited.
struct Taken_in {
    std::vector<Imported_statement> statements;
    Findings findings; ///< why some wait on: their faults, as warnings
};

/// Books the waiting statements whose account is in a dossier by now. Those of a file that do not
/// follow on the book wait on.
[[nodiscard]] Taken_in take_in_waiting(Desk& desk);

} // namespace saldo::app
