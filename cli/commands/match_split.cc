#include "app/match_movements.hpp"
#include "cli/book.hpp"
#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/commands.hpp"

#include <memory>

namespace saldo::cli {

namespace {

using namespace render;

/// `SUBJECT=AMOUNT` or `SUBJECT@DATE=AMOUNT`.
Result<app::Split_part> part_of(const std::string& text) {
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos) {
        return saldo::refuse(not_a_part, {{"stated", text}});
    }
    const auto amount = money::parse(text.substr(equals + 1));
    if (!amount) {
        return saldo::refuse(amount.error());
    }
    const std::string place = text.substr(0, equals);
    const std::size_t at = place.rfind('@');
    if (at == std::string::npos) {
        return app::Split_part{place, {}, *amount};
    }
    const auto due = calendar::parse(place.substr(at + 1));
    if (!due) {
        return saldo::refuse(due.error());
    }
    return app::Split_part{place.substr(0, at), *due, *amount};
}

Report split_report(const app::Split_movement& split) {
    Table table{"parts", {{"subject"}, {"due"}, {"amount"}}, {}};
    for (const app::Split_part& part : split.parts) {
        table.rows.push_back({{Text{part.subject}, filled(part.due), part.amount}});
    }
    return {.facts = {{"movement", Count{split.row.movement.id.value}},
                      {"dossier", Text{split.row.dossier.number}},
                      {"booking_date", split.row.movement.booking_date},
                      {"amount", split.row.movement.amount, everywhere, "movement_amount"}},
            .tables = {std::move(table)},
            .parts = {}};
}

} // namespace

void register_match_split(CLI::App& root, Context& context) {
    const i18n::Texts& texts = context.texts;
    CLI::App& made = command(group(root, "match", context), "split", context);
    const auto split = std::make_shared<app::Split>();
    made.add_option(texts("type.movement"), split->movement.value,
                    texts("help.match.assign.movement"))
        ->required();
    made.add_option_function<std::vector<std::string>>(
            texts("type.part"),
            [split, &context](const std::vector<std::string>& parts) {
                for (const std::string& text : parts) {
                    const auto part = part_of(text);
                    if (!part) {
                        throw wrong_value(text, part.error(), context);
                    }
                    split->parts.push_back(*part);
                }
            },
            texts("help.match.split.parts"))
        ->required();
    made.add_option("--note", split->note, texts("help.match.assign.note"))
        ->type_name(texts("type.text"));
    on_call(made, context, [split, &context] {
        return answer_or_refuse(context, change_book(context, [&](app::Desk& desk) {
                                             return app::split_movement(desk, *split);
                                         }).map(split_report));
    });
}

} // namespace saldo::cli
