#include "cli/input.hpp"

#include "cli/codes.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace saldo::cli {

Result<std::string> read_file(const std::string& name) {
    const Where where{name, 0, {}};
    std::error_code failure;
    const std::filesystem::file_status status = std::filesystem::status(name, failure);
    if (status.type() == std::filesystem::file_type::not_found) {
        return refuse(file_missing, {}, where);
    }
    if (std::filesystem::is_directory(status)) {
        return refuse(file_is_folder, {}, where);
    }
    std::ifstream in(name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad() || !in.is_open()) {
        return refuse(file_unreadable, {}, where);
    }
    return bytes;
}

Result<std::vector<app::Input_file>> read_files(const std::vector<std::string>& names) {
    std::vector<app::Input_file> files;
    Findings faults;
    for (const std::string& name : names) {
        auto bytes = read_file(name);
        if (bytes) {
            files.push_back({name, std::move(*bytes)});
        } else {
            faults.push_back(bytes.error().first());
        }
    }
    if (!faults.empty()) {
        return refuse(Refusal(std::move(faults)));
    }
    return files;
}

} // namespace saldo::cli
