#pragma once

#include "app/intake.hpp"
#include "app/statement_booking.hpp"
#include "bank/detect.hpp"
#include "bank/source.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace saldo::app {

/// A file of a bank as it is read twice, so that all of it is decided on before anything is booked
/// and nothing of it has to be held in memory in between.
struct Readable_file {
    std::string name;
    bank::Source source;
    std::optional<bank::Format> format;                      ///< none: told by its content
    std::function<bool(const bank::Statement&)> is_wanted{}; ///< none: all statements are
};

/// What is to happen with the statements of a file, in their order.
struct Statement_decisions {
    std::string format;             ///< as the reader tells it
    std::unique_ptr<Intake> intake; ///< bookings look into it
    std::vector<Decision> decisions;
    Findings findings; ///< of the reader and of who decided
};

/// The first reading. Refuses what the reader refuses, every finding of it that is an error, or
/// every fault of a statement.
[[nodiscard]] Result<Statement_decisions> decide_statements(Desk& desk, const Readable_file& file);

/// The second reading: books what was decided. False if the file is not what it was the first
/// time; then nothing may be committed.
[[nodiscard]] bool book_statements(Statement_booking& booking,
                                   const Readable_file& file,
                                   std::span<const Decision> decisions,
                                   std::vector<Imported_statement>& booked);

} // namespace saldo::app
