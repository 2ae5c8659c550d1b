#pragma once

#include "store/session.hpp"

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>

namespace saldo::store {

/// One step of the form of a book: a file of schemas/sql, forward only.
struct Migration {
    std::uint32_t number;
    std::string_view name;
    std::string_view sql;
};

/// All steps in order, embedded at build time.
[[nodiscard]] std::span<const Migration> migrations();

/// Brings the book to the newest form, in one transaction, and proves that the steps already taken
/// are the ones known here (by SHA-256). Throws `Wrong_form` if they are not, if the book is newer
/// than this program, or if after the steps a row refers to none.
void migrate(Session& session);

/// A book whose form this program does not know.
class Wrong_form : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace saldo::store
