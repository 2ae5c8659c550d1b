#include "cli/format_option.hpp"

#include "cli/codes.hpp"

namespace saldo::cli {

namespace {

std::string all_names() {
    std::string names;
    for (const auto& format : bank::format_names) {
        names.append(names.empty() ? "" : "|").append(format.name);
    }
    return names;
}

} // namespace

std::shared_ptr<std::optional<bank::Format>> add_format(CLI::App& command, const Context& context) {
    auto format = std::make_shared<std::optional<bank::Format>>();
    command
        .add_option_function<std::string>(
            "--format",
            [format, &context](const std::string& text) {
                *format = value_in(bank::format_names, text);
                if (!*format) {
                    const Finding finding{unknown_format, Severity::error, {}, {{"stated", text}}};
                    throw wrong_value("--format", Refusal(finding), context);
                }
            },
            context.texts("help.statement.format"))
        ->type_name(all_names());
    return format;
}

} // namespace saldo::cli
