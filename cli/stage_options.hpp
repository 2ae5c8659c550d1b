#pragma once

#include "app/hand_over.hpp"
#include "app/move_stage.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/input.hpp"
#include "dossier/names.hpp"

namespace saldo::cli {

/// The dossier, as the first argument.
void add_dossier(CLI::App& command, std::string& dossier, const Context& context);

/// `--from`, the first day of a step or change.
void add_from(CLI::App& command, std::optional<Date>& from, const Context& context);

/// What every decision on the ladder says: `--reason`, `--consent`, `--decision`, `--document` and
/// `--review`. The document is a file, of which the SHA-256 is kept.
template <class Request>
void add_grounds(CLI::App& command, Request& request, const Context& context) {
    const i18n::Texts& texts = context.texts;
    command.add_option("--reason", request.reason, texts("help.stage.reason"))
        ->type_name(texts("type.text"))
        ->required();
    add_word<dossier::Consent>(command, "--consent", texts("help.stage.consent"),
                               dossier::Names<dossier::Consent>::all, context,
                               [&request](dossier::Consent word) { request.consent = word; });
    command.add_option("--decision", request.decision, texts("help.stage.decision"))
        ->type_name(texts("type.text"));
    command.add_option("--document", request.document, texts("help.stage.document"))
        ->type_name(texts("type.file"));
    add_date(command, "--review", texts("help.stage.review"), context,
             [&request](Date day) { request.review = day; });
}

/// Where the dossier stands after a change, and what of it did not follow.
[[nodiscard]] Exit answer_stage(const Context& context, const app::Stage_sheet& sheet);
[[nodiscard]] Exit answer_stage(const Context& context, const app::Changed_payers& changed);

/// Changes the book by `act`, a function of `app::Desk&`, once the SHA-256 of the file that
/// `document` names stands in its place.
template <class Act>
[[nodiscard]] Exit change_stage(const Context& context, std::string& document, Act act) {
    auto digest = digest_of_file(document);
    if (!digest) {
        return context.refuse(digest.error(), Exit::unreadable);
    }
    document = *std::move(digest);
    const auto changed = change_book(context, act);
    return changed ? answer_stage(context, *changed) : context.refuse(changed.error());
}

} // namespace saldo::cli
