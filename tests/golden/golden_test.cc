// Goal: the built command says exactly what its readers were promised. Method: each folder under
// fixtures/golden is a case: `cmd` holds command lines for a shell, run one after the other in an
// empty folder that has the other files of the case and a link to the fixtures; `out`, `err` and
// `code` hold what must come. With UPDATE_GOLDEN=1 they are rewritten; nothing is ever masked.
#include "support/process.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <set>
#include <sstream>

using namespace saldo;
using test::Outcome;

namespace {

const std::set<std::string> own_files{"cmd", "out", "err", "code"};

std::vector<std::filesystem::path> cases() {
    std::vector<std::filesystem::path> folders;
    const auto root = test::source_folder() / "fixtures/golden";
    for (const auto& entry : std::filesystem::directory_iterator(root)) {
        folders.push_back(entry.path());
    }
    std::ranges::sort(folders);
    return folders;
}

std::vector<std::string> command_lines(const std::filesystem::path& folder) {
    std::vector<std::string> lines;
    std::istringstream in(test::read_file(folder / "cmd"));
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && !line.starts_with('#')) {
            lines.push_back(line);
        }
    }
    return lines;
}

void lay_out(const std::filesystem::path& golden, const std::filesystem::path& scratch) {
    for (const auto& entry : std::filesystem::directory_iterator(golden)) {
        if (!own_files.contains(entry.path().filename())) {
            std::filesystem::copy(entry.path(), scratch / entry.path().filename(),
                                  std::filesystem::copy_options::recursive);
        }
    }
    std::filesystem::create_directory_symlink(test::source_folder() / "fixtures",
                                              scratch / "fixtures");
}

struct Transcript {
    std::string out;
    std::string err;
    std::string code; ///< one line per command
};

/// With several command lines, each is shown before what it wrote.
Transcript run_case(const std::filesystem::path& golden) {
    const test::Scratch_folder scratch;
    lay_out(golden, scratch.path());
    Transcript transcript;
    const std::vector<std::string> lines = command_lines(golden);
    for (const std::string& line : lines) {
        const Outcome outcome = test::run_shell(line, scratch.path());
        const std::string echo = lines.size() > 1 ? "$ " + line + "\n" : "";
        transcript.out += echo + outcome.out;
        transcript.err += echo + outcome.err;
        transcript.code += std::to_string(outcome.code) + "\n";
    }
    return transcript;
}

void compare(const std::filesystem::path& expected, const std::string& got) {
    CAPTURE(expected.filename());
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::ofstream(expected, std::ios::binary) << got;
    }
    CHECK(got == test::read_file(expected));
}

} // namespace

TEST_CASE("every golden case") {
    REQUIRE_FALSE(cases().empty());
    // Codes of the module `help` stand in brackets, or in quotes in JSON.
    const std::regex bare_key(
        R"((^|[^\w["])(column|title|term|help|option|type|usage|progress|severity)\.[a-z_]+)");
    for (const auto& golden : cases()) {
        const std::string name = golden.filename();
        CAPTURE(name);
        REQUIRE_FALSE(command_lines(golden).empty());
        const Transcript transcript = run_case(golden);
        compare(golden / "out", transcript.out);
        compare(golden / "err", transcript.err);
        compare(golden / "code", transcript.code);
        // A key on the screen is a sentence that is missing.
        CHECK_FALSE(std::regex_search(transcript.out + transcript.err, bare_key));
    }
}
