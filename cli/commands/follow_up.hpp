#pragma once

#include "cli/context.hpp"

namespace CLI {
class App;
}

/// The commands by which households are followed and the office counts, each in the file of its
/// name.
namespace saldo::cli {

void register_evaluation_add(CLI::App& root, Context& context);
void register_evaluation_list(CLI::App& root, Context& context);
void register_goal_add(CLI::App& root, Context& context);
void register_goal_step(CLI::App& root, Context& context);
void register_goal_end(CLI::App& root, Context& context);
void register_goal_list(CLI::App& root, Context& context);
void register_team_list(CLI::App& root, Context& context);
void register_team_discussed(CLI::App& root, Context& context);
void register_time_add(CLI::App& root, Context& context);
void register_time_list(CLI::App& root, Context& context);
void register_report_caseload(CLI::App& root, Context& context);
void register_report_registration(CLI::App& root, Context& context);
void register_report_council(CLI::App& root, Context& context);

/// All of them, in this order.
void register_follow_up(CLI::App& root, Context& context);

} // namespace saldo::cli
