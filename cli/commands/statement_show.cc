#include "app/find_origin.hpp"
#include "bank/encoding.hpp"
#include "base/text.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

std::string readable(std::string_view bytes) {
    if (text::is_utf8(bytes)) {
        return std::string(bytes);
    }
    std::string utf8;
    bank::append_windows_1252(bytes, utf8);
    return utf8;
}

/// The lines as the bank wrote them, numbered as in the file.
Table lines_of(const app::Entry_origin& origin) {
    Table table{"records", {{"line"}, {"text"}}, {}};
    const std::string content = readable(origin.bytes);
    std::string_view rest = content;
    for (std::uint64_t line = origin.place.line; !rest.empty(); ++line) {
        const std::size_t end = rest.find('\n');
        std::string_view text = rest.substr(0, end);
        if (text.ends_with('\r')) {
            text.remove_suffix(1);
        }
        table.rows.push_back({{Count{static_cast<std::int64_t>(line)}, Text{std::string(text)}}});
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return table;
}

Report origin_report(const std::string& entry, const app::Entry_origin& origin) {
    const auto number = [](std::uint64_t value) { return Count{static_cast<std::int64_t>(value)}; };
    return {.facts = {{"entry", Text{entry}},
                      {"file", Text{origin.file.name}},
                      {"sha256", Text{to_hex(origin.file.sha256)}},
                      {"statement", Count{origin.place.statement.value}},
                      {"begin", number(origin.place.bytes.begin)},
                      {"size", number(origin.place.bytes.size)}},
            .tables = {lines_of(origin)},
            .parts = {}};
}

} // namespace

void register_statement_show(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "statement", context), "show", context);
    const auto entry = std::make_shared<std::string>();
    made.add_option("--origin", *entry, texts("help.statement.show.origin"))
        ->type_name(texts("type.entry"))
        ->required();
    on_call(made, context, [entry, &context] {
        return answer_or_refuse(
            context, ask_book(context, [&](app::Unit_of_work& work) {
                return app::find_origin(work, *entry).map([&](const app::Entry_origin& origin) {
                    return origin_report(*entry, origin);
                });
            }));
    });
}

} // namespace saldo::cli
