#pragma once

#include "cli/command.hpp"
#include "help/forms.hpp"

#include <memory>
#include <optional>
#include <string>

namespace saldo::cli {

/// Files of papers, each with the day on which it was signed.
struct Named_papers {
    struct Paper {
        std::string file; ///< empty: it is not there
        std::optional<Date> signed_on;
    };

    Paper agreement;
    Paper proxy;
};

/// The options `--agreement FILE --signed DATE` and `--proxy FILE --proxy-signed DATE`.
[[nodiscard]] std::shared_ptr<Named_papers> add_papers(CLI::App& command, const Context& context);

/// The papers with the digests of their files. Without a day they were signed on that of
/// `--as-of`. Refuses what `read_file` does.
[[nodiscard]] Result<help::Papers> papers_of(const Named_papers& named, const Context& context);

/// The word of a form of help, a positional argument.
[[nodiscard]] std::shared_ptr<dossier::Mandate_kind> add_form(CLI::App& command,
                                                              const Context& context);

} // namespace saldo::cli
