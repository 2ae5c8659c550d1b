// Goal: codes of refusals and findings are public names: one meaning each, in the module that says
// it, with a sentence in every language. Method: the sources are read as text.
#include "source.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <vector>

using namespace saldo;
using house::Offences;
using house::Source;

namespace {

struct Defined {
    std::string file;
    std::size_t line;
    std::string constant;
    std::string text;
};

/// Definitions such as `inline constexpr Code unbalanced{"ledger.unbalanced"};`, also over two
/// lines.
std::vector<Defined> codes_in(const Source& source) {
    static const std::regex definition(R"(\bCode\s+(\w+)\s*\{\s*"([^"]*)\")");
    std::string text;
    for (const std::string& line : source.lines) {
        text += line + "\n";
    }
    std::vector<Defined> codes;
    if (text.find("Code ") == std::string::npos) {
        return codes; // quicker than the pattern
    }
    for (auto at = std::sregex_iterator(text.begin(), text.end(), definition);
         at != std::sregex_iterator(); ++at) {
        const auto line = 1 + std::count(text.begin(), text.begin() + at->position(), '\n');
        codes.push_back({source.name, static_cast<std::size_t>(line), at->str(1), at->str(2)});
    }
    return codes;
}

std::vector<Defined> all_codes() {
    std::vector<Defined> codes;
    for (const Source& source : house::cpp_sources({"engine", "cli"})) {
        for (Defined& code : codes_in(source)) {
            codes.push_back(std::move(code));
        }
    }
    return codes;
}

std::string owner_of(const std::string& name) {
    return name.starts_with("cli/") ? "cli" : house::module_of(name, "engine");
}

Offences check_names(const std::vector<Defined>& codes) {
    static const std::regex form(R"([a-z]+\.[a-z][a-z0-9_]*)");
    Offences offences;
    std::map<std::string, const Defined*> first;
    for (const Defined& code : codes) {
        if (!code.file.ends_with("/codes.hpp")) {
            offences.push_back({code.file, code.line, code.text + " is not in a codes.hpp"});
        }
        if (!std::regex_match(code.text, form) ||
            code.text.substr(0, code.text.find('.')) != owner_of(code.file)) {
            offences.push_back({code.file, code.line,
                                code.text + " is not `" + owner_of(code.file) + ".name_of_it`"});
        }
        const auto [known, is_new] = first.emplace(code.text, &code);
        if (!is_new) {
            offences.push_back({code.file, code.line,
                                code.text + " is taken at " + known->second->file + ":" +
                                    std::to_string(known->second->line)});
        }
    }
    return offences;
}

} // namespace

TEST_CASE("the reader of codes finds definitions and their lines") {
    const auto codes = codes_in({"engine/bank/codes.hpp",
                                 {"#pragma once", "inline constexpr Code a{\"bank.a\"};",
                                  "inline constexpr Code b{", "    \"bank.b\"};", "Code c = a;"}});
    REQUIRE(codes.size() == 2);
    CHECK(codes[0].text == "bank.a");
    CHECK(codes[0].line == 2);
    CHECK(codes[1].text == "bank.b");
    CHECK(codes[1].line == 3);
}

TEST_CASE("the rules of names find what they ban") {
    CHECK(check_names({{"engine/bank/codes.hpp", 1, "a", "bank.a"},
                       {"engine/bank/coda/codes.hpp", 1, "b", "bank.b"},
                       {"cli/codes.hpp", 1, "c", "cli.c"}})
              .empty());
    CHECK(check_names({{"engine/bank/codes.hpp", 1, "a", "party.a"}}).size() == 1);
    CHECK(check_names({{"engine/bank/codes.hpp", 1, "a", "bank.A"}}).size() == 1);
    CHECK(check_names({{"engine/bank/read.cc", 1, "a", "bank.a"}}).size() == 1);
    CHECK(check_names({{"engine/bank/codes.hpp", 1, "a", "bank.a"},
                       {"engine/bank/codes.hpp", 2, "b", "bank.a"}})
              .size() == 1);
}

TEST_CASE("every code is named once, after its module") {
    const std::vector<Defined> codes = all_codes();
    REQUIRE(codes.size() > 20);
    house::report(check_names(codes));
}

TEST_CASE("every code has a sentence in each language") {
    const auto folder = test::source_folder() / "cli/i18n";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: the command has no languages yet");
        return;
    }
    std::map<std::string, std::string> sentences;
    for (const char* language : {"nl", "fr", "en"}) {
        sentences[language] = test::read_file(folder / (std::string(language) + ".po"));
    }
    const std::vector<Defined> codes = all_codes();
    for (const Defined& code : codes) {
        std::string missing;
        for (const auto& [language, text] : sentences) {
            const bool found =
                text.find("msgid \"" + code.text + "\"\nmsgstr ") != std::string::npos;
            missing += found ? "" : " " + language;
        }
        if (!missing.empty()) {
            house::report({{code.file, code.line, code.text + " has no sentence in" + missing}});
        }
    }
}
