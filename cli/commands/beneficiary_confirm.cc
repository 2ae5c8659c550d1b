#include "app/beneficiaries.hpp"
#include "base/digest.hpp"
#include "cli/beneficiary_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Confirm_request {
    std::string dossier;
    std::optional<Iban> iban;
    std::string document;
};

} // namespace

void register_beneficiary_confirm(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "beneficiary", context), "confirm", context);
    const auto request = std::make_shared<Confirm_request>();
    made.add_option(texts("type.dossier"), request->dossier, texts("help.bill.dossier"))
        ->required();
    add_iban(made, "IBAN", texts("help.beneficiary.iban"), context, [request](const Iban& iban) {
        request->iban = iban;
    }).required();
    made.add_option_function<std::string>(
            "--document",
            [request, &context](const std::string& text) {
                const auto digest = digest_from_hex(text);
                if (!digest) {
                    throw wrong_value("--document",
                                      Refusal(Finding{not_a_digest, Severity::error, {}, {}}),
                                      context);
                }
                request->document = to_hex(*digest);
            },
            texts("help.beneficiary.confirm.document"))
        ->type_name("SHA-256")
        ->required();
    on_call(made, context, [request, &context] {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                    return app::confirm_beneficiary(desk, {request->dossier,
                                                                           *request->iban,
                                                                           request->document})
                                        .map([](const app::Beneficiary_row& row) {
                                            return report_of(std::vector{row}, {}, {});
                                        });
                                }));
    });
}

} // namespace saldo::cli
