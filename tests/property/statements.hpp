#pragma once

#include "bank/read.hpp"

#include <rapidcheck.h>

#include <deque>
#include <string>

/// What the properties of every bank format need.
namespace saldo::test {

/// A statement and the texts it refers to.
struct Generated {
    bank::Statement statement;
    std::deque<std::string> texts;

    std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
};

/// Without what only a file has: lines, bytes, and the totals the bank computes.
inline void forget_file(bank::Statement& statement) {
    statement.line = 0;
    statement.debit_total.reset();
    statement.credit_total.reset();
    for (auto* movements : {&statement.movements, &statement.details}) {
        for (bank::Movement& movement : *movements) {
            movement.line = 0;
            movement.origin = {};
        }
    }
    for (auto* texts : {&statement.information, &statement.messages}) {
        for (bank::Information& information : *texts) {
            information.line = 0;
        }
    }
}

/// Reads the bytes after some random changes of them: it may refuse, but not without a reason.
inline void check_changed_bytes(std::string bytes) {
    const auto changes = *rc::gen::inRange(1, 20);
    for (int i = 0; i < changes; ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        switch (*rc::gen::inRange(0, 3)) {
        case 0:
            bytes[at] = *rc::gen::arbitrary<char>();
            break;
        case 1:
            bytes.erase(at, *rc::gen::inRange<std::size_t>(1, 200));
            break;
        default:
            bytes.insert(at, bytes.substr(0, *rc::gen::inRange<std::size_t>(1, 200)));
        }
        RC_PRE(!bytes.empty());
    }
    const auto file = bank::read(bytes);
    RC_ASSERT(file.has_value() || !file.error().findings().empty());
}

} // namespace saldo::test
