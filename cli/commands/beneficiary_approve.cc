#include "app/beneficiaries.hpp"
#include "cli/beneficiary_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Approve_request {
    std::string dossier;
    std::optional<Iban> iban;
};

} // namespace

void register_beneficiary_approve(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "beneficiary", context), "approve", context);
    const auto request = std::make_shared<Approve_request>();
    made.add_option(texts("type.dossier"), request->dossier, texts("help.bill.dossier"))
        ->required();
    add_iban(made, "IBAN", texts("help.beneficiary.iban"), context, [request](const Iban& iban) {
        request->iban = iban;
    }).required();
    on_call(made, context, [request, &context] {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                    return app::approve_beneficiary(desk, request->dossier,
                                                                    *request->iban)
                                        .map([](const app::Beneficiary_row& row) {
                                            return report_of(std::vector{row}, {}, {});
                                        });
                                }));
    });
}

} // namespace saldo::cli
