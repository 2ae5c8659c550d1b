#include "child.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
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

/// True if the process, or the thread of it, has stopped as it begins a system call that changes a
/// file.
bool begins_change(pid_t child) {
    static constexpr std::array<std::uint64_t, 7> changes{
        SYS_write, SYS_pwrite64, SYS_fsync, SYS_fdatasync, SYS_ftruncate, SYS_unlink, SYS_rename};
    __ptrace_syscall_info info{};
    const long size = ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info);
    return size > 0 && info.op == PTRACE_SYSCALL_INFO_ENTRY &&
           std::ranges::find(changes, info.entry.nr) != changes.end();
}

/// The signal to go on with: none after a stop that the tracing made itself, which a new thread
/// begins with.
int signal_of(pid_t stopped, pid_t child, int status) {
    const int signal = WSTOPSIG(status);
    const bool is_event = status >> 16 != 0;
    const bool is_of_tracing =
        signal == SIGTRAP || signal == (SIGTRAP | 0x80) || (signal == SIGSTOP && stopped != child);
    return is_event || is_of_tracing ? 0 : signal;
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
    ptrace(PTRACE_SETOPTIONS, child, nullptr,
           PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL | PTRACE_O_TRACECLONE);
    Traced traced;
    pid_t stopped = child; // the process or one of its threads
    int signal = 0;
    while (ptrace(PTRACE_SYSCALL, stopped, nullptr, signal) == 0 || errno == ESRCH) {
        for (stopped = 0; stopped == 0;) {
            const pid_t changed = waitpid(-1, &status, __WALL);
            if (changed == child && !WIFSTOPPED(status)) {
                traced.ending = ending_of(status);
                return traced;
            }
            if (changed < 0) {
                throw std::runtime_error("the traced process was lost");
            }
            stopped = WIFSTOPPED(status) ? changed : 0; // else a thread has ended
        }
        const bool is_call = WSTOPSIG(status) == (SIGTRAP | 0x80);
        signal = signal_of(stopped, child, status);
        if (is_call && begins_change(stopped) && ++traced.steps == step) {
            kill(child, SIGKILL);
        }
    }
    throw std::runtime_error("the traced process was lost");
}

} // namespace saldo::test
