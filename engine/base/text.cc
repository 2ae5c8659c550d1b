#include "base/text.hpp"

#include <algorithm>
#include <cstdint>

namespace saldo::text {

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string_view trim_end(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    return last == std::string_view::npos ? text.substr(0, 0) : text.substr(0, last + 1);
}

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? text.substr(0, 0) : trim_end(text.substr(first));
}

namespace {

struct Utf8_form {
    std::size_t length;
    std::uint32_t smallest; ///< code points below this are overlong in this form
    std::uint32_t payload;
};

Utf8_form form_of(unsigned char lead) {
    if (lead < 0x80) {
        return {1, 0, lead};
    }
    if ((lead & 0xE0U) == 0xC0) {
        return {2, 0x80, lead & 0x1FU};
    }
    if ((lead & 0xF0U) == 0xE0) {
        return {3, 0x800, lead & 0x0FU};
    }
    if ((lead & 0xF8U) == 0xF0) {
        return {4, 0x10000, lead & 0x07U};
    }
    return {0, 0, 0};
}

} // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const Utf8_form form = form_of(static_cast<unsigned char>(bytes[at]));
        if (form.length == 0 || bytes.size() - at < form.length) {
            return false;
        }
        std::uint32_t point = form.payload;
        for (std::size_t i = 1; i < form.length; ++i) {
            const auto next = static_cast<unsigned char>(bytes[at + i]);
            if ((next & 0xC0U) != 0x80) {
                return false;
            }
            point = (point << 6U) | (next & 0x3FU);
        }
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point < form.smallest || point > 0x10FFFF || surrogate) {
            return false;
        }
        at += form.length;
    }
    return true;
}

bool is_xml_text(std::string_view bytes) {
    return is_utf8(bytes) && std::ranges::none_of(bytes, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
           });
}

std::size_t length_utf8(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

} // namespace saldo::text
