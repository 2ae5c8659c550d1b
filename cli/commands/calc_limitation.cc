#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/limitation.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Report report_of_limitation(const law::Limitation& answer) {
    Table terms{"terms", {{"begun_by"}, {"from"}, {"through"}}, {}, not_in_csv};
    for (const law::Term_step& step : answer.terms) {
        const std::string by = step.by ? std::string(name_in(law::interruption_names, *step.by))
                                       : std::string("claim");
        terms.rows.push_back({{Term{"interruption", by}, step.starts, step.last}});
    }
    return {.facts = {{"possibly_since", answer.possibly_since},
                      {"possibly_barred", answer.possibly_barred},
                      {"term_months", Count{answer.months}},
                      {"article", Text{answer.article}}},
            .tables = {std::move(terms)},
            .parts = {}};
}

/// `2023-05-01=payment`
law::Limitation_event event_of(const std::string& text, const Context& context) {
    const std::size_t sign = text.find('=');
    const auto date = calendar::parse(text.substr(0, sign));
    if (!date) {
        throw wrong_value("--events", date.error(), context);
    }
    const std::string word = sign == std::string::npos ? "" : text.substr(sign + 1);
    const auto kind = value_in(law::interruption_names, word);
    if (!kind) {
        throw wrong_word("--events", word, words_of(law::interruption_names), context);
    }
    return {*date, *kind};
}

} // namespace

void register_calc_limitation(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "limitation", context);
    const Date today = context.options.as_of;
    const auto request = std::make_shared<law::Limitation_request>(
        law::Limitation_request{law::Limitation_type::general, today, {}, today});
    add_word<law::Limitation_type>(made, "--type", texts("help.calc.debt_type"),
                                   law::limitation_type_names, context,
                                   [request](law::Limitation_type type) { request->type = type; })
        .required();
    add_date(made, "--from", texts("help.calc.claim_from"), context, [request](Date date) {
        request->from = date;
    }).required();
    made.add_option_function<std::vector<std::string>>(
            "--events",
            [request, &context](const std::vector<std::string>& written) {
                for (const std::string& each : written) {
                    request->events.push_back(event_of(each, context));
                }
            },
            texts("help.calc.events"))
        ->type_name(texts("type.event"));
    const auto on = add_day(made, "on", context);
    on_calculation(made, context, [=, &context](const law::Figures& figures) {
        request->on = day_or_today(on, context);
        return answer_calculation(context, law::limitation(figures, *request),
                                  report_of_limitation);
    });
}

} // namespace saldo::cli
