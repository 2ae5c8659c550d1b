#pragma once

#include "app/desk.hpp"
#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>

/// The documents by which an office sets how it works: its ladder, its checklists, its lists of
/// steps. Each has a form (schemas/json), one that is built in, and versions in the book, of which
/// the newest as of a day is in force on it.
namespace saldo::app {

struct Setting {
    std::string_view kind;                        ///< `ladder`
    std::string_view (*standard)();               ///< the document that is built in
    Result<Done> (*check)(std::string_view json); ///< its form, and what it says that cannot be
};

/// All kinds, in order of name.
[[nodiscard]] std::span<const Setting> settings();

/// A document with where it came from.
struct Setting_sheet {
    std::string kind;
    std::uint32_t version = 0;            ///< 0: built in
    std::optional<ledger::Actor> actor{}; ///< who loaded it; nobody if it is built in
    std::string text;                     ///< canonical JSON
};

/// What is in force on a day. The kind is one of `settings()`.
[[nodiscard]] std::string setting_on(Unit_of_work& work, std::string_view kind, Date on);

/// The same with where it came from. Refuses app.setting_unknown.
[[nodiscard]] Result<Setting_sheet>
find_setting(Unit_of_work& work, std::string_view kind, Date on);

/// The document becomes the next version; one that equals the newest changes nothing. Refuses
/// app.setting_unknown, app.not_allowed (it takes the right to change the policy), and what its
/// check refuses.
[[nodiscard]] Result<Setting_sheet>
load_setting(Desk& desk, std::string_view kind, std::string_view json);

} // namespace saldo::app
