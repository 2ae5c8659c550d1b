#include "cli/calculation.hpp"

#include "app/figures.hpp"
#include "cli/book.hpp"
#include "cli/input.hpp"

namespace saldo::cli {

namespace {

Result<law::Figures> figures_of_book(const Context& context) {
    return ask_book(context, [&](app::Unit_of_work& work) -> Result<law::Figures> {
        return app::figures_on(work, context.options.as_of);
    });
}

/// What the command does with the figures that `known` gives and those of `--figures FILE`.
void on_figures(CLI::App& command,
                Context& context,
                std::function<Exit(const law::Figures&)> action,
                std::function<Result<law::Figures>()> known_figures) {
    const auto file = std::make_shared<std::string>();
    command.add_option("--figures", *file, context.texts("help.calc.figures"))
        ->type_name(context.texts("type.file"));
    on_call(command, context,
            [file, &context, action = std::move(action), known_figures = std::move(known_figures)] {
                const Result<law::Figures> known = known_figures();
                if (!known) {
                    return context.refuse(known.error());
                }
                if (file->empty()) {
                    return action(*known);
                }
                const auto text = read_file(*file);
                if (!text) {
                    return context.refuse(text.error(), Exit::unreadable);
                }
                const auto figures = known->with(*text);
                return figures ? action(*figures) : context.refuse(figures.error().in_file(*file));
            });
}

} // namespace

CLI::App& calculation(CLI::App& root, const std::string& name, Context& context) {
    return command(group(root, "calc", context), name, context);
}

void on_calculation(CLI::App& command,
                    Context& context,
                    std::function<Exit(const law::Figures&)> action) {
    on_figures(command, context, std::move(action), [&context] {
        return context.options.is_book_stated ? figures_of_book(context)
                                              : Result<law::Figures>(law::Figures::shipped());
    });
}

void on_book_calculation(CLI::App& command,
                         Context& context,
                         std::function<Exit(const law::Figures&)> action,
                         std::function<bool()> without_book) {
    on_figures(command, context, std::move(action),
               [&context, without_book = std::move(without_book)] {
                   return without_book && without_book() && !context.options.is_book_stated
                              ? Result<law::Figures>(law::Figures::shipped())
                              : figures_of_book(context);
               });
}

Stated_day add_day(CLI::App& command, const std::string& name, const Context& context) {
    auto day = std::make_shared<std::optional<Date>>();
    add_date(command, "--" + name, context.texts("help.calc." + name), context,
             [day](Date date) { *day = date; });
    return day;
}

Date day_or_today(const Stated_day& day, const Context& context) {
    return day->value_or(context.options.as_of);
}

render::Table step_table(const std::vector<law::Step>& steps) {
    using namespace render;
    Table table{
        "steps", {{"figure"}, {"article"}, {"basis"}, {"factor"}, {"result"}}, {}, not_in_csv};
    for (const law::Step& step : steps) {
        table.rows.push_back({{Term{"figure", step.figure}, Text{step.article}, filled(step.base),
                               filled<Text>(step.factor), Decimal{step.result}}});
    }
    return table;
}

Exit answer_with_findings(const Context& context,
                          render::Report report,
                          const Findings& findings,
                          Finding_place place) {
    report.tables.push_back(finding_table(findings, i18n::Texts(i18n::Language::en), place));
    context.answer(report);
    context.say(findings);
    return Exit::done;
}

} // namespace saldo::cli
