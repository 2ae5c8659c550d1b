#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace saldo::cli {

/// A file that is written and safe on disk under another name, and gets its own only when it is
/// released. Whatever happens before leaves nothing under its own name.
class Staged_file {
public:
    /// Writes the bytes beside the file. Refuses cli.file_in_the_way if a file with other content
    /// has the name; throws `std::filesystem::filesystem_error` when the disk refuses.
    [[nodiscard]] static Result<Staged_file> stage(const std::string& name, std::string_view bytes);

    Staged_file(Staged_file&& other) noexcept;
    Staged_file& operator=(Staged_file&&) = delete;
    Staged_file(const Staged_file&) = delete;
    Staged_file& operator=(const Staged_file&) = delete;
    ~Staged_file();

    /// Gives the file its name, for good.
    void release();

private:
    explicit Staged_file(std::string name);

    std::string name_;
    std::string staged_; ///< empty once released
};

} // namespace saldo::cli
