#pragma once

#include "base/named.hpp"
#include "base/result.hpp"
#include "dossier/dossier.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The steps by which an office ends the help to a household, as its data.
namespace saldo::help {

/// What the book itself is asked before a step can be done.
enum class Closing_check {
    no_dues,
    no_orders,
    no_suspense,
    withdrawal_empty,
    savings_empty,
    pots_empty,
    budget_empty,
    help_ended,
    aftercare_set,
    transfer_signed
};

inline constexpr std::array closing_check_names{
    Named{Closing_check::no_dues, "no_dues"},
    Named{Closing_check::no_orders, "no_orders"},
    Named{Closing_check::no_suspense, "no_suspense"},
    Named{Closing_check::withdrawal_empty, "withdrawal_empty"},
    Named{Closing_check::savings_empty, "savings_empty"},
    Named{Closing_check::pots_empty, "pots_empty"},
    Named{Closing_check::budget_empty, "budget_empty"},
    Named{Closing_check::help_ended, "help_ended"},
    Named{Closing_check::aftercare_set, "aftercare_set"},
    Named{Closing_check::transfer_signed, "transfer_signed"}};

struct Closing_rule {
    std::string key;
    std::string name;
    std::optional<Closing_check> check{}; ///< none: people alone say that it is done
    std::vector<std::string> after{};     ///< steps to be done before, as far as they are for it
    bool needs_document = false;
    std::vector<dossier::Help_stop> only_for{}; ///< empty: all reasons
    std::vector<dossier::Help_stop> not_for{};

    friend bool operator==(const Closing_rule&, const Closing_rule&) = default;
};

/// The step is one of a closing with this reason.
[[nodiscard]] bool is_for(const Closing_rule& rule, dossier::Help_stop reason);

struct Closing_list {
    std::string name;
    std::vector<Closing_rule> steps; ///< at least one; each comes after those it names
};

/// The text of schemas/json/closing.schema.json and of schemas/help/closing.json, from which an
/// office starts; both built in.
[[nodiscard]] std::string_view closing_schema_text();
[[nodiscard]] std::string_view default_closing_text();

/// Reads the list of an office: its form (dossier/check_form.hpp), then help.key_twice and
/// help.step_unknown (a step that comes after one that does not stand above it).
[[nodiscard]] Result<Closing_list> read_closing_list(std::string_view json);

} // namespace saldo::help
