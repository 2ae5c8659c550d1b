#include "cli/book.hpp"
#include "cli/commands/commands.hpp"
#include "cli/setting_options.hpp"

#include <ostream>

namespace saldo::cli {

void register_setting_show(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "setting", context), "show", context);
    const auto kind = add_setting(made, context);
    on_call(made, context, [kind, &context] {
        const auto text = ask_book(context, [&](app::Unit_of_work& work) -> Result<std::string> {
            return app::setting_on(work, (*kind)->kind, context.options.as_of);
        });
        if (!text) {
            return context.refuse(text.error());
        }
        context.out << *text; // a document, whatever `--output` says
        return Exit::done;
    });
}

} // namespace saldo::cli
