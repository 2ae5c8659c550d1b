#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace saldo::test {

/// A JSON schema (draft-07) of the project, read once and asked often.
class Json_schema {
public:
    /// `file` is a path under `schemas`, such as `json/dossier.schema.json`.
    /// @throws std::runtime_error, nlohmann::json::exception when it cannot be read
    explicit Json_schema(const std::string& file);
    ~Json_schema();

    Json_schema(const Json_schema&) = delete;
    Json_schema& operator=(const Json_schema&) = delete;

    /// One line per violation of this JSON text: where it is and why; empty when there is none.
    /// @throws nlohmann::json::exception when the text is no JSON
    [[nodiscard]] std::string violations(std::string_view document) const;

private:
    struct Read;
    std::unique_ptr<Read> read_;
};

} // namespace saldo::test
