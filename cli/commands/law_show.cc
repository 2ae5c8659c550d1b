#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/codes.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Report report_of_figures(const std::vector<const law::Figure*>& figures) {
    Table table{"figures",
                {{"figure"},
                 {"from"},
                 {"through"},
                 {"value"},
                 {"unit"},
                 {"article"},
                 {"status"},
                 {"source"}},
                {}};
    for (const law::Figure* figure : figures) {
        table.rows.push_back(
            {{Text{figure->key}, figure->in_force.from(), filled(figure->in_force.last()),
              Text{figure->value}, Text{figure->unit}, Text{figure->article},
              Text{std::string(name_in(law::status_names, figure->status))},
              Text{law::address_of(*figure)}}});
    }
    return {.facts = {}, .tables = {std::move(table)}, .parts = {}};
}

/// Figures whose key begins so, of one day or of all.
Exit show(const law::Figures& figures,
          const std::string& key,
          std::optional<Date> on,
          const Context& context) {
    std::vector<const law::Figure*> found;
    bool is_known = false;
    for (const law::Figure& figure : figures.all()) {
        if (figure.key.starts_with(key)) {
            is_known = true;
            if (!on || figure.in_force.contains(*on)) {
                found.push_back(&figure);
            }
        }
    }
    if (!is_known) {
        return context.refuse(Refusal({law::figure_unknown, Severity::error, {}, {{"key", key}}}));
    }
    if (found.empty()) {
        return context.refuse(Refusal({law::not_in_force,
                                       Severity::error,
                                       {},
                                       {{"figure", key}, {"on", calendar::format(*on)}}}));
    }
    context.answer(report_of_figures(found));
    return Exit::done;
}

} // namespace

void register_law_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "law", context), "show", context);
    const auto key = std::make_shared<std::string>();
    made.add_option(texts("type.key"), *key, texts("help.law.show.key"));
    const auto on = add_day(made, "on", context);
    on_calculation(made, context, [key, on, &context](const law::Figures& figures) {
        return show(figures, *key, *on, context);
    });
}

} // namespace saldo::cli
