#include "app/signals.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/signal_options.hpp"
#include "cli/signal_report.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

struct Wanted {
    std::shared_ptr<Signal_options> options;
    std::optional<reconcile::Signal_code> code;
    bool with_dismissed = false;
};

std::string all_codes() {
    std::string names;
    for (const reconcile::Signal_code code : reconcile::all_signal_codes) {
        names.append(names.empty() ? "" : "|").append(name(code));
    }
    return names;
}

Result<render::Report> list(app::Unit_of_work& work, const Wanted& wanted, const Context& context) {
    app::Signal_request request = request_of(*wanted.options, context);
    request.with_dismissed = wanted.with_dismissed;
    return app::signals(work, request).map([&](std::vector<app::Signal_row> rows) {
        std::erase_if(rows, [&](const app::Signal_row& row) {
            return wanted.code && row.signal.code != *wanted.code;
        });
        return render::Report{.facts = {},
                              .tables = {signals_table(rows, context.texts, wanted.with_dismissed)},
                              .parts = {}};
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
    wanted->options = add_signal_options(made, context);
    add_date(made, "--on", texts("help.signal.list.on"), context,
             [options = wanted->options](Date date) { options->on = date; });
    add_code(made, wanted, context);
    made.add_flag("--all", wanted->with_dismissed, texts("help.signal.list.all"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return list(work, *wanted, context);
                                }));
    });
}

} // namespace saldo::cli
