#pragma once

#include "cli/command.hpp"
#include "plans/standing.hpp"

#include <memory>
#include <optional>
#include <string>

namespace saldo::cli {

/// An adopted plan, as the user names it.
struct Named_plan {
    std::string dossier;
    std::string plan;
};

/// The option for the dossier, and the plan as the first argument; both must be there.
[[nodiscard]] std::shared_ptr<Named_plan> add_named_plan(CLI::App& command, const Context& context);

/// How the user wants to look at plans. What is not said is as plans::View has it.
struct Stated_view {
    std::optional<Date> on;
    int grace_days = plans::View{Date::from_days(0)}.grace_days;
    int answer_days = plans::View{Date::from_days(0)}.answer_days;
};

/// The options for it: `--on`, `--grace`, `--answer-days`.
[[nodiscard]] std::shared_ptr<Stated_view> add_view(CLI::App& command, const Context& context);

/// The view that was stated; without a day that of `--as-of`.
[[nodiscard]] plans::View view_of(const Stated_view& view, const Context& context);

} // namespace saldo::cli
