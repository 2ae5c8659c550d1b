#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/claim_report.hpp"
#include "cli/commands/commands.hpp"

namespace saldo::cli {

void register_claim_list(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "claim", context), "list", context);
    const auto number = std::make_shared<std::string>();
    made.add_option("--dossier", *number, texts("help.claim.dossier"))
        ->type_name(texts("type.dossier"));
    const auto stated = std::make_shared<std::optional<Date>>();
    add_date(made, "--on", texts("help.claim.on"), context, [stated](Date on) { *stated = on; });
    on_book_calculation(made, context, [number, stated, &context](const law::Figures& figures) {
        const auto dossier = number->empty() ? std::optional<std::string_view>()
                                             : std::optional<std::string_view>(*number);
        const Date on = day_or_today(stated, context);
        const auto list = ask_book(context, [&](app::Unit_of_work& work) {
            return app::claims_on(work, figures, dossier, on);
        });
        return list ? answer_with_findings(context, report_of(list->rows, on), list->findings,
                                           Finding_place::id)
                    : context.refuse(list.error());
    });
}

} // namespace saldo::cli
