#include "cli/stage_options.hpp"

#include "cli/calculation.hpp"
#include "cli/stage_report.hpp"

namespace saldo::cli {

void add_dossier(CLI::App& command, std::string& dossier, const Context& context) {
    const i18n::Texts& texts = context.texts;
    command.add_option(texts("type.dossier"), dossier, texts("help.stage.dossier"))->required();
}

void add_from(CLI::App& command, std::optional<Date>& from, const Context& context) {
    add_date(command, "--from", context.texts("help.stage.from"), context,
             [&from](Date day) { from = day; });
}

Exit answer_stage(const Context& context, const app::Stage_sheet& sheet) {
    context.answer(stage_report(sheet));
    return Exit::done;
}

Exit answer_stage(const Context& context, const app::Changed_payers& changed) {
    return answer_with_findings(context, stage_report(changed.sheet), changed.findings,
                                Finding_place::id);
}

} // namespace saldo::cli
