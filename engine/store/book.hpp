#pragma once

#include "app/ports.hpp"

#include <memory>
#include <string>

namespace saldo::store {

/// Makes the file of a new, empty book in the newest form. Throws if the file exists.
void create_book(const std::string& path);

/// Opens a book for one command. Reading sees one consistent state; writing is exclusive. Throws
/// `soci::soci_error`, `Wrong_form` or `Damaged`.
[[nodiscard]] std::unique_ptr<app::Unit_of_work> open_to_read(const std::string& path);
[[nodiscard]] std::unique_ptr<app::Unit_of_work> open_to_write(const std::string& path);

} // namespace saldo::store
