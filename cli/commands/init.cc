#include "app/init_book.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>
#include <optional>

namespace saldo::cli {

namespace {

struct Init_request {
    std::string name;
    std::optional<Enterprise_number> number;
};

/// Makes the book under a name of its own, so that a book is either whole or not there.
Result<Done>
make_book(const Context& context, const std::string& draft, const app::Office& office) {
    std::filesystem::remove(draft); // of a call that was cut off
    context.books.create(draft);
    const auto work = context.books.open_to_write(draft);
    app::Desk desk(*work, context.actor());
    auto done = app::init_book(desk, office);
    if (done) {
        work->commit();
    }
    return done;
}

Exit init(const Context& context, const Init_request& request) {
    const std::string& book = context.options.book;
    if (std::filesystem::exists(book)) {
        const Finding finding{book_exists, Severity::error, {book, 0, {}}, {}};
        return context.refuse(Refusal(finding));
    }
    const std::string draft = book + ".new";
    const app::Office office{request.name, *request.number};
    const auto done = make_book(context, draft, office);
    if (!done || context.options.dry_run) {
        std::filesystem::remove(draft);
    } else {
        std::filesystem::rename(draft, book);
    }
    if (!done) {
        return context.refuse(done.error());
    }
    context.answer({.facts = {{"book", render::Text{book}},
                              {"office", render::Text{office.name}},
                              {"enterprise_number",
                               render::Text{std::string(office.enterprise_number.digits())}}},
                    .tables = {},
                    .parts = {}});
    return Exit::done;
}

} // namespace

void register_init(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(root, "init", context);
    const auto request = std::make_shared<Init_request>();
    made.add_option("--office", request->name, texts("help.init.office"))
        ->type_name(texts("type.name"))
        ->required();
    add_enterprise_number(made, "--enterprise-number", texts("help.init.number"), context,
                          [request](const Enterprise_number& number) { request->number = number; })
        .required();
    on_call(made, context, [request, &context] { return init(context, *request); });
}

} // namespace saldo::cli
