// Goal: every sentence exists in every language with the same holes, every code and key in use has
// a sentence, and nothing else has. Method: the message files and the sources are read as text and
// compared; the compiled catalogues must say what the message files say.
#include "cli/i18n/texts.hpp"
#include "support/po_file.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <regex>

using namespace saldo;
using i18n::Language;
using i18n::Texts;
using test::Po_file;

namespace {

Po_file po_of(Language language) {
    return test::read_po(test::source_folder() / "cli/i18n" / (std::string(tag(language)) + ".po"));
}

std::multiset<std::string> holes(const std::string& sentence) {
    static const std::regex hole(R"(\{[^}]*\})");
    const auto first = std::sregex_iterator(sentence.begin(), sentence.end(), hole);
    std::multiset<std::string> found;
    for (auto each = first; each != std::sregex_iterator(); ++each) {
        found.insert(each->str());
    }
    return found;
}

/// What the first group of `pattern` matches in the sources of `folder`.
std::set<std::string> found_in(const char* folder, const std::regex& pattern) {
    std::set<std::string> found;
    const auto root = test::source_folder() / folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cc") {
            continue;
        }
        const std::string source = test::read_file(entry.path());
        for (auto each = std::sregex_iterator(source.begin(), source.end(), pattern);
             each != std::sregex_iterator(); ++each) {
            found.insert(each->str(1));
        }
    }
    return found;
}

std::set<std::string> codes() {
    static const std::regex code(R"(\bCode\s+\w+\{\s*\"([a-z0-9_.]+)\")");
    std::set<std::string> all = found_in("engine", code);
    all.merge(found_in("cli", code));
    return all;
}

std::string joined(const std::set<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += word + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("the languages have the same keys with the same holes") {
    const Po_file dutch = po_of(Language::nl);
    for (const Language language : {Language::fr, Language::en}) {
        CAPTURE(tag(language));
        const Po_file other = po_of(language);
        for (const auto& [key, sentence] : dutch) {
            const auto& msgid = key;
            CAPTURE(msgid);
            REQUIRE(other.contains(key));
            CHECK(holes(other.at(key)) == holes(sentence));
        }
        for (const auto& [key, sentence] : other) {
            const auto& msgid = key;
            CAPTURE(msgid);
            CHECK(dutch.contains(key));
        }
    }
}

TEST_CASE("no sentence is empty") {
    for (const Language language : i18n::languages) {
        for (const auto& [key, sentence] : po_of(language)) {
            const auto& msgid = key;
            CAPTURE(msgid);
            CHECK_FALSE(sentence.empty());
        }
    }
}

TEST_CASE("every code of a refusal or finding has a sentence") {
    const Po_file dutch = po_of(Language::nl);
    std::set<std::string> without;
    for (const std::string& code : codes()) {
        if (!dutch.contains(code)) {
            without.insert(code);
        }
    }
    CHECK_MESSAGE(without.empty(), "codes without a sentence:\n" << joined(without));
}

TEST_CASE("every key the command writes out has a sentence") {
    const std::regex key(R"(\btexts_?\(\"([a-z0-9_.-]+)\"[,)])");
    const Po_file dutch = po_of(Language::nl);
    for (const std::string& each : found_in("cli", key)) {
        CAPTURE(each);
        CHECK(dutch.contains(each));
    }
}

TEST_CASE("every signal and every fact of one has words") {
    const std::regex signal(R"(\"(signal\.[a-z_]+)\")");
    const std::regex fact(R"((?:facts, |\{)\"([a-z_]+)\", )");
    const Po_file dutch = po_of(Language::nl);
    const std::set<std::string> signals = found_in("engine/reconcile/signals", signal);
    CHECK(signals.size() == 15);
    for (const std::string& each : signals) {
        CAPTURE(each);
        CHECK(dutch.contains("term.code." + each));
    }
    const std::set<std::string> facts = found_in("engine/reconcile/signals", fact);
    CHECK(facts.size() > 10);
    for (const std::string& each : facts) {
        CAPTURE(each);
        CHECK(dutch.contains("term.fact." + each));
    }
}

TEST_CASE("the embedded catalogues say what the message files say") {
    for (const Language language : i18n::languages) {
        const Texts texts(language);
        CHECK(texts.language() == language);
        for (const auto& [key, sentence] : po_of(language)) {
            const auto& msgid = key;
            CAPTURE(msgid);
            CHECK(texts.has(key));
            CHECK(texts(key) == sentence);
        }
    }
}

TEST_CASE("holes are filled by name, once") {
    struct Row {
        std::string_view pattern;
        Params params;
        std::string_view expected;
    };

    const std::vector<Row> rows{
        {"no hole", {{"a", "1"}}, "no hole"},
        {"{a} and {b}", {{"b", "2"}, {"a", "1"}}, "1 and 2"},
        {"{a}{a}", {{"a", "x"}}, "xx"},
        {"{a}", {{"a", "{b}"}, {"b", "no"}}, "{b}"},
        {"{unknown} stays", {{"a", "1"}}, "{unknown} stays"},
        {"open { end", {{"a", "1"}}, "open { end"},
        {"", {}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pattern);
        CHECK(i18n::fill(row.pattern, row.params) == row.expected);
    }
}

TEST_CASE("a key without a sentence gives itself and its params") {
    const Texts texts(Language::nl);
    CHECK_FALSE(texts.has("nothing.like.this"));
    CHECK(texts("nothing.like.this") == "nothing.like.this");
    CHECK(texts("nothing.like.this", {{"stated", "1.00"}, {"computed", "2.00"}}) ==
          "nothing.like.this: stated=1.00, computed=2.00");
}

TEST_CASE("a finding is one line: place, message, code") {
    const Texts texts(Language::en);
    Finding finding{Code{"bank.fraction_of_cent"}, Severity::error, {}, {{"stated", "0.005"}}};
    const std::string message = "0.005 is not a whole number of cents [bank.fraction_of_cent]";
    CHECK(line_of(texts, finding) == message);
    finding.where = {"a.cod", 7, ""};
    CHECK(line_of(texts, finding) == "a.cod:7: " + message);
    finding.where = {"a.json", 0, "/lines/3/amount"};
    CHECK(line_of(texts, finding) == "a.json: /lines/3/amount: " + message);
    finding.where = {"", 7, ""};
    CHECK(line_of(texts, finding) == "7: " + message);
    finding.where = {};
    finding.severity = Severity::warning;
    CHECK(line_of(texts, finding) == "warning: " + message);
    CHECK(line_of(Texts(Language::fr), finding).starts_with("avertissement: "));
}
