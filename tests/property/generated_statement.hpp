#pragma once

#include "bank/statement.hpp"

#include <deque>
#include <string>

namespace saldo::test {

/// A random statement and the texts it refers to.
struct Generated {
    bank::Statement statement;
    std::deque<std::string> texts;

    std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
};

} // namespace saldo::test
