#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace saldo::statistics {

/// A number of things with the dossiers behind it, in order of number.
struct Figure {
    std::int64_t count = 0;
    std::vector<std::string> dossiers;

    friend bool operator==(const Figure&, const Figure&) = default;
};

} // namespace saldo::statistics
