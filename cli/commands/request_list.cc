#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/request_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_requests {
    bool only_open = false;
    bool only_overdue = false;
};

Result<render::Report>
list(app::Unit_of_work& work, const Wanted_requests& wanted, const Context& context) {
    std::vector<app::Request_row> rows = app::requests_on(work, context.options.as_of);
    std::erase_if(rows, [&](const app::Request_row& row) {
        const bool is_overdue = row.state == help::Request_state::overdue;
        const bool is_open = is_overdue || row.state == help::Request_state::open;
        return (wanted.only_open && !is_open) || (wanted.only_overdue && !is_overdue);
    });
    return report_of(rows, context.texts);
}

} // namespace

void register_request_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "request", context), "list", context);
    const auto wanted = std::make_shared<Wanted_requests>();
    made.add_flag("--open", wanted->only_open, texts("help.request.list.open"));
    made.add_flag("--overdue", wanted->only_overdue, texts("help.request.list.overdue"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return list(work, *wanted, context);
                                }));
    });
}

} // namespace saldo::cli
