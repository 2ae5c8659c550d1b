#pragma once

#include "calendar/date.hpp"
#include "dossier/leaf.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

/// The values of small documents that follow their schema, or that this program wrote itself.
namespace saldo::help {

using Json = nlohmann::ordered_json;

/// Two spaces of indent and a newline at the end.
[[nodiscard]] inline std::string text_of(const Json& json) {
    return json.dump(2) + "\n";
}

[[nodiscard]] inline std::string text_in(const Json& object, const char* key) {
    return object.value(key, std::string());
}

/// The value of a field, or nothing if it is absent or is none of its kind.
template <class T> [[nodiscard]] std::optional<T> value_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return std::nullopt;
    }
    auto value = dossier::parse_leaf(found->get_ref<const std::string&>(), dossier::As<T>{});
    return value ? std::optional<T>(*std::move(value)) : std::nullopt;
}

/// The same of a field of a document that the book keeps, which has it.
template <class T> [[nodiscard]] T kept_value(const Json& object, const char* key) {
    auto value = value_at<T>(object, key);
    invariant(value.has_value(), "a document in the book can be read");
    return *std::move(value);
}

/// Adds a text that is not empty.
inline void put(Json& object, const char* key, const std::string& text) {
    if (!text.empty()) {
        object[key] = text;
    }
}

} // namespace saldo::help
