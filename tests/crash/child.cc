#include "child.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace saldo::test {

namespace {

constexpr int cannot_start = 126;

[[noreturn]] void become(const Call& call, bool traced) {
    const int nothing = open("/dev/null", O_WRONLY);
    if (nothing < 0 || dup2(nothing, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0 ||
        chdir(call.folder.c_str()) != 0) {
        _exit(cannot_start);
    }
    if (traced && ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) {
        _exit(cannot_start);
    }
    const std::string program = SALDO_BINARY_FOLDER "/saldo";
    std::vector<std::string> words = call.arguments;
    words.insert(words.begin(), program);
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    std::string zone = "TZ=UTC";
    // The leak check stops at a tracer, and a killed process has nothing to say of leaks.
    std::string sanitizer = "ASAN_OPTIONS=detect_leaks=0";
    std::array<char*, 3> environment{zone.data(), sanitizer.data(), nullptr};
    execve(program.c_str(), pointers.data(), environment.data());
    _exit(cannot_start);
}

pid_t start(const Call& call, bool traced) {
    const pid_t child = fork();
    if (child < 0) {
        throw std::runtime_error("no process");
    }
    if (child == 0) {
        become(call, traced);
    }
    return child;
}

int wait_for(pid_t child) {
    int status = 0;
    if (waitpid(child, &status, 0) != child) {
        throw std::runtime_error("the process was lost");
    }
    return status;
}

Ending ending_of(int status) {
    return WIFEXITED(status) ? Ending(WEXITSTATUS(status)) : std::nullopt;
}

/// True if the process has stopped as it begins a system call that changes a file.
bool begins_change(pid_t child) {
    static constexpr std::array<std::uint64_t, 7> changes{
        SYS_write, SYS_pwrite64, SYS_fsync, SYS_fdatasync, SYS_ftruncate, SYS_unlink, SYS_rename};
    __ptrace_syscall_info info{};
    const long size = ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info);
    return size > 0 && info.op == PTRACE_SYSCALL_INFO_ENTRY &&
           std::ranges::find(changes, info.entry.nr) != changes.end();
}

} // namespace

Ending run(const Call& call) {
    return ending_of(wait_for(start(call, false)));
}

Ending kill_after(const Call& call, std::chrono::microseconds delay) {
    const pid_t child = start(call, false);
    std::this_thread::sleep_for(delay);
    kill(child, SIGKILL); // a child that ended still has its number until it is waited for
    return ending_of(wait_for(child));
}

Traced kill_at(const Call& call, std::uint64_t step) {
    const pid_t child = start(call, true);
    int status = wait_for(child);
    if (!WIFSTOPPED(status)) {
        return {ending_of(status), 0, false};
    }
    ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    Traced traced;
    int signal = 0;
    while (ptrace(PTRACE_SYSCALL, child, nullptr, signal) == 0) {
        status = wait_for(child);
        if (!WIFSTOPPED(status)) {
            traced.ending = ending_of(status);
            return traced;
        }
        const bool is_call = WSTOPSIG(status) == (SIGTRAP | 0x80);
        signal = is_call ? 0 : WSTOPSIG(status);
        if (is_call && begins_change(child) && ++traced.steps == step) {
            kill(child, SIGKILL);
            traced.ending = ending_of(wait_for(child));
            return traced;
        }
    }
    throw std::runtime_error("the traced process was lost");
}

} // namespace saldo::test
