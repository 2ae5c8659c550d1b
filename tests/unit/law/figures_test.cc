// Goal: the figures of the law hold on their days and on no other, and a file of new ones is taken
// whole or refused whole. Method: tables of days; files with one fault each.
#include "law/codes.hpp"
#include "law/figures.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using law::Figures;

namespace {

const std::string header = "key,from,through,value,unit,article,status,source\n";

} // namespace

TEST_CASE("figures hold from their first through their last day") {
    struct Row {
        const char* key;
        const char* on;
        const char* value; ///< empty: none in force
    };

    const Figures figures = Figures::shipped();
    for (const Row& row : {
             Row{"xix.penalty.t1", "2023-08-31", ""},
             {"xix.penalty.t1", "2023-09-01", "150.00"},
             {"bailiff.class_a.fee", "2024-09-30", ""},
             {"bailiff.class_a.fee", "2024-10-01", "125.00"},
             {"lim.court_may_raise_consumer", "2024-09-30", ""},
             {"lim.court_may_raise_consumer", "2024-10-01", "1"},
             {"attach.t1", "2025-12-31", "1388.00"},
             {"attach.t1", "2026-01-01", ""},
             {"leefloon.cat2", "2025-06-01", "1314.20"},
             {"leefloon.cat2", "2026-01-01", ""},
             {"nobody.knows", "2025-01-01", ""},
         }) {
        CAPTURE(row.key);
        CAPTURE(row.on);
        const law::Figure* found = figures.find(row.key, *calendar::parse(row.on));
        CHECK((found == nullptr ? "" : found->value) == row.value);
    }
}

TEST_CASE("every figure has an article and an address") {
    const Figures figures = Figures::shipped();
    for (const law::Figure& figure : figures.all()) {
        CAPTURE(figure.key);
        CHECK_FALSE(figure.article.empty());
        CHECK(law::address_of(figure) != figure.source);
    }
}

TEST_CASE("a new year's row changes nothing before its first day") {
    const Figures old = Figures::shipped();
    const auto with = old.with(header + "attach.t1,2026-01-01,2026-12-31,1500.00,EUR/month,"
                                        "Ger.W. art. 1409,P,invented\n"
                                        "xix.penalty.max,2026-07-01,,2500.00,EUR,"
                                        "WER art. XIX.4,P,invented\n");
    REQUIRE(with.has_value());
    const Date first = *calendar::parse("2026-01-01");
    for (const law::Figure& figure : old.all()) {
        for (int back = 1; back < 800; ++back) {
            const Date on = first.plus_days(-back);
            const law::Figure* before = old.find(figure.key, on);
            const law::Figure* after = with->find(figure.key, on);
            CHECK((before == nullptr) == (after == nullptr));
            CHECK((before == nullptr || before->value == after->value));
        }
        if (figure.key.starts_with("interest")) {
            break; // the keys up to here have rows with and without an end
        }
    }
    CHECK(with->find("attach.t1", first)->value == "1500.00");
    const Date july = *calendar::parse("2026-07-01");
    CHECK(with->find("xix.penalty.max", july)->value == "2500.00");
    CHECK(with->find("xix.penalty.max", july.plus_days(-1))->value == "2000.00");
}

TEST_CASE("what was published since takes the place of what nobody could verify") {
    const std::string derived = "interest.commercial,2026-01-01,2026-06-30,";
    const auto law = std::string(",percent/year,wet 2 augustus 2002 art. 5,");
    const Date spring = *calendar::parse("2026-03-01");
    const Figures old = Figures::shipped();
    REQUIRE(old.find("interest.commercial", spring)->status == law::Status::derived);
    const auto with = old.with(header + derived + "10.75" + law + "P,invented\n");
    REQUIRE(with.has_value());
    CHECK(with->find("interest.commercial", spring)->value == "10.75");
    CHECK(with->of("interest.commercial").size() == old.of("interest.commercial").size());
    // What is published stays, and neither comes another guess.
    CHECK_FALSE(with->with(header + derived + "11.00" + law + "P,invented\n").has_value());
    CHECK_FALSE(old.with(header + derived + "11.00" + law + "M,invented\n").has_value());
    // It may last longer, but not into the next row.
    CHECK_FALSE(
        old.with(header + "interest.commercial,2025-07-02,2026-06-30,10.75" + law + "P,invented\n")
            .has_value());
}

TEST_CASE("a file with a fault is refused with the line of the fault") {
    struct Row {
        std::string text;
        Code code;
        std::uint64_t line;
    };

    const std::string good = "attach.t1,2026-01-01,,1500.00,EUR/month,art. 1409,P,invented\n";
    const std::string end = "art. 1409,P,invented\n";
    for (const Row& row : {
             Row{"", law::figures_form, 0},
             {"key,value\n", law::figures_form, 1},
             {header + "attach.t1,2026-01-01\n", law::figures_form, 2},
             {header + "attach.t1,2026-13-01,,1.00,EUR/month," + end, law::figures_form, 2},
             {header + "attach.t1,2026-01-01,,1.00,EUR/month,art. 1409,X,s\n", law::figures_form,
              2},
             {header + good + "attach.t1,2026-01-01,,x,EUR/month," + end, law::figure_value, 3},
             {header + "attach.t1,2026-02-01,2026-01-01,1.00,EUR/month," + end, law::figure_value,
              2},
             {header + "attach.t9,2026-01-01,,1.00,EUR/month," + end, law::figure_unknown, 2},
             {header + "attach.t1,2026-01-01,,1.00,EUR," + end, law::figure_unit, 2},
             {header + "attach.t1,2025-12-31,,1.00,EUR/month," + end, law::figures_overlap, 2},
             {header + good + good, law::figures_overlap, 3},
             {header + "attach.t1,2026-01-01,,1.00,EUR/month,,P,s\n", law::figure_not_sourced, 2},
             {header + std::string(10'000, '\n'), law::count_too_large, 10'001},
         }) {
        CAPTURE(row.text);
        const auto answer = Figures::shipped().with(row.text);
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code() == row.code);
        CHECK(answer.error().first().where.line == row.line);
    }
}
