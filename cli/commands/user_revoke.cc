#include "app/user_keys.hpp"
#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/user_key_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Ended_key {
    Public_key key;
    std::string reason;
};

} // namespace

void register_user_revoke(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "user", context), "revoke", context);
    const auto wanted = std::make_shared<Ended_key>();
    add_public_key(made, texts("help.user.revoke.key"), context,
                   [wanted](const Public_key& key) { wanted->key = key; });
    made.add_option("--reason", wanted->reason, texts("help.match.reason"))
        ->type_name(texts("type.text"))
        ->required();
    on_call(made, context, [wanted, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::end_user_key(desk, wanted->key, wanted->reason)
                    .map([](const app::User_key_row& row) { return report_of(std::vector{row}); });
            }));
    });
}

} // namespace saldo::cli
