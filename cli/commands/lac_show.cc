#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lac_report.hpp"

#include <memory>

namespace saldo::cli {

void register_lac_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "lac", context), "show", context);
    const auto number = std::make_shared<std::string>();
    made.add_option(texts("type.lac"), *number, texts("help.lac.number"))->required();
    on_call(made, context, [number, &context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::find_lac(work, *number, context.options.as_of)
                    .map([](const app::Lac_row& row) { return lac_report(row); });
            }));
    });
}

} // namespace saldo::cli
