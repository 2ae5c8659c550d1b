#include "cli/terminal.hpp"

#include <fcntl.h>
#include <string_view>
#include <termios.h>
#include <unistd.h>

namespace saldo::cli {

namespace {

constexpr char interrupt = 0x03;
constexpr char end_of_text = 0x04;

/// The terminal, silent and without signals from its keys until this ends: a person who breaks off
/// shall not be left with a terminal that shows nothing.
class Silent_terminal {
public:
    Silent_terminal() : fd_(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        if (fd_ < 0 || tcgetattr(fd_, &before_) != 0) {
            return;
        }
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG | ICANON);
        is_ready_ = tcsetattr(fd_, TCSAFLUSH, &silent) == 0;
    }

    ~Silent_terminal() {
        if (is_ready_) {
            tcsetattr(fd_, TCSAFLUSH, &before_);
        }
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }

    Silent_terminal(const Silent_terminal&) = delete;
    Silent_terminal& operator=(const Silent_terminal&) = delete;

    [[nodiscard]] bool is_ready() const { return is_ready_; }

    bool write(std::string_view text) {
        return ::write(fd_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    }

    bool read(char& key) { return ::read(fd_, &key, 1) == 1; }

    [[nodiscard]] char erase() const { return static_cast<char>(before_.c_cc[VERASE]); }

private:
    int fd_;
    termios before_{};
    bool is_ready_ = false;
};

/// Takes the last character of UTF-8 away.
void erase_last(std::string& typed) {
    while (!typed.empty() && (static_cast<unsigned char>(typed.back()) & 0xC0U) == 0x80U) {
        typed.pop_back();
    }
    if (!typed.empty()) {
        typed.pop_back();
    }
}

} // namespace

std::optional<std::string> ask_hidden(const std::string& question) {
    Silent_terminal terminal;
    if (!terminal.is_ready() || !terminal.write(question + ": ")) {
        return std::nullopt;
    }
    std::string typed;
    char key = 0;
    while (terminal.read(key) && key != '\n' && key != '\r') {
        if (key == interrupt || key == end_of_text) {
            terminal.write("\n");
            return std::nullopt;
        }
        if (key == terminal.erase() || key == '\b') {
            erase_last(typed);
        } else {
            typed += key;
        }
    }
    terminal.write("\n");
    return typed;
}

} // namespace saldo::cli
