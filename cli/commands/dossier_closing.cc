#include "cli/book.hpp"
#include "cli/closing_report.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_step {
    std::string dossier;
    std::string done; ///< key of the step, or empty
    std::string document;
    std::optional<Date> aftercare;
};

Exit work_on(const Context& context, const Wanted_step& wanted) {
    const auto digest = digest_of_file(wanted.document);
    if (!digest) {
        return context.refuse(digest.error(), Exit::unreadable);
    }
    if (wanted.aftercare) {
        return answer_closing(context, change_book(context, [&](app::Desk& desk) {
                                  return app::set_aftercare(desk, wanted.dossier,
                                                            *wanted.aftercare);
                              }));
    }
    if (!wanted.done.empty()) {
        return answer_closing(context, change_book(context, [&](app::Desk& desk) {
                                  return app::do_closing_step(desk, wanted.dossier, wanted.done,
                                                              *digest);
                              }));
    }
    return answer_closing(context, ask_book(context, [&](app::Unit_of_work& work) {
                              return app::closing_of(work, wanted.dossier, context.options.as_of);
                          }));
}

} // namespace

void register_dossier_closing(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "dossier", context), "closing", context);
    const auto wanted = std::make_shared<Wanted_step>();
    made.add_option(texts("type.number"), wanted->dossier, texts("help.dossier.number"))
        ->required();
    CLI::Option* const done =
        made.add_option("--done", wanted->done, texts("help.dossier.closing.done"))
            ->type_name(texts("type.step"));
    made.add_option("--document", wanted->document, texts("help.dossier.closing.document"))
        ->type_name(texts("type.file"))
        ->needs(done);
    add_date(made, "--aftercare", texts("help.dossier.closing.aftercare"), context,
             [wanted](Date date) { wanted->aftercare = date; })
        .excludes(done);
    on_call(made, context, [wanted, &context] { return work_on(context, *wanted); });
}

} // namespace saldo::cli
