#include "bank/check.hpp"

namespace saldo::bank {

std::string text_of(const Amount_sum& sum) {
    const auto amount = sum.amount();
    return amount ? format(*amount) : "out of range";
}

void check_total(Code code,
                 std::optional<Amount> stated,
                 const Amount_sum& computed,
                 const Where& where,
                 Report& report) {
    if (stated && !(computed == *stated)) {
        report.add(code, Severity::error, where,
                   {{"stated", format(*stated)}, {"computed", text_of(computed)}});
    }
}

} // namespace saldo::bank
