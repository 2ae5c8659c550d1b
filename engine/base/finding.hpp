#pragma once

#include "base/code.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace saldo {

/// Where in the input something stands. Unknown parts are empty or zero.
struct Where {
    std::string file;       ///< name as the user gave it
    std::uint64_t line = 0; ///< 1-based line or record
    std::string place;      ///< field position, JSON pointer or name of the checked thing

    friend bool operator==(const Where&, const Where&) = default;
};

enum class Severity { info, warning, error };

[[nodiscard]] std::string_view name(Severity severity);

/// A named value of a finding, such as {"stated", "12.00"} and {"computed", "11.99"}.
struct Param {
    std::string name;
    std::string value;

    friend bool operator==(const Param&, const Param&) = default;
};

using Params = std::vector<Param>;

/// Something a reader or check has to say: a code, its place and the values concerned. It holds no
/// sentence; the command renders one in the user's language.
struct Finding {
    Code code;
    Severity severity = Severity::error;
    Where where;
    Params params;

    friend bool operator==(const Finding&, const Finding&) = default;
};

using Findings = std::vector<Finding>;

[[nodiscard]] bool has_errors(const Findings& findings);

} // namespace saldo
