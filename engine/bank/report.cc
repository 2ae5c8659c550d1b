#include "bank/report.hpp"

#include "bank/codes.hpp"

#include <algorithm>

namespace saldo::bank {

void Report::add(Code code, Severity severity, Where where, Params params) {
    if (count_ >= findings_max) {
        ++left_out_;
        worst_left_out_ = std::max(worst_left_out_, severity);
        return;
    }
    ++count_;
    findings_->push_back(Finding{code, severity, std::move(where), std::move(params)});
}

void Report::finish() {
    if (left_out_ > 0) {
        findings_->push_back(Finding{
            findings_left_out, worst_left_out_, {}, {{"count", std::to_string(left_out_)}}});
    }
}

} // namespace saldo::bank
