#pragma once

#include "support/shared.hpp"

#include <map>
#include <set>
#include <sstream>

namespace saldo::test {

/// Sentences by key, read from a message file with a reader of its own: msgid and msgstr, strings
/// continued on further lines, no plurals.
using Po_file = std::map<std::string, std::string>;

/// The text between the first and last quote of a line, escapes undone.
inline std::string unquoted(const std::string& line) {
    const std::size_t open = line.find('"');
    const std::string inside = line.substr(open + 1, line.rfind('"') - open - 1);
    std::string text;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] == '\\' && i + 1 < inside.size()) {
            ++i;
            text += inside[i] == 'n' ? '\n' : inside[i];
        } else {
            text += inside[i];
        }
    }
    return text;
}

inline Po_file read_po(const std::filesystem::path& path) {
    Po_file sentences;
    std::string key;
    std::string* target = nullptr;
    std::istringstream lines(read_file(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("msgid ")) {
            key.clear();
            target = &key;
        } else if (line.starts_with("msgstr ")) {
            target = &sentences[key];
        }
        if (target != nullptr && line.find('"') != std::string::npos && !line.starts_with('#')) {
            *target += unquoted(line);
        }
    }
    sentences.erase(""); // the header
    return sentences;
}

} // namespace saldo::test
