#pragma once

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

/// A new empty folder, gone with its contents when this ends.
class Scratch_folder {
public:
    Scratch_folder();
    ~Scratch_folder();
    Scratch_folder(const Scratch_folder&) = delete;
    Scratch_folder& operator=(const Scratch_folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace saldo::test
