#pragma once

#include "app/answers.hpp"
#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/render/report.hpp"

namespace saldo::cli {

/// A run with its lines, and what the bank said of them last: schemas/json/run_show.schema.json.
[[nodiscard]] render::Report
report_of(app::Unit_of_work& work, const app::Run_sheet& sheet, const i18n::Texts& texts);

/// Answers with a run found by `ask`, a function of `app::Unit_of_work&`, or says why there is
/// none.
template <class Ask> [[nodiscard]] Exit show_run(const Context& context, Ask ask) {
    const auto report = ask_book(context, [&](app::Unit_of_work& work) {
        return ask(work).map(
            [&](const app::Run_sheet& sheet) { return report_of(work, sheet, context.texts); });
    });
    return answer_or_refuse(context, report);
}

/// Answers with a run changed by `act`, a function of `app::Desk&`, or says why it was not.
template <class Act> [[nodiscard]] Exit change_run(const Context& context, Act act) {
    const auto report = change_book(context, [&](app::Desk& desk) {
        return act(desk).map([&](const app::Run_sheet& sheet) {
            return report_of(desk.work(), sheet, context.texts);
        });
    });
    return answer_or_refuse(context, report);
}

} // namespace saldo::cli
