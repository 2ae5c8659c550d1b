#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace saldo::test {

/// The folder with real bank files and schemas, which licences keep out of the project.
inline std::filesystem::path shared_folder() {
    const char* named = std::getenv("SALDO_SHARED");
    return named != nullptr ? named : SALDO_SHARED_DEFAULT;
}

/// The project's own files.
inline std::filesystem::path source_folder() {
    return SALDO_SOURCE_DIR;
}

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace saldo::test
