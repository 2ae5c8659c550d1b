#include "app/signals.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/signal_report.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

/// How far back signals are told if nobody says since when.
constexpr int days_told = 31;

struct Wanted {
    std::vector<std::string> dossiers;
    std::optional<Date> since;
    std::optional<Date> on;
    std::optional<reconcile::Signal_code> code;
};

std::string all_codes() {
    std::string names;
    for (const reconcile::Signal_code code : reconcile::all_signal_codes) {
        names.append(names.empty() ? "" : "|").append(name(code));
    }
    return names;
}

Result<render::Report> list(app::Unit_of_work& work, const Wanted& wanted, const Context& context) {
    const Date on = wanted.on.value_or(context.options.as_of);
    const app::Signal_request request{wanted.dossiers,
                                      wanted.since.value_or(on.plus_days(-days_told)), on};
    return app::signals(work, request).map([&](std::vector<app::Signal_row> rows) {
        std::erase_if(rows, [&](const app::Signal_row& row) {
            return wanted.code && row.signal.code != *wanted.code;
        });
        return render::Report{
            .facts = {}, .tables = {signals_table(rows, context.texts)}, .parts = {}};
    });
}

void add_code(CLI::App& made, const std::shared_ptr<Wanted>& wanted, const Context& context) {
    made.add_option_function<std::string>(
            "--code",
            [wanted, &context](const std::string& text) {
                wanted->code = reconcile::signal_code_from(text);
                if (!wanted->code) {
                    const Finding finding{unknown_signal, Severity::error, {}, {{"stated", text}}};
                    throw wrong_value("--code", Refusal(finding), context);
                }
            },
            context.texts("help.signal.list.code"))
        ->type_name(all_codes());
}

} // namespace

void register_signal_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "signal", context), "list", context);
    const auto wanted = std::make_shared<Wanted>();
    made.add_option("--dossier", wanted->dossiers, texts("help.signal.list.dossier"))
        ->type_name(texts("type.dossier"));
    add_date(made, "--since", texts("help.signal.list.since"), context,
             [wanted](Date date) { wanted->since = date; });
    add_date(made, "--on", texts("help.signal.list.on"), context,
             [wanted](Date date) { wanted->on = date; });
    add_code(made, wanted, context);
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return list(work, *wanted, context);
                                }));
    });
}

} // namespace saldo::cli
