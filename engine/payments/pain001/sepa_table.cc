#include "payments/pain001/sepa_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace saldo::payments::pain001 {

namespace {

/// Consecutive characters, each with a counterpart of one letter or sign.
struct Run {
    char32_t first;
    std::string_view signs;
};

constexpr std::array runs{
    Run{0x21, ".'...+"}, // ! " # $ % &
    Run{0x2A, "."},      // *
    Run{0x3B, ",..."},   // ; < = >
    Run{0x40, "."},      // @
    Run{0x5B, "(/).-'"}, // [ \ ] ^ _ `
    Run{0x7B, "(/)-"},   // { | } ~
    Run{0xA1, "...../...a'."},
    Run{0xAE, "...+23'u..,1o'"},
    Run{0xBF, "?AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuyty"},
    Run{0x100, "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi"},
    Run{0x134, "JjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTt"},
    Run{0x168, "UuUuUuUuUuUuWwYyYZzZzZzs"},
    Run{0x1A0, "Oo"},
    Run{0x1AF, "Uu"},
    Run{0x1CD, "AaIiOoUuUuUuUuUu"},
    Run{0x1E6, "GgKkOoOo"},
    Run{0x1F4, "Gg"},
    Run{0x1F8, "NnAa"},
    Run{0x200, "AaAaEeEeIiIiOoOoRrRrUuUuSsTt"},
    Run{0x226, "AaEeOoOoOoOoYy"},
    Run{0x386, "A"}, // Greek with accents; without: see below
    Run{0x388, "EII"},
    Run{0x38C, "O"},
    Run{0x38E, "YOi"},
    Run{0x3AC, "aeiiy"},
    Run{0x3C2, "s"},
    Run{0x3CC, "oyo"},
    Run{0x1E00, "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMm"},
    Run{0x1E44, "NnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWw"},
    Run{0x1E8A, "XxXxYyZzZzZzhtwyasssSdAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIi"},
    Run{0x1ECC, "OoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyLlVvYy"},
    Run{0x2010, "------"}, // hyphens and dashes
    Run{0x2018, "''''''''"},
    Run{0x2020, "..."},
    Run{0x2032, "''"},
    Run{0x2039, "''"},
    Run{0x2044, "/"},
    Run{0x20AC, "E"},
    Run{0x2122, "."},
    Run{0x2212, "-"},
};

struct Spelling {
    char32_t point;
    std::string_view text;
};

constexpr std::array spellings{
    Spelling{0xBC, "1/4"},  Spelling{0xBD, "1/2"},   Spelling{0xBE, "3/4"},
    Spelling{0x132, "IJ"},  Spelling{0x133, "ij"},   Spelling{0x2026, "..."},
    Spelling{0x2116, "No"}, Spelling{0xFB00, "ff"},  Spelling{0xFB01, "fi"},
    Spelling{0xFB02, "fl"}, Spelling{0xFB03, "ffi"}, Spelling{0xFB04, "ffl"},
};

/// Capital letters; the small ones stand at a fixed distance. An empty text is no letter.
struct Alphabet {
    char32_t capital;
    char32_t small;
    std::size_t count;
    const std::string_view* letters;
};

constexpr auto greek = std::to_array<std::string_view>(
    {"A", "V", "G", "D", "E", "Z", "I", "TH", "I",  "K",  "L", "M", "N", "X",
     "O", "P", "R", "",  "S", "T", "Y", "F",  "CH", "PS", "O", "I", "Y"});

constexpr auto cyrillic = std::to_array<std::string_view>(
    {"A", "B", "V", "G", "D", "E", "ZH", "Z",  "I",  "Y",   "K", "L", "M", "N", "O",  "P",
     "R", "S", "T", "U", "F", "H", "TS", "CH", "SH", "SHT", "A", "Y", "Y", "E", "YU", "YA"});

/// The letters of Serbian, Macedonian, Ukrainian and others before the Russian alphabet.
constexpr auto cyrillic_more = std::to_array<std::string_view>(
    {"E", "E", "DJ", "G", "YE", "DZ", "I", "YI", "J", "LJ", "NJ", "C", "K", "I", "U", "DZ"});

constexpr auto cyrillic_ghe = std::to_array<std::string_view>({"G"});

constexpr std::array alphabets{
    Alphabet{0x391, 0x3B1, greek.size(), greek.data()},
    Alphabet{0x400, 0x450, cyrillic_more.size(), cyrillic_more.data()},
    Alphabet{0x410, 0x430, cyrillic.size(), cyrillic.data()},
    Alphabet{0x490, 0x491, cyrillic_ghe.size(), cyrillic_ghe.data()},
};

static_assert(greek.size() == 0x3AC - 0x391 && cyrillic.size() == 0x20);
static_assert(std::ranges::is_sorted(runs, {}, &Run::first));
static_assert(std::ranges::is_sorted(spellings, {}, &Spelling::point));

constexpr bool is_between(char32_t point, char32_t first, char32_t last) {
    return first <= point && point <= last;
}

bool is_white(char32_t point) {
    return point <= 0x20 || is_between(point, 0x7F, 0xA0) || is_between(point, 0x2000, 0x200A) ||
           is_between(point, 0x2028, 0x2029) || point == 0x202F || point == 0x205F ||
           point == 0x3000;
}

/// Combining accents, soft hyphen, joiners and marks of direction.
bool is_mark(char32_t point) {
    return point == 0xAD || is_between(point, 0x300, 0x36F) || is_between(point, 0x200B, 0x200F) ||
           is_between(point, 0x202A, 0x202E) || is_between(point, 0x2060, 0x2064) ||
           point == 0xFEFF;
}

std::optional<Counterpart> in_runs(char32_t point) {
    const auto* after = std::ranges::upper_bound(runs, point, {}, &Run::first);
    if (after == runs.begin()) {
        return std::nullopt;
    }
    const Run& run = *(after - 1);
    const std::size_t at = point - run.first;
    if (at >= run.signs.size()) {
        return std::nullopt;
    }
    return Counterpart{run.signs.substr(at, 1)};
}

std::optional<Counterpart> in_alphabets(char32_t point) {
    for (const Alphabet& alphabet : alphabets) {
        for (const bool lower : {false, true}) {
            const char32_t first = lower ? alphabet.small : alphabet.capital;
            if (point >= first && point - first < alphabet.count &&
                !alphabet.letters[point - first].empty()) {
                return Counterpart{alphabet.letters[point - first], lower};
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Counterpart> counterpart_of(char32_t point) {
    if (is_white(point)) {
        return Counterpart{" "};
    }
    if (is_mark(point)) {
        return Counterpart{""};
    }
    const auto* spelling = std::ranges::lower_bound(spellings, point, {}, &Spelling::point);
    if (spelling != spellings.end() && spelling->point == point) {
        return Counterpart{spelling->text};
    }
    if (const auto sign = in_runs(point)) {
        return sign;
    }
    return in_alphabets(point);
}

} // namespace saldo::payments::pain001
