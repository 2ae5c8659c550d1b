#include "cli/book.hpp"
#include "cli/commands/commands.hpp"
#include "cli/setting_options.hpp"

namespace saldo::cli {

void register_setting_list(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "setting", context), "list", context);
    on_call(made, context, [&context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) -> Result<render::Report> {
                std::vector<app::Setting_sheet> sheets;
                for (const app::Setting& each : app::settings()) {
                    auto sheet = app::find_setting(work, each.kind, context.options.as_of);
                    if (!sheet) {
                        return saldo::refuse(std::move(sheet).error());
                    }
                    sheets.push_back(*std::move(sheet));
                }
                return settings_report(sheets);
            }));
    });
}

} // namespace saldo::cli
