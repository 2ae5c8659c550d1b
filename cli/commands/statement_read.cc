#include "bank/read.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/format_option.hpp"
#include "cli/input.hpp"
#include "cli/statement_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Outcome {
    File_read file;
    Exit exit = Exit::done;
};

Outcome unreadable(File_read file, const Refusal& refusal) {
    file.findings = refusal.in_file(file.name).findings();
    return {std::move(file), Exit::unreadable};
}

Outcome read(const std::string& name, std::optional<bank::Format> format) {
    File_read file{.name = name, .sha256 = {}, .content = {}, .findings = {}};
    auto bytes = read_file(name);
    if (!bytes) {
        return unreadable(std::move(file), bytes.error());
    }
    file.sha256 = sha256(*bytes);
    auto content = bank::read_owned(std::move(*bytes), format);
    if (!content) {
        return unreadable(std::move(file), content.error());
    }
    file.content = std::move(*content);
    file.findings = file.content.findings;
    for (Finding& finding : file.findings) {
        finding.where.file = name;
    }
    const Exit exit = has_errors(file.findings) ? Exit::refused : Exit::done;
    return {std::move(file), exit};
}

Exit read_all(const std::vector<std::string>& names,
              std::optional<bank::Format> format,
              const Context& context) {
    std::vector<File_read> files;
    Exit exit = Exit::done;
    {
        render::Progress progress = context.progress("progress.files", names.size());
        for (const std::string& name : names) {
            Outcome outcome = read(name, format);
            files.push_back(std::move(outcome.file));
            exit = gravest(exit, outcome.exit);
            progress.at(files.size());
        }
    }
    context.answer(report_of(files, i18n::Texts(i18n::Language::en)));
    for (const File_read& file : files) {
        context.say(file.findings);
    }
    return exit;
}

} // namespace

void register_statement_read(CLI::App& root, Context& context) {
    CLI::App& read = command(group(root, "statement", context), "read", context);
    const auto names = std::make_shared<std::vector<std::string>>();
    read.add_option(context.texts("type.file"), *names, context.texts("help.statement.read.files"))
        ->required();
    const auto format = add_format(read, context);
    on_call(read, context,
            [names, format, &context] { return read_all(*names, *format, context); });
}

} // namespace saldo::cli
