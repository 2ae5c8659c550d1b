#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The project's own files as text, for the tests that hold the house rules.
namespace saldo::house {

struct Source {
    std::string name; ///< path from the project's folder, with `/`
    std::vector<std::string> lines;
};

/// Something that breaks a rule; `line` counts from 1.
struct Offence {
    std::string name;
    std::size_t line;
    std::string what;
};

using Offences = std::vector<Offence>;

[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

/// All files of the project besides builds and what starts with a dot, in order of name; read once.
[[nodiscard]] const std::vector<Source>& all_sources();

/// C++ files whose name starts with one of the folders.
[[nodiscard]] std::vector<Source> cpp_sources(const std::vector<std::string>& folders);

/// The lines without comments and without what stands in quotes; line numbers stay.
[[nodiscard]] std::vector<std::string> without_comments(const std::vector<std::string>& lines);

/// A function (or block at the level of one) by its first and last line, from 1.
struct Extent {
    std::size_t first;
    std::size_t last;
};

/// The outermost bodies of functions in lines without comments.
[[nodiscard]] std::vector<Extent> functions_of(const std::vector<std::string>& code);

/// The first folder of a name: `engine/money/split.cc` in `engine` gives `money`.
[[nodiscard]] std::string module_of(std::string_view name, std::string_view folder);

/// Fails the running test once per offence with `file:line: what`.
void report(const Offences& offences);

} // namespace saldo::house
