#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help_report.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_forms {
    std::string dossier; ///< empty: all
    bool only_running = false;
};

} // namespace

void register_help_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "help", context), "list", context);
    const auto wanted = std::make_shared<Wanted_forms>();
    made.add_option(texts("type.dossier"), wanted->dossier, texts("help.help.list.dossier"));
    made.add_flag("--running", wanted->only_running, texts("help.help.list.running"));
    on_call(made, context, [wanted, &context] {
        const auto dossier = wanted->dossier.empty()
                                 ? std::optional<std::string_view>()
                                 : std::optional<std::string_view>(wanted->dossier);
        auto list = ask_book(context, [&](app::Unit_of_work& work) {
            return app::forms_on(work, dossier, context.options.as_of);
        });
        if (list && wanted->only_running) {
            std::erase_if(list->rows, [](const app::Form_row& row) {
                return row.state != help::Form_state::running;
            });
        }
        return answer_forms(context, list);
    });
}

} // namespace saldo::cli
