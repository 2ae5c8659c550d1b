#pragma once

#include "app/ports.hpp"

namespace saldo::app {

/// What the bank wrote about the movement of an entry.
struct Entry_origin {
    File_row file;
    Origin place;
    std::string bytes; ///< the movement's own; empty if the book does not have them
};

/// Looks up where an entry came from, as `DOSSIER:NUMBER` names it. Refuses app.entry_unknown and,
/// for an entry that stands for no movement of the bank, app.entry_without_movement.
[[nodiscard]] Result<Entry_origin> find_origin(Unit_of_work& work, std::string_view entry);

} // namespace saldo::app
