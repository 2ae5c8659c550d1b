#include "app/import_statements.hpp"
#include "app/signals.hpp"
#include "bank/codes.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/format_option.hpp"
#include "cli/input.hpp"
#include "cli/signal_report.hpp"
#include "cli/taken_file.hpp"

#include <array>
#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

/// What the reader says of a file of which nothing can be read.
constexpr std::array unreadable_bank_file_codes{
    bank::format_unknown,     bank::file_too_large,       bank::coda_version_unknown,
    bank::mt940_unreadable,   bank::camt_not_utf8,        bank::camt_doctype,
    bank::camt_too_deep,      bank::camt_not_well_formed, bank::camt_no_statement,
    bank::csv_header_unknown, bank::xlsx_unreadable,      bank::xlsx_too_large};

Count count_of(const app::Imported_file& file, app::Left_out::Why why) {
    return Count{std::ranges::count(file.left_out, why, &app::Left_out::why)};
}

Row row_of(const app::Imported_file& file) {
    std::int64_t movements = 0;
    for (const app::Imported_statement& statement : file.statements) {
        movements += statement.movements;
    }
    std::uint64_t explained = 0;
    std::uint64_t suspense = 0;
    for (const auto& [rule, count] : file.rules) {
        (rule == reconcile::Rule::suspense ? suspense : explained) += count;
    }
    return {{Text{file.name}, Term{"import", file.earlier ? "unchanged" : "added"},
             Count{static_cast<std::int64_t>(file.statements.size())},
             count_of(file, app::Left_out::Why::known), count_of(file, app::Left_out::Why::waits),
             Count{movements}, Count{static_cast<std::int64_t>(explained)},
             Count{static_cast<std::int64_t>(suspense)}}};
}

/// What was not booked, and why.
void add_left_out(Table& table, const app::Imported_file& file) {
    for (const app::Left_out& each : file.left_out) {
        table.rows.push_back(
            {{Text{file.name}, Count{static_cast<std::int64_t>(each.line)},
              Account_number{each.account}, Count{each.number}, Count{each.movements},
              Term{"left_out", std::string(name(each.why))}}});
    }
}

/// A file in the book. Its signals are told only of a dry run, which leaves nothing to ask later.
struct Imported {
    app::Imported_file file;
    std::vector<app::Signal_row> signals;
};

Result<Imported> import_one(app::Desk& desk,
                            const app::Bank_file& input,
                            std::optional<bank::Format> format,
                            bool dry_run) {
    return app::import_statements(desk, input, format).map([&](app::Imported_file file) {
        auto signals = dry_run ? app::new_signals(desk.work(), file.statements)
                               : std::vector<app::Signal_row>();
        return Imported{std::move(file), std::move(signals)};
    });
}

/// What all files together brought: what is late in one may have come with the next.
std::vector<app::Signal_row> signals_of(const Context& context,
                                        const std::vector<app::Imported_statement>& statements) {
    using Rows = std::vector<app::Signal_row>;
    if (statements.empty()) {
        return {};
    }
    return ask_book(context,
                    [&](app::Unit_of_work& work) -> Result<Rows> {
                        return app::new_signals(work, statements);
                    })
        .value_or(Rows());
}

/// Each file in a transaction of its own, in the order given.
Exit import_all(const Context& context,
                const std::vector<std::string>& names,
                std::optional<bank::Format> format) {
    Table table{"files",
                {{"file"},
                 {"outcome"},
                 {"statements"},
                 {"known", for_machines},
                 {"waiting", for_machines},
                 {"movements"},
                 {"explained"},
                 {"suspense"}},
                {}};
    Table left_out{
        "left_out", {{"file"}, {"line"}, {"account"}, {"number"}, {"movements"}, {"why"}}, {}};
    const bool dry_run = context.options.dry_run;
    std::vector<app::Imported_statement> statements;
    std::vector<app::Signal_row> signals;
    Exit exit = Exit::done;
    Progress progress = context.progress("progress.files", names.size());
    for (const std::string& name : names) {
        auto source = open_file(name);
        if (!source) {
            exit = gravest(exit, context.refuse(source.error(), Exit::unreadable));
            continue;
        }
        const app::Bank_file input{name, *std::move(source)};
        const auto imported = change_book(
            context, [&](app::Desk& desk) { return import_one(desk, input, format, dry_run); });
        if (!imported) {
            exit = gravest(exit,
                           context.refuse(imported.error(),
                                          exit_of(imported.error(), unreadable_bank_file_codes)));
            continue;
        }
        const app::Imported_file& file = imported->file;
        context.say(file.findings);
        if (file.earlier) {
            say_earlier(context, file.name, *file.earlier);
        }
        signals.insert(signals.end(), imported->signals.begin(), imported->signals.end());
        statements.insert(statements.end(), file.statements.begin(), file.statements.end());
        table.rows.push_back(row_of(file));
        add_left_out(left_out, file);
        progress.at(table.rows.size());
    }
    if (!dry_run) {
        signals = signals_of(context, statements);
    }
    std::vector<Table> tables = new_signals_tables(signals, context.texts);
    left_out.shown = left_out.rows.empty() ? in_json : not_in_csv;
    tables.insert(tables.begin(), {std::move(table), std::move(left_out)});
    context.answer({.facts = {}, .tables = std::move(tables), .parts = {}});
    return exit;
}

} // namespace

void register_statement_import(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "statement", context), "import", context);
    const auto names = std::make_shared<std::vector<std::string>>();
    made.add_option(texts("type.file"), *names, texts("help.statement.import.files"))->required();
    const auto format = add_format(made, context);
    on_call(made, context,
            [names, format, &context] { return import_all(context, *names, *format); });
}

} // namespace saldo::cli
