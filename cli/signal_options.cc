#include "cli/signal_options.hpp"

namespace saldo::cli {

namespace {

/// How far back signals are told if nobody says since when.
constexpr int days_told = 31;

} // namespace

std::shared_ptr<Signal_options> add_signal_options(CLI::App& made, const Context& context) {
    const i18n::Texts& texts = context.texts;
    auto options = std::make_shared<Signal_options>();
    made.add_option("--dossier", options->dossiers, texts("help.signal.list.dossier"))
        ->type_name(texts("type.dossier"));
    add_date(made, "--since", texts("help.signal.list.since"), context,
             [options](Date date) { options->since = date; });
    return options;
}

app::Signal_request request_of(const Signal_options& options, const Context& context) {
    const Date on = options.on.value_or(context.options.as_of);
    return {options.dossiers, options.since.value_or(on.plus_days(-days_told)), on};
}

} // namespace saldo::cli
