#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lac_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_lac {
    std::string dossier;
    std::string claim;
    arrears::Energy energy = arrears::Energy::electricity;
    std::optional<Date> session{};
    std::string proposal;
    std::optional<Money> monthly{};
    std::optional<Date> limited_since{};
};

Exit open_session(const Context& context, const Wanted_lac& wanted) {
    const app::Lac_request request{wanted.dossier,
                                   {.number = {},
                                    .claim = wanted.claim,
                                    .energy = wanted.energy,
                                    .session = wanted.session.value_or(context.options.as_of),
                                    .proposal = wanted.proposal,
                                    .monthly = wanted.monthly,
                                    .limited_since = wanted.limited_since}};
    return answer_or_refuse(
        context, change_book(context, [&](app::Desk& desk) {
            return app::open_lac(desk, request).map([](const app::Lac_row& row) {
                return lac_report(row);
            });
        }));
}

} // namespace

void register_lac_open(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "lac", context), "open", context);
    const auto wanted = std::make_shared<Wanted_lac>();
    made.add_option(texts("type.claim"), wanted->claim, texts("help.lac.open.claim"))->required();
    made.add_option("--dossier", wanted->dossier, texts("help.lac.open.dossier"))
        ->type_name(texts("type.dossier"))
        ->required();
    add_word<arrears::Energy>(made, "--energy", texts("help.lac.open.energy"),
                              arrears::energy_names, context,
                              [wanted](arrears::Energy energy) { wanted->energy = energy; })
        .required();
    add_date(made, "--session", texts("help.lac.open.session"), context, [wanted](Date day) {
        wanted->session = day;
    }).required();
    made.add_option("--proposal", wanted->proposal, texts("help.lac.open.proposal"))
        ->type_name(texts("type.text"));
    add_amount(made, "--monthly", texts("help.lac.open.monthly"), context,
               [wanted](Money amount) { wanted->monthly = amount; });
    add_date(made, "--limited-since", texts("help.lac.open.limited_since"), context,
             [wanted](Date day) { wanted->limited_since = day; });
    on_call(made, context, [wanted, &context] { return open_session(context, *wanted); });
}

} // namespace saldo::cli
