#pragma once

#include "support/shared.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

/// The schema check of libxml2, from the outside.
namespace saldo::test {

/// Empty when `xmllint` and the schema are there, else what is missing.
inline std::string xmllint_lacks(const std::string& schema) {
    if (!std::filesystem::exists(shared_folder() / "xsd" / schema)) {
        return "no schema " + schema;
    }
    return std::system("xmllint --version >/dev/null 2>&1") == 0 ? "" : "no xmllint";
}

/// True if the bytes follow the schema.
inline bool is_valid(const std::string& bytes, const std::string& schema) {
    const auto file = std::filesystem::temp_directory_path() /
                      ("saldo-" + std::to_string(getpid()) + "-" + schema + ".xml");
    std::ofstream(file, std::ios::binary) << bytes;
    const std::string command = "xmllint --noout --nonet --schema '" +
                                (shared_folder() / "xsd" / schema).string() + "' '" +
                                file.string() + "' >/dev/null 2>&1";
    const bool valid = std::system(command.c_str()) == 0;
    std::filesystem::remove(file);
    return valid;
}

} // namespace saldo::test
