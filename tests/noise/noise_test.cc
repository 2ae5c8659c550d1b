// Goal: on a noisy office nearly all movements are explained, and none of them wrongly. Method: the
// book of a small office is kept for a year; its bank knows the truth of every movement.
#include "noise/noisy_year.hpp"
#include "support/scratch_folder.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::noise;

namespace {

Noisy_year year_of(Plan plan) {
    const test::Scratch_folder folder;
    plan.folder = folder.path();
    Noisy_year year = keep_noisy_year(plan);
    for (const std::string& line : year.wrong) {
        FAIL_CHECK(line);
    }
    CHECK(year.all.at(Outcome::wrong) == 0);
    CHECK(year.findings == 0);
    return year;
}

} // namespace

TEST_CASE("a file a month: 97 of 100 movements are explained, none wrongly") {
    const Noisy_year year = year_of({.size = {.dossiers = 50, .seed = 4}});
    CHECK(year.all.explained() * 100 >= year.all.movements() * 97);
    CHECK(year.touched() * 100 >= year.all.movements() * 15); // else the figure means little
    CHECK(year.by_noise.size() == test::noise_count);
    for (const auto& [noise, counts] : year.by_noise) {
        const auto& kind = noise;
        CAPTURE(std::string(name(kind)));
        CHECK(counts.movements() > 0);
    }
}

TEST_CASE("a file a week: none is explained wrongly either") {
    const Noisy_year year =
        year_of({.size = {.dossiers = 10, .seed = 2}, .months = 6, .days_per_file = 7});
    CHECK(year.all.explained() * 100 >= year.all.movements() * 95);
}

TEST_CASE("a bank that gives no EndToEndIds: own payments are known all the same, none wrongly") {
    const Noisy_year year = year_of({.size = {.dossiers = 20, .seed = 3}, .gives_ids = false});
    CHECK(year.all.explained() * 100 >= year.all.movements() * 95);
    CHECK(year.by_rule.at(reconcile::Rule::own_payment).explained() * 100 >=
          year.all.movements() * 50);
    CHECK_FALSE(year.by_rule.contains(reconcile::Rule::own_order));
}
