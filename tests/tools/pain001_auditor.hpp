#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A second opinion on a credit transfer file. It shares nothing with the engine: an XML scanner,
/// sums and check digits of its own, so that one mistake is not made twice.
namespace auditor {

struct Audit {
    std::string name_space;
    std::size_t blocks = 0;
    std::size_t transfers = 0;
    long long cents = 0;
    std::vector<std::string> problems; ///< empty if the file is right
};

[[nodiscard]] Audit audit(std::string_view xml);

/// `1515.55`.
[[nodiscard]] std::string euros(long long cents);

} // namespace auditor
