#include "cli/book.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/setting_options.hpp"

#include <memory>

namespace saldo::cli {

namespace {

Exit load(const Context& context, const app::Setting& setting, const std::string& file) {
    const auto bytes = read_file(file);
    if (!bytes) {
        return context.refuse(bytes.error(), Exit::unreadable);
    }
    return answer_or_refuse(context,
                            change_book(context, [&](app::Desk& desk) -> Result<render::Report> {
                                const auto sheet = app::load_setting(desk, setting.kind, *bytes);
                                return sheet ? Result<render::Report>(settings_report({*sheet}))
                                             : saldo::refuse(sheet.error().in_file(file));
                            }));
}

} // namespace

void register_setting_load(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "setting", context), "load", context);
    const auto kind = add_setting(made, context);
    const auto file = std::make_shared<std::string>();
    made.add_option(texts("type.file"), *file, texts("help.setting.load.file"))->required();
    on_call(made, context, [kind, file, &context] { return load(context, **kind, *file); });
}

} // namespace saldo::cli
