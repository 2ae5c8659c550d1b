#pragma once

#include "cli/context.hpp"

namespace CLI {
class App;
}

/// The commands that reckon with the figures of the law and need no book: one function each, in
/// the file of its name.
namespace saldo::cli {

void register_calc_attachable(CLI::App& root, Context& context);
void register_calc_leefloon(CLI::App& root, Context& context);
void register_calc_living_money_floor(CLI::App& root, Context& context);
void register_calc_interest(CLI::App& root, Context& context);
void register_calc_penalty(CLI::App& root, Context& context);
void register_calc_credit_default(CLI::App& root, Context& context);
void register_calc_credit_claim(CLI::App& root, Context& context);
void register_calc_apr(CLI::App& root, Context& context);
void register_calc_fees(CLI::App& root, Context& context);
void register_calc_levies(CLI::App& root, Context& context);
void register_calc_limitation(CLI::App& root, Context& context);
void register_calc_allocation(CLI::App& root, Context& context);
void register_law_load(CLI::App& root, Context& context);
void register_law_show(CLI::App& root, Context& context);

/// All of them.
void register_calculators(CLI::App& root, Context& context);

} // namespace saldo::cli
