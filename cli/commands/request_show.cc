#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/request_report.hpp"

#include <memory>

namespace saldo::cli {

void register_request_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "request", context), "show", context);
    const auto key = std::make_shared<std::string>();
    made.add_option(texts("type.request"), *key, texts("help.request.request"))->required();
    on_call(made, context, [key, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return app::request_on(work, *key, context.options.as_of)
                                        .map([&](const app::Request_row& row) {
                                            return request_report(row, context.texts);
                                        });
                                }));
    });
}

} // namespace saldo::cli
