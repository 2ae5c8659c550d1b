#include "app/match_rules.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/match_rule_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

void add_conditions(CLI::App& made, app::New_rule& wanted, const Context& context) {
    const i18n::Texts& texts = context.texts;
    reconcile::Match_rule& rule = wanted.rule;
    add_iban(made, "--iban", texts("help.match.rule.iban"), context,
             [&](const Iban& iban) { rule.iban = iban; });
    made.add_option("--name", rule.name, texts("help.match.rule.name"))
        ->type_name(texts("type.text"));
    made.add_flag("--whole-name", rule.is_whole_name, texts("help.match.rule.whole_name"));
    made.add_option("--words", rule.words, texts("help.match.rule.words"))
        ->type_name(texts("type.text"));
    made.add_option_function<std::string>(
            "--sign", [&](const std::string& text) { rule.sign = *reconcile::sign_from(text); },
            texts("help.match.rule.sign"))
        ->type_name("credit|debit")
        ->check(CLI::IsMember({"credit", "debit"}));
    add_amount(made, "--least", texts("help.match.rule.least"), context,
               [&](Money amount) { rule.least = amount; });
    add_amount(made, "--most", texts("help.match.rule.most"), context,
               [&](Money amount) { rule.most = amount; });
    made.add_option("--account", rule.account, texts("help.match.rule.account"))
        ->type_name(texts("type.account"));
}

} // namespace

void register_match_rule_add(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(group(root, "match", context), "rule", context), "add", context);
    const auto wanted = std::make_shared<app::New_rule>();
    made.add_option(texts("type.subject"), wanted->rule.subject, texts("help.match.rule.subject"))
        ->required();
    add_conditions(made, *wanted, context);
    made.add_option("--pot", wanted->rule.pot, texts("help.match.rule.pot"))
        ->type_name(texts("type.subject"));
    CLI::Option* dossier =
        made.add_option("--dossier", wanted->dossier, texts("help.match.rule.dossier"))
            ->type_name(texts("type.number"));
    const auto office = std::make_shared<bool>(false);
    made.add_flag("--office", *office, texts("help.match.rule.office"))->excludes(dossier);
    made.add_option("--reason", wanted->reason, texts("help.match.reason"))
        ->type_name(texts("type.text"))
        ->required();
    on_call(made, context, [wanted, office, &context] {
        return change_rule(context, [&](app::Desk& desk) -> Result<app::Match_rule_row> {
            if (wanted->dossier.empty() && !*office) {
                return saldo::refuse(rule_of_whom);
            }
            return app::add_rule(desk, *wanted);
        });
    });
}

} // namespace saldo::cli
