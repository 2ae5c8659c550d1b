#include "cli/opened_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace saldo::cli {

Opened_file::Opened_file(const std::string& name)
    : descriptor_(open(name.c_str(), O_RDONLY | O_CLOEXEC)) {}

Opened_file::~Opened_file() {
    if (is_open()) {
        close(descriptor_);
    }
}

std::size_t Opened_file::read(std::uint64_t offset, std::span<char> into) const {
    const auto size = pread(descriptor_, into.data(), into.size(), static_cast<off_t>(offset));
    if (size < 0) {
        throw std::system_error(errno, std::generic_category());
    }
    return static_cast<std::size_t>(size);
}

} // namespace saldo::cli
