#pragma once

#include "app/explainers.hpp"
#include "app/import_statements.hpp"
#include "app/intake.hpp"

#include <span>
#include <string>
#include <vector>

namespace saldo::app {

/// Books the statements of one file, each movement with its explanation, as was decided.
class Statement_booking {
public:
    /// The decisions must outlive this.
    Statement_booking(Desk& desk,
                      File_id file,
                      std::span<const Decision> decisions,
                      std::size_t at_once)
        : desk_(desk), file_(file), explainers_(desk, decisions, at_once) {}

    /// Books the statement on which the next booking was decided.
    [[nodiscard]] Imported_statement book(const Booking& booking, const bank::Statement& statement);

    /// Records what was done, and closes the runs that nothing is open of any more. After it, no
    /// statement is booked.
    void finish(Imported_file& result);

private:
    void add_movement(const Account_row& account,
                      Statement_id id,
                      const bank::Statement& statement,
                      const bank::Movement& movement,
                      Explainer& explainer);

    Desk& desk_;
    File_id file_;
    Explainers explainers_;
    std::vector<Item> items_;
};

} // namespace saldo::app
