#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/user_key_report.hpp"

namespace saldo::cli {

void register_user_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "user", context), "list", context);
    on_call(made, context, [&context] {
        return answer_or_refuse(context, ask_book(context, [](app::Unit_of_work& work) {
                                    return Result<render::Report>(
                                        report_of(work.user_keys().all()));
                                }));
    });
}

} // namespace saldo::cli
