#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/policy_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

Exit load(const Context& context, const std::string& file) {
    const auto bytes = read_file(file);
    if (!bytes) {
        return context.refuse(bytes.error(), Exit::unreadable);
    }
    return answer_or_refuse(
        context, change_book(context, [&](app::Desk& desk) -> Result<render::Report> {
            const auto sheet = app::load_policy(desk, *bytes);
            return sheet ? Result<render::Report>(report_of(desk.work(), *sheet))
                         : saldo::refuse(sheet.error().in_file(file));
        }));
}

} // namespace

void register_policy_load(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "policy", context), "load", context);
    const auto file = std::make_shared<std::string>();
    made.add_option(texts("type.file"), *file, texts("help.policy.load.file"))->required();
    on_call(made, context, [file, &context] { return load(context, *file); });
}

} // namespace saldo::cli
