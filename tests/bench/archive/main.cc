#include "app/import_statements.hpp"
#include "bench/at_desk.hpp"
#include "bench/bare_import.hpp"
#include "bench/source_of_file.hpp"
#include "bench/year.hpp"
#include "support/office_archive.hpp"
#include "support/shared.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

/// Takes a whole year of an invented office, in one bank file, into a book that has its dossiers
/// and nothing else, and prints what that takes, as JSON on stdout. The import is a process of its
/// own, so that its memory can be told. Exit 1 when something was refused.
namespace saldo::bench {

namespace {

using Json = nlohmann::ordered_json;

namespace fs = std::filesystem;

constexpr const char* user = "an";

Date day_of_import() {
    return *Date::of(2027, 1, 2);
}

/// What one process did.
struct Child {
    Json said;
    double wall = 0;
    double cpu = 0;
};

/// The most memory this process held since its program began. What `getrusage` says counts what it
/// held before, as a copy of its parent.
double peak_megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::stod(line.substr(line.find(':') + 1)) * 1024 / 1e6;
        }
    }
    return 0;
}

/// Imports in this process and says how it went.
int import_here(const fs::path& book, const fs::path& file) {
    Times times;
    const cli::Opened_file opened(file);
    const auto imported = times.measure([&] {
        return at_desk(book, user, day_of_import(), [&](app::Desk& desk) {
            return accepted(
                app::import_statements(desk, app::Bank_file{file.filename(), source_of(opened)}));
        });
    });
    std::uint64_t movements = 0;
    std::uint64_t explained = 0;
    for (const auto& [rule, count] : imported.rules) {
        movements += count;
        explained += rule == reconcile::Rule::suspense ? 0 : count;
    }
    const Json said{{"seconds", times.sum().wall},
                    {"statements", imported.statements.size()},
                    {"movements", movements},
                    {"explained", explained},
                    {"earlier", imported.earlier.has_value()},
                    {"peak_memory_megabytes", peak_megabytes()}};
    std::cout << said.dump() << '\n';
    return 0;
}

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Child import_elsewhere(const fs::path& book, const fs::path& file) {
    const fs::path said = book.parent_path() / "import.json";
    std::array<std::string, 4> words{"/proc/self/exe", "--import", book, file};
    std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(),
                                   words[3].data(), nullptr};
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, said.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    sync(); // what was written before is no part of it
    const Stopwatch stopwatch;
    const int failed =
        posix_spawn(&child, words[0].c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage usage{};
    if (failed != 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        throw std::runtime_error("the import failed");
    }
    return {Json::parse(test::read_file(said)), stopwatch.elapsed().wall,
            seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)};
}

Json json_of(const Child& child) {
    Json figures = child.said;
    figures["process_seconds"] = child.wall;
    figures["cpu_seconds"] = child.cpu;
    return figures;
}

int run(std::uint64_t dossiers, const fs::path& folder) {
    const fs::path book = folder / "book.db";
    const fs::path before = folder / "before.db";
    const fs::path file = folder / "archive.cod";
    fs::create_directories(folder);
    for (const fs::path& old : {book, before, file}) {
        fs::remove(old);
    }
    const std::vector<dossier::Dossier> office = test::make_office({.dossiers = dossiers});
    found_office(book);
    at_desk(book, user, test::office_opening(), [&](app::Desk& desk) {
        return accepted(app::import_dossiers(desk, documents(office)));
    });
    test::Office_archive archive(office, 1);
    std::ofstream out(file, std::ios::binary);
    for (std::string part = archive.next(); !part.empty(); part = archive.next()) {
        out << part;
    }
    out.close();
    fs::copy_file(book, before);
    const Child first = import_elsewhere(book, file);
    const Child again = import_elsewhere(book, file);
    const Bare_import bare(book, before);
    Times bare_times;
    sync();
    const std::uint64_t rows = bare_times.measure([&] { return bare.run(before); });
    Json figures{{"dossiers", dossiers},
                 {"megabytes", static_cast<double>(fs::file_size(file)) / 1e6},
                 {"book_megabytes", static_cast<double>(fs::file_size(book)) / 1e6},
                 {"rows", rows},
                 {"import", json_of(first)},
                 {"again", json_of(again)},
                 {"bare_seconds", bare_times.sum().wall},
                 {"bare_cpu_seconds", bare_times.sum().work}};
    figures["ratio_to_bare"] = bare_times.sum().wall / first.said["seconds"].get<double>();
    std::cout << figures.dump(2) << '\n';
    return 0;
}

} // namespace

} // namespace saldo::bench

int main(int argc, char** argv) {
    std::uint64_t dossiers = 5'700;
    std::filesystem::path folder = "archive";
    std::vector<std::string> import;
    CLI::App app("Measures the import of a year of an invented office; prints JSON.");
    app.add_option("--dossiers", dossiers, "dossiers")->check(CLI::Range(1, 100'000));
    app.add_option("--folder", folder, "where the book is made; an old one is replaced");
    app.add_option("--import", import, "a book and a file: import only")->expected(2);
    CLI11_PARSE(app, argc, argv);
    try {
        return import.empty() ? saldo::bench::run(dossiers, folder)
                              : saldo::bench::import_here(import[0], import[1]);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "saldo_archive: %s\n", failure.what());
        return 1;
    }
}
