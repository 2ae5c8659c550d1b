#include "cli/book.hpp"
#include "cli/command.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/time_report.hpp"

#include <memory>

namespace saldo::cli {

namespace {

constexpr int minutes_a_day = 24 * 60;

struct Spent_time {
    std::string dossier;
    int minutes = 0;
    statistics::Time_kind kind = statistics::Time_kind::contact;
    std::optional<Date> on;
};

} // namespace

void register_time_add(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "time", context), "add", context);
    const auto time = std::make_shared<Spent_time>();
    made.add_option(texts("type.dossier"), time->dossier, texts("help.time.add.dossier"))
        ->required();
    made.add_option("--minutes", time->minutes, texts("help.time.add.minutes"))
        ->type_name(texts("type.number"))
        ->check(CLI::Range(1, minutes_a_day))
        ->required();
    add_word<statistics::Time_kind>(made, "--kind", texts("help.time.add.kind"),
                                    statistics::time_kind_names, context,
                                    [time](statistics::Time_kind kind) { time->kind = kind; });
    add_date(made, "--on", texts("help.time.add.on"), context,
             [time](Date date) { time->on = date; });
    on_call(made, context, [time, &context] {
        return answer_or_refuse(
            context, change_book(context, [&](app::Desk& desk) {
                return app::log_time(desk, time->dossier, time->on.value_or(desk.actor().as_of),
                                     time->minutes, time->kind)
                    .map([](const statistics::Time_entry& entry) { return time_report({entry}); });
            }));
    });
}

} // namespace saldo::cli
