#include "cli/bill_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Cancel_request {
    std::string dossier;
    std::string bill;
    std::string reason;
};

} // namespace

void register_bill_cancel(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "bill", context), "cancel", context);
    const auto request = std::make_shared<Cancel_request>();
    made.add_option(texts("type.dossier"), request->dossier, texts("help.bill.dossier"))
        ->required();
    made.add_option(texts("type.bill"), request->bill, texts("help.bill.bill"))->required();
    made.add_option("--reason", request->reason, texts("help.bill.cancel.reason"))
        ->type_name(texts("type.text"))
        ->required();
    on_call(made, context, [request, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::cancel_bill(desk, request->dossier, request->bill, request->reason)
                    .map([](const app::Bill_row& row) { return report_of(std::vector{row}); });
            }));
    });
}

} // namespace saldo::cli
