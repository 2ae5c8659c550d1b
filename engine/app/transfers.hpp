#pragma once

#include "app/closings.hpp"
#include "app/import_dossiers.hpp"
#include "help/transfer.hpp"
#include "law/figures.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Dossiers that go on at another office, or come from one.
namespace saldo::app {

/// The kind of the records that keep the files; the key is the number of the dossier.
inline constexpr std::string_view transfer_kind = "transfer";

/// A file for another office.
struct Transfer {
    std::string text;
    std::string sha256; ///< of it, as the document of the dossier keeps it
    Findings findings;
};

/// Makes the file with which a dossier goes on at another office, as it stands on the day of the
/// book; the document of the dossier keeps its digest, the book the file. As long as nobody signed,
/// it may be made again. Warns with help.due_is_open and help.paid_ahead, and where a claim comes
/// to another amount in the file (help.claim_differs) or is not told of (help.claim_unknown_then).
/// Refuses app.office_missing, app.dossier_unknown, help.closing_not_decided, help.not_moving,
/// help.signed_before, and help.payments_waiting, help.payments_ordered and help.suspense_left.
[[nodiscard]] Result<Transfer> transfer_dossier(Desk& desk,
                                                const law::Figures& figures,
                                                std::string_view dossier,
                                                std::string_view to_office);

/// Which of the two offices signed.
enum class Signer { handed_over, taken_over };

inline constexpr std::array signer_names{Named{Signer::handed_over, "handed_over"},
                                         Named{Signer::taken_over, "taken_over"}};

/// Keeps that an office signed for the file. Refuses app.dossier_unknown, help.closing_not_decided,
/// help.transfer_missing, help.date_ahead (after the day of the book) and help.signed_before.
[[nodiscard]] Result<Closing_sheet>
sign_transfer(Desk& desk, std::string_view dossier, Signer signer, const dossier::Signed& paper);

/// What came in.
struct Taken_over {
    std::string from_office;
    std::string sha256; ///< of the file
    Imported_dossier dossier;
    Findings findings;
};

/// Opens a dossier from the file of another office, with the texts of its plans, under its own
/// number or another one. Warns with what is to be looked at (help/transfer.hpp). Refuses
/// app.transfer_number_taken, what `help::read_transfer` and what `import_dossiers` refuse.
[[nodiscard]] Result<Taken_over>
take_over_dossier(Desk& desk, const Input_file& file, std::string_view number = {});

} // namespace saldo::app
