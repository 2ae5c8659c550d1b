#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/commands/commands.hpp"
#include "cli/threshold_report.hpp"
#include "dossier/names.hpp"

#include <algorithm>
#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_thresholds {
    std::string dossier; ///< empty: all, or a stated income
    std::optional<Money> income;
    help::Earner earner{.kind = "single", .income = {}};
    money::Rate within = money::Rate::of(1, 10);
    bool all = false; ///< also those that are not just above
};

Result<app::Threshold_list> find(app::Unit_of_work& work,
                                 const law::Figures& figures,
                                 const Wanted_thresholds& wanted,
                                 Date on) {
    const app::Threshold_view view{wanted.within, on};
    if (wanted.income) {
        help::Earner earner = wanted.earner;
        earner.income = {{*wanted.income, {}}};
        return app::income_thresholds(work, figures, earner, view);
    }
    return app::income_thresholds(work, figures,
                                  wanted.dossier.empty()
                                      ? std::optional<std::string_view>()
                                      : std::optional<std::string_view>(wanted.dossier),
                                  view);
}

Exit answer(const Context& context, const law::Figures& figures, const Wanted_thresholds& wanted) {
    auto list = ask_book(context, [&](app::Unit_of_work& work) {
        return find(work, figures, wanted, context.options.as_of);
    });
    if (!list) {
        return context.refuse(list.error());
    }
    const bool is_one = wanted.income || !wanted.dossier.empty();
    if (!is_one && !wanted.all) {
        std::erase_if(list->rows, [](const app::Threshold_row& row) {
            return row.threshold.distance != help::Distance::just_above;
        });
    }
    return answer_with_findings(context, report_of(*list, wanted.within), list->findings,
                                Finding_place::id);
}

void add_household(CLI::App& made, Wanted_thresholds& wanted, const Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::Option& income = add_amount(made, "--income", texts("help.rights.threshold.income"),
                                     context, [&wanted](Money amount) { wanted.income = amount; });
    const std::vector<std::string> kinds(dossier::household_kinds.begin(),
                                         dossier::household_kinds.end());
    made.add_option("--household", wanted.earner.kind, texts("help.rights.threshold.household"))
        ->type_name(words_of(dossier::household_kinds))
        ->check(CLI::IsMember(kinds))
        ->needs(&income);
    made.add_option("--members", wanted.earner.members, texts("help.rights.threshold.members"))
        ->type_name(texts("type.number"))
        ->check(CLI::Range(1, 99))
        ->needs(&income);
    made.add_flag("--minor-child", wanted.earner.has_minor_child,
                  texts("help.rights.threshold.minor_child"))
        ->needs(&income);
}

} // namespace

void register_rights_threshold(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "rights", context), "threshold", context);
    const auto wanted = std::make_shared<Wanted_thresholds>();
    made.add_option(texts("type.dossier"), wanted->dossier, texts("help.rights.threshold.dossier"));
    add_household(made, *wanted, context);
    made.add_option_function<std::string>(
            "--within",
            [wanted, &context](const std::string& text) {
                const auto within = money::parse_percent(text);
                if (!within) {
                    throw wrong_value("--within", within.error(), context);
                }
                wanted->within = *within;
            },
            texts("help.rights.threshold.within"))
        ->type_name(texts("type.rate"));
    made.add_flag("--all", wanted->all, texts("help.rights.threshold.all"));
    on_book_calculation(made, context, [wanted, &context](const law::Figures& figures) {
        return answer(context, figures, *wanted);
    });
}

} // namespace saldo::cli
