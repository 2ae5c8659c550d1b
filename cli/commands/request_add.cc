#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/request_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_request {
    std::optional<Date> received;
    help::Request request;
};

std::vector<help::Asked> asked_of(const std::vector<std::string>& words, const Context& context) {
    std::vector<help::Asked> asks;
    for (const std::string& word : words) {
        const auto asked = value_in(help::asked_names, word);
        if (!asked) {
            throw wrong_word("--asks", word, words_of(help::asked_names), context);
        }
        asks.push_back(*asked);
    }
    return asks;
}

Exit add(const Context& context, const Wanted_request& wanted) {
    help::Request request = wanted.request;
    request.received = wanted.received.value_or(context.options.as_of);
    return answer_or_refuse(
        context, change_book(context, [&](app::Desk& desk) {
            return app::add_request(desk, std::move(request)).map([&](const app::Request_row& row) {
                return report_of(std::vector{row}, context.texts);
            });
        }));
}

} // namespace

void register_request_add(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "request", context), "add", context);
    const auto wanted =
        std::make_shared<Wanted_request>(Wanted_request{{},
                                                        {.received = Date::from_days(0),
                                                         .asks = {},
                                                         .dossier = {},
                                                         .household = {},
                                                         .words = {},
                                                         .worker = {}}});
    help::Request& request = wanted->request;
    made.add_option_function<std::vector<std::string>>(
            "--asks",
            [&request, &context](const std::vector<std::string>& words) {
                request.asks = asked_of(words, context);
            },
            texts("help.request.add.asks"))
        ->type_name(words_of(help::asked_names))
        ->required();
    add_word<help::Channel>(made, "--channel", texts("help.request.add.channel"),
                            help::channel_names, context,
                            [&request](help::Channel channel) { request.channel = channel; });
    add_date(made, "--received", texts("help.request.add.received"), context,
             [wanted](Date date) { wanted->received = date; });
    made.add_option("--dossier", request.dossier, texts("help.request.add.dossier"))
        ->type_name(texts("type.dossier"));
    made.add_option("--household", request.household, texts("help.request.add.household"))
        ->type_name(texts("type.text"));
    made.add_option("--words", request.words, texts("help.request.add.words"))
        ->type_name(texts("type.text"));
    made.add_option("--worker", request.worker, texts("help.request.add.worker"))
        ->type_name(texts("type.name"));
    on_call(made, context, [wanted, &context] { return add(context, *wanted); });
}

} // namespace saldo::cli
