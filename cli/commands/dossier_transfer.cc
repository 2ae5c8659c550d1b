#include "app/transfers.hpp"
#include "cli/book.hpp"
#include "cli/calculation.hpp"
#include "cli/closing_report.hpp"
#include "cli/commands/commands.hpp"
#include "cli/input.hpp"
#include "cli/staged_file.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Wanted_transfer {
    std::string dossier;
    std::string file;
    std::string to_office;
    std::optional<app::Signer> signer;
    std::string document;
    std::optional<Date> on;
};

/// The file is safe on disk before the book says that it was made, and gets its name after.
Exit make(const Context& context, const law::Figures& figures, const Wanted_transfer& wanted) {
    std::vector<Staged_file> staged;
    const auto made = change_book(context, [&](app::Desk& desk) -> Result<app::Transfer> {
        auto transfer = app::transfer_dossier(desk, figures, wanted.dossier, wanted.to_office);
        if (!transfer) {
            return transfer;
        }
        auto file = Staged_file::stage(wanted.file, transfer->text);
        if (!file) {
            return saldo::refuse(file.error());
        }
        staged.push_back(*std::move(file));
        return transfer;
    });
    if (!made) {
        return context.refuse(made.error());
    }
    if (!context.options.dry_run) {
        staged.front().release();
    }
    return answer_with_findings(context,
                                {.facts = {{"dossier", render::Text{wanted.dossier}},
                                           {"transfer_file", render::Text{wanted.file}},
                                           {"to_office", render::Text{wanted.to_office}},
                                           {"sha256", render::Text{made->sha256}}},
                                 .tables = {},
                                 .parts = {}},
                                made->findings, Finding_place::id);
}

Exit sign(const Context& context, const Wanted_transfer& wanted) {
    const auto digest = digest_of_file(wanted.document);
    if (!digest) {
        return context.refuse(digest.error(), Exit::unreadable);
    }
    return answer_closing(context, change_book(context, [&](app::Desk& desk) {
                              return app::sign_transfer(
                                  desk, wanted.dossier, *wanted.signer,
                                  {wanted.on.value_or(context.options.as_of), *digest});
                          }));
}

/// What there is of a transfer stands in the checklist.
Exit show(const Context& context, const Wanted_transfer& wanted) {
    return answer_closing(context, ask_book(context, [&](app::Unit_of_work& work) {
                              return app::closing_of(work, wanted.dossier, context.options.as_of);
                          }));
}

} // namespace

void register_dossier_transfer(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "dossier", context), "transfer", context);
    const auto wanted = std::make_shared<Wanted_transfer>();
    made.add_option(texts("type.number"), wanted->dossier, texts("help.dossier.number"))
        ->required();
    CLI::Option* const file =
        made.add_option(texts("type.file"), wanted->file, texts("help.dossier.transfer.file"));
    CLI::Option* const to =
        made.add_option("--to", wanted->to_office, texts("help.dossier.transfer.to"))
            ->type_name(texts("type.name"))
            ->needs(file);
    file->needs(to);
    CLI::Option& signer = add_word<app::Signer>(
        made, "--signed", texts("help.dossier.transfer.signed"), app::signer_names, context,
        [wanted](app::Signer stated) { wanted->signer = stated; });
    CLI::Option* const document =
        made.add_option("--document", wanted->document, texts("help.dossier.transfer.document"))
            ->type_name(texts("type.file"))
            ->needs(&signer);
    signer.needs(document)->excludes(to);
    add_date(made, "--on", texts("help.dossier.transfer.on"), context, [wanted](Date date) {
        wanted->on = date;
    }).needs(&signer);
    on_book_calculation(made, context, [wanted, &context](const law::Figures& figures) {
        if (wanted->signer) {
            return sign(context, *wanted);
        }
        if (wanted->file.empty()) {
            return show(context, *wanted);
        }
        return make(context, figures, *wanted);
    });
}

} // namespace saldo::cli
