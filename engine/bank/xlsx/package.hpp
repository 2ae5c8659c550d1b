#pragma once

#include "base/result.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace saldo::bank::xlsx {

/// Limits of what a file may unpack to. The movements of a year of one account take a few
/// megabytes.
inline constexpr std::uint64_t entries_max = 1'000;
inline constexpr std::uint64_t part_bytes_max = std::uint64_t{16} << 20U;
inline constexpr std::uint64_t ratio_max = 200; ///< bytes unpacked for each byte packed

/// The parts of a file in the Open Packaging form, which is a ZIP archive. Keeps no copy of the
/// bytes: they must outlive it.
class Package {
public:
    /// Refuses bank.xlsx_unreadable and bank.xlsx_too_large.
    [[nodiscard]] static Result<Package> open(std::string_view bytes);

    /// The unpacked bytes of a part, or nothing if there is no such part. Refuses what `open` does.
    [[nodiscard]] Result<std::optional<std::string>> part(const std::string& name) const;

private:
    struct Closer {
        void operator()(void* archive) const;
    };

    explicit Package(void* archive) : archive_(archive) {}

    std::unique_ptr<void, Closer> archive_; ///< a `zip_t`
};

} // namespace saldo::bank::xlsx
