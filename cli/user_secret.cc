#include "cli/user_secret.hpp"

#include "cli/codes.hpp"
#include "cli/input.hpp"
#include "cli/terminal.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace saldo::cli {

namespace {

namespace fs = std::filesystem;

constexpr fs::perms of_others = fs::perms::group_all | fs::perms::others_all;

/// A new file that only its user may read; it goes again unless it was kept.
class Secret_file {
public:
    explicit Secret_file(const std::string& name)
        : name_(name), fd_(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
        if (fd_ < 0) {
            fail();
        }
    }

    ~Secret_file() {
        ::close(fd_);
        if (!is_kept_) {
            ::unlink(name_.c_str());
        }
    }

    Secret_file(const Secret_file&) = delete;
    Secret_file& operator=(const Secret_file&) = delete;

    void keep(std::string_view bytes) {
        const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
        if (written != static_cast<ssize_t>(bytes.size()) || ::fsync(fd_) != 0) {
            fail();
        }
        is_kept_ = true;
    }

private:
    [[noreturn]] void fail() const {
        throw fs::filesystem_error("cannot write", name_,
                                   std::error_code(errno, std::generic_category()));
    }

    std::string name_;
    int fd_;
    bool is_kept_ = false;
};

Result<Passphrase> passphrase_of_file(const std::string& file) {
    return read_secret(file).map([](const std::string& bytes) {
        return Passphrase(bytes.substr(0, bytes.find_first_of("\r\n")));
    });
}

} // namespace

Result<std::string> read_secret(const std::string& file) {
    std::error_code ignored; // what cannot be looked at cannot be read either
    const fs::perms perms = fs::status(file, ignored).permissions();
    if (perms != fs::perms::unknown && (perms & of_others) != fs::perms::none) {
        return refuse(secret_is_open, {}, {file, 0, {}});
    }
    return read_file(file);
}

Result<Passphrase> ask_passphrase(const Context& context, bool is_new) {
    const i18n::Texts& texts = context.texts;
    if (!context.options.passphrase_file.empty()) {
        return passphrase_of_file(context.options.passphrase_file);
    }
    auto typed = ask_hidden(texts(is_new ? "passphrase.new" : "passphrase.ask"));
    if (!typed || typed->empty()) {
        return refuse(passphrase_missing);
    }
    Passphrase passphrase(*std::move(typed));
    if (is_new) {
        auto again = ask_hidden(texts("passphrase.again"));
        if (!again || Passphrase(*std::move(again)).text() != passphrase.text()) {
            return refuse(passphrase_differs);
        }
    }
    return passphrase;
}

Result<Secret_key> open_key(const Context& context, const std::string& file) {
    const auto bytes = read_secret(file);
    if (!bytes) {
        return refuse(bytes.error());
    }
    const auto passphrase = ask_passphrase(context, false);
    if (!passphrase) {
        return refuse(passphrase.error());
    }
    auto key = read_key_file(*bytes, *passphrase);
    return key ? std::move(key) : refuse(key.error().in_file(file));
}

Result<Public_key> make_key(const Context& context, const std::string& file) {
    if (fs::exists(file)) {
        return refuse(file_in_the_way, {}, {file, 0, {}});
    }
    const auto passphrase = ask_passphrase(context, true);
    if (!passphrase) {
        return refuse(passphrase.error());
    }
    const Secret_key key = Secret_key::generate();
    const auto bytes = write_key_file(key, *passphrase);
    if (!bytes) {
        return refuse(bytes.error());
    }
    Secret_file(file).keep(*bytes);
    return key.public_key();
}

} // namespace saldo::cli
