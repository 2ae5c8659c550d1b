#include "cli/stage_options.hpp"

#include "base/digest.hpp"
#include "cli/input.hpp"

namespace saldo::cli {

void add_dossier(CLI::App& command, std::string& dossier, const Context& context) {
    const i18n::Texts& texts = context.texts;
    command.add_option(texts("type.dossier"), dossier, texts("help.stage.dossier"))->required();
}

void add_from(CLI::App& command, std::optional<Date>& from, const Context& context) {
    add_date(command, "--from", context.texts("help.stage.from"), context,
             [&from](Date day) { from = day; });
}

Result<Done> digest_document(std::string& document) {
    if (document.empty()) {
        return Done();
    }
    const auto bytes = read_file(document);
    if (!bytes) {
        return saldo::refuse(bytes.error());
    }
    document = to_hex(sha256(*bytes));
    return Done();
}

} // namespace saldo::cli
