#pragma once

#include "plans/simulate.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

/// Plans of tests, in short.
namespace saldo::test {

inline Date plan_day(std::string_view text) {
    return *calendar::parse(text);
}

inline Money euro(std::string_view text) {
    return *money::parse(text);
}

inline plans::Creditor owed(std::string id, std::string_view balance) {
    return {.id = std::move(id), .balance = euro(balance)};
}

inline plans::Plan plan_of(plans::Strategy strategy,
                           std::string_view monthly,
                           std::vector<plans::Creditor> creditors) {
    return {.start = plan_day("2026-01-31"),
            .monthly = euro(monthly),
            .strategy = strategy,
            .creditors = std::move(creditors)};
}

/// A month as `2026-01-31 a 10.00/90.00 b 5.00/0.00`: amount and balance of each.
inline std::string line_of(const plans::Schedule& schedule, const plans::Month& month) {
    std::string line = calendar::format(month.date);
    for (const plans::Share& share : month.shares) {
        line += " " + schedule.creditors[share.creditor].id + " " + money::format(share.amount) +
                "/" + money::format(share.balance);
    }
    return line;
}

inline std::vector<std::string> lines_of(const plans::Schedule& schedule) {
    std::vector<std::string> lines;
    for (const plans::Month& month : schedule.months) {
        lines.push_back(line_of(schedule, month));
    }
    return lines;
}

inline std::vector<std::string> codes_of(const plans::Schedule& schedule) {
    std::vector<std::string> codes;
    for (const Finding& finding : schedule.findings) {
        codes.push_back(std::string(finding.code.text) + " " + finding.where.place);
    }
    return codes;
}

} // namespace saldo::test
