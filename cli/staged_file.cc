#include "cli/staged_file.hpp"

#include "cli/codes.hpp"
#include "cli/input.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace saldo::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* what, const std::string& name) {
    throw fs::filesystem_error(what, name, std::error_code(errno, std::generic_category()));
}

/// An open descriptor.
class Descriptor {
public:
    Descriptor(const std::string& name, int flags)
        : name_(name), fd_(::open(name.c_str(), flags, 0644)) {
        if (fd_ < 0) {
            fail("cannot open", name_);
        }
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() { ::close(fd_); }

    void write_all(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                fail("cannot write", name_);
            }
            bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
        }
    }

    void sync() {
        if (fsync(fd_) != 0) {
            fail("cannot make safe", name_);
        }
    }

private:
    std::string name_;
    int fd_;
};

} // namespace

Staged_file::Staged_file(std::string name) : name_(std::move(name)), staged_(name_ + ".part") {}

Staged_file::Staged_file(Staged_file&& other) noexcept
    : name_(std::move(other.name_)), staged_(std::move(other.staged_)) {
    other.staged_.clear();
}

Staged_file::~Staged_file() {
    if (!staged_.empty()) {
        std::error_code ignored;
        fs::remove(staged_, ignored);
    }
}

Result<Staged_file> Staged_file::stage(const std::string& name, std::string_view bytes) {
    if (fs::exists(name)) {
        const auto present = read_file(name);
        if (!present || *present != bytes) {
            return refuse(file_in_the_way, {}, {name, 0, {}});
        }
    }
    Staged_file file(name);
    Descriptor descriptor(file.staged_, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    descriptor.write_all(bytes);
    descriptor.sync();
    return file;
}

void Staged_file::release() {
    fs::rename(staged_, name_);
    staged_.clear();
    const fs::path folder = fs::absolute(name_).parent_path();
    Descriptor(folder.string(), O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

} // namespace saldo::cli
