#include "app/transfers.hpp"
#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_takeover {
    std::string file;
    std::string number; ///< empty: as in the file
};

Exit take_over(const Context& context, const Wanted_takeover& wanted) {
    const auto bytes = read_file(wanted.file);
    if (!bytes) {
        return context.refuse(bytes.error(), Exit::unreadable);
    }
    const auto taken = change_book(context, [&](app::Desk& desk) {
        return app::take_over_dossier(desk, {wanted.file, *bytes}, wanted.number);
    });
    if (!taken) {
        return context.refuse(taken.error());
    }
    return answer_with_findings(context,
                                {.facts = {{"dossier", render::Text{taken->dossier.number}},
                                           {"taken_from", render::Text{taken->from_office}},
                                           {"sha256", render::Text{taken->sha256}}},
                                 .tables = {},
                                 .parts = {}},
                                taken->findings, Finding_place::id);
}

} // namespace

void register_dossier_takeover(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "dossier", context), "takeover", context);
    const auto wanted = std::make_shared<Wanted_takeover>();
    made.add_option(texts("type.file"), wanted->file, texts("help.dossier.takeover.file"))
        ->required();
    made.add_option("--number", wanted->number, texts("help.dossier.takeover.number"))
        ->type_name(texts("type.number"));
    on_call(made, context, [wanted, &context] { return take_over(context, *wanted); });
}

} // namespace saldo::cli
