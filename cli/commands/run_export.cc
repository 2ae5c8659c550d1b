#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/staged_file.hpp"

#include <memory>
#include <optional>

namespace saldo::cli {

namespace {

namespace pain001 = payments::pain001;

struct Export_request {
    std::string number;
    std::string file; ///< empty: named after the run
    pain001::Version version = pain001::Version::v09;
};

struct Staged_export {
    app::Exported_run exported;
    Staged_file file;
};

/// The file is safe on disk before the book says that it left, and gets its name after. A call cut
/// off in between is made good by the next one: the same bytes, and nothing booked again.
Exit export_to(const Context& context, const Export_request& request) {
    const std::string file = request.file.empty() ? request.number + ".xml" : request.file;
    auto staged = change_book(context, [&](app::Desk& desk) -> Result<Staged_export> {
        auto exported = app::export_run(desk, request.number, request.version);
        if (!exported) {
            return saldo::refuse(exported.error());
        }
        auto safe = Staged_file::stage(file, exported->bytes);
        if (!safe) {
            return saldo::refuse(safe.error());
        }
        return Staged_export{*std::move(exported), *std::move(safe)};
    });
    if (!staged) {
        return context.refuse(staged.error());
    }
    if (!context.options.dry_run) {
        staged->file.release();
    }
    const app::Exported_run& exported = staged->exported;
    context.say_in_short(exported.warnings);
    if (exported.again) {
        context.say({{run_exported_before, Severity::info, {}, {{"run", request.number}}}});
    }
    context.answer(
        {.facts = {{"run", render::Text{exported.sheet.run.number}},
                   {"file", render::Text{file}},
                   {"version", render::Text{exported.sheet.run.version}},
                   {"count", render::Count{static_cast<std::int64_t>(count(exported.sheet))}},
                   {"total", total(exported.sheet)},
                   {"sha256", render::Text{to_hex(exported.sha256)}}},
         .tables = {},
         .parts = {}});
    return Exit::done;
}

} // namespace

void register_run_export(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "run", context), "export", context);
    const auto request = std::make_shared<Export_request>();
    made.add_option(texts("type.run"), request->number, texts("help.run.number"))->required();
    made.add_option("--out", request->file, texts("help.run.export.out"))
        ->type_name(texts("type.file"));
    made.add_option_function<std::string>(
            "--version",
            [request, &context](const std::string& text) {
                const auto version = pain001::version_from(text);
                if (!version) {
                    const Finding finding{unknown_version, Severity::error, {}, {{"stated", text}}};
                    throw wrong_value("--version", Refusal(finding), context);
                }
                request->version = *version;
            },
            texts("help.run.export.version"))
        ->type_name("03|09");
    add_time(made, context);
    on_call(made, context, [request, &context] { return export_to(context, *request); });
}

} // namespace saldo::cli
