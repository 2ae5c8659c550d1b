#include "cli/paper_options.hpp"

#include "cli/input.hpp"
#include "dossier/names.hpp"

namespace saldo::cli {

namespace {

void add_paper(CLI::App& command,
               const Context& context,
               const std::string& file_option,
               const std::string& day_option,
               Named_papers::Paper& paper) {
    const i18n::Texts& texts = context.texts;
    CLI::Option* const file =
        command.add_option("--" + file_option, paper.file, texts("help.paper." + file_option))
            ->type_name(texts("type.file"));
    add_date(command, "--" + day_option, texts("help.paper." + day_option), context,
             [&paper](Date date) { paper.signed_on = date; })
        .needs(file);
}

Result<std::optional<dossier::Signed>> signed_paper(const Named_papers::Paper& paper,
                                                    const Context& context) {
    return digest_of_file(paper.file)
        .map([&](std::string digest) -> std::optional<dossier::Signed> {
            if (digest.empty()) {
                return std::nullopt;
            }
            return dossier::Signed{paper.signed_on.value_or(context.options.as_of),
                                   std::move(digest)};
        });
}

} // namespace

std::shared_ptr<Named_papers> add_papers(CLI::App& command, const Context& context) {
    auto papers = std::make_shared<Named_papers>();
    add_paper(command, context, "agreement", "signed", papers->agreement);
    add_paper(command, context, "proxy", "proxy-signed", papers->proxy);
    return papers;
}

Result<help::Papers> papers_of(const Named_papers& named, const Context& context) {
    return signed_paper(named.agreement, context).and_then([&](auto agreement) {
        return signed_paper(named.proxy, context).map([&](auto proxy) {
            return help::Papers{std::move(agreement), std::move(proxy)};
        });
    });
}

std::shared_ptr<dossier::Mandate_kind> add_form(CLI::App& command, const Context& context) {
    auto kind = std::make_shared<dossier::Mandate_kind>();
    add_word<dossier::Mandate_kind>(command, context.texts("type.help_form"),
                                    context.texts("help.help.form"),
                                    dossier::Names<dossier::Mandate_kind>::all, context,
                                    [kind](dossier::Mandate_kind stated) { *kind = stated; })
        .required();
    return kind;
}

} // namespace saldo::cli
