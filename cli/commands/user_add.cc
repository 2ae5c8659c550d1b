#include "app/user_keys.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/user_key_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct New_user_key {
    std::string owner;
    Public_key key;
};

} // namespace

void register_user_add(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "user", context), "add", context);
    const auto wanted = std::make_shared<New_user_key>();
    made.add_option(texts("type.name"), wanted->owner, texts("help.user.add.owner"))->required();
    add_public_key(made, texts("help.user.add.key"), context,
                   [wanted](const Public_key& key) { wanted->key = key; });
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::add_user_key(desk, wanted->owner, wanted->key)
                    .map([](const app::User_key_row& row) { return report_of(std::vector{row}); });
            }));
    });
}

} // namespace saldo::cli
