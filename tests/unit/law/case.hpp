#pragma once

#include "calendar/date.hpp"
#include "law/figures.hpp"
#include "money/money.hpp"

#include <algorithm>

/// What the tests of calculators share.
namespace saldo::test {

inline Date day(std::string_view text) {
    return calendar::parse(text).value();
}

inline Money euro(std::string_view text) {
    return money::parse(text).value();
}

inline const law::Figures& figures() {
    static const law::Figures shipped = law::Figures::shipped();
    return shipped;
}

inline bool has(const Findings& findings, Code code) {
    return std::ranges::any_of(findings,
                               [&](const Finding& finding) { return finding.code == code; });
}

} // namespace saldo::test
