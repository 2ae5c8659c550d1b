#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/user_secret.hpp"

#include <filesystem>
#include <memory>

namespace saldo::cli {

namespace {

/// The public half of the user's key, made if there is none yet. No book is needed.
Exit show_key(const Context& context, const std::string& file) {
    if (file.empty()) {
        return context.refuse(Refusal(Finding{key_file_not_named, Severity::error, {}, {}}));
    }
    const bool is_new = !std::filesystem::exists(file);
    const auto key = is_new ? make_key(context, file)
                            : read_secret(file).and_then([&](const std::string& bytes) {
                                  auto found = public_key_of_file(bytes);
                                  return found ? found : saldo::refuse(found.error().in_file(file));
                              });
    if (!key) {
        return context.refuse(key.error());
    }
    context.answer({.facts = {{"owner", render::Text{context.options.user}},
                              {"key", render::Text{to_hex(*key)}},
                              {"file", render::Text{file}},
                              {"made", is_new}},
                    .tables = {},
                    .parts = {}});
    return Exit::done;
}

} // namespace

/// schemas/json/user_key.schema.json
void register_user_key(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "user", context), "key", context);
    const auto file = std::make_shared<std::string>(context.options.key_file);
    made.add_option("--key", *file, texts("help.user.key.file"))->type_name(texts("type.file"));
    on_call(made, context, [file, &context] { return show_key(context, *file); });
}

} // namespace saldo::cli
