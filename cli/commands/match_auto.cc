#include "app/match_movements.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Exit match(const Context& context) {
    const auto matched = change_book(
        context, [](app::Desk& desk) { return Result<app::Matched>(app::match_suspense(desk)); });
    if (!matched) {
        return context.refuse(matched.error());
    }
    Table table{"rules", {{"rule"}, {"movements"}}, {}};
    for (const auto& [rule, count] : matched->rules) {
        table.rows.push_back(
            {{Term{"rule", std::string(name(rule))}, Count{static_cast<std::int64_t>(count)}}});
    }
    context.answer({.facts = {{"left", Count{static_cast<std::int64_t>(matched->left)}}},
                    .tables = {std::move(table)},
                    .parts = {}});
    return Exit::done;
}

} // namespace

void register_match_auto(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "match", context), "auto", context);
    on_call(made, context, [&context] { return match(context); });
}

} // namespace saldo::cli
