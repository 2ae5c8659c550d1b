#pragma once

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace saldo::test {

/// True if the call breaks a contract: it aborts. Tried in a child process.
template <class Call> bool aborts(Call call) {
    const pid_t child = fork();
    if (child == 0) {
        close(STDERR_FILENO);
        std::signal(SIGABRT, SIG_DFL);
        static_cast<void>(call());
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

} // namespace saldo::test
