#include "cli/commands/calculators.hpp"

namespace saldo::cli {

void register_calculators(CLI::App& root, Context& context) {
    register_calc_attachable(root, context);
    register_calc_leefloon(root, context);
    register_calc_living_money_floor(root, context);
    register_calc_interest(root, context);
}

} // namespace saldo::cli
