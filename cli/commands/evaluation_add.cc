#include "cli/book.hpp"
#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/evaluation_report.hpp"
#include "dossier/leaf.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Evaluation_request {
    std::string dossier;
    dossier::Evaluation evaluation{
        .date = Date::from_days(0), .scores = {}, .words = {}, .user = {}};
    std::optional<Date> on;
};

/// `network=4`, as an option takes it.
dossier::Skill_score read_score(const std::string& text, const Context& context) {
    const std::size_t sign = text.find('=');
    const auto score = sign == std::string::npos
                           ? std::nullopt
                           : std::optional(dossier::parse_leaf(text.substr(sign + 1),
                                                               dossier::As<dossier::Small>{}));
    if (!score || !*score || sign == 0) {
        const Finding finding{not_a_score, Severity::error, {}, {{"stated", text}}};
        throw wrong_value("--score", Refusal(finding), context);
    }
    return {text.substr(0, sign), **score};
}

void add_evaluation_options(CLI::App& made,
                            const std::shared_ptr<Evaluation_request>& request,
                            const Context& context) {
    const i18n::Texts& texts = context.texts;
    made.add_option(texts("type.dossier"), request->dossier, texts("help.evaluation.dossier"))
        ->required();
    made.add_option_function<std::vector<std::string>>(
            "--score",
            [request, &context](const std::vector<std::string>& scores) {
                for (const std::string& each : scores) {
                    request->evaluation.scores.push_back(read_score(each, context));
                }
            },
            texts("help.evaluation.add.score"))
        ->type_name(texts("type.score"))
        ->allow_extra_args(false)
        ->required();
    add_word<dossier::Conclusion>(
        made, "--conclusion", texts("help.evaluation.add.conclusion"),
        dossier::Names<dossier::Conclusion>::all, context,
        [request](dossier::Conclusion word) { request->evaluation.conclusion = word; })
        .required();
    made.add_option("--words", request->evaluation.words, texts("help.evaluation.add.words"))
        ->type_name(texts("type.text"))
        ->required();
    add_date(made, "--next", texts("help.evaluation.add.next"), context,
             [request](Date date) { request->evaluation.next = date; });
    add_date(made, "--on", texts("help.evaluation.add.on"), context,
             [request](Date date) { request->on = date; });
}

} // namespace

void register_evaluation_add(CLI::App& root, Context& context) {
    CLI::App& made = command(group(root, "evaluation", context), "add", context);
    const auto request = std::make_shared<Evaluation_request>();
    add_evaluation_options(made, request, context);
    on_call(made, context, [request, &context] {
        request->evaluation.date = request->on.value_or(context.options.as_of);
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                    return app::add_evaluation(desk, request->dossier,
                                                               request->evaluation)
                                        .map([](const app::Evaluation_row& row) {
                                            return evaluation_report({row}, Skills_shown::yes);
                                        });
                                }));
    });
}

} // namespace saldo::cli
