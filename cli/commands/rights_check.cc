#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"
#include "cli/request_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

struct Found_rights {
    std::string subject;
    std::vector<app::Right_found> found;
};

/// `rent_subsidy=asked`.
std::vector<app::Right_found> found_in(const std::vector<std::string>& items,
                                       const Context& context) {
    std::vector<app::Right_found> found;
    for (const std::string& item : items) {
        const std::size_t sign = item.find('=');
        const auto state = sign == std::string::npos
                               ? std::nullopt
                               : value_in(help::right_state_names, item.substr(sign + 1));
        if (!state) {
            throw wrong_word("--item", item, words_of(help::right_state_names), context);
        }
        found.push_back({item.substr(0, sign), *state});
    }
    return found;
}

} // namespace

void register_rights_check(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "rights", context), "check", context);
    const auto rights = std::make_shared<Found_rights>();
    made.add_option(texts("type.request"), rights->subject, texts("help.rights.subject"))
        ->required();
    made.add_option_function<std::vector<std::string>>(
            "--item",
            [rights, &context](const std::vector<std::string>& items) {
                rights->found = found_in(items, context);
            },
            texts("help.rights.check.item"))
        ->type_name(texts("type.right"))
        ->required();
    on_call(made, context, [rights, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::check_rights(desk, rights->subject, rights->found)
                    .map([](const app::Rights_sheet& sheet) { return report_of(sheet); });
            }));
    });
}

} // namespace saldo::cli
