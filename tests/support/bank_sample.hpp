#pragma once

#include "bank/read.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

/// Real bank files, read.
namespace saldo::test {

/// A file under the shared samples, or nothing where they are absent.
inline std::optional<bank::Statement_file> bank_sample(const std::string& name) {
    const auto path = shared_folder() / "samples" / name;
    if (!std::filesystem::exists(path)) {
        MESSAGE("skipped: the real bank files are not here");
        return std::nullopt;
    }
    auto file = bank::read(read_file(path));
    REQUIRE(file.has_value());
    return std::move(*file);
}

/// The value of a parameter of a finding; empty if it has none of this name.
inline std::string param_of(const Finding& finding, std::string_view name) {
    const auto found = std::ranges::find(finding.params, name, &Param::name);
    return found == finding.params.end() ? "" : found->value;
}

} // namespace saldo::test
