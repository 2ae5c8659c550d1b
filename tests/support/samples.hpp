#pragma once

#include "bank/read.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

/// The real bank files of one format, which may be absent.
namespace saldo::test {

inline std::filesystem::path samples_folder(const std::string& format) {
    return shared_folder() / "samples" / format;
}

/// All of them by their names below the folder; none, with a word, where they are absent.
inline std::vector<std::string> sample_names(const std::string& format) {
    std::vector<std::string> names;
    const auto folder = samples_folder(format);
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: the real bank files are not here");
        return names;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            names.push_back(std::filesystem::relative(entry.path(), folder).generic_string());
        }
    }
    return names;
}

/// A file below all samples, read; nothing, with a word, where it is absent.
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

/// One file of a format.
inline std::optional<bank::Statement_file> read_sample(const std::string& format,
                                                       const std::string& name) {
    return bank_sample(format + "/" + name);
}

/// The value of a parameter of a finding; empty if it has none of this name.
inline std::string param_of(const Finding& finding, std::string_view name) {
    const auto found = std::ranges::find(finding.params, name, &Param::name);
    return found == finding.params.end() ? "" : found->value;
}

} // namespace saldo::test
