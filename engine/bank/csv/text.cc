#include "bank/csv/text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace saldo::bank::csv {

namespace {

/// The letters U+00C0 to U+00FF in lower case without accents; a blank where there is no such
/// letter.
constexpr std::string_view latin_1_letters =
    "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";
static_assert(latin_1_letters.size() == 64);

bool is_collapsed(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool doubled = text[i] == ' ' && i > 0 && text[i - 1] == ' ';
        if (doubled || (text[i] != ' ' && is_space(text[i]))) {
            return false;
        }
    }
    return true;
}

} // namespace

Charset charset_of(std::string_view bytes) {
    if (is_ascii(bytes)) {
        return Charset::ascii;
    }
    return text::is_utf8(bytes) ? Charset::utf8 : Charset::windows_1252;
}

void collapse(std::string_view text, std::string& to) {
    to.clear();
    for (const char c : trim(text)) {
        if (!is_space(c)) {
            to.push_back(c);
        } else if (to.back() != ' ') {
            to.push_back(' ');
        }
    }
}

std::string normal(std::string_view text) {
    std::string collapsed;
    collapse(text, collapsed);
    std::string folded;
    for (std::size_t i = 0; i < collapsed.size(); ++i) {
        const char c = collapsed[i];
        const bool may_be_letter = c == '\xC3' && i + 1 < collapsed.size();
        const std::size_t letter =
            may_be_letter ? static_cast<unsigned char>(collapsed[i + 1]) & 0x3FU : 0;
        if (may_be_letter && latin_1_letters[letter] != ' ') {
            folded.push_back(latin_1_letters[letter]);
            ++i;
        } else {
            folded.push_back(text::is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
        }
    }
    return folded;
}

std::string_view Text_maker::converted(std::string_view bytes) {
    if (charset_ != Charset::windows_1252 || is_ascii(bytes)) {
        return bytes;
    }
    converted_.clear();
    append_windows_1252(bytes, converted_);
    return converted_;
}

std::string Text_maker::normal(std::string_view bytes) {
    return csv::normal(converted(bytes));
}

std::string_view Text_maker::make_with_blanks(std::string_view bytes) {
    const std::string_view trimmed = trim(bytes);
    const std::string_view text = converted(trimmed);
    return lasting_ && text.data() == trimmed.data() ? text : file_.keep(text);
}

std::string_view Text_maker::make(std::string_view bytes) {
    const std::string_view trimmed = trim(bytes);
    if (is_collapsed(trimmed)) {
        return make_with_blanks(trimmed);
    }
    collapse(converted(trimmed), collapsed_);
    return file_.keep(collapsed_);
}

} // namespace saldo::bank::csv
