#include "app/bills.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/run_report.hpp"

#include <memory>

namespace saldo::cli {

void register_bill_pay(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "bill", context), "pay", context);
    const auto names = std::make_shared<std::pair<std::string, std::string>>();
    made.add_option(texts("type.dossier"), names->first, texts("help.bill.dossier"))->required();
    made.add_option(texts("type.bill"), names->second, texts("help.bill.bill"))->required();
    add_time(made, context);
    on_call(made, context, [names, &context] {
        return change_run(context, [&](app::Desk& desk) {
            return app::pay_bill(desk, names->first, names->second);
        });
    });
}

} // namespace saldo::cli
