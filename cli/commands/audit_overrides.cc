#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/control_report.hpp"

#include <memory>
#include <optional>

namespace saldo::cli {

void register_audit_overrides(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "audit", context), "overrides", context);
    const auto since = std::make_shared<std::optional<Date>>();
    add_date(made, "--since", context.texts("help.audit.overrides.since"), context,
             [since](Date date) { *since = date; });
    on_call(made, context, [since, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    auto list = app::overridden_payments(work);
                                    std::erase_if(list, [&](const app::Overridden& each) {
                                        return *since && each.row.actor.as_of < **since;
                                    });
                                    return Result<render::Report>(report_of(list));
                                }));
    });
}

} // namespace saldo::cli
