#include "cli/usage_error.hpp"

namespace saldo::cli {

namespace {

/// The innermost command that was recognised.
const CLI::App& innermost(const CLI::App& app) {
    const auto named = app.get_subcommands();
    return named.empty() ? app : innermost(*named.front());
}

std::string joined(const std::vector<std::string>& words) {
    return CLI::detail::join(words, " ");
}

/// Names of what the command still needs: a command of its own, or arguments.
std::string missing(const CLI::App& app, const i18n::Texts& texts) {
    const CLI::App& command = innermost(app);
    if (command.get_require_subcommand_min() > command.get_subcommands().size()) {
        std::vector<std::string> names;
        for (const CLI::App* each : command.get_subcommands({})) {
            names.push_back(each->get_name());
        }
        return texts("usage.command_missing", {{"commands", joined(names)}});
    }
    std::vector<std::string> names;
    for (const CLI::Option* each : command.get_options()) {
        if (each->get_required() && each->count() == 0) {
            names.push_back(each->get_name());
        }
    }
    return texts("usage.argument_missing", {{"arguments", joined(names)}});
}

} // namespace

std::string
usage_error(const CLI::App& app, const CLI::ParseError& error, const i18n::Texts& texts) {
    const std::string what = error.what();
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::ExtrasError:
        return texts("usage.unexpected", {{"arguments", joined(app.remaining(true))}});
    case CLI::ExitCodes::RequiredError:
        return missing(app, texts);
    case CLI::ExitCodes::ArgumentMismatch:
        // CLI11 names the option before its own, English, sentence.
        return texts("usage.value_missing", {{"option", what.substr(0, what.find(':'))}});
    case CLI::ExitCodes::ValidationError:
        return what; // made of our own texts
    default:
        return texts("usage.wrong", {{"detail", what}});
    }
}

std::string command_named(const CLI::App& app) {
    const auto named = app.get_subcommands();
    return named.empty() ? app.get_name() : app.get_name() + " " + command_named(*named.front());
}

} // namespace saldo::cli
