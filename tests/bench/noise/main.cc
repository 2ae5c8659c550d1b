#include "noise/noisy_year.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <iostream>

/// Keeps the book of a noisy office and prints what was explained, rightly and wrongly, as JSON on
/// stdout, and each wrong explanation as a line on stderr. Exit 0 when nothing is wrong and 97 of
/// 100 movements are explained, 4 when not, 1 when something was refused.
namespace saldo::noise {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t percent_wanted = 97;

Json counts_of(const Counts& counts) {
    Json figures{{"movements", counts.movements()}, {"explained", counts.explained()}};
    for (const Outcome outcome :
         {Outcome::right, Outcome::period_open, Outcome::suspense, Outcome::wrong}) {
        figures[name(outcome)] = counts.at(outcome);
    }
    return figures;
}

double share(std::uint64_t part, std::uint64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

int run(const Plan& plan) {
    std::filesystem::create_directories(plan.folder);
    std::filesystem::remove(plan.folder / "noisy.db");
    const Noisy_year year = keep_noisy_year(plan);
    for (const std::string& line : year.wrong) {
        std::cerr << line << '\n';
    }
    const std::uint64_t movements = year.all.movements();
    Json figures{{"dossiers", plan.size.dossiers},
                 {"months", plan.months},
                 {"seed", plan.size.seed},
                 {"gives_ids", plan.gives_ids},
                 {"explained_share", share(year.all.explained(), movements)},
                 {"touched_share", share(year.touched(), movements)},
                 {"findings", year.findings},
                 {"all", counts_of(year.all)}};
    for (const auto& [noise, counts] : year.by_noise) {
        figures["by_noise"][test::name(noise)] = counts_of(counts);
    }
    for (const auto& [rule, counts] : year.by_rule) {
        figures["by_rule"][reconcile::name(rule)] = counts_of(counts);
    }
    std::cout << figures.dump(2) << '\n';
    const bool enough = year.all.explained() * 100 >= movements * percent_wanted;
    return enough && year.all.at(Outcome::wrong) == 0 && year.findings == 0 ? 0 : 4;
}

} // namespace

} // namespace saldo::noise

int main(int argc, char** argv) {
    saldo::noise::Plan plan{.size = {.dossiers = 1'000}, .folder = "noise"};
    CLI::App app("Holds the explanations of a noisy office against the truth; prints JSON.");
    app.add_option("--dossiers", plan.size.dossiers, "dossiers")->check(CLI::Range(2, 100'000));
    app.add_option("--months", plan.months, "months of the year")->check(CLI::Range(1, 12));
    app.add_option("--seed", plan.size.seed, "another office of the same size");
    app.add_option("--days-per-file", plan.days_per_file, "of the bank; 0: a file a month")
        ->check(CLI::Range(0, 31));
    app.add_flag("!--without-ids", plan.gives_ids, "the bank gives no EndToEndIds");
    app.add_option("--folder", plan.folder, "where the book is made; an old one is replaced");
    CLI11_PARSE(app, argc, argv);
    try {
        return saldo::noise::run(plan);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "saldo_noise: %s\n", failure.what());
        return 1;
    }
}
