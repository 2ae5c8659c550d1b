#include "cli/input.hpp"

#include "base/digest.hpp"
#include "cli/codes.hpp"
#include "cli/opened_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace saldo::cli {

namespace {

constexpr std::uintmax_t large_file = std::uintmax_t{64} << 20U; ///< bytes

bool is_large(const std::string& name) {
    std::error_code failure;
    return std::filesystem::is_regular_file(name, failure) &&
           std::filesystem::file_size(name, failure) > large_file && !failure;
}

} // namespace

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

Result<std::string> digest_of_file(const std::string& name) {
    return name.empty() ? Result<std::string>(std::string())
                        : read_file(name).map(
                              [](const std::string& bytes) { return to_hex(sha256(bytes)); });
}

Result<bank::Source> open_file(const std::string& name) {
    if (is_large(name)) {
        const auto file = std::make_shared<Opened_file>(name);
        if (!file->is_open()) {
            return refuse(file_unreadable, {}, {name, 0, {}});
        }
        return
            [file](std::uint64_t offset, std::span<char> into) { return file->read(offset, into); };
    }
    return read_file(name).map([](std::string&& read) -> bank::Source {
        return [bytes = std::make_shared<const std::string>(std::move(read))](
                   std::uint64_t offset, std::span<char> into) {
            return bank::source_of(*bytes)(offset, into);
        };
    });
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
