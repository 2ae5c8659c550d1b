#include "support/process.hpp"

#include "support/shared.hpp"

#include <array>
#include <fcntl.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace saldo::test {

namespace {

void redirect(const std::filesystem::path& file, int descriptor) {
    const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (opened < 0 || dup2(opened, descriptor) < 0) {
        _exit(127);
    }
    close(opened);
}

[[noreturn]] void become_shell(const std::string& line,
                               const std::filesystem::path& folder,
                               const std::filesystem::path& outputs) {
    redirect(outputs / "out", STDOUT_FILENO);
    redirect(outputs / "err", STDERR_FILENO);
    if (chdir(folder.c_str()) != 0) {
        _exit(127);
    }
    const std::string path = "PATH=" SALDO_BINARY_FOLDER ":/usr/bin:/bin";
    const std::array environment{path.c_str(), "TZ=UTC", "LC_ALL=C", "SALDO_USER=tester",
                                 static_cast<const char*>(nullptr)};
    execle("/bin/sh", "sh", "-c", line.c_str(), nullptr, environment.data());
    _exit(127);
}

} // namespace

Outcome run_shell(const std::string& line, const std::filesystem::path& folder) {
    const Scratch_folder outputs;
    const pid_t child = fork();
    if (child < 0) {
        throw std::runtime_error("no process");
    }
    if (child == 0) {
        become_shell(line, folder, outputs.path());
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child) {
        throw std::runtime_error("the process was lost");
    }
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {read_file(outputs.path() / "out"), read_file(outputs.path() / "err"), code};
}

} // namespace saldo::test
