#include "app/runs.hpp"
#include "cli/book.hpp"
#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/payment_settings.hpp"
#include "cli/staged_file.hpp"
#include "cli/text_changes.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace saldo::cli {

namespace {

namespace pain001 = payments::pain001;
using namespace render;

struct Export_request {
    std::string number;
    std::string file; ///< of the first file; empty: named after the run
    std::string profiles_file;
    std::string usual_profiles_file; ///< for a run that never left
    std::string schemas_folder;
    std::optional<pain001::Version> version;
};

struct Staged_export {
    app::Exported_run exported;
    std::vector<std::string> names;
    std::vector<Staged_file> files;
};

struct Terms {
    app::Export_terms terms;
    std::optional<Refusal> unusual; ///< why the usual profiles cannot be read
};

/// What the office uses now is no matter for a run that left before: that it cannot be read
/// neither.
Result<Terms> terms_of(const Export_request& request) {
    const bool are_usual = request.profiles_file.empty();
    auto profiles = read_profiles(are_usual ? request.usual_profiles_file : request.profiles_file);
    if (!profiles && !are_usual) {
        return saldo::refuse(profiles.error());
    }
    auto schemas = read_schemas(request.schemas_folder);
    if (!schemas) {
        return saldo::refuse(schemas.error());
    }
    Terms terms{{std::nullopt, are_usual, request.version, *std::move(schemas)}, {}};
    if (profiles) {
        terms.terms.profiles = *std::move(profiles);
    } else {
        terms.unusual = std::move(profiles).error();
    }
    return terms;
}

/// `R2026-0001.xml` for the first file, `R2026-0001-F2.xml` for the second.
std::string name_of(const std::string& first, std::size_t position) {
    const std::filesystem::path path(first);
    const std::string mark = position == 0 ? "" : "-F" + std::to_string(position + 1);
    return (path.parent_path() / (path.stem().string() + mark + path.extension().string()))
        .string();
}

Result<Staged_export> stage(app::Exported_run exported, const std::string& first) {
    Staged_export staged{std::move(exported), {}, {}};
    for (std::size_t at = 0; at < staged.exported.files.size(); ++at) {
        staged.names.push_back(name_of(first, at));
        auto safe = Staged_file::stage(staged.names.back(), staged.exported.files[at]);
        if (!safe) {
            return saldo::refuse(safe.error());
        }
        staged.files.push_back(*std::move(safe));
    }
    return staged;
}

/// People see the files in a table of their own when there are several.
Report report_of(const Staged_export& staged) {
    const payments::Run& run = staged.exported.sheet.run;
    const bool is_one = run.files.size() == 1;
    Table files{
        "files",
        {{"file"}, {"message_id"}, {"profile"}, {"version"}, {"count"}, {"total"}, {"sha256"}},
        {},
        is_one ? in_json : everywhere};
    for (std::size_t at = 0; at < run.files.size(); ++at) {
        const payments::Run_file& file = run.files[at];
        files.rows.push_back({{Text{staged.names[at]}, Text{file.message_id}, Text{file.profile},
                               Text{file.version}, Count{static_cast<std::int64_t>(file.payments)},
                               file.total, Text{to_hex(file.sha256)}}});
    }
    std::vector<Fact> facts{{"run", Text{run.number}}};
    if (is_one) {
        facts.push_back({"file", Text{staged.names.front()}});
        facts.push_back({"version", Text{run.files.front().version}});
    }
    const Shown shown = is_one ? everywhere : not_in_csv;
    const app::Run_sheet& sheet = staged.exported.sheet;
    facts.push_back({"count", Count{static_cast<std::int64_t>(count(sheet))}, shown});
    facts.push_back({"total", total(sheet), shown});
    if (is_one) {
        facts.push_back({"sha256", Text{to_hex(run.files.front().sha256)}});
    }
    return {.facts = std::move(facts),
            .tables = {std::move(files), text_changes_table(staged.exported.changes)},
            .parts = {}};
}

/// Gives the files their names; false if the disk refuses one.
bool release(std::vector<Staged_file>& files) {
    try {
        for (Staged_file& file : files) {
            file.release();
        }
        return true;
    } catch (const std::filesystem::filesystem_error&) {
        return false;
    }
}

/// The files are safe on disk before the book says that they left, and get their names after. A
/// call cut off in between is made good by the next one: the same bytes, and nothing booked again.
Exit export_to(const Context& context, const Export_request& request) {
    const auto terms = terms_of(request);
    if (!terms) {
        return context.refuse(terms.error(), Exit::unreadable);
    }
    const std::string first = request.file.empty() ? request.number + ".xml" : request.file;
    auto staged = change_book(context, [&](app::Desk& desk) -> Result<Staged_export> {
        auto exported = app::export_run(desk, request.number, terms->terms);
        if (exported && !exported->again && terms->unusual) {
            return saldo::refuse(*terms->unusual);
        }
        return exported ? stage(*std::move(exported), first)
                        : Result<Staged_export>(saldo::refuse(exported.error()));
    });
    if (!staged) {
        const bool is_unread = terms->unusual && staged.error().code() == terms->unusual->code();
        return context.refuse(staged.error(), is_unread ? Exit::unreadable : Exit::refused);
    }
    if (!context.options.dry_run && !release(staged->files)) {
        return context.refuse(
            Refusal(Finding{files_not_released, Severity::error, {}, {{"run", request.number}}}),
            Exit::store);
    }
    context.say_in_short(staged->exported.warnings);
    if (staged->exported.again) {
        context.say({{run_exported_before, Severity::info, {}, {{"run", request.number}}}});
    }
    context.answer(report_of(*staged));
    return Exit::done;
}

} // namespace

void register_run_export(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "run", context), "export", context);
    const auto request = std::make_shared<Export_request>();
    request->usual_profiles_file = context.options.profiles_file;
    request->schemas_folder = context.options.schemas_folder;
    made.add_option(texts("type.run"), request->number, texts("help.run.number"))->required();
    made.add_option("--out", request->file, texts("help.run.export.out"))
        ->type_name(texts("type.file"));
    made.add_option("--profiles", request->profiles_file, texts("help.run.export.profiles"))
        ->type_name(texts("type.file"));
    made.add_option("--schemas", request->schemas_folder, texts("help.run.export.schemas"))
        ->type_name(texts("type.folder"));
    made.add_option_function<std::string>(
            "--version",
            [request, &context](const std::string& text) {
                request->version = pain001::version_from(text);
                if (!request->version) {
                    const Finding finding{unknown_version, Severity::error, {}, {{"stated", text}}};
                    throw wrong_value("--version", Refusal(finding), context);
                }
            },
            texts("help.run.export.version"))
        ->type_name("03|09");
    add_time(made, context);
    on_call(made, context, [request, &context] { return export_to(context, *request); });
}

} // namespace saldo::cli
