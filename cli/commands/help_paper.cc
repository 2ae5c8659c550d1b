#include "cli/book.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help_report.hpp"
#include "cli/paper_options.hpp"

namespace saldo::cli {

void register_help_paper(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "help", context), "paper", context);
    const auto dossier = std::make_shared<std::string>();
    made.add_option(texts("type.dossier"), *dossier, texts("help.help.dossier"))->required();
    const auto kind = add_form(made, context);
    const auto named = add_papers(made, context);
    on_call(made, context, [dossier, kind, named, &context] {
        const auto papers = papers_of(*named, context);
        if (!papers) {
            return context.refuse(papers.error(), Exit::unreadable);
        }
        return answer_forms(context, change_book(context, [&](app::Desk& desk) {
                                return app::add_papers(desk, *dossier, *kind, *papers);
                            }));
    });
}

} // namespace saldo::cli
