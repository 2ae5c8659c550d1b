#include "base/digest.hpp"
#include "base/text.hpp"
#include "cli/bill_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "dossier/blank.hpp"
#include "dossier/names.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_bill {
    std::string dossier;
    dossier::Bill bill = dossier::blank<dossier::Bill>();
    std::string document; ///< name of the file
};

/// A reference if it is written as one, which then must hold; else free text.
Result<party::Remittance> remittance_of(const std::string& text) {
    constexpr std::string_view ogm_characters = "0123456789+*/ ";
    constexpr std::ptrdiff_t ogm_length = 12;
    if (text.find_first_not_of(ogm_characters) == std::string::npos &&
        std::ranges::count_if(text, text::is_digit) == ogm_length) {
        return party::parse_ogm(text).map([](const Ogm& ogm) { return party::Remittance(ogm); });
    }
    const bool is_rf = text.size() > 4 && text.starts_with("RF") && text::is_digit(text[2]) &&
                       text::is_digit(text[3]);
    if (is_rf) {
        return party::parse_creditor_reference(text).map(
            [](const Creditor_reference& reference) { return party::Remittance(reference); });
    }
    return party::Remittance(text);
}

void add_payment(CLI::App& made, dossier::Bill& bill, const Context& context) {
    const i18n::Texts& texts = context.texts;
    made.add_option("--payee", bill.payee.name, texts("help.bill.add.payee"))
        ->type_name(texts("type.name"))
        ->required();
    add_iban(made, "--iban", texts("help.bill.add.iban"), context,
             [&](const Iban& iban) { bill.payee.iban = iban; });
    add_amount(made, "--amount", texts("help.bill.add.amount"), context, [&](Money amount) {
        bill.amount = amount;
    }).required();
    add_date(made, "--due", texts("help.bill.add.due"), context, [&](Date due) {
        bill.due = due;
    }).required();
    made.add_option_function<std::string>(
            "--communication",
            [&](const std::string& text) {
                const auto remittance = remittance_of(text);
                if (!remittance) {
                    throw wrong_value("--communication", remittance.error(), context);
                }
                bill.communication = *remittance;
            },
            texts("help.bill.add.communication"))
        ->type_name(texts("type.text"));
}

void add_place(CLI::App& made, dossier::Bill& bill, const Context& context) {
    const i18n::Texts& texts = context.texts;
    made.add_option("--account", bill.account, texts("help.bill.add.account"))
        ->type_name(texts("type.account"));
    made.add_option("--pot", bill.pot, texts("help.bill.add.pot"))->type_name(texts("type.name"));
    made.add_option("--category", bill.category, texts("help.bill.add.category"))
        ->type_name(texts("type.text"));
    made.add_option("--claim", bill.claim, texts("help.bill.add.claim"))
        ->type_name(texts("type.claim"));
    made.add_option("--id", bill.id, texts("help.bill.add.id"))->type_name(texts("type.name"));
    made.add_option_function<std::string>(
            "--priority",
            [&](const std::string& text) {
                bill.priority = *dossier::from_name<dossier::Priority>(text);
            },
            texts("help.bill.add.priority"))
        ->type_name("housing|energy|alimony|fixed_cost|debt")
        ->check(CLI::IsMember({"housing", "energy", "alimony", "fixed_cost", "debt"}));
}

Exit add(const Context& context, const Wanted_bill& wanted) {
    const auto bytes = read_file(wanted.document);
    if (!bytes) {
        return context.refuse(bytes.error(), Exit::unreadable);
    }
    dossier::Bill bill = wanted.bill;
    bill.document = to_hex(sha256(*bytes));
    return answer_or_refuse(
        context, change_book(context, [&](app::Desk& desk) {
            return app::add_bill(desk, wanted.dossier, std::move(bill))
                .map([](const app::Bill_row& row) { return report_of(std::vector{row}); });
        }));
}

} // namespace

void register_bill_add(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "bill", context), "add", context);
    const auto wanted = std::make_shared<Wanted_bill>();
    wanted->bill.category = "bill";
    made.add_option(texts("type.dossier"), wanted->dossier, texts("help.bill.dossier"))->required();
    made.add_option("--name", wanted->bill.name, texts("help.bill.add.name"))
        ->type_name(texts("type.text"))
        ->required();
    add_payment(made, wanted->bill, context);
    add_place(made, wanted->bill, context);
    made.add_option("--document", wanted->document, texts("help.bill.add.document"))
        ->type_name(texts("type.file"))
        ->required();
    on_call(made, context, [wanted, &context] { return add(context, *wanted); });
}

} // namespace saldo::cli
