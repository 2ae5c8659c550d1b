#pragma once

#include "base/named.hpp"
#include "cli/context.hpp"
#include "money/rate.hpp"

#include <CLI/CLI.hpp>

#include <span>
#include <string_view>

namespace saldo::cli {

/// The group `name` of commands, made when first asked for. Its help text is `help.<name>`.
[[nodiscard]] CLI::App& group(CLI::App& root, const std::string& name, const Context& context);

/// A new command under the root or a group. Its help text is `help.<group>.<name>`.
[[nodiscard]] CLI::App& command(CLI::App& parent, const std::string& name, const Context& context);

/// What the command does once the whole command line was read.
void on_call(CLI::App& command, Context& context, std::function<Exit()> action);

/// The refusal as a usage error of this option.
[[nodiscard]] CLI::ValidationError
wrong_value(const std::string& option, const Refusal& refusal, const Context& context);

/// An option that takes a date, which must be one.
CLI::Option& add_date(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const Context& context,
                      std::function<void(Date)> take);

/// The option `--at`: the time in Brussels on the day the command works for.
void add_time(CLI::App& command, Context& context);

/// An option that takes an amount in euro.
CLI::Option& add_amount(CLI::App& command,
                        const std::string& option,
                        const std::string& help,
                        const Context& context,
                        std::function<void(Money)> take);

/// As `add_amount`, for an option that may stand several times; `take` is called for each.
CLI::Option& add_amounts(CLI::App& command,
                         const std::string& option,
                         const std::string& help,
                         const Context& context,
                         std::function<void(Money)> take);

/// An option that takes a fraction such as 0.0525 or 3/7.
CLI::Option& add_rate(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const Context& context,
                      std::function<void(money::Rate)> take);

/// The words of a closed list, as help shows them: `civil|commercial`.
[[nodiscard]] std::string words_of(std::span<const std::string_view> list);

template <class Enum, std::size_t count>
[[nodiscard]] std::string words_of(const std::array<Named<Enum>, count>& table) {
    std::string words;
    for (const Named<Enum>& each : table) {
        words.append(words.empty() ? "" : "|").append(each.name);
    }
    return words;
}

/// That `stated` is no word of the list, as a usage error.
[[nodiscard]] CLI::ValidationError wrong_word(const std::string& option,
                                              const std::string& stated,
                                              const std::string& words,
                                              const Context& context);

/// An option that takes one word of a closed list.
template <class Enum, std::size_t count>
CLI::Option& add_word(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const std::array<Named<Enum>, count>& table,
                      const Context& context,
                      std::function<void(Enum)> take) {
    const auto read = [option, &table, &context, take = std::move(take)](const std::string& text) {
        const auto value = value_in(table, text);
        if (!value) {
            throw wrong_word(option, text, words_of(table), context);
        }
        take(*value);
    };
    return *command.add_option_function<std::string>(option, read, help)
                ->type_name(words_of(table));
}

/// An option that takes an IBAN.
CLI::Option& add_iban(CLI::App& command,
                      const std::string& option,
                      const std::string& help,
                      const Context& context,
                      std::function<void(const Iban&)> take);

/// An option that takes an enterprise number.
CLI::Option& add_enterprise_number(CLI::App& command,
                                   const std::string& option,
                                   const std::string& help,
                                   const Context& context,
                                   std::function<void(const Enterprise_number&)> take);

} // namespace saldo::cli
