#include "app/forecast_dossier.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

Table accounts_of(const app::Dossier_forecast& forecast) {
    Table table{"forecast_accounts",
                {{"account"},
                 {"balance"},
                 {"free"},
                 {"overdraft"},
                 {"next_income"},
                 {"lowest_before_income"},
                 {"lowest_before_income_on"},
                 {"short_by"},
                 {"lowest"},
                 {"lowest_on"}},
                {},
                not_in_csv};
    for (std::size_t i = 0; i < forecast.accounts.size(); ++i) {
        const payments::Account_forecast& account = forecast.accounts[i];
        const auto& before = account.before_income;
        const Money lacks = short_by(account);
        table.rows.push_back(
            {{Account_number{forecast.ibans[i]}, account.balance, account.free, account.overdraft,
              filled(account.next_income), before ? Cell(before->free) : Cell(Absent{}),
              before ? Cell(before->day) : Cell(Absent{}),
              lacks.is_zero() ? Cell(Absent{}) : Cell(lacks), account.lowest.free,
              account.lowest.day}});
    }
    return table;
}

Table steps_of(const app::Dossier_forecast& forecast) {
    Table table{"forecast_steps",
                {{"account"},
                 {"day"},
                 {"step"},
                 {"subject"},
                 {"name"},
                 {"due"},
                 {"amount"},
                 {"balance"},
                 {"free"},
                 {"is_lowest"}},
                {}};
    for (std::size_t i = 0; i < forecast.accounts.size(); ++i) {
        const payments::Account_forecast& account = forecast.accounts[i];
        for (std::size_t at = 0; at < account.steps.size(); ++at) {
            const payments::Forecast_step& step = account.steps[at];
            const bool ends_day =
                at + 1 == account.steps.size() || account.steps[at + 1].day != step.day;
            table.rows.push_back(
                {{Account_number{forecast.ibans[i]}, step.day,
                  Term{"forecast_step", std::string(name(step.kind))}, Text{step.subject},
                  filled<Text>(step.name), step.due, step.amount, step.balance, step.free,
                  ends_day && step.day == account.lowest.day}});
        }
    }
    return table;
}

Report report_of_forecast(const app::Dossier_forecast& forecast) {
    return {.facts = {{"dossier", Text{forecast.dossier}},
                      {"as_of", forecast.as_of, not_in_csv},
                      {"through", forecast.through, not_in_csv}},
            .tables = {accounts_of(forecast), steps_of(forecast)},
            .parts = {}};
}

} // namespace

void register_forecast(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(root, "forecast", context);
    const auto request = std::make_shared<app::Forecast_request>(
        app::Forecast_request{{}, context.options.as_of, {}, {}, {}});
    made.add_option(texts("type.dossier"), request->dossier, texts("help.forecast.dossier"))
        ->required();
    add_date(made, "--through", texts("help.forecast.through"), context,
             [request](Date date) { request->through = date; });
    made.add_option("--without-income", request->without, texts("help.forecast.without_income"))
        ->type_name(texts("type.line"))
        ->allow_extra_args(false);
    add_time(made, context);
    on_call(made, context, [request, &context] {
        request->as_of = context.options.as_of;
        request->at = context.options.time();
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                             return app::forecast_dossier(work, *request);
                                         }).map(report_of_forecast));
    });
}

} // namespace saldo::cli
