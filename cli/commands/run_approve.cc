#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/run_report.hpp"
#include "cli/user_secret.hpp"

#include <memory>
#include <optional>

namespace saldo::cli {

namespace {

struct Approval_request {
    std::string run;
    std::string key_file; ///< empty: it is not signed
};

/// The key is opened before the book: nobody waits while a person types.
Exit approve(const Context& context, const Approval_request& request) {
    std::optional<Secret_key> key;
    if (!request.key_file.empty()) {
        auto opened = open_key(context, request.key_file);
        if (!opened) {
            return context.refuse(opened.error());
        }
        key.emplace(*std::move(opened));
    }
    return change_run(context, [&](app::Desk& desk) {
        return app::approve_run(desk, request.run, key ? &*key : nullptr);
    });
}

} // namespace

void register_run_approve(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "run", context), "approve", context);
    const auto request = std::make_shared<Approval_request>();
    request->key_file = context.options.key_file;
    made.add_option(texts("type.run"), request->run, texts("help.run.number"))->required();
    made.add_option("--key", request->key_file, texts("help.run.approve.key"))
        ->type_name(texts("type.file"));
    on_call(made, context, [request, &context] { return approve(context, *request); });
}

} // namespace saldo::cli
