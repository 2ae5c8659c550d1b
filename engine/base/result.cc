#include "base/result.hpp"

#include "base/invariant.hpp"

namespace saldo {

Refusal::Refusal(Findings findings) : findings_(std::move(findings)) {
    invariant(!findings_.empty(), "a refusal has at least one finding");
}

Refusal Refusal::in_file(std::string_view file) const {
    Refusal copy = *this;
    for (Finding& finding : copy.findings_) {
        if (finding.where.file.empty()) {
            finding.where.file = file;
        }
    }
    return copy;
}

tl::unexpected<Refusal> refuse(Code code, Params params, Where where) {
    return tl::make_unexpected(
        Refusal(Finding{code, Severity::error, std::move(where), std::move(params)}));
}

tl::unexpected<Refusal> refuse(Refusal refusal) {
    return tl::make_unexpected(std::move(refusal));
}

} // namespace saldo
