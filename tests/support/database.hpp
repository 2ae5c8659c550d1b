#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>
#include <string>

/// The file of a book as SQLite shows it to anybody: for looking at what was stored, and for doing
/// to it what the program never does.
namespace saldo::test {

class Database {
public:
    explicit Database(const std::filesystem::path& path) {
        if (sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
            sqlite3_close(handle_);
            throw std::runtime_error("no database");
        }
    }

    ~Database() { sqlite3_close(handle_); }

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs a script; the answer is what SQLite has against it, empty if nothing.
    std::string run(const std::string& script) {
        char* message = nullptr;
        sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, &message);
        const std::string text = message != nullptr ? message : "";
        sqlite3_free(message);
        return text;
    }

    /// The answer of a query: columns joined by `|`, rows each on a line.
    std::string ask(const std::string& query) {
        std::string rows;
        const auto collect = [](void* target, int count, char** values, char**) {
            auto& text = *static_cast<std::string*>(target);
            for (int i = 0; i < count; ++i) {
                text += i == 0 ? "" : "|";
                text += values[i] != nullptr ? values[i] : "NULL";
            }
            text += '\n';
            return 0;
        };
        char* message = nullptr;
        if (sqlite3_exec(handle_, query.c_str(), collect, &rows, &message) != SQLITE_OK) {
            const std::string text = message != nullptr ? message : "";
            sqlite3_free(message);
            throw std::runtime_error(text);
        }
        return rows;
    }

private:
    sqlite3* handle_ = nullptr;
};

} // namespace saldo::test
