#include "app/adopt_plan.hpp"
#include "cli/adopted_plan_report.hpp"
#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_plan {
    app::Adoption_request request;
    std::string file; ///< document of the plan
};

Exit adopt(const Context& context, const Wanted_plan& wanted, const law::Figures& figures) {
    const auto bytes = read_file(wanted.file);
    if (!bytes) {
        return context.refuse(bytes.error(), Exit::unreadable);
    }
    app::Adoption_request request = wanted.request;
    request.terms = *bytes;
    const auto adopted = change_book(
        context, [&](app::Desk& desk) { return app::adopt_plan(desk, figures, request); });
    if (!adopted) {
        return context.refuse(adopted.error());
    }
    context.answer(plan_list_report({adopted->row}));
    context.say(adopted->findings);
    return Exit::done;
}

} // namespace

void register_plan_adopt(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "plan", context), "adopt", context);
    const auto wanted = std::make_shared<Wanted_plan>();
    app::Adoption_request& request = wanted->request;
    made.add_option("--dossier", request.dossier, texts("help.plan.dossier"))
        ->type_name(texts("type.dossier"))
        ->required();
    made.add_option("--from", wanted->file, texts("help.plan.adopt.from"))
        ->type_name(texts("type.file"))
        ->required();
    made.add_option("--account", request.account, texts("help.plan.adopt.account"))
        ->type_name(texts("type.account"))
        ->required();
    made.add_option("--pot", request.pot, texts("help.plan.adopt.pot"))
        ->type_name(texts("type.name"));
    made.add_option("--id", request.id, texts("help.plan.adopt.id"))->type_name(texts("type.name"));
    on_book_calculation(made, context, [wanted, &context](const law::Figures& figures) {
        return adopt(context, *wanted, figures);
    });
}

} // namespace saldo::cli
