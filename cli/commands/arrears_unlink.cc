#include "cli/arrears_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

void register_arrears_unlink(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "arrears", context), "unlink", context);

    struct Wanted {
        std::string number;
        std::string dossier;
        std::string reason;
    };

    const auto wanted = std::make_shared<Wanted>();
    made.add_option(texts("type.case"), wanted->number, texts("help.arrears.case"))->required();
    made.add_option(texts("type.dossier"), wanted->dossier, texts("help.arrears.unlink.dossier"))
        ->required();
    made.add_option("--reason", wanted->reason, texts("help.arrears.unlink.reason"))
        ->type_name(texts("type.text"));
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                    return app::unlink_case(desk, wanted->number, wanted->dossier,
                                                            wanted->reason)
                                        .map([&](const app::Case_row& row) {
                                            return case_report(row, context.options.as_of);
                                        });
                                }));
    });
}

} // namespace saldo::cli
