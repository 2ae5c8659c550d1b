#include "bench/bulk.hpp"
#include "bench/figures.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <span>
#include <sys/resource.h>

/// Keeps the book of an invented office for a year and prints what each step takes, as JSON on
/// stdout. Exit 0 when the book proves right, 4 when it does not, 1 when something was refused.
namespace saldo::bench {

namespace {

using Json = nlohmann::ordered_json;

double per_second(std::uint64_t count, double seconds) {
    return static_cast<double>(count) / seconds;
}

/// Wall time counts; `cpu` tells how much of it was our own work, on a machine with other guests.
Json times_of(const Times& times) {
    return {{"seconds", times.sum().wall},
            {"seconds_median", times.median().wall},
            {"seconds_longest", times.longest()},
            {"cpu_seconds", times.sum().work}};
}

Json import_of(const Year& year) {
    Json figures{{"files", year.files.size()},
                 {"statements", year.statements},
                 {"movements", year.movements},
                 {"explained", year.explained},
                 {"movements_per_second", per_second(year.movements, year.import.sum().wall)},
                 {"rows", year.bare_rows}};
    figures.update(times_of(year.import));
    figures["bare"] = times_of(year.bare);
    figures["ratio_to_bare"] = year.bare.sum().wall / year.import.sum().wall;
    figures["cpu_ratio_to_bare"] = year.bare.sum().work / year.import.sum().work;
    return figures;
}

Json runs_of(const Year& year) {
    Json figures{{"lines", year.lines},
                 {"payments", year.payments},
                 {"prepare_lines_per_second", per_second(year.lines, year.prepare.sum().wall)}};
    figures["prepare"] = times_of(year.prepare);
    figures["approve"] = times_of(year.approve);
    figures["export"] = times_of(year.export_run);
    return figures;
}

Json read_of(const Reading& reading) {
    constexpr double megabyte = 1e6;
    Json figures{{"megabytes", static_cast<double>(reading.bytes) / megabyte}};
    figures["megabytes_per_second"] =
        static_cast<double>(reading.bytes) / megabyte / reading.times.median().wall;
    figures.update(times_of(reading.times));
    return figures;
}

Json bulk_of(const Bulk_reading& reading) {
    constexpr double megabyte = 1e6;
    const double megabytes = static_cast<double>(reading.bytes) / megabyte;
    Json figures{{"megabytes", megabytes},
                 {"statements", reading.statements},
                 {"movements", reading.movements},
                 {"findings", reading.findings},
                 {"streaming_peak_memory_megabytes", reading.peak_megabytes}};
    const auto add = [&](const char* name, const Times& times, double size) {
        figures[name] = {{"megabytes_per_second", size / times.median().wall},
                         {"megabytes_per_cpu_second", size / times.median().work}};
        figures[name].update(times_of(times));
    };
    add("stream_of_file", reading.file, megabytes);
    add("stream_of_memory", reading.stream, megabytes);
    add("whole", reading.whole, megabytes);
    add("stream_of_utf8", reading.stream_utf8, static_cast<double>(reading.utf8_bytes) / megabyte);
    return figures;
}

Json match_of(const Matching& matching) {
    Json figures{{"movements", matching.tried},
                 {"explained", matching.explained},
                 {"movements_per_second", per_second(matching.tried, matching.times.sum().wall)}};
    figures.update(times_of(matching.times));
    return figures;
}

Json proof_of(const Proving& proving) {
    Json figures{
        {"entries", proving.entries},
        {"verify_entries_per_second", per_second(proving.entries, proving.verify.median().wall)},
        {"ledger_accounts", proving.accounts},
        {"all_balances_milliseconds", proving.balances.median().wall * 1'000},
        {"findings", proving.findings},
        {"differences", proving.differences}};
    figures["verify"] = times_of(proving.verify);
    return figures;
}

int run(const Plan& plan, const test::Bulk_size& bulk) {
    std::filesystem::create_directories(plan.folder);
    const Bulk_reading bulk_reading = measure_bulk(bulk, plan.folder);
    for (const char* name : {"book.db", "match.db", "before.db"}) {
        std::filesystem::remove(plan.folder / name);
    }
    const Year year = keep_book(plan);
    const Reading reading = measure_read(year.files);
    const Matching matching =
        measure_match(plan, std::span(year.files).first(year.files_of_first_month));
    const std::filesystem::path book = plan.folder / "book.db";
    const Proving proving = measure_proof(book);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const Json figures{
        {"office",
         {{"dossiers", plan.size.dossiers},
          {"months", plan.months},
          {"seed", plan.size.seed},
          {"book_megabytes", static_cast<double>(std::filesystem::file_size(book)) / 1e6},
          {"peak_memory_megabytes", static_cast<double>(usage.ru_maxrss) * 1024 / 1e6}}},
        {"dossier_import", times_of(year.dossiers)},
        {"coda_read", read_of(reading)},
        {"coda_bulk", bulk_of(bulk_reading)},
        {"import", import_of(year)},
        {"match", match_of(matching)},
        {"run", runs_of(year)},
        {"proof", proof_of(proving)}};
    std::cout << figures.dump(2) << '\n';
    return proving.findings == 0 && proving.differences == 0 ? 0 : 4;
}

} // namespace

} // namespace saldo::bench

int main(int argc, char** argv) {
    saldo::bench::Plan plan{.size = {.dossiers = 1'000}, .folder = "bench"};
    saldo::test::Bulk_size bulk{.movements = 100'000};
    CLI::App app("Measures saldo on an invented office; prints JSON.");
    app.add_option("--dossiers", plan.size.dossiers, "dossiers")->check(CLI::Range(1, 100'000));
    app.add_option("--months", plan.months, "months of the year")->check(CLI::Range(1, 12));
    app.add_option("--seed", plan.size.seed, "another office of the same size");
    app.add_flag("--daily", plan.daily, "a bank file a day instead of a month");
    app.add_option("--coda-movements", bulk.movements, "movements of the large bank file")
        ->check(CLI::Range(1, 10'000'000));
    app.add_option("--folder", plan.folder, "where the books are made; old ones are replaced");
    CLI11_PARSE(app, argc, argv);
    try {
        return saldo::bench::run(plan, bulk);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "saldo_bench: %s\n", failure.what());
        return 1;
    }
}
