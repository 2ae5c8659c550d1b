#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/run_report.hpp"

#include <memory>
#include <optional>

namespace saldo::cli {

namespace {

struct Prepare_request {
    std::optional<Date> through;
    std::vector<app::Missing_income> without;
};

/// `DOSSIER:LINE`.
Result<app::Missing_income> missing_income_of(const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) {
        return saldo::refuse(not_a_dossier_line, {{"stated", text}});
    }
    return app::Missing_income{text.substr(0, colon), text.substr(colon + 1)};
}

/// What would be if an income did not come is asked for and not kept: whoever asks says that he
/// knows it.
Exit prepare(const Context& context, const Prepare_request& request) {
    if (!request.without.empty() && !context.options.dry_run) {
        return context.refuse(Refusal(Finding{what_if_is_kept, Severity::error, {}, {}}),
                              Exit::usage);
    }
    return change_run(context, [&](app::Desk& desk) {
        return app::prepare_run(desk, *request.through, request.without);
    });
}

} // namespace

void register_run_prepare(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "run", context), "prepare", context);
    const auto request = std::make_shared<Prepare_request>();
    add_date(made, "--through", texts("help.run.prepare.through"), context, [request](Date date) {
        request->through = date;
    }).required();
    made.add_option_function<std::vector<std::string>>(
            "--without-income",
            [request, &context](const std::vector<std::string>& stated) {
                for (const std::string& text : stated) {
                    const auto income = missing_income_of(text);
                    if (!income) {
                        throw wrong_value("--without-income", income.error(), context);
                    }
                    request->without.push_back(*income);
                }
            },
            texts("help.run.prepare.without_income"))
        ->type_name(texts("type.dossier") + ":" + texts("type.line"))
        ->allow_extra_args(false);
    add_time(made, context);
    on_call(made, context, [request, &context] { return prepare(context, *request); });
}

} // namespace saldo::cli
