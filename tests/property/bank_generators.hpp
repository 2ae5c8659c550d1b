#pragma once

#include "bank/read.hpp"

#include <rapidcheck.h>

#include <deque>
#include <string>
#include <vector>

/// Random parts of bank statements, and random damage to bank files.
namespace saldo::test {

/// A statement and the texts it refers to.
struct Generated {
    bank::Statement statement;
    std::deque<std::string> texts;

    std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
};

/// Text without blanks at its ends, at most so many characters; some are not ASCII.
inline std::string any_text(std::size_t length_max) {
    static const std::vector<std::string> letters{"A", "B", "e", "7", "/", "+", " ", "Ë", "€", "Ł"};
    const auto length = *rc::gen::inRange<std::size_t>(0, length_max + 1);
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        const bool at_end = i == 0 || i + 1 == length;
        const std::string letter = *rc::gen::elementOf(letters);
        text += at_end && letter == " " ? "x" : letter;
    }
    return text;
}

/// A day that two digits of the year can say: 1980-01-01 to 2079-12-31.
inline Date any_day() {
    const std::int32_t first = Date::of(1980, 1, 1)->days();
    const std::int32_t last = Date::of(2079, 12, 31)->days();
    return Date::from_days(*rc::gen::inRange(first, last + 1));
}

/// Some changes of some bytes: others in their place, some gone, some twice.
inline void change_bytes(std::string& bytes) {
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
}

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
    change_bytes(bytes);
    const auto file = bank::read(bytes);
    RC_ASSERT(file.has_value() || !file.error().findings().empty());
}

} // namespace saldo::test
