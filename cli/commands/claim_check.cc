#include "app/claim_verdicts.hpp"
#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/claim_check_report.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "dossier/document.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

using app::Verdict_row;

struct Check_request {
    std::vector<std::string> files; ///< dossier documents, without any book
    std::string dossier;
    std::string claim; ///< `creditor/claim`; empty: all of the dossier
    std::optional<Date> on;
};

/// The findings on stderr, for people; nothing of a verdict makes the command fail.
Exit answer(const Context& context, const std::vector<Verdict_row>& rows, Date on) {
    context.answer(report_of(rows, on, i18n::Texts(i18n::Language::en)));
    Findings findings;
    for (const Verdict_row& row : rows) {
        findings.insert(findings.end(), row.verdict.findings.begin(), row.verdict.findings.end());
    }
    context.say(findings);
    return Exit::done;
}

Exit check_files(const Context& context,
                 const law::Figures& figures,
                 const std::vector<std::string>& files,
                 Date on) {
    std::vector<Verdict_row> all;
    Exit exit = Exit::done;
    for (const std::string& file : files) {
        const auto bytes = read_file(file);
        if (!bytes) {
            exit = gravest(exit, context.refuse(bytes.error(), Exit::unreadable));
            continue;
        }
        auto rows = dossier::read_document(*bytes).and_then([&](const dossier::Dossier& dossier) {
            return app::check_claims(figures, dossier, on);
        });
        if (!rows) {
            exit = gravest(exit, context.refuse(rows.error().in_file(file)));
            continue;
        }
        std::ranges::move(*rows, std::back_inserter(all));
    }
    return exit == Exit::done ? answer(context, all, on) : exit;
}

Exit check_book(const Context& context,
                const law::Figures& figures,
                const Check_request& request,
                Date on) {
    const auto claim = request.claim.empty() ? std::optional<std::string_view>()
                                             : std::optional<std::string_view>(request.claim);
    const auto rows = ask_book(context, [&](app::Unit_of_work& work) {
        return app::check_claims(work, figures, request.dossier, claim, on);
    });
    return rows ? answer(context, *rows, on) : context.refuse(rows.error());
}

} // namespace

void register_claim_check(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "claim", context), "check", context);
    const auto request = std::make_shared<Check_request>();
    CLI::Option* from = made.add_option("--from", request->files, texts("help.claim.check.from"))
                            ->type_name(texts("type.file"));
    CLI::Option* dossier =
        made.add_option("--dossier", request->dossier, texts("help.claim.dossier"))
            ->type_name(texts("type.dossier"))
            ->excludes(from);
    made.add_option(texts("type.claim"), request->claim, texts("help.claim.check.claim"))
        ->needs(dossier);
    add_date(made, "--on", texts("help.claim.on"), context,
             [request](Date day) { request->on = day; });
    on_calculation(made, context, [request, &context](const law::Figures& figures) {
        const Date on = request->on.value_or(context.options.as_of);
        if (!request->files.empty()) {
            return check_files(context, figures, request->files, on);
        }
        if (request->dossier.empty()) {
            return context.refuse(Refusal(Finding{claim_source_missing, Severity::error, {}, {}}),
                                  Exit::usage);
        }
        return check_book(context, figures, *request, on);
    });
}

} // namespace saldo::cli
