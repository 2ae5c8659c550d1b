#include "app/add_claim.hpp"
#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/claim_report.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "dossier/blank.hpp"
#include "dossier/names.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

using dossier::claim_origins;

struct Claim_to_add {
    app::New_claim request{
        .dossier = {}, .creditor = {}, .claim = dossier::blank<dossier::Claim>(), .document = {}};
    std::string document; ///< name of the file, or empty
};

void add_creditor(CLI::App& made, app::New_claim& request, const Context& context) {
    const i18n::Texts& texts = context.texts;
    made.add_option("--creditor", request.creditor, texts("help.claim.add.creditor"))
        ->type_name(texts("type.name"))
        ->required();
    made.add_option("--creditor-name", request.payee.name, texts("help.claim.add.creditor_name"))
        ->type_name(texts("type.name"));
    add_iban(made, "--iban", texts("help.claim.add.iban"), context,
             [&](const Iban& iban) { request.payee.iban = iban; });
    add_enterprise_number(
        made, "--enterprise", texts("help.claim.add.enterprise"), context,
        [&](const Enterprise_number& number) { request.enterprise_number = number; });
}

void add_balance(CLI::App& made, dossier::Claim& claim, const Context& context) {
    const i18n::Texts& texts = context.texts;
    add_amount(made, "--principal", texts("help.claim.add.principal"), context, [&](Money amount) {
        claim.principal = amount;
    }).required();
    add_amount(made, "--interest", texts("help.claim.add.interest"), context,
               [&](Money amount) { claim.interest = amount; });
    add_amount(made, "--costs", texts("help.claim.add.costs"), context,
               [&](Money amount) { claim.costs = amount; });
    add_amount(made, "--penalty", texts("help.claim.add.penalty"), context,
               [&](Money amount) { claim.penalty = amount; });
    add_date(made, "--stated", texts("help.claim.add.stated"), context, [&](Date day) {
        claim.stated = day;
    }).required();
    add_date(made, "--due", texts("help.claim.add.due"), context,
             [&](Date day) { claim.due = day; });
}

dossier::Contract& contract_of(dossier::Claim& claim) {
    return claim.contract ? *claim.contract : claim.contract.emplace();
}

void add_ground(CLI::App& made, dossier::Claim& claim, const Context& context) {
    const i18n::Texts& texts = context.texts;
    made.add_option_function<std::string>(
            "--origin",
            [&](const std::string& text) {
                if (std::ranges::find(claim_origins, text) == claim_origins.end()) {
                    throw wrong_word("--origin", text, words_of(claim_origins), context);
                }
                claim.origin = text;
            },
            texts("help.claim.add.origin"))
        ->type_name(words_of(claim_origins))
        ->required();
    made.add_option("--reference", claim.reference, texts("help.claim.add.reference"))
        ->type_name(texts("type.text"));
    add_date(made, "--contract", texts("help.claim.add.contract"), context,
             [&](Date day) { contract_of(claim).date = day; });
    add_rate(made, "--late-rate", texts("help.claim.add.late_rate"), context,
             [&](money::Rate rate) { contract_of(claim).late_rate = dossier::Yearly_rate{rate}; });
    add_word<dossier::Penalty_clause>(
        made, "--penalty-clause", texts("help.claim.add.penalty_clause"),
        dossier::Names<dossier::Penalty_clause>::all, context,
        [&](dossier::Penalty_clause clause) { contract_of(claim).penalty = clause; });
    add_word<dossier::Interest_source>(
        made, "--interest-runs", texts("help.claim.add.interest_runs"),
        dossier::Names<dossier::Interest_source>::all, context,
        [&](dossier::Interest_source source) {
            claim.interest_rule = dossier::blank<dossier::Interest_rule>();
            claim.interest_rule->source = source;
        });
}

Exit add(const Context& context, const Claim_to_add& wanted, const law::Figures& figures) {
    app::New_claim request = wanted.request;
    auto digest = digest_of_file(wanted.document);
    if (!digest) {
        return context.refuse(digest.error(), Exit::unreadable);
    }
    request.document = *std::move(digest);
    if (auto& rule = request.claim.interest_rule) {
        rule->from = request.claim.stated;
        if (rule->source == dossier::Interest_source::agreed && request.claim.contract) {
            rule->rate = request.claim.contract->late_rate;
        }
    }
    const auto added = change_book(
        context, [&](app::Desk& desk) { return app::add_claim(desk, figures, request); });
    return added ? answer_with_findings(context,
                                        report_of(std::vector{added->row}, context.options.as_of),
                                        added->findings, Finding_place::id)
                 : context.refuse(added.error());
}

} // namespace

void register_claim_add(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "claim", context), "add", context);
    const auto wanted = std::make_shared<Claim_to_add>();
    made.add_option("--dossier", wanted->request.dossier, texts("help.claim.dossier"))
        ->type_name(texts("type.dossier"))
        ->required();
    add_creditor(made, wanted->request, context);
    made.add_option("--id", wanted->request.claim.id, texts("help.claim.add.id"))
        ->type_name(texts("type.name"));
    add_balance(made, wanted->request.claim, context);
    add_ground(made, wanted->request.claim, context);
    made.add_option("--document", wanted->document, texts("help.claim.add.document"))
        ->type_name(texts("type.file"));
    on_book_calculation(made, context, [wanted, &context](const law::Figures& figures) {
        return add(context, *wanted, figures);
    });
}

} // namespace saldo::cli
