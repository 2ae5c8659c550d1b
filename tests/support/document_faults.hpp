#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace saldo::test {

/// A document that is refused: the code and the place of its first fault.
struct Document_fault {
    std::string json;
    std::string code;
    std::string place;
};

/// Each is refused by `read`, and so.
template <class Read>
void check_faults(const std::vector<Document_fault>& faults, const Read& read) {
    for (const Document_fault& fault : faults) {
        CAPTURE(fault.json);
        const auto answer = read(fault.json);
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code().text == fault.code);
        CHECK(answer.error().first().where.place == fault.place);
    }
}

} // namespace saldo::test
