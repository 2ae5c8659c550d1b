#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace saldo::cli {

/// A file that is open to be read.
class Opened_file {
public:
    explicit Opened_file(const std::string& name);
    ~Opened_file();
    Opened_file(const Opened_file&) = delete;
    Opened_file& operator=(const Opened_file&) = delete;
    Opened_file(Opened_file&&) = delete;
    Opened_file& operator=(Opened_file&&) = delete;

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

    /// Reads from an offset on; gives how many bytes, 0 at the end only. Throws
    /// std::system_error if it cannot be read.
    [[nodiscard]] std::size_t read(std::uint64_t offset, std::span<char> into) const;

private:
    int descriptor_;
};

} // namespace saldo::cli
