// Goal: the rules of style that a machine can hold. Method: each rule reads the project's files and
// says file and line; the readers are tried on small texts first.
#include "source.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace saldo;
using house::Offences;
using house::Source;

namespace {

constexpr std::size_t columns_max = 100;
constexpr std::size_t file_lines_max = 400;
constexpr std::size_t function_lines_max = 60;

/// Code points of UTF-8.
std::size_t columns(const std::string& line) {
    return static_cast<std::size_t>(std::ranges::count_if(
        line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Words that may not occur, with the reason.
struct Banned {
    std::string words;
    std::string reason;
};

/// True if the text stands in the line and is not a part of something longer: on neither side a
/// character goes on for which `goes_on` is true (at ends that are such characters themselves).
template <class Goes_on>
bool stands_alone(const std::string& line, const std::string& text, Goes_on goes_on) {
    for (std::size_t at = line.find(text); at != std::string::npos; at = line.find(text, at + 1)) {
        const std::size_t end = at + text.size();
        const bool before = at > 0 && goes_on(text.front(), line[at - 1]);
        const bool after = end < line.size() && goes_on(text.back(), line[end]);
        if (!before && !after) {
            return true;
        }
    }
    return false;
}

Offences find_banned(const std::string& name,
                     const std::vector<std::string>& lines,
                     const std::vector<Banned>& banned) {
    const auto goes_on = [](char edge, char next) {
        const bool in_path =
            edge == '/' && std::string_view(".})]").find(next) != std::string::npos;
        return in_path || ((is_name_character(edge) || edge == '/') && is_name_character(next));
    };
    Offences offences;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const Banned& each : banned) {
            if (stands_alone(lines[i], each.words, goes_on)) {
                offences.push_back({name, i + 1, "`" + each.words + "`: " + each.reason});
            }
        }
    }
    return offences;
}

const std::vector<Banned>& banned_in_engine() {
    static const std::vector<Banned> table{
        {"double", "the engine is exact"},
        {"float", "the engine is exact"},
        {"std::locale", "the engine has no locale"},
        {"std::views", "clang 14 does not compile them"},
        {"std::ranges::views", "clang 14 does not compile them"},
        {"source_location", "clang 14 does not compile it"},
        {"months(", "adding months moves the last day of a month"},
        {"system_clock", "the engine reads no clock"},
        {"steady_clock", "the engine reads no clock"},
        {"time_t", "the engine reads no clock"},
        {"rand(", "the engine rolls no dice"},
        {"srand(", "the engine rolls no dice"},
        {"mt19937", "the engine rolls no dice"},
        {"random_device", "the engine rolls no dice"},
        {"using namespace", "names say where they come from"},
    };
    return table;
}

// Written in two parts, so that this file does not offend its own rules.
const std::vector<Banned>& banned_everywhere() {
    static const std::vector<Banned> table{
        {std::string("FIX") + "ME", "finish it or drop it"},
        {std::string("TO") + "DO", "finish it or drop it"},
        {std::string("/wo") + "rk", "a path of one machine"},
        {std::string("/t") + "mp", "a path of one machine"},
        {std::string("/ho") + "me", "a path of one machine"},
        {std::string("/ro") + "ot", "a path of one machine"},
        {std::string("/us") + "r/local", "a path of one machine"},
    };
    return table;
}

/// A table of a test that is laid out by hand may be wider.
Offences check_lengths(const Source& source) {
    Offences offences;
    bool by_hand = false;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        by_hand = source.lines[i].ends_with("// clang-format off") ||
                  (by_hand && !source.lines[i].ends_with("// clang-format on"));
        const bool may_be_wide = by_hand && source.name.starts_with("tests/");
        if (columns(source.lines[i]) > columns_max && !may_be_wide) {
            offences.push_back({source.name, i + 1, "line of more than 100 columns"});
        }
    }
    if (source.lines.size() > file_lines_max) {
        offences.push_back({source.name, file_lines_max + 1, "file of more than 400 lines"});
    }
    return offences;
}

Offences check_functions(const Source& source) {
    Offences offences;
    for (const house::Extent& each : house::functions_of(house::without_comments(source.lines))) {
        if (each.last - each.first + 1 > function_lines_max) {
            offences.push_back({source.name, each.first,
                                "function of " + std::to_string(each.last - each.first + 1) +
                                    " lines, more than 60"});
        }
    }
    return offences;
}

/// True for what people write: not binary, not a statement of a bank or another fixture.
bool is_written_by_hand(const Source& source) {
    return !source.name.starts_with("fixtures/") && !source.name.starts_with("tests/fuzz/");
}

} // namespace

TEST_CASE("the reader of code leaves out comments and quoted text and keeps the lines") {
    const auto code = house::without_comments(house::lines_of(R"x(a(); // double
b("double \" // x"); c('"', '\''); /* double
double */ d(1'000'000, "y");
e(R"sql(double
" double)sql"); f();
)x"));
    CHECK(code == std::vector<std::string>{"a(); ", "b(\"\"); c('', ''); ", " d(1'000'000, \"\");",
                                           "e(\"", "\"); f();"});
}

TEST_CASE("the reader of code finds functions and nothing else") {
    const auto found = house::functions_of(house::lines_of(R"x(#include <a>
namespace a {
struct B {
    int c() const { return 1; }
    int d = 0;
};
constexpr std::array e{
    1,
};
enum class F { g };
template <class T>
int h(T t,
      int u) {
    if (t) {
        u();
    }
}
B::B(int i)
    : i_(i) {
}
int j(int);
}
)x"));
    REQUIRE(found.size() == 3);
    CHECK((found[0].first == 4 && found[0].last == 4));
    CHECK((found[1].first == 11 && found[1].last == 17));
    CHECK((found[2].first == 18 && found[2].last == 20));
}

TEST_CASE("the rules find what they ban") {
    for (const char* bad : {"double x;", "std::locale l;", "a | std::views::all", "months(1)",
                            "std::chrono::system_clock::now()", "rand()", "using namespace std;"}) {
        CAPTURE(bad);
        CHECK(find_banned("a.cc", {bad}, banned_in_engine()).size() == 1);
    }
    for (const char* good : {"doubled(x);", "a_float_b", "plus_months(1)", "operand(1)"}) {
        CAPTURE(good);
        CHECK(find_banned("a.cc", {good}, banned_in_engine()).empty());
    }
    const std::string home = std::string("/ho") + "me";
    for (const std::string& bad :
         {home + "/x", "cd " + home, "\"" + home + "\"", "=" + home + "/"}) {
        CAPTURE(bad);
        CHECK(find_banned("a.cc", {bad}, banned_everywhere()).size() == 1);
    }
    for (const std::string& good : {"build" + home, home + "stead", "}" + home + "/a"}) {
        CAPTURE(good);
        CHECK(find_banned("a.cc", {good}, banned_everywhere()).empty());
    }
    CHECK(check_lengths({"a.cc", {std::string(100, 'x')}}).empty());
    CHECK(check_lengths({"a.cc", {std::string(101, 'x')}}).size() == 1);
    const std::vector<std::string> table{"// clang-format off", std::string(101, 'x'),
                                         "// clang-format on", std::string(101, 'x')};
    CHECK(check_lengths({"tests/a.cc", table}).size() == 1);
    CHECK(check_lengths({"engine/a.cc", table}).size() == 2);
    CHECK(check_lengths({"a.cc", std::vector<std::string>(401, "")}).size() == 1);
    std::vector<std::string> function(60, "f();");
    function.front() = "void g() {";
    function.back() = "}";
    CHECK(check_functions({"a.cc", function}).empty());
    function.insert(function.begin() + 1, "f();");
    CHECK(check_functions({"a.cc", function}).size() == 1);
}

TEST_CASE("lines, files and functions are short") {
    for (const Source& source : house::cpp_sources({"engine", "cli", "tests"})) {
        house::report(check_lengths(source));
    }
    for (const Source& source : house::cpp_sources({"engine", "cli"})) {
        house::report(check_functions(source));
    }
}

TEST_CASE("the engine uses nothing that is banned") {
    for (const Source& source : house::cpp_sources({"engine"})) {
        house::report(
            find_banned(source.name, house::without_comments(source.lines), banned_in_engine()));
    }
}

TEST_CASE("nothing is left for another day and no path is of one machine") {
    for (const Source& source : house::all_sources()) {
        if (is_written_by_hand(source)) {
            house::report(find_banned(source.name, source.lines, banned_everywhere()));
        }
    }
}

TEST_CASE("headers start with their guard") {
    for (const Source& source : house::cpp_sources({"engine", "cli", "tests"})) {
        if (source.name.ends_with(".hpp") &&
            (source.lines.empty() || source.lines.front() != "#pragma once")) {
            house::report({{source.name, 1, "does not start with #pragma once"}});
        }
    }
}
