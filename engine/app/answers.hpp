#pragma once

#include "app/desk.hpp"
#include "app/import_dossiers.hpp"
#include "payments/pain002/fold.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace saldo::app {

/// The payments of a run as a file that left has them, and the line of each.
struct Orders_of_file {
    std::vector<payments::Run_line> lines;
    std::vector<payments::pain002::Order> orders; ///< in the same order
};

/// None if no file of the run that left has the id.
[[nodiscard]] Orders_of_file
orders_of(Unit_of_work& work, const payments::Run& run, std::string_view message_id);

/// A payment of a run with what an answer says of it.
struct Answered_line {
    payments::Run_line line; ///< in the state it has now
    std::optional<payments::pain002::Status> status;
};

struct Taken_answer {
    std::string name;
    Digest sha256;
    std::optional<File_row> earlier; ///< the same bytes came before; then nothing was done
    std::string run;
    std::vector<Answered_line> lines; ///< all payments of the file that is answered
    Findings findings;                ///< warnings, as told below
};

/// Takes the bank's answer to a payment file (pain.002) into the book: its bytes, what it says of
/// each payment, and what follows. A rejected payment that waits for the bank is reversed, so that
/// what it paid is due again. Nothing else changes: that a payment was executed is proved by a
/// statement only. The same bytes again change nothing, and so does a rejection of the second of
/// two equal files (payments/pain002/status.hpp).
///
/// Refuses what the reader refuses, and app.answer_to_nothing if no payment file that left has the
/// id it answers. Warns of what does not agree with the file (payments/pain002/fold.hpp), of an id
/// of the bank that it used before for other bytes (app.answer_id_repeated), and of contradictions,
/// which change nothing: app.rejected_as_duplicate, a rejection of what a statement executed
/// (app.rejected_though_executed), and a later word for what it had rejected
/// (app.accepted_though_rejected).
[[nodiscard]] Result<Taken_answer> take_answer(Desk& desk, const Input_file& file);

/// The last that the bank said of each line of a run: a rejection before all else, then what it
/// wrote last; that it got the file twice is no word on the payments.
[[nodiscard]] std::map<Run_line_id, payments::pain002::Status> last_words(Unit_of_work& work,
                                                                          Run_id run);

} // namespace saldo::app
