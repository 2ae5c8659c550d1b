#include "cli/arrears_report.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"

#include <memory>

namespace saldo::cli {

namespace {

Exit import_list(const Context& context, app::List_request request) {
    auto bytes = read_file(request.file.name);
    if (!bytes) {
        return context.refuse(bytes.error(), Exit::unreadable);
    }
    request.file.bytes = *std::move(bytes);
    const auto imported =
        change_book(context, [&](app::Desk& desk) { return app::import_arrears(desk, request); });
    if (!imported) {
        return context.refuse(imported.error());
    }
    context.say(imported->findings);
    context.answer(import_report(*imported));
    return Exit::done;
}

} // namespace

void register_arrears_import(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "arrears", context), "import", context);
    const auto request = std::make_shared<app::List_request>();
    made.add_option(texts("type.file"), request->file.name, texts("help.arrears.import.file"))
        ->required();
    made.add_option("--landlord", request->landlord, texts("help.arrears.import.landlord"))
        ->type_name(texts("type.name"));
    add_date(made, "--listed-on", texts("help.arrears.import.listed_on"), context,
             [request](Date day) { request->as_of = day; });
    on_call(made, context, [request, &context] { return import_list(context, *request); });
}

} // namespace saldo::cli
