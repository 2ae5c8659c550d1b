#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace saldo {

/// A row number of one kind of thing. A `Dossier_id` never passes as an `Account_id`.
template <class Tag> struct Id {
    std::int64_t value = 0;

    friend constexpr auto operator<=>(Id, Id) = default;
};

using Dossier_id = Id<struct Dossier_tag>;
using Account_id = Id<struct Account_tag>; ///< bank account of a dossier
using Ledger_account_id = Id<struct Ledger_account_tag>;
using Entry_id = Id<struct Entry_tag>;
using File_id = Id<struct File_tag>;
using Statement_id = Id<struct Statement_tag>;
using Movement_id = Id<struct Movement_tag>;
using Match_rule_id = Id<struct Match_rule_tag>;
using Run_id = Id<struct Run_tag>;
using Run_line_id = Id<struct Run_line_tag>;

} // namespace saldo

template <class Tag> struct std::hash<saldo::Id<Tag>> {
    std::size_t operator()(saldo::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
