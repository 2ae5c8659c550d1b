#pragma once

#include "claims/checking.hpp"

namespace saldo::claims {

/// Whether WER book XIX bounds what is asked of a consumer on a day: of contracts of 1 September
/// 2023 or later since that day, of older ones since 1 December 2023 (law of 4 May 2023, art. 15).
enum class Book_xix { holds, not_yet, contract_date_missing };

/// Sources differ on old contracts whose delay began before 1 December 2023: the book is taken to
/// hold, and claims.old_contract says the doubt.
[[nodiscard]] Book_xix book_xix_on(Checking& checking, Date asked, Basis& basis);

/// The first days on which penalty and interest may be asked after a first reminder, by how it may
/// have been sent.
struct Asking_days {
    Date sent;
    Date soonest;
    Date latest; ///< the same, if it is known how it was sent
};

/// The earliest reminder among the letters known on the day. One served by a bailiff, or of which
/// nobody knows how it was sent, may count as posted or as electronic.
[[nodiscard]] const dossier::Letter* first_reminder(const Checking& checking);

/// The days of the first reminder (WER art. XIX.2); nothing where a figure is not in force.
[[nodiscard]] Result<std::optional<Asking_days>>
asking_days(Checking& checking, const dossier::Letter& reminder, Date asked, Basis& basis);

/// What keeps a consumer's penalty or interest from being asked at all, or else since when it may.
struct Asking {
    std::optional<Ground> barred; ///< its maximum is zero
    std::optional<Asking_days> days;
};

/// Neither is set where it cannot be told: the basis then says what is missing.
[[nodiscard]] Result<Asking> asking(Checking& checking, Date asked, Basis& basis);

} // namespace saldo::claims
