#include "app/runs.hpp"
#include "bench/at_desk.hpp"
#include "bench/stopwatch.hpp"
#include "bench/year.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/// Pays six weeks of an invented office: prepare, approve, export with the file read again. Prints
/// what that takes and needs, as JSON on stdout, and leaves the files in the folder. The book is
/// made by a process of its own, so that the peak of memory is that of the run.
namespace saldo::bench {

namespace {

using Json = nlohmann::ordered_json;

/// Runs `act` in a process of its own and waits for it.
template <class Act> void apart(Act act) {
    const pid_t child = fork();
    if (child == 0) {
        int code = 0;
        try {
            act();
        } catch (const std::exception& failure) {
            std::fprintf(stderr, "saldo_runs_bench: %s\n", failure.what());
            code = 1;
        }
        _exit(code);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
        throw std::runtime_error("the book could not be made");
    }
}

void make_book(const test::Office_size& size, const std::filesystem::path& book) {
    std::filesystem::remove(book);
    found_office(book);
    const auto files = documents(test::make_office(size));
    at_desk(book, "an", test::office_opening(),
            [&](app::Desk& desk) { return accepted(app::import_dossiers(desk, files)); });
}

Json seconds_of(const Times& times) {
    return {{"seconds", times.sum().wall}, {"cpu_seconds", times.sum().work}};
}

Json pay(const std::filesystem::path& folder, const std::filesystem::path& book) {
    const Date first = *Date::of(2026, 1, 1);
    const Date last = *Date::of(2026, 2, 9);
    Times prepare;
    Times approve;
    Times export_run;
    const std::string number = prepare.measure([&] {
        return at_desk(book, "an", first, [&](app::Desk& desk) {
            return accepted(app::prepare_run(desk, last)).run.number;
        });
    });
    approve.measure([&] {
        return at_desk(book, "bea", first, [&](app::Desk& desk) {
            return accepted(app::approve_run(desk, number)).run.number;
        });
    });
    const auto exported = export_run.measure([&] {
        return at_desk(book, "an", first,
                       [&](app::Desk& desk) { return accepted(app::export_run(desk, number)); });
    });
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::size_t bytes = 0;
    Json digests = Json::array();
    for (std::size_t i = 0; i < exported.files.size(); ++i) {
        std::ofstream(folder / (number + "-" + std::to_string(i + 1) + ".xml"), std::ios::binary)
            << exported.files[i];
        bytes += exported.files[i].size();
        digests.push_back(to_hex(exported.sheet.run.files[i].sha256));
    }
    return {{"lines", exported.sheet.lines.size()},
            {"payments", app::count(exported.sheet)},
            {"file_megabytes", static_cast<double>(bytes) / 1e6},
            {"sha256", digests},
            {"prepare", seconds_of(prepare)},
            {"approve", seconds_of(approve)},
            {"export", seconds_of(export_run)},
            {"seconds", prepare.sum().wall + approve.sum().wall + export_run.sum().wall},
            {"peak_memory_megabytes", static_cast<double>(usage.ru_maxrss) * 1024 / 1e6}};
}

} // namespace

} // namespace saldo::bench

int main(int argc, char** argv) {
    saldo::test::Office_size size{.dossiers = 5'000};
    std::filesystem::path folder = "bench";
    CLI::App app("Measures a run of an invented office; prints JSON.");
    app.add_option("--dossiers", size.dossiers, "dossiers")->check(CLI::Range(1, 100'000));
    app.add_option("--seed", size.seed, "another office of the same size");
    app.add_option("--folder", folder, "where the book is made; an old one is replaced");
    CLI11_PARSE(app, argc, argv);
    try {
        std::filesystem::create_directories(folder);
        const std::filesystem::path book = folder / "runs.db";
        saldo::bench::apart([&] { saldo::bench::make_book(size, book); });
        std::cout << saldo::bench::pay(folder, book).dump(2) << '\n';
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "saldo_runs_bench: %s\n", failure.what());
        return 1;
    }
}
