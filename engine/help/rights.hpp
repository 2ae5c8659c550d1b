#pragma once

#include "base/named.hpp"
#include "base/result.hpp"
#include "calendar/date.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The check of rights (rechtenonderzoek): for each right that the office looks at, whether a
/// household may have it, and what became of it. Which rights is data of the office.
namespace saldo::help {

/// One right that is looked at.
struct Right {
    std::string key; ///< `social_tariff`
    std::string name;
    std::string question; ///< what is asked of the household
    std::string source;   ///< law or page it rests on, or empty

    friend bool operator==(const Right&, const Right&) = default;
};

struct Rights_list {
    std::string name;
    std::vector<Right> rights; ///< at least one, in the order in which they are asked

    friend bool operator==(const Rights_list&, const Rights_list&) = default;
};

/// The text of schemas/json/rights.schema.json and of schemas/help/rights.json, from which an
/// office starts; both built in.
[[nodiscard]] std::string_view rights_schema_text();
[[nodiscard]] std::string_view default_rights_text();

/// Reads the list of an office: its form (dossier/check_form.hpp), then help.key_twice.
[[nodiscard]] Result<Rights_list> read_rights(std::string_view json);

enum class Right_state {
    yes,           ///< the household may have it, and nobody asked for it
    no,            ///< it may not
    asked,         ///< an application is under way
    granted,       ///< it has it
    refused,       ///< the application was refused
    not_applicable ///< the question does not concern it
};

/// The words are stored: do not change them.
inline constexpr std::array right_state_names{
    Named{Right_state::yes, "yes"},         Named{Right_state::no, "no"},
    Named{Right_state::asked, "asked"},     Named{Right_state::granted, "granted"},
    Named{Right_state::refused, "refused"}, Named{Right_state::not_applicable, "not_applicable"}};

/// What was found of one right.
struct Right_finding {
    std::string right; ///< key in the list
    Right_state state = Right_state::yes;
    Date date;
    std::string user; ///< login name

    friend bool operator==(const Right_finding&, const Right_finding&) = default;
};

/// The check of one household: of each right what was found last.
using Rights_check = std::vector<Right_finding>;

/// Takes a finding in the place of the one that was there. Refuses help.right_unknown.
[[nodiscard]] Result<Done>
put_right(Rights_check& check, const Rights_list& list, Right_finding finding);

/// A right with where it stands; nothing was found yet if it has no finding.
struct Right_row {
    Right right;
    std::optional<Right_finding> finding{};

    /// Something is still to be done: to look at it, to ask for it, to wait for the answer.
    [[nodiscard]] bool is_open() const {
        return !finding || finding->state == Right_state::yes ||
               finding->state == Right_state::asked;
    }
};

/// All rights of the list in its order, then those of the check that the list has no more, which
/// have their key for a name.
[[nodiscard]] std::vector<Right_row> rows_of(const Rights_list& list, const Rights_check& check);

/// The document of a check, and back: the text must come from here.
[[nodiscard]] std::string write_rights_check(const Rights_check& check);
[[nodiscard]] Rights_check read_kept_rights_check(std::string_view json);

} // namespace saldo::help
