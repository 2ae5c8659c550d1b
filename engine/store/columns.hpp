#pragma once

#include "base/digest.hpp"
#include "base/invariant.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"
#include "party/iban.hpp"

#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// Values as they stand in columns, and back. What comes back was written by this program under
/// checks of the database; anything else means the file was tampered with or damaged.
namespace saldo::store {

/// The file holds something this program never wrote.
class Damaged : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

template <class T> [[nodiscard]] T undamaged(Result<T> value, const char* what) {
    if (!value) {
        throw Damaged(std::string("unreadable ") + what + " in the book");
    }
    return *std::move(value);
}

template <class T> [[nodiscard]] T undamaged(std::optional<T> value, const char* what) {
    if (!value) {
        throw Damaged(std::string("unreadable ") + what + " in the book");
    }
    return *std::move(value);
}

[[nodiscard]] inline std::string column(Date date) {
    return calendar::format(date);
}

[[nodiscard]] inline std::string column(std::optional<Date> date) {
    return date ? calendar::format(*date) : std::string();
}

[[nodiscard]] inline Date date_of(std::string_view text) {
    return undamaged(calendar::parse(text), "date");
}

[[nodiscard]] inline std::optional<Date> maybe_date_of(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(date_of(text));
}

[[nodiscard]] inline Digest digest_of(std::string_view text) {
    return undamaged(digest_from_hex(text), "digest");
}

[[nodiscard]] inline Iban iban_of(std::string_view text) {
    return undamaged(party::parse_iban(text), "IBAN");
}

template <class Unsigned> [[nodiscard]] Unsigned unsigned_of(long long value) {
    if (value < 0 ||
        static_cast<unsigned long long>(value) > std::numeric_limits<Unsigned>::max()) {
        throw Damaged("a number out of range in the book");
    }
    return static_cast<Unsigned>(value);
}

} // namespace saldo::store
