#include "cli/commands/calculators.hpp"

namespace saldo::cli {

void register_calculators(CLI::App& root, Context& context) {
    register_calc_attachable(root, context);
    register_calc_leefloon(root, context);
    register_calc_living_money_floor(root, context);
    register_calc_interest(root, context);
    register_calc_penalty(root, context);
    register_calc_credit_default(root, context);
    register_calc_credit_claim(root, context);
    register_calc_apr(root, context);
    register_calc_fees(root, context);
    register_calc_levies(root, context);
    register_calc_limitation(root, context);
    register_calc_allocation(root, context);
    register_law_load(root, context);
    register_law_show(root, context);
}

} // namespace saldo::cli
