#pragma once

#include <filesystem>
#include <stdexcept>
#include <stdlib.h>
#include <string>
#include <system_error>

namespace saldo::test {

/// A new empty folder, gone with its contents when this ends.
class Scratch_folder {
public:
    Scratch_folder() {
        std::string name = (std::filesystem::temp_directory_path() / "saldo-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no scratch folder");
        }
        path_ = name;
    }

    ~Scratch_folder() {
        std::error_code ignored; // a folder left behind harms no test
        std::filesystem::remove_all(path_, ignored);
    }

    Scratch_folder(const Scratch_folder&) = delete;
    Scratch_folder& operator=(const Scratch_folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace saldo::test
