#pragma once

#include "base/invariant.hpp"
#include "base/named.hpp"
#include "calendar/date.hpp"
#include "money/money.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

/// Single values of the documents that this module keeps. What is unknown is left out.
namespace saldo::arrears::kept {

using Json = nlohmann::json;

inline void put(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) {
        json[key] = text;
    }
}

inline void put(Json& json, const char* key, Date date) {
    json[key] = calendar::format(date);
}

inline void put(Json& json, const char* key, Money amount) {
    json[key] = format(amount);
}

template <class T> void put(Json& json, const char* key, const std::optional<T>& value) {
    if (value) {
        put(json, key, *value);
    }
}

/// What `written` makes of each, if there is any.
template <class T, class Written>
void put(Json& json, const char* key, const std::vector<T>& list, Written written) {
    for (const T& each : list) {
        json[key].push_back(written(each));
    }
}

/// The document as text. Bytes that are no UTF-8, of a name of a file or a note, become U+FFFD.
[[nodiscard]] inline std::string text_of(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

[[nodiscard]] inline std::string text(const Json& json, const char* key) {
    return json.value(key, std::string());
}

[[nodiscard]] inline Date date(const Json& json, const char* key) {
    const auto read = calendar::parse(json.at(key).get_ref<const std::string&>());
    invariant(read.has_value(), "a day that is kept can be read");
    return *read;
}

[[nodiscard]] inline Money amount(const Json& json, const char* key) {
    const auto read = money::parse(json.at(key).get_ref<const std::string&>());
    invariant(read.has_value(), "an amount that is kept can be read");
    return *read;
}

template <class Enum, std::size_t count>
[[nodiscard]] Enum
word(const Json& json, const char* key, const std::array<Named<Enum>, count>& table) {
    const auto read = value_in(table, json.at(key).get_ref<const std::string&>());
    invariant(read.has_value(), "a word that is kept is known");
    return *read;
}

/// What `read` makes of a key that may be missing.
template <class Read>
[[nodiscard]] auto maybe(const Json& json, const char* key, Read read)
    -> std::optional<decltype(read(json, key))> {
    return json.contains(key) ? std::optional(read(json, key)) : std::nullopt;
}

/// What `read` makes of the items of a list that may be missing.
template <class Read>
[[nodiscard]] auto list(const Json& json, const char* key, Read read)
    -> std::vector<decltype(read(json))> {
    std::vector<decltype(read(json))> items;
    if (const auto found = json.find(key); found != json.end()) {
        for (const Json& each : *found) {
            items.push_back(read(each));
        }
    }
    return items;
}

} // namespace saldo::arrears::kept
