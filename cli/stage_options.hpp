#pragma once

#include "app/hand_over.hpp"
#include "app/move_stage.hpp"
#include "cli/command.hpp"
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

/// Puts the SHA-256 of the file in its place, if one is named.
[[nodiscard]] Result<Done> digest_document(std::string& document);

} // namespace saldo::cli
