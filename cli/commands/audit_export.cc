#include "app/export_journal.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <map>
#include <memory>
#include <ostream>

namespace saldo::cli {

namespace {

const std::map<std::string, app::Journal_format> formats{{"hledger", app::Journal_format::hledger},
                                                         {"ledger", app::Journal_format::ledger}};

} // namespace

void register_audit_export(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "audit", context), "export", context);
    const auto format = std::make_shared<std::string>();
    made.add_option("--to", *format, texts("help.audit.export.to"))
        ->type_name("hledger|ledger")
        ->check(CLI::IsMember(formats))
        ->required();
    on_call(made, context, [format, &context] {
        const auto journal = ask_book(context, [&](app::Unit_of_work& work) {
            return Result<std::string>(app::export_journal(work, formats.at(*format)));
        });
        if (!journal) {
            return context.refuse(journal.error());
        }
        context.out << *journal;
        return Exit::done;
    });
}

} // namespace saldo::cli
