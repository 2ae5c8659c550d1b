#pragma once

#include "support/scratch_folder.hpp"

#include <filesystem>
#include <string>

namespace saldo::test {

struct Outcome {
    std::string out;
    std::string err;
    int code = 0; ///< of exit; 128 + number when a signal ended it
};

/// Runs one line of shell in `folder` with nothing of the caller's environment: PATH is the folder
/// of the built command and the system's, TZ is UTC, SALDO_USER is `tester`.
[[nodiscard]] Outcome run_shell(const std::string& line, const std::filesystem::path& folder);

} // namespace saldo::test
