#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lac_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

void add_terms(CLI::App& made, app::Lac_verdict& verdict, const Context& context) {
    const i18n::Texts& texts = context.texts;
    add_date(made, "--until", texts("help.lac.decide.until"), context,
             [&](Date day) { verdict.until = day; });
    add_date(made, "--from", texts("help.lac.decide.from"), context,
             [&](Date day) { verdict.from = day; });
    add_amount(made, "--amount", texts("help.lac.decide.amount"), context,
               [&](Money amount) { verdict.amount = amount; });
    made.add_option("--instalments", verdict.instalments, texts("help.lac.decide.instalments"))
        ->type_name(texts("type.number"))
        ->check(CLI::Range(1, 1'200));
    made.add_option("--account", verdict.account, texts("help.lac.decide.account"))
        ->type_name(texts("type.account"));
    made.add_option("--note", verdict.note, texts("help.lac.decide.note"))
        ->type_name(texts("type.text"));
}

} // namespace

void register_lac_decide(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "lac", context), "decide", context);
    const auto verdict = std::make_shared<app::Lac_verdict>();
    made.add_option(texts("type.lac"), verdict->number, texts("help.lac.number"))->required();
    add_word<arrears::Lac_outcome>(
        made, texts("type.outcome"), texts("help.lac.decide.outcome"), arrears::lac_outcome_names,
        context, [verdict](arrears::Lac_outcome outcome) { verdict->outcome = outcome; })
        .required();
    add_word<arrears::Client_heard>(
        made, "--client", texts("help.lac.decide.client"), arrears::client_heard_names, context,
        [verdict](arrears::Client_heard client) { verdict->client = client; })
        .required();
    made.add_flag("--unanimous", verdict->unanimous, texts("help.lac.decide.unanimous"));
    add_terms(made, *verdict, context);
    on_book_calculation(made, context, [verdict, &context](const law::Figures& figures) {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                    return app::decide_lac(desk, figures, *verdict)
                                        .map([](const app::Decided_lac& decided) {
                                            return lac_report(decided.row, decided.rest);
                                        });
                                }));
    });
}

} // namespace saldo::cli
