#include "cli/case_link.hpp"

#include "cli/arrears_report.hpp"
#include "cli/book.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Linked {
    std::string number;
    std::string dossier;
    std::string reason;
};

} // namespace

void register_case_link(CLI::App& root, Context& context, const std::string& name, Case_link link) {
    const i18n::Texts& texts = context.texts;
    const std::string help = "help.arrears." + name;
    CLI::App& made = command(group(root, "arrears", context), name, context);
    const auto wanted = std::make_shared<Linked>();
    made.add_option(texts("type.case"), wanted->number, texts("help.arrears.case"))->required();
    made.add_option(texts("type.dossier"), wanted->dossier, texts(help + ".dossier"))->required();
    made.add_option("--reason", wanted->reason, texts(help + ".reason"))
        ->type_name(texts("type.text"));
    on_call(made, context, [wanted, link, &context] {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                    return link(desk, wanted->number, wanted->dossier,
                                                wanted->reason)
                                        .map([&](const app::Case_row& row) {
                                            return case_report(row, context.options.as_of);
                                        });
                                }));
    });
}

} // namespace saldo::cli
