#pragma once

#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/render/report.hpp"

#include <map>

namespace saldo::cli {

/// IBANs of the bank accounts in a book, by dossier and account key.
using Account_numbers = std::map<std::pair<Dossier_id, std::string>, std::string>;

[[nodiscard]] Account_numbers account_numbers(app::Unit_of_work& work);

/// A run with its lines: schemas/json/run_show.schema.json.
[[nodiscard]] render::Report report_of(const app::Run_sheet& sheet,
                                       const Account_numbers& accounts);

/// Answers with a run found by `ask`, a function of `app::Unit_of_work&`, or says why there is
/// none.
template <class Ask> [[nodiscard]] Exit show_run(const Context& context, Ask ask) {
    const auto report = ask_book(context, [&](app::Unit_of_work& work) {
        return ask(work).map(
            [&](const app::Run_sheet& sheet) { return report_of(sheet, account_numbers(work)); });
    });
    return answer_or_refuse(context, report);
}

/// Answers with a run changed by `act`, a function of `app::Desk&`, or says why it was not.
template <class Act> [[nodiscard]] Exit change_run(const Context& context, Act act) {
    const auto report = change_book(context, [&](app::Desk& desk) {
        return act(desk).map([&](const app::Run_sheet& sheet) {
            return report_of(sheet, account_numbers(desk.work()));
        });
    });
    return answer_or_refuse(context, report);
}

} // namespace saldo::cli
