// Goal: another reader of CODA finds the same balances and amounts. Method: python3-febelfin-coda
// of Debian reads our fixtures and the real bank files, each is asked of the built command as well,
// and the answers are compared. Statements that reader cannot take are left out and counted.
#include "support/process.hpp"
#include "support/scratch_folder.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <vector>

using namespace saldo;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> coda_files(const fs::path& folder) {
    std::vector<fs::path> files;
    if (!fs::exists(folder)) {
        MESSAGE("skipped: the real bank files are not here");
        return files;
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        std::string extension = entry.path().extension().string();
        std::ranges::transform(extension, extension.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
        if (extension == ".cod" || extension == ".coda") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

/// With three decimals, as CODA has it; the command writes two where the third is zero.
std::string in_thousandths(std::string amount) {
    const std::size_t point = amount.find('.');
    REQUIRE(point != std::string::npos);
    amount.resize(point + 4, '0');
    return amount;
}

/// What both can say of a statement, of what the command answered.
json comparable(const json& statement) {
    json movements = json::array();
    for (const json& movement : statement["movements"]) {
        movements.push_back({{"amount", in_thousandths(movement["amount"])},
                             {"booking_date", movement["booking_date"]}});
    }
    return {{"opening", in_thousandths(statement["opening"])},
            {"closing", in_thousandths(statement["closing"])},
            {"closing_date", statement["closing_date"]},
            {"movements", std::move(movements)}};
}

std::string quoted(const fs::path& path) {
    return "'" + path.string() + "'";
}

bool has_second_reader(const fs::path& folder) {
    return test::run_shell("/usr/bin/python3 -c 'import coda'", folder).code == 0;
}

struct Compared {
    std::size_t statements = 0;
    std::size_t not_taken = 0; ///< by the other reader
};

/// Compares each statement that the other reader takes; nothing where that reader is not installed.
std::optional<Compared> compare(const std::vector<fs::path>& files) {
    const test::Scratch_folder folder;
    if (!has_second_reader(folder.path())) {
        MESSAGE("skipped: python3-febelfin-coda is not installed");
        return std::nullopt;
    }
    std::string line =
        "/usr/bin/python3 " + quoted(test::source_folder() / "tests/tools/second_reader.py");
    for (const fs::path& file : files) {
        line += " " + quoted(file);
    }
    const json theirs = json::parse(test::run_shell(line, folder.path()).out);
    Compared compared;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string name = files[i].filename().string();
        CAPTURE(name);
        const test::Outcome answer = test::run_shell(
            "saldo statement read --output json " + quoted(files[i]), folder.path());
        const json ours = json::parse(answer.out)["files"][0]["statements"];
        for (std::size_t at = 0; at < theirs[i].size(); ++at) {
            CAPTURE(at);
            if (theirs[i][at].contains("error")) {
                ++compared.not_taken;
                continue;
            }
            REQUIRE(ours.size() == theirs[i].size());
            CHECK(comparable(ours[at]) == theirs[i][at]);
            ++compared.statements;
        }
    }
    return compared;
}

} // namespace

TEST_CASE("another reader of CODA finds in our fixtures what we find") {
    const std::vector<fs::path> files = coda_files(test::source_folder() / "fixtures/statements");
    REQUIRE(!files.empty());
    if (const auto compared = compare(files)) {
        // Not an old balance below zero, a free communication, and a wrong balance.
        CHECK(compared->not_taken == 3);
        CHECK(compared->statements == 25);
    }
}

TEST_CASE("another reader of CODA finds in real bank files what we find") {
    const std::vector<fs::path> files = coda_files(test::shared_folder() / "samples/coda");
    if (files.empty()) {
        return;
    }
    if (const auto compared = compare(files)) {
        MESSAGE(compared->statements << " statements compared, " << compared->not_taken
                                     << " not taken by the other reader");
        CHECK(compared->statements > 0);
    }
}
