#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lac_report.hpp"

#include <memory>

namespace saldo::cli {

void register_lac_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "lac", context), "list", context);

    struct Wanted {
        std::string dossier;
        bool only_breached = false;
    };

    const auto wanted = std::make_shared<Wanted>();
    made.add_option("--dossier", wanted->dossier, texts("help.lac.list.dossier"))
        ->type_name(texts("type.dossier"));
    made.add_flag("--breached", wanted->only_breached, texts("help.lac.list.breached"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::lacs_on(work, wanted->dossier, context.options.as_of)
                    .map([&](std::vector<app::Lac_row> rows) {
                        std::erase_if(rows, [&](const app::Lac_row& row) {
                            return wanted->only_breached &&
                                   row.standing.state != arrears::Lac_state::breached;
                        });
                        return lacs_report(rows);
                    });
            }));
    });
}

} // namespace saldo::cli
