#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/match_rule_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted {
    std::string dossier;
    bool ended = false;
};

Result<render::Report> list_rules(app::Unit_of_work& work, const Wanted& wanted) {
    std::vector<app::Match_rule_row> rules = work.match_rules().all();
    std::erase_if(rules, [&](const app::Match_rule_row& row) {
        return (row.end && !wanted.ended) ||
               (!wanted.dossier.empty() && row.dossier && row.dossier_number != wanted.dossier);
    });
    return report_of(rules);
}

} // namespace

void register_match_rule_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made =
        command(group(group(root, "match", context), "rule", context), "list", context);
    const auto wanted = std::make_shared<Wanted>();
    made.add_option("--dossier", wanted->dossier, texts("help.match.rule.list.dossier"))
        ->type_name(texts("type.number"));
    made.add_flag("--ended", wanted->ended, texts("help.match.rule.list.ended"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return list_rules(work, *wanted);
                                }));
    });
}

} // namespace saldo::cli
