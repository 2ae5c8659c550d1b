#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/request_report.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_rights {
    std::string subject;
    bool only_open = false;
};

} // namespace

void register_rights_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "rights", context), "show", context);
    const auto wanted = std::make_shared<Wanted_rights>();
    made.add_option(texts("type.request"), wanted->subject, texts("help.rights.subject"))
        ->required();
    made.add_flag("--open", wanted->only_open, texts("help.rights.show.open"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::rights_of(work, wanted->subject, context.options.as_of)
                    .map([&](app::Rights_sheet sheet) {
                        if (wanted->only_open) {
                            std::erase_if(sheet.rows, [](const help::Right_row& row) {
                                return !row.is_open();
                            });
                        }
                        return report_of(sheet);
                    });
            }));
    });
}

} // namespace saldo::cli
