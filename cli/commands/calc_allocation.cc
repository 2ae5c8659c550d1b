#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/allocation.hpp"

namespace saldo::cli {

namespace {

render::Report report_of_allocation(const law::Allocation& answer) {
    using namespace render;
    Table parts{"debt_parts", {{"part"}, {"due_amount"}, {"paid"}, {"still_due"}}, {}};
    for (const law::Allocated& each : answer.parts) {
        parts.rows.push_back(
            {{Term{"debt_part", std::string(name_in(law::debt_part_names, each.part))}, each.due,
              each.paid, each.left}});
    }
    return {.facts = {{"still_due", answer.left, not_in_csv},
                      {"not_needed", answer.not_needed, not_in_csv}},
            .tables = {std::move(parts)},
            .parts = {}};
}

} // namespace

void register_calc_allocation(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "allocation", context);
    const Money zero = Money::zero();
    const auto request = std::make_shared<law::Allocation_request>(
        law::Allocation_request{zero, zero, zero, zero, zero});
    const auto add = [&](const char* option, const std::string& help, Money& amount) -> auto& {
        return add_amount(made, option, help, context,
                          [&amount, request](Money stated) { amount = stated; });
    };
    add("--payment", texts("help.calc.payment"), request->payment).required();
    add("--principal", texts("help.calc.principal"), request->principal).required();
    add("--interest", texts("help.calc.interest_due"), request->interest);
    add("--costs", texts("help.calc.costs"), request->costs);
    add("--penalty", texts("help.calc.penalty_due"), request->penalty);
    add_word<law::Allocation_order>(
        made, "--order", texts("help.calc.order"), law::allocation_order_names, context,
        [request](law::Allocation_order order) { request->order = order; });
    on_call(made, context, [request, &context] {
        return answer_calculation(context, law::allocate(*request), report_of_allocation);
    });
}

} // namespace saldo::cli
