#include "cli/setting_options.hpp"

#include "base/digest.hpp"

#include <algorithm>

namespace saldo::cli {

std::shared_ptr<const app::Setting*> add_setting(CLI::App& command, const Context& context) {
    const i18n::Texts& texts = context.texts;
    std::string words;
    for (const app::Setting& each : app::settings()) {
        words.append(words.empty() ? "" : "|").append(each.kind);
    }
    auto kind = std::make_shared<const app::Setting*>(nullptr);
    const std::string option = texts("type.setting");
    command
        .add_option_function<std::string>(
            option,
            [kind, words, option, &context](const std::string& text) {
                const auto found = std::ranges::find(app::settings(), text, &app::Setting::kind);
                if (found == app::settings().end()) {
                    throw wrong_word(option, text, words, context);
                }
                *kind = &*found;
            },
            texts("help.setting.kind"))
        ->type_name(words)
        ->required();
    return kind;
}

render::Report settings_report(const std::vector<app::Setting_sheet>& sheets) {
    using namespace render;
    Table table{"settings", {{"setting"}, {"version"}, {"user"}, {"as_of"}, {"sha256"}}, {}};
    for (const app::Setting_sheet& sheet : sheets) {
        table.rows.push_back({{Text{sheet.kind}, Count{sheet.version},
                               sheet.actor ? Cell(Text{sheet.actor->user}) : Cell(Absent{}),
                               sheet.actor ? Cell(sheet.actor->as_of) : Cell(Absent{}),
                               Text{to_hex(sha256(sheet.text))}}});
    }
    return {{}, {std::move(table)}, {}};
}

} // namespace saldo::cli
