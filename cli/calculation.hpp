#pragma once

#include "cli/command.hpp"
#include "cli/finding_table.hpp"
#include "law/workings.hpp"

#include <memory>

namespace saldo::cli {

/// A new command under `calc`.
[[nodiscard]] CLI::App& calculation(CLI::App& root, const std::string& name, Context& context);

/// What the command does with the figures of the law: those of the program, those loaded into the
/// book if one is named (`--book`, `SALDO_BOOK`), as it was on the day of `--as-of`, and those of
/// `--figures FILE`, an option this adds: rows in the form of schemas/law/figures.csv.
void on_calculation(CLI::App& command,
                    Context& context,
                    std::function<Exit(const law::Figures&)> action);

/// The same of a command that works in the book: its figures are always those of the book, unless
/// `without_book()` says that it does without.
void on_book_calculation(CLI::App& command,
                         Context& context,
                         std::function<Exit(const law::Figures&)> action,
                         std::function<bool()> without_book = {});

/// A day that may be stated.
using Stated_day = std::shared_ptr<std::optional<Date>>;

/// The option of that name for a day; its help text is `help.calc.<name>`.
[[nodiscard]] Stated_day
add_day(CLI::App& command, const std::string& name, const Context& context);

/// The day that was stated, else that of `--as-of`.
[[nodiscard]] Date day_or_today(const Stated_day& day, const Context& context);

/// The steps of a calculation; a report that has them shows only its facts in csv.
[[nodiscard]] render::Table step_table(const std::vector<law::Step>& steps);

/// Answers with the report and the findings: as a list in JSON, on stderr for people.
[[nodiscard]] Exit answer_with_findings(const Context& context,
                                        render::Report report,
                                        const Findings& findings,
                                        Finding_place place = Finding_place::line);

/// What `report_of` makes of an answer of the engine, with its findings, or why there is none.
template <class Answer, class Report_of>
[[nodiscard]] Exit
answer_calculation(const Context& context, const Result<Answer>& answer, Report_of report_of) {
    return answer ? answer_with_findings(context, report_of(*answer), answer->findings)
                  : context.refuse(answer.error());
}

} // namespace saldo::cli
