#include "cli/command_line.hpp"

#include "cli/codes.hpp"
#include "cli/command.hpp"
#include "cli/commands/calculators.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/follow_up.hpp"
#include "cli/render/width.hpp"
#include "cli/usage_error.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

namespace saldo::cli {

namespace {

class Help_formatter : public CLI::Formatter {
public:
    explicit Help_formatter(const i18n::Texts& texts) {
        label("Usage", texts("help.usage"));
        label("OPTIONS", texts("help.options_badge"));
        label("SUBCOMMAND", texts("help.command_badge"));
        label("Positionals", texts("help.arguments"));
        label("REQUIRED", "");
        column_width(28);
    }

    std::string make_option_opts(const CLI::Option* option) const override {
        return option->get_type_size() == 0 || option->get_positional()
                   ? ""
                   : " " + option->get_type_name();
    }

    std::string make_description(const CLI::App* app) const override {
        return app->get_description() + "\n\n";
    }
};

void add_value(CLI::App& app,
               Context& context,
               const std::string& name,
               const std::string& type,
               std::function<void(const std::string&)> take) {
    app.add_option_function<std::string>("--" + name, std::move(take),
                                         context.texts("option." + name))
        ->type_name(context.texts("type." + type));
}

void add_options(CLI::App& app, Context& context) {
    Options& options = context.options;
    add_value(app, context, "book", "book", [&](const std::string& text) {
        options.book = text;
        options.is_book_stated = true;
    });
    add_value(app, context, "as-of", "date", [&](const std::string& text) {
        const auto date = calendar::parse(text);
        if (!date) {
            throw wrong_value("--as-of", date.error(), context);
        }
        options.as_of = *date;
        options.now.reset(); // the clock tells the time of another day
    });
    add_value(app, context, "user", "name", [&](const std::string& text) { options.user = text; });
    add_value(app, context, "output", "output", [&](const std::string& text) {
        const auto output = render::output_of(text);
        if (!output) {
            const auto finding = Finding{unknown_output, Severity::error, {}, {{"stated", text}}};
            throw wrong_value("--output", Refusal(finding), context);
        }
        options.output = *output;
    });
    add_value(app, context, "lang", "language", [&](const std::string& text) {
        if (!i18n::language_of(text)) {
            const auto finding = Finding{unknown_language, Severity::error, {}, {{"stated", text}}};
            throw wrong_value("--lang", Refusal(finding), context);
        }
    });
    app.add_flag("--dry-run", options.dry_run, context.texts("option.dry-run"));
    app.add_flag("--quiet", options.quiet, context.texts("option.quiet"));
}

void register_matching(CLI::App& app, Context& context) {
    register_match_list(app, context);
    register_match_auto(app, context);
    register_match_show(app, context);
    register_match_assign(app, context);
    register_match_suggest(app, context);
    register_match_undo(app, context);
    register_match_split(app, context);
    register_match_rule_add(app, context);
    register_match_rule_list(app, context);
    register_match_rule_test(app, context);
    register_match_rule_disable(app, context);
}

void register_claims(CLI::App& app, Context& context) {
    register_claim_add(app, context);
    register_claim_list(app, context);
    register_claim_show(app, context);
    register_claim_state(app, context);
    register_claim_check(app, context);
    register_claim_decide(app, context);
}

/// Debts of rent and energy, before they are anybody's claim.
void register_arrears(CLI::App& app, Context& context) {
    register_arrears_import(app, context);
    register_arrears_list(app, context);
    register_arrears_show(app, context);
    register_arrears_link(app, context);
    register_arrears_unlink(app, context);
    register_arrears_step(app, context);
    register_lac_open(app, context);
    register_lac_decide(app, context);
    register_lac_list(app, context);
    register_lac_show(app, context);
}

/// How the office works, and the way of its households to independence.
void register_ladder(CLI::App& app, Context& context) {
    register_setting_default(app, context);
    register_setting_list(app, context);
    register_setting_load(app, context);
    register_setting_show(app, context);
    register_stage_enter(app, context);
    register_stage_show(app, context);
    register_stage_list(app, context);
    register_stage_propose(app, context);
    register_stage_move(app, context);
    register_stage_handover(app, context);
    register_stage_takeback(app, context);
    register_stage_proof(app, context);
    register_stage_letter(app, context);
    register_stage_leave(app, context);
}

/// Who may do what, and what needs a second look.
void register_policies(CLI::App& app, Context& context) {
    register_policy_default(app, context);
    register_policy_load(app, context);
    register_policy_show(app, context);
    register_policy_approve(app, context);
    register_beneficiary_confirm(app, context);
    register_beneficiary_approve(app, context);
    register_beneficiary_list(app, context);
    register_user_key(app, context);
    register_user_add(app, context);
    register_user_revoke(app, context);
    register_user_list(app, context);
}

/// Who asks for help, who gets it in which form, and how it ends.
void register_casework(CLI::App& app, Context& context) {
    register_request_add(app, context);
    register_request_answer(app, context);
    register_request_list(app, context);
    register_request_show(app, context);
    register_rights_check(app, context);
    register_rights_show(app, context);
    register_rights_threshold(app, context);
    register_help_start(app, context);
    register_help_paper(app, context);
    register_help_proxy_end(app, context);
    register_help_stop(app, context);
    register_help_list(app, context);
    register_dossier_close(app, context);
    register_dossier_closing(app, context);
    register_dossier_aftercare(app, context);
    register_dossier_transfer(app, context);
    register_dossier_takeover(app, context);
}

void configure(CLI::App& app, Context& context) {
    const i18n::Texts& texts = context.texts;
    app.description(texts("help"));
    app.formatter(std::make_shared<Help_formatter>(texts));
    app.option_defaults()->group(texts("help.options"));
    app.set_help_flag("-h,--help", texts("option.help"));
    app.set_version_flag("--version", "saldo " SALDO_VERSION, texts("option.version"));
    add_options(app, context);
    app.fallthrough(); // global options are taken before and after the command
    app.require_subcommand(1);
    register_init(app, context);
    register_dossier_import(app, context);
    register_dossier_list(app, context);
    register_dossier_export(app, context);
    register_casework(app, context);
    register_statement_read(app, context);
    register_statement_import(app, context);
    register_statement_list(app, context);
    register_statement_gaps(app, context);
    register_statement_show(app, context);
    register_matching(app, context);
    register_signal_list(app, context);
    register_signal_dismiss(app, context);
    register_bill_add(app, context);
    register_bill_list(app, context);
    register_bill_pay(app, context);
    register_bill_cancel(app, context);
    register_claims(app, context);
    register_forecast(app, context);
    register_run_prepare(app, context);
    register_run_show(app, context);
    register_run_list(app, context);
    register_run_approve(app, context);
    register_run_export(app, context);
    register_run_cancel(app, context);
    register_run_override(app, context);
    register_run_status(app, context);
    register_plan_simulate(app, context);
    register_plan_adopt(app, context);
    register_plan_list(app, context);
    register_plan_show(app, context);
    register_plan_answer(app, context);
    register_plan_end(app, context);
    register_arrears(app, context);
    register_ladder(app, context);
    register_follow_up(app, context);
    register_policies(app, context);
    register_calculators(app, context);
    register_audit_reconcile(app, context);
    register_audit_verify(app, context);
    register_audit_export(app, context);
    register_audit_overrides(app, context);
}

} // namespace

i18n::Language language_asked(const std::vector<std::string>& arguments) {
    const std::string with_value = "--lang=";
    const auto at = std::ranges::find_if(arguments, [&](const std::string& argument) {
        return argument == "--lang" || argument.starts_with(with_value);
    });
    if (at == arguments.end()) {
        return i18n::Language::nl;
    }
    const bool apart = *at == "--lang";
    if (apart && at + 1 == arguments.end()) {
        return i18n::Language::nl;
    }
    const std::string value = apart ? *(at + 1) : at->substr(with_value.size());
    return i18n::language_of(value).value_or(i18n::Language::nl);
}

Exit run(const std::vector<std::string>& arguments, Context& context) {
    CLI::App app{"", "saldo"};
    configure(app, context);
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        context.out << app.help();
        return Exit::done;
    } catch (const CLI::CallForVersion& version) {
        context.out << version.what() << '\n';
        return Exit::done;
    } catch (const CLI::ParseError& error) {
        context.err << render::printable("saldo: " + usage_error(app, error, context.texts)) << '\n'
                    << context.texts("usage.see", {{"command", command_named(app)}}) << '\n';
        return Exit::usage;
    }
    return context.action();
}

} // namespace saldo::cli
