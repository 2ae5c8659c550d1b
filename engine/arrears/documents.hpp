#pragma once

#include "arrears/cases.hpp"

#include <string>
#include <string_view>

/// Lists and cases as the office keeps them: JSON with keys in order of their letters, two spaces a
/// level. Equal values give equal bytes, and reading them gives the value again.
namespace saldo::arrears {

/// A list with the file it came from.
struct Kept_list {
    List list;
    std::string file;   ///< name as the user gave it
    std::string sha256; ///< of its bytes, 64 hexadecimal digits

    friend bool operator==(const Kept_list&, const Kept_list&) = default;
};

[[nodiscard]] std::string write_list(const Kept_list& list);
[[nodiscard]] std::string write_case(const Case& tenant_case);

/// That the texts were made by the functions above is a contract.
[[nodiscard]] Kept_list read_kept_list(std::string_view json);
[[nodiscard]] Case read_kept_case(std::string_view json);

} // namespace saldo::arrears
