#include "app/verify_book.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

namespace saldo::cli {

namespace {

render::Cell count_of(std::uint64_t count) {
    return render::Count{static_cast<std::int64_t>(count)};
}

Exit verify(const Context& context) {
    const auto result = ask_book(context, [](app::Unit_of_work& work) {
        return Result<app::Verification>(app::verify_book(work));
    });
    if (!result) {
        return context.refuse(result.error());
    }
    context.say(result->findings);
    context.answer({.facts = {{"dossiers", count_of(result->dossiers)},
                              {"entries", count_of(result->entries)},
                              {"statements", count_of(result->statements)},
                              {"events", count_of(result->events)},
                              {"faults", count_of(result->findings.size())}},
                    .tables = {},
                    .parts = {}});
    return result->findings.empty() ? Exit::done : Exit::integrity;
}

} // namespace

void register_audit_verify(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "audit", context), "verify", context);
    on_call(made, context, [&context] { return verify(context); });
}

} // namespace saldo::cli
