#include "cli/context.hpp"

#include "cli/render/width.hpp"

#include <map>
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

void Context::say_in_short(const Findings& findings) const {
    std::map<std::string_view, std::size_t> counts;
    for (const Finding& finding : findings) {
        ++counts[finding.code.text];
    }
    for (const Finding& finding : findings) {
        const auto count = counts.extract(finding.code.text);
        if (count.empty() || options.quiet) {
            continue;
        }
        err << render::printable(i18n::line_of(texts, finding));
        if (const std::size_t more = count.mapped() - 1; more > 0) {
            err << " (" << texts("findings.more", {{"count", std::to_string(more)}}) << ')';
        }
        err << '\n';
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
