#include "cli/book.hpp"
#include "cli/commands/commands.hpp"
#include "cli/stage_options.hpp"
#include "cli/stage_report.hpp"

#include <memory>

namespace saldo::cli {

void register_stage_propose(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "stage", context), "propose", context);
    const auto dossier = std::make_shared<std::string>();
    add_dossier(made, *dossier, context);
    on_call(made, context, [dossier, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return app::propose_stage(work, *dossier, context.options.as_of)
                                        .map(stage_proposal_report);
                                }));
    });
}

} // namespace saldo::cli
