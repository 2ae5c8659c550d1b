#include "cli/command.hpp"

#include "cli/codes.hpp"

#include <fmt/ranges.h>

namespace saldo::cli {

namespace {

/// An option whose text `parse` reads; what it refuses is a usage error.
template <class Value, class Parse, class Take>
CLI::Option& add_parsed(CLI::App& command,
                        const std::string& option,
                        const std::string& help,
                        const Context& context,
                        Parse parse,
                        Take take) {
    return *command.add_option_function<std::string>(
        option,
        [option, &context, parse, take = std::move(take)](const std::string& text) {
            const Result<Value> value = parse(text);
            if (!value) {
                throw wrong_value(option, value.error(), context);
            }
            take(*value);
        },
        help);
}

std::string help_key(const CLI::App& app) {
    const CLI::App* parent = app.get_parent();
    return parent == nullptr ? "help" : help_key(*parent) + "." + app.get_name();
}

} // namespace

CLI::App& group(CLI::App& root, const std::string& name, const Context& context) {
    for (CLI::App* known : root.get_subcommands([](CLI::App*) { return true; })) {
        if (known->get_name() == name) {
            return *known;
        }
    }
    CLI::App& made = command(root, name, context);
    made.require_subcommand(1);
    return made;
}

CLI::App& command(CLI::App& parent, const std::string& name, const Context& context) {
    CLI::App& made = *parent.add_subcommand(name);
    made.description(context.texts(help_key(made)));
    made.group(context.texts("help.commands"));
    made.footer(context.texts("help.footer"));
    // CLI11 made the inherited flag before it knew the heading of the options.
    made.set_help_flag("-h,--help", context.texts("option.help"));
    return made;
}

void on_call(CLI::App& command, Context& context, std::function<Exit()> action) {
    command.callback([&context, action = std::move(action)] { context.action = action; });
}

CLI::ValidationError
wrong_value(const std::string& option, const Refusal& refusal, const Context& context) {
    return CLI::ValidationError(option, i18n::message_of(context.texts, refusal.first()));
}

CLI::Option& add_date(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const Context& context,
                      std::function<void(Date)> take) {
    return *add_parsed<Date>(
                command, option, help, context,
                [](std::string_view text) { return calendar::parse(text); }, std::move(take))
                .type_name(context.texts("type.date"));
}

void add_time(CLI::App& command, Context& context) {
    add_parsed<Time_of_day>(
        command, "--at", context.texts("option.at"), context,
        [](std::string_view text) { return calendar::parse_time(text); },
        [&options = context.options](Time_of_day time) { options.at = time; })
        .type_name(context.texts("type.time"));
}

CLI::Option& add_amount(CLI::App& command,
                        const std::string& option,
                        const std::string& help,
                        const Context& context,
                        std::function<void(Money)> take) {
    return *add_parsed<Money>(
                command, option, help, context,
                [](std::string_view text) { return money::parse(text); }, std::move(take))
                .type_name(context.texts("type.amount"));
}

CLI::Option& add_amounts(CLI::App& command,
                         const std::string& option,
                         const std::string& help,
                         const Context& context,
                         std::function<void(Money)> take) {
    const auto read = [option, &context,
                       take = std::move(take)](const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            const auto amount = money::parse(text);
            if (!amount) {
                throw wrong_value(option, amount.error(), context);
            }
            take(*amount);
        }
    };
    return *command.add_option_function<std::vector<std::string>>(option, read, help)
                ->type_name(context.texts("type.amount"))
                ->allow_extra_args(false);
}

CLI::Option& add_rate(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const Context& context,
                      std::function<void(money::Rate)> take) {
    return *add_parsed<money::Rate>(
                command, option, help, context,
                [](std::string_view text) { return money::parse_rate(text); }, std::move(take))
                .type_name(context.texts("type.rate"));
}

std::string words_of(std::span<const std::string_view> list) {
    return fmt::format("{}", fmt::join(list, "|"));
}

CLI::ValidationError wrong_word(const std::string& option,
                                const std::string& stated,
                                const std::string& words,
                                const Context& context) {
    const Finding finding{
        unknown_word, Severity::error, {}, {{"stated", stated}, {"known", words}}};
    return wrong_value(option, Refusal(finding), context);
}

CLI::Option& add_iban(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const Context& context,
                      std::function<void(const Iban&)> take) {
    return *add_parsed<Iban>(
                command, option, help, context,
                [](std::string_view text) { return party::parse_iban(text); }, std::move(take))
                .type_name("IBAN");
}

CLI::Option& add_enterprise_number(CLI::App& command,
                                   const std::string& option,
                                   const std::string& help,
                                   const Context& context,
                                   std::function<void(const Enterprise_number&)> take) {
    return *add_parsed<Enterprise_number>(
                command, option, help, context,
                [](std::string_view text) { return party::parse_enterprise_number(text); },
                std::move(take))
                .type_name(context.texts("type.number"));
}

} // namespace saldo::cli
