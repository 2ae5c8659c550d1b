#include "base/finding.hpp"

#include "base/invariant.hpp"

#include <algorithm>

namespace saldo {

std::string_view name(Severity severity) {
    switch (severity) {
    case Severity::info:
        return "info";
    case Severity::warning:
        return "warning";
    case Severity::error:
        return "error";
    }
    broken_contract("every severity has a name", __FILE__, __LINE__);
}

bool has_errors(const Findings& findings) {
    return std::ranges::any_of(
        findings, [](const Finding& finding) { return finding.severity == Severity::error; });
}

} // namespace saldo
