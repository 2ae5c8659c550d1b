#include "source.hpp"

#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace saldo::house {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.emplace_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

namespace {

std::vector<Source> read_sources() {
    const fs::path root = test::source_folder();
    std::vector<Source> sources;
    for (auto at = fs::recursive_directory_iterator(root); at != fs::end(at); ++at) {
        const std::string own_name = at->path().filename().string();
        if (own_name == "build" || own_name == ".git" || own_name == ".cache") {
            at.disable_recursion_pending();
        } else if (at->is_regular_file()) {
            sources.push_back({at->path().lexically_relative(root).generic_string(),
                               lines_of(test::read_file(at->path()))});
        }
    }
    std::ranges::sort(sources, {}, &Source::name);
    return sources;
}

} // namespace

const std::vector<Source>& all_sources() {
    static const std::vector<Source> sources = read_sources();
    return sources;
}

std::vector<Source> cpp_sources(const std::vector<std::string>& folders) {
    std::vector<Source> sources = all_sources();
    std::erase_if(sources, [&](const Source& source) {
        const bool cpp = source.name.ends_with(".hpp") || source.name.ends_with(".cc");
        return !cpp || std::ranges::none_of(folders, [&](const std::string& folder) {
            return source.name.starts_with(folder + "/");
        });
    });
    return sources;
}

namespace {

/// Copies code and leaves out the rest, one line after the other.
class Stripper {
public:
    std::string strip(std::string_view line) {
        std::string code;
        for (std::size_t at = 0; at < line.size();) {
            at = state_ == State::code ? code_at(line, at, code) : skip_at(line, at, code);
        }
        if (state_ == State::text || state_ == State::character) {
            state_ = State::code; // neither goes on over a line
        }
        return code;
    }

private:
    enum class State { code, comment, text, character, raw };

    std::size_t code_at(std::string_view line, std::size_t at, std::string& code) {
        const std::string_view rest = line.substr(at);
        if (rest.starts_with("//")) {
            return line.size();
        }
        if (rest.starts_with("/*")) {
            state_ = State::comment;
            return at + 2;
        }
        if (rest.starts_with("R\"") && rest.find('(') != std::string_view::npos) {
            state_ = State::raw;
            const std::size_t open = rest.find('(');
            raw_end_ = ")" + std::string(rest.substr(2, open - 2)) + "\"";
            code += '"';
            return at + open + 1;
        }
        const bool separates_digits = at > 0 && std::isalnum(line[at - 1]) != 0;
        if (line[at] == '"') {
            state_ = State::text;
        } else if (line[at] == '\'' && !separates_digits) {
            state_ = State::character;
        }
        code += line[at];
        return at + 1;
    }

    std::size_t skip_at(std::string_view line, std::size_t at, std::string& code) {
        const std::string_view rest = line.substr(at);
        if (state_ == State::comment || state_ == State::raw) {
            const std::string end = state_ == State::comment ? "*/" : raw_end_;
            const std::size_t found = rest.find(end);
            if (found == std::string_view::npos) {
                return line.size();
            }
            code += state_ == State::raw ? "\"" : "";
            state_ = State::code;
            return at + found + end.size();
        }
        if (line[at] == '\\') {
            return at + 2;
        }
        if (line[at] == (state_ == State::text ? '"' : '\'')) {
            code += line[at];
            state_ = State::code;
        }
        return at + 1;
    }

    State state_ = State::code;
    std::string raw_end_;
};

/// Finds bodies by their braces: a block that follows a parameter list outside of other functions.
class Function_finder {
public:
    void take(std::string_view line, std::size_t number) {
        if (line.starts_with('#')) {
            return;
        }
        for (const char c : line) {
            if (head_.empty() && c != ' ') {
                head_line_ = number;
            }
            if (c == '{') {
                open();
            } else if (c == '}') {
                close(number);
            } else if (c == ';') {
                head_.clear();
            } else if (c != ' ' || !head_.empty()) {
                head_ += c;
            }
        }
        head_ += head_.empty() ? "" : " ";
    }

    [[nodiscard]] const std::vector<Extent>& found() const { return found_; }

private:
    [[nodiscard]] bool head_is_of_function() const {
        return head_.find(')') != std::string::npos && !head_.starts_with("namespace") &&
               !head_.starts_with("enum");
    }

    void open() {
        if (!function_depth_ && head_is_of_function()) {
            function_depth_ = depth_;
            first_ = head_line_;
        }
        ++depth_;
        head_.clear();
    }

    void close(std::size_t number) {
        depth_ -= depth_ > 0 ? 1U : 0U;
        if (function_depth_ == depth_) {
            found_.push_back({first_, number});
            function_depth_.reset();
        }
        head_.clear();
    }

    std::string head_; ///< what stands before a brace, since the last statement
    std::size_t head_line_ = 0;
    std::size_t depth_ = 0;
    std::optional<std::size_t> function_depth_;
    std::size_t first_ = 0;
    std::vector<Extent> found_;
};

} // namespace

std::vector<std::string> without_comments(const std::vector<std::string>& lines) {
    Stripper stripper;
    std::vector<std::string> code;
    code.reserve(lines.size());
    for (const std::string& line : lines) {
        code.push_back(stripper.strip(line));
    }
    return code;
}

std::vector<Extent> functions_of(const std::vector<std::string>& code) {
    Function_finder finder;
    for (std::size_t i = 0; i < code.size(); ++i) {
        finder.take(code[i], i + 1);
    }
    return finder.found();
}

std::string module_of(std::string_view name, std::string_view folder) {
    if (!name.starts_with(folder) || name.substr(folder.size()).substr(0, 1) != "/") {
        return "";
    }
    const std::string_view rest = name.substr(folder.size() + 1);
    const std::size_t slash = rest.find('/');
    return slash == std::string_view::npos ? "" : std::string(rest.substr(0, slash));
}

void report(const Offences& offences) {
    for (const Offence& offence : offences) {
        ADD_FAIL_CHECK_AT(offence.name.c_str(), static_cast<int>(offence.line), offence.what);
    }
}

} // namespace saldo::house
