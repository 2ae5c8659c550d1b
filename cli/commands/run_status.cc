#include "app/answers.hpp"
#include "bank/codes.hpp"
#include "cli/bank_answer.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/taken_file.hpp"
#include "payments/pain001/codes.hpp"
#include "payments/pain002/codes.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

namespace saldo::cli {

namespace {

using namespace render;
using payments::pain002::Meaning;

/// What the reader says of a file of which nothing can be read.
constexpr std::array unreadable_answer_codes{bank::camt_not_utf8,
                                             bank::camt_doctype,
                                             bank::camt_too_deep,
                                             bank::camt_not_well_formed,
                                             payments::pain001::too_large,
                                             payments::pain001::element_missing,
                                             payments::pain002::not_a_status_report};

/// What the answers say of the payments of a run; every payment is in one of them.
struct Counts {
    std::int64_t accepted = 0;
    std::int64_t pending = 0;
    std::int64_t rejected = 0;
    std::int64_t duplicate = 0;
    std::int64_t not_mentioned = 0;
};

Counts counts_of(const std::vector<app::Answered_line>& lines) {
    Counts counts;
    for (const app::Answered_line& line : lines) {
        const auto meaning =
            line.status ? payments::pain002::meaning_of(line.status->code) : std::nullopt;
        if (!line.status) {
            ++counts.not_mentioned;
        } else if (payments::pain002::is_rejection(*line.status)) {
            ++counts.rejected;
        } else if (meaning == Meaning::rejected) {
            ++counts.duplicate;
        } else if (meaning == Meaning::accepted || meaning == Meaning::settled) {
            ++counts.accepted;
        } else {
            ++counts.pending;
        }
    }
    return counts;
}

/// A rejection, a change by the bank, a name that does not match, a code that nobody knows.
bool asks_for_look(const payments::pain002::Status& status) {
    constexpr std::array<std::string_view, 3> codes{"ACWC", "RVMC", "RVNM"};
    return payments::pain002::is_rejection(status) || !payments::pain002::meaning_of(status.code) ||
           std::ranges::find(codes, status.code) != codes.end();
}

Row row_of(const app::Taken_answer& answer) {
    const Counts counts = counts_of(answer.lines);
    return {{Text{answer.name}, Term{"import", answer.earlier ? "unchanged" : "added"},
             filled<Text>(answer.run), Count{static_cast<std::int64_t>(answer.lines.size())},
             Count{counts.accepted}, Count{counts.pending}, Count{counts.rejected},
             Count{counts.duplicate}, Count{counts.not_mentioned}}};
}

Row row_of(const app::Taken_answer& answer,
           const app::Answered_line& answered,
           const i18n::Texts& texts) {
    const payments::Run_line& line = answered.line;
    const budget::Occurrence& occurrence = line.proposal.occurrence;
    Row row{{Text{answer.run}, Text{line.dossier_number}, Text{occurrence.subject}, occurrence.due,
             filled<Text>(occurrence.counterparty.name), line.proposal.amount,
             Text{line.end_to_end_id}, Term{"line_state", std::string(name(line.state))}}};
    std::ranges::move(cells_of(answered.status, texts), std::back_inserter(row.cells));
    return row;
}

Table lines_table(const std::string& key, Shown shown) {
    Table table{key,
                {{"run", for_machines},
                 {"dossier"},
                 {"subject"},
                 {"due"},
                 {"payee"},
                 {"amount"},
                 {"end_to_end_id"},
                 {"state"}},
                {},
                shown};
    std::ranges::move(answer_columns(true), std::back_inserter(table.columns));
    return table;
}

/// The files; each payment of which something was said for machines, those to look at for people.
Report report_of(const std::vector<app::Taken_answer>& answers, const i18n::Texts& texts) {
    Table files{"answers",
                {{"file"},
                 {"outcome"},
                 {"run"},
                 {"count"},
                 {"accepted"},
                 {"pending"},
                 {"rejected"},
                 {"duplicate"},
                 {"not_mentioned"}},
                {}};
    Table lines = lines_table("lines", in_json);
    Table to_look_at = lines_table("to_look_at", for_people);
    for (const app::Taken_answer& answer : answers) {
        files.rows.push_back(row_of(answer));
        for (const app::Answered_line& line : answer.lines) {
            if (line.status) {
                lines.rows.push_back(row_of(answer, line, texts));
            }
            if (line.status && asks_for_look(*line.status)) {
                to_look_at.rows.push_back(row_of(answer, line, texts));
            }
        }
    }
    if (to_look_at.rows.empty()) {
        to_look_at.shown = {false, false, false};
    }
    return {.facts = {},
            .tables = {std::move(files), std::move(lines), std::move(to_look_at)},
            .parts = {}};
}

/// Each file in a transaction of its own, in the order given.
Exit take_all(const Context& context, const std::vector<std::string>& names) {
    std::vector<app::Taken_answer> answers;
    Exit exit = Exit::done;
    for (const std::string& name : names) {
        auto bytes = read_file(name);
        if (!bytes) {
            exit = gravest(exit, context.refuse(bytes.error(), Exit::unreadable));
            continue;
        }
        const app::Input_file file{name, *std::move(bytes)};
        auto answer =
            change_book(context, [&](app::Desk& desk) { return app::take_answer(desk, file); });
        if (!answer) {
            exit = gravest(exit, context.refuse(answer.error(),
                                                exit_of(answer.error(), unreadable_answer_codes)));
            continue;
        }
        context.say_in_short(answer->findings);
        if (answer->earlier) {
            say_earlier(context, answer->name, *answer->earlier);
        }
        answers.push_back(*std::move(answer));
    }
    context.answer(report_of(answers, context.texts));
    return exit;
}

} // namespace

void register_run_status(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "run", context), "status", context);
    const auto names = std::make_shared<std::vector<std::string>>();
    made.add_option(texts("type.file"), *names, texts("help.run.status.files"))->required();
    on_call(made, context, [names, &context] { return take_all(context, *names); });
}

} // namespace saldo::cli
