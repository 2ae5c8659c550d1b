#include "cli/calculation.hpp"
#include "cli/commands/calculators.hpp"
#include "law/interest.hpp"
#include "money/scale.hpp"

namespace saldo::cli {

namespace {

using namespace render;

Table interest_steps(const std::vector<law::Interest_step>& steps) {
    Table table{"steps",
                {{"from"},
                 {"through"},
                 {"days"},
                 {"figure"},
                 {"article"},
                 {"rate_percent"},
                 {"days_of_year"},
                 {"result"}},
                {},
                not_in_csv};
    for (const law::Interest_step& step : steps) {
        table.rows.push_back(
            {{step.from, step.through, Count{step.days},
              step.figure.empty() ? Cell(Absent{}) : Cell(Term{"figure", step.figure}),
              filled<Text>(step.article), Decimal{money::shown_percent(step.rate)},
              Count{step.days_of_year}, Decimal{step.result}}});
    }
    return table;
}

Report report_of_interest(const law::Interest& answer) {
    return {.facts = {{"interest", answer.interest}},
            .tables = {interest_steps(answer.steps)},
            .parts = {}};
}

/// The name of a legal rate, or a fraction.
void take_rate(law::Interest_request& request, const std::string& text, const Context& context) {
    if (const auto legal = value_in(law::legal_rate_names, text)) {
        request.rate = *legal;
        return;
    }
    const auto rate = money::parse_rate(text);
    if (!rate) {
        throw wrong_word("--rate", text,
                         words_of(law::legal_rate_names) + "|" + context.texts("type.rate"),
                         context);
    }
    request.rate = *rate;
}

} // namespace

void register_calc_interest(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = calculation(root, "interest", context);
    const Date today = context.options.as_of;
    const auto request = std::make_shared<law::Interest_request>(law::Interest_request{
        Money::zero(), today, today, law::Legal_rate::civil, law::Day_count::actual_365});
    add_amount(made, "--principal", texts("help.calc.principal"), context, [request](Money amount) {
        request->principal = amount;
    }).required();
    add_date(made, "--from", texts("help.calc.interest_from"), context, [request](Date date) {
        request->from = date;
    }).required();
    add_date(made, "--to", texts("help.calc.interest_to"), context, [request](Date date) {
        request->to = date;
    }).required();
    made.add_option_function<std::string>(
            "--rate",
            [request, &context](const std::string& text) { take_rate(*request, text, context); },
            texts("help.calc.rate"))
        ->type_name(words_of(law::legal_rate_names) + "|" + texts("type.rate"))
        ->required();
    add_word<law::Day_count>(
        made, "--day-count", texts("help.calc.day_count"), law::day_count_names, context,
        [request](law::Day_count day_count) { request->day_count = day_count; });
    on_calculation(made, context, [request, &context](const law::Figures& figures) {
        return answer_calculation(context, law::interest(figures, *request), report_of_interest);
    });
}

} // namespace saldo::cli
