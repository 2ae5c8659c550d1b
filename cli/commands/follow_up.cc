#include "cli/commands/follow_up.hpp"

namespace saldo::cli {

void register_follow_up(CLI::App& root, Context& context) {
    register_evaluation_add(root, context);
    register_evaluation_list(root, context);
    register_goal_add(root, context);
    register_goal_step(root, context);
    register_goal_end(root, context);
    register_goal_list(root, context);
    register_team_list(root, context);
    register_team_discussed(root, context);
    register_time_add(root, context);
    register_time_list(root, context);
    register_report_caseload(root, context);
    register_report_registration(root, context);
    register_report_council(root, context);
}

} // namespace saldo::cli
