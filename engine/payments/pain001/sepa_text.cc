#include "payments/pain001/sepa_text.hpp"

#include "base/text.hpp"
#include "payments/pain001/sepa_table.hpp"

#include <algorithm>

namespace saldo::payments::pain001 {

namespace {

constexpr std::size_t id_length_max = 35;
constexpr char32_t not_utf8_point = 0xFFFD;

/// Takes one character off the front of `rest`; a byte that is not UTF-8 comes as U+FFFD.
char32_t next_point(std::string_view& rest) {
    const auto lead = static_cast<unsigned char>(rest.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view bytes = rest.substr(0, length);
    if (bytes.size() < length || !text::is_utf8(bytes)) {
        rest.remove_prefix(1);
        return not_utf8_point;
    }
    rest.remove_prefix(length);
    char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (const char c : bytes.substr(1)) {
        point = (point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    }
    return point;
}

/// Appends to a text that never starts with a blank and never has two in a row.
void append(std::string& text, char c) {
    if (c != ' ' || (!text.empty() && text.back() != ' ')) {
        text.push_back(c);
    }
}

void append(std::string& text, Counterpart counterpart) {
    for (const char c : counterpart.text) {
        append(text, counterpart.lower ? static_cast<char>(c - 'A' + 'a') : c);
    }
}

} // namespace

bool is_sepa_text(std::string_view text) {
    return std::ranges::all_of(text, is_sepa_character);
}

bool is_sepa_id(std::string_view text) {
    if (text.empty() || text.size() > id_length_max || !is_sepa_text(text)) {
        return false;
    }
    const auto is_edge = [](char c) { return c == ' ' || c == '/'; };
    return !is_edge(text.front()) && !is_edge(text.back()) &&
           text.find("//") == std::string_view::npos;
}

Sepa_text to_sepa(std::string_view utf8) {
    Sepa_text result;
    result.text.reserve(utf8.size());
    for (std::string_view rest = utf8; !rest.empty();) {
        if (is_sepa_character(rest.front())) {
            append(result.text, rest.front());
            rest.remove_prefix(1);
            continue;
        }
        const char32_t point = next_point(rest);
        if (const auto counterpart = counterpart_of(point)) {
            append(result.text, *counterpart);
            continue;
        }
        append(result.text, '.');
        if (std::ranges::find(result.unknown, point) == result.unknown.end()) {
            result.unknown.push_back(point);
        }
    }
    if (!result.text.empty() && result.text.back() == ' ') {
        result.text.pop_back();
    }
    result.changed = result.text != utf8;
    return result;
}

} // namespace saldo::payments::pain001
