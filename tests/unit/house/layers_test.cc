// Goal: includes go down the layers and libraries stay in their places. Method: every #include of
// engine and cli is read and held against engine/layers.txt and the table below; the checker itself
// is tried on small texts first.
#include "source.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <sstream>

using namespace saldo;
using house::Offence;
using house::Offences;
using house::Source;

namespace {

/// Line of layers.txt on which each module stands.
using Layers = std::map<std::string, int>;

Layers read_layers(const std::vector<std::string>& lines) {
    Layers layers;
    int level = 0;
    for (const std::string& line : lines) {
        std::istringstream words(line);
        for (std::string module; words >> module;) {
            layers[module] = level;
        }
        ++level;
    }
    return layers;
}

/// Where the headers of a library may be included: names that start so. `in_headers` is false if
/// only .cc files may, which keeps the library out of everyone else's sight.
struct Library {
    std::string_view header;
    std::vector<std::string_view> places;
    bool in_headers;
};

const std::vector<Library>& libraries() {
    static const std::vector<Library> table{
        {"sqlite3.h", {"engine/store/"}, false},
        {"soci/", {"engine/store/"}, true},
        {"boost/locale", {"cli/"}, false},
        {"boost/", {"engine/money/", "engine/calendar/", "engine/law/", "engine/store/"}, false},
        {"CLI/", {"cli/"}, true},
        {"nlohmann/",
         {"engine/bank/", "engine/law/", "engine/dossier/", "engine/plans/", "engine/payments/",
          "engine/autonomy/", "engine/arrears/", "engine/help/", "engine/evaluation/",
          "engine/statistics/", "engine/store/", "cli/render/"},
         true},
        {"valijson/", {"engine/dossier/"}, false},
        {"sodium.h", {"engine/base/"}, false},
        {"openssl/", {"engine/base/"}, false},
        {"simdjson.h", {"engine/dossier/"}, false},
        {"zstd.h", {"engine/store/"}, false},
        {"zip.h", {"engine/bank/xlsx/"}, false},
        {"pugixml.hpp", {"engine/bank/", "engine/payments/"}, true},
        {"libxml/", {"engine/payments/pain001/"}, false},
        {"tl/", {"engine/base/"}, true},
        {"fmt/", {"engine/", "cli/"}, true},
        {"unistd.h", {"engine/store/", "cli/"}, false},
        {"fcntl.h", {"engine/store/", "cli/"}, false},
        {"pwd.h", {"cli/"}, false},
        {"termios.h", {"cli/"}, false},
        {"sys/", {"engine/store/", "cli/"}, false},
    };
    return table;
}

std::optional<std::string> trouble_with_library(std::string_view name, std::string_view header) {
    const bool standard = header.find_first_of("/.") == std::string_view::npos;
    if (standard) {
        return std::nullopt;
    }
    const auto library = std::ranges::find_if(
        libraries(), [&](const Library& each) { return header.starts_with(each.header); });
    if (library == libraries().end()) {
        return "is a library that has no place in the house";
    }
    const bool in_place = std::ranges::any_of(
        library->places, [&](std::string_view place) { return name.starts_with(place); });
    if (!in_place) {
        return "does not belong here";
    }
    if (!library->in_headers && name.ends_with(".hpp")) {
        return "belongs in .cc files only";
    }
    return std::nullopt;
}

/// What a file of the engine says against including a header of ours.
std::optional<std::string>
trouble_in_engine(const Layers& layers, const std::string& module, std::string_view header) {
    const std::string target = house::module_of(std::string("engine/").append(header), "engine");
    if (!layers.contains(target)) {
        return "is in no layer of engine/layers.txt";
    }
    if (target != module && layers.at(target) >= layers.at(module)) {
        return "goes up or sideways: " + module + " stands on " + target;
    }
    return std::nullopt;
}

std::optional<std::string>
trouble_in_cli(const Layers& layers, std::string_view name, std::string_view header) {
    const bool made_from_sentences = header.starts_with("messages_"); // of cli/i18n, by the build
    if (header.starts_with("cli/") || made_from_sentences) {
        return std::nullopt;
    }
    const std::string target = house::module_of(std::string("engine/").append(header), "engine");
    if (!layers.contains(target)) {
        return "is in no layer of engine/layers.txt";
    }
    if (target == "store" && name != "cli/main.cc") {
        return "belongs in cli/main.cc only";
    }
    return std::nullopt;
}

Offences check_includes(const Layers& layers, const Source& source) {
    static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    Offences offences;
    const std::string module = house::module_of(source.name, "engine");
    if (source.name.starts_with("engine/") && !layers.contains(module)) {
        return {{source.name, 1, "its folder is in no layer of engine/layers.txt"}};
    }
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        std::smatch match;
        if (source.lines[i].find("#") == std::string::npos ||
            !std::regex_search(source.lines[i], match, include)) {
            continue;
        }
        const std::string header = match[2];
        const auto trouble = match[1] == "<"  ? trouble_with_library(source.name, header)
                             : module.empty() ? trouble_in_cli(layers, source.name, header)
                                              : trouble_in_engine(layers, module, header);
        if (trouble) {
            offences.push_back({source.name, i + 1, header + " " + *trouble});
        }
    }
    return offences;
}

Layers project_layers() {
    return read_layers(
        house::lines_of(test::read_file(test::source_folder() / "engine/layers.txt")));
}

} // namespace

TEST_CASE("the checker of includes tells good from bad") {
    const Layers layers = read_layers({"base", "money party", "bank ledger", "app", "store"});

    struct Row {
        std::string name;
        std::string line;
        bool good;
    };

    for (const Row& row : {Row{"engine/bank/a.cc", "#include \"money/money.hpp\"", true},
                           {"engine/bank/coda/a.cc", "#include \"bank/coda/b.hpp\"", true},
                           {"engine/bank/a.cc", "#include \"ledger/entry.hpp\"", false},
                           {"engine/money/a.cc", "#include \"bank/amount.hpp\"", false},
                           {"engine/money/a.cc", "#include \"party/iban.hpp\"", false},
                           {"engine/money/a.cc", "#include \"../base/code.hpp\"", false},
                           {"engine/money/a.cc", "#include \"money.hpp\"", false},
                           {"engine/other/a.cc", "#include \"base/code.hpp\"", false},
                           {"engine/money/a.cc", "#include <vector>", true},
                           {"engine/money/a.cc", "#include <boost/x.hpp>", true},
                           {"engine/money/a.hpp", "#include <boost/x.hpp>", false},
                           {"engine/bank/a.cc", "#include <boost/x.hpp>", false},
                           {"engine/bank/a.cc", "#include <sqlite3.h>", false},
                           {"engine/store/a.cc", "#  include <sqlite3.h>", true},
                           {"engine/store/a.hpp", "#include <sqlite3.h>", false},
                           {"engine/bank/a.cc", "#include <unknown/x.hpp>", false},
                           {"engine/app/a.cc", "#include <CLI/CLI.hpp>", false},
                           {"cli/commands/a.cc", "#include <CLI/CLI.hpp>", true},
                           {"cli/commands/a.cc", "#include \"app/import.hpp\"", true},
                           {"cli/commands/a.cc", "#include \"store/book.hpp\"", false},
                           {"cli/main.cc", "#include \"store/book.hpp\"", true},
                           {"cli/main.cc", "#include \"cli/command.hpp\"", true},
                           {"cli/main.cc", "#include \"nowhere/command.hpp\"", false}}) {
        CAPTURE(row.name);
        CAPTURE(row.line);
        CHECK(check_includes(layers, {row.name, {"", row.line}}).empty() == row.good);
    }
}

TEST_CASE("includes go down the layers and libraries stay in their places") {
    const Layers layers = project_layers();
    const auto sources = house::cpp_sources({"engine", "cli"});
    REQUIRE(sources.size() > 20);
    for (const Source& source : sources) {
        house::report(check_includes(layers, source));
    }
}

TEST_CASE("every folder of the engine with sources is built") {
    const std::string rules = test::read_file(test::source_folder() / "engine/CMakeLists.txt");
    for (const Source& source : house::cpp_sources({"engine"})) {
        const std::string module = house::module_of(source.name, "engine");
        const bool built = rules.find("saldo_module(" + module + " ") != std::string::npos ||
                           rules.find("saldo_module(" + module + ")") != std::string::npos;
        if (source.name.ends_with(".cc") && !built) {
            house::report({{source.name, 1, "engine/CMakeLists.txt has no such module"}});
        }
    }
}
