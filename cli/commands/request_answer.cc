#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/request_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Given_answer {
    std::string request;
    std::optional<Date> on;
    help::Answer_kind kind = help::Answer_kind::appointment;
    std::string words;
};

Exit answer(const Context& context, const Given_answer& given) {
    return answer_or_refuse(
        context, change_book(context, [&](app::Desk& desk) {
            return app::answer_request(
                       desk, given.request,
                       {given.on.value_or(context.options.as_of), given.kind, given.words, {}})
                .map([&](const app::Request_row& row) {
                    return report_of(std::vector{row}, context.texts);
                });
        }));
}

} // namespace

void register_request_answer(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "request", context), "answer", context);
    const auto given = std::make_shared<Given_answer>();
    made.add_option(texts("type.request"), given->request, texts("help.request.request"))
        ->required();
    add_word<help::Answer_kind>(made, texts("type.answer"), texts("help.request.answer.kind"),
                                help::answer_names, context,
                                [given](help::Answer_kind kind) { given->kind = kind; })
        .required();
    add_date(made, "--on", texts("help.request.answer.on"), context,
             [given](Date date) { given->on = date; });
    made.add_option("--words", given->words, texts("help.request.answer.words"))
        ->type_name(texts("type.text"));
    on_call(made, context, [given, &context] { return answer(context, *given); });
}

} // namespace saldo::cli
