#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The built command in a process of its own, with nothing of the caller's environment, which can
/// be killed from outside at any moment.
namespace saldo::test {

struct Call {
    std::filesystem::path folder;
    std::vector<std::string> arguments;
};

/// How a process ended: its exit code, or nothing if it was killed.
using Ending = std::optional<int>;

/// Lets it run to its end.
[[nodiscard]] Ending run(const Call& call);

/// Kills it after so long, if it still runs.
[[nodiscard]] Ending kill_after(const Call& call, std::chrono::microseconds delay);

struct Traced {
    Ending ending;
    std::uint64_t steps = 0; ///< system calls it began that change a file
    bool is_traceable = true;
};

/// Kills it as it begins its system call number `step`, counted from 1, of those that write a file,
/// make it safe, cut, rename or remove it; 0 lets it run to its end.
/// Where tracing is not allowed, it says so and has done nothing.
[[nodiscard]] Traced kill_at(const Call& call, std::uint64_t step);

} // namespace saldo::test
