#include "app/figures.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/calculators.hpp"
#include "cli/input.hpp"

#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

Report report_of_load(const app::Loaded_figures& loaded) {
    const app::Figures_row& file = loaded.file;
    return {.facts = {{"outcome", Term{"import", loaded.is_new ? "added" : "unchanged"}},
                      {"number", Count{file.number}},
                      {"sha256", Text{to_hex(sha256(file.text))}},
                      {"user", Text{file.actor.user}},
                      {"as_of", file.actor.as_of}},
            .tables = {},
            .parts = {}};
}

Exit load(const Context& context, const std::string& file) {
    const auto bytes = read_file(file);
    if (!bytes) {
        return context.refuse(bytes.error(), Exit::unreadable);
    }
    return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) -> Result<Report> {
                                const auto loaded = app::load_figures(desk, *bytes);
                                return loaded ? Result<Report>(report_of_load(*loaded))
                                              : saldo::refuse(loaded.error().in_file(file));
                            }));
}

} // namespace

void register_law_load(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "law", context), "load", context);
    const auto file = std::make_shared<std::string>();
    made.add_option(texts("type.file"), *file, texts("help.law.load.file"))->required();
    on_call(made, context, [file, &context] { return load(context, *file); });
}

} // namespace saldo::cli
