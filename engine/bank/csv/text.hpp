#pragma once

#include "bank/encoding.hpp"
#include "bank/statement.hpp"

#include <string>
#include <string_view>

namespace saldo::bank::csv {

/// How the bytes of a whole file are coded: UTF-8 if they are valid UTF-8, else Windows-1252, in
/// which anything is valid.
[[nodiscard]] Charset charset_of(std::string_view bytes);

/// What headings and fixed words are compared by: lower case, letters of Latin-1 without their
/// accents, no blanks at the ends and one between words. The text is UTF-8.
[[nodiscard]] std::string normal(std::string_view text);

/// A cell as UTF-8 without blanks at its ends and with one between words: banks fill fields with
/// blanks. Control characters count as blanks.
class Text_maker {
public:
    /// `lasting` texts live as long as the file and are not copied if they can stay as they are.
    Text_maker(Charset charset, bool lasting, Statement_file& file)
        : charset_(charset), lasting_(lasting), file_(file) {}

    [[nodiscard]] std::string_view make(std::string_view bytes);

    /// The same as `normal` has it, good until the next call.
    [[nodiscard]] std::string normal(std::string_view bytes);

    /// As UTF-8 with all its blanks but those at the ends.
    [[nodiscard]] std::string_view make_with_blanks(std::string_view bytes);

    [[nodiscard]] std::string_view keep(std::string_view text) { return file_.keep(text); }

private:
    [[nodiscard]] std::string_view converted(std::string_view bytes);

    Charset charset_;
    bool lasting_;
    Statement_file& file_;
    std::string converted_;
    std::string collapsed_;
};

/// True for a blank or a control character.
[[nodiscard]] constexpr bool is_space(char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

/// Without blanks and control characters at its ends.
[[nodiscard]] constexpr std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// Writes the text to `to` with one blank where there are several.
void collapse(std::string_view text, std::string& to);

} // namespace saldo::bank::csv
