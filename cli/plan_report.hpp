#pragma once

#include "cli/i18n/texts.hpp"
#include "cli/render/report.hpp"
#include "plans/schedule.hpp"

#include <span>
#include <string>

namespace saldo::cli {

/// A plan that was simulated, and what it is called: its name, or else its file's.
struct Simulated_plan {
    std::string name;
    plans::Plan plan;
    plans::Schedule schedule;
};

/// `english` words the findings for machines.
[[nodiscard]] render::Report report_of(const Simulated_plan& simulated, const i18n::Texts& english);

/// Several plans side by side: each in a row, and each creditor in a row for every plan.
[[nodiscard]] render::Report report_of(std::span<const Simulated_plan> simulated);

/// The arithmetic of every instalment of one creditor, by its place in the schedule.
[[nodiscard]] render::Report certificate_of(const Simulated_plan& simulated, std::size_t creditor);

} // namespace saldo::cli
