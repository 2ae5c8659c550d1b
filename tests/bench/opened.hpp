#pragma once

#include "bank/source.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace saldo::bench {

/// A file that is open to be read.
class Opened {
public:
    explicit Opened(const std::filesystem::path& path)
        : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor_ < 0) {
            throw std::system_error(errno, std::generic_category(), path);
        }
    }

    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    Opened(Opened&&) = delete;
    Opened& operator=(Opened&&) = delete;

    ~Opened() { close(descriptor_); }

    [[nodiscard]] bank::Source source() const {
        return [descriptor = descriptor_](std::uint64_t offset, std::span<char> into) {
            const auto size =
                pread(descriptor, into.data(), into.size(), static_cast<off_t>(offset));
            if (size < 0) {
                throw std::system_error(errno, std::generic_category(), "reading");
            }
            return static_cast<std::size_t>(size);
        };
    }

private:
    int descriptor_;
};

} // namespace saldo::bench
