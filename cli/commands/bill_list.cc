#include "cli/bill_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_bills {
    std::string dossier; ///< empty: all of them
    bool only_open = false;
};

/// Nothing more is to be done about it.
bool is_done(const app::Bill_row& row) {
    return row.state == app::Bill_state::paid || row.state == app::Bill_state::cancelled;
}

Result<render::Report>
list(app::Unit_of_work& work, const Wanted_bills& wanted, const Context& context) {
    const auto dossier = wanted.dossier.empty() ? std::optional<std::string_view>()
                                                : std::optional<std::string_view>(wanted.dossier);
    return app::bills(work, dossier, context.options.as_of)
        .map([&](std::vector<app::Bill_row> rows) {
            if (wanted.only_open) {
                std::erase_if(rows, is_done);
            }
            return report_of(rows);
        });
}

} // namespace

void register_bill_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "bill", context), "list", context);
    const auto wanted = std::make_shared<Wanted_bills>();
    made.add_option("--dossier", wanted->dossier, texts("help.bill.dossier"))
        ->type_name(texts("type.dossier"));
    made.add_flag("--open", wanted->only_open, texts("help.bill.list.open"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(context, ask_book(context, [&](app::Unit_of_work& work) {
                                    return list(work, *wanted, context);
                                }));
    });
}

} // namespace saldo::cli
