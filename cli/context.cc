#include "cli/context.hpp"

#include "cli/render/width.hpp"

#include <ostream>

namespace saldo::cli {

void Context::answer(const render::Report& report) const {
    render::write(out, report, options.output, texts);
}

void Context::say(const Findings& findings) const {
    for (const Finding& finding : findings) {
        if (!options.quiet || finding.severity == Severity::error) {
            err << render::printable(i18n::line_of(texts, finding)) << '\n';
        }
    }
}

Exit Context::refuse(const Refusal& refusal, Exit exit) const {
    say(refusal.findings());
    return exit;
}

render::Progress Context::progress(std::string_view key, std::size_t total) const {
    return {err, err_is_terminal && !options.quiet, elapsed, texts(key), total};
}

} // namespace saldo::cli
