// Goal: a checklist is read as it says or refused with the place, and its weighted score is exact.
// Method: tables; the expected scores are computed by hand.
#include "evaluation/checklist.hpp"
#include "evaluation/codes.hpp"
#include "money/hundredths.hpp"
#include "support/changed_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using dossier::Skill_score;
using dossier::Small;
using evaluation::Checklist;

namespace {

Checklist built_in() {
    const auto read = evaluation::read_checklist(evaluation::default_skills_text());
    REQUIRE(read.has_value());
    return *read;
}

Checklist three_skills() {
    Checklist checklist;
    checklist.skills = {{"network", "Netwerk", 1, 5},
                        {"mobility", "Mobiliteit", 2, 6},
                        {"look_ahead", "Vooruitkijken", 4, 4}};
    return checklist;
}

std::string shown(const Checklist& checklist, const std::vector<Skill_score>& scores) {
    const auto score = evaluation::score_of(checklist, scores);
    return score ? money::shown_in_hundredths(score->score) + " " +
                       money::shown_in_hundredths(score->average) + " " +
                       money::shown_in_hundredths(score->difference)
                 : "none";
}

} // namespace

TEST_CASE("the built-in checklist has the published skills") {
    const Checklist checklist = built_in();
    CHECK(checklist.scale_max == 10);
    CHECK(checklist.team_days == 14);
    CHECK(checklist.alarm.management_months == 24);
    CHECK(checklist.alarm.evaluation_months == 12);
    for (const char* key : {"financial_insight", "network", "mental_strength", "mobility",
                            "household", "arithmetic_writing", "earn_enough", "organise_money",
                            "spend_responsibly", "look_ahead"}) {
        CAPTURE(key);
        CHECK(evaluation::find_skill(checklist, key) != nullptr);
    }
    CHECK(checklist.skills.size() == 10);
}

TEST_CASE("a checklist that says what cannot be is refused with the place") {
    struct Row {
        const char* from;
        const char* to;
        const char* code;
        const char* place;
    };

    for (const Row& row :
         {Row{R"("key": "mobility")", R"("key": "network")", "evaluation.said_twice",
              "/skills/3/key"},
          Row{R"("name": "Mobiliteit", "weight": 1, "average": 5)",
              R"("name": "Mobiliteit", "weight": 1, "average": 11)", "evaluation.average_too_high",
              "/skills/3/average"},
          Row{R"("scale_max": 10)", R"("scale_max": 0)", "dossier.schema", "/scale_max"},
          Row{R"("management_months": 24)", R"("management_months": "24")", "dossier.schema",
              "/alarm/management_months"}}) {
        CAPTURE(row.to);
        const auto read = evaluation::read_checklist(
            test::changed(std::string(evaluation::default_skills_text()), row.from, row.to));
        REQUIRE(!read.has_value());
        CHECK(read.error().code().text == row.code);
        CHECK(read.error().first().where.place == row.place);
    }
}

TEST_CASE("the score is the sum of score times weight over the weights of what was scored") {
    const Checklist checklist = three_skills();
    // All three: (1·3 + 2·7 + 4·5) / 7 = 37/7 = 5.2857…; average (5 + 12 + 16) / 7 = 33/7.
    CHECK(shown(checklist,
                {{"network", Small{3}}, {"mobility", Small{7}}, {"look_ahead", Small{5}}}) ==
          "5.29 4.71 0.57");
    // Two: (3 + 28) / 5 = 6.2 against (5 + 16) / 5 = 4.2.
    CHECK(shown(checklist, {{"network", Small{3}}, {"look_ahead", Small{7}}}) == "6.20 4.20 2.00");
    // (0 + 2·1) / 3 = 0.666… against 17/3 = 5.666…: exactly five below.
    CHECK(shown(checklist, {{"network", Small{0}}, {"mobility", Small{1}}}) == "0.67 5.67 -5.00");
    // A skill that the office has no more does not count; if none is left there is no score.
    CHECK(shown(checklist, {{"network", Small{3}}, {"dropped", Small{9}}}) == "3.00 5.00 -2.00");
    CHECK(shown(checklist, {{"dropped", Small{9}}}) == "none");
    CHECK(shown(checklist, {}) == "none");
}

TEST_CASE("hundredths are rounded half away from zero, once") {
    CHECK(money::shown_in_hundredths(money::Rate::of(1, 8)) == "0.13");
    CHECK(money::shown_in_hundredths(money::Rate::of(-1, 8)) == "-0.13");
    CHECK(money::shown_in_hundredths(money::Rate::of(1, 3)) == "0.33");
    CHECK(money::shown_in_hundredths(money::Rate::of(2, 3)) == "0.67");
    CHECK(money::shown_in_hundredths(money::Rate::of(0, 1)) == "0.00");
}

TEST_CASE("a score lies between the lowest and the highest, and scores that rise raise it") {
    CHECK(rc::check("weighted mean", [] {
        Checklist checklist;
        std::vector<Skill_score> scores;
        const int count = *rc::gen::inRange(1, 12);
        int low = 10;
        int high = 0;
        for (int i = 0; i < count; ++i) {
            const std::string key = "s" + std::to_string(i);
            checklist.skills.push_back({key, key, *rc::gen::inRange(1, 100), 5});
            scores.push_back({key, Small{*rc::gen::inRange(0, 11)}});
            low = std::min(low, scores.back().score.value);
            high = std::max(high, scores.back().score.value);
        }
        const auto mean = evaluation::score_of(checklist, scores)->score;
        RC_ASSERT(mean.numerator() >= low * mean.denominator());
        RC_ASSERT(mean.numerator() <= high * mean.denominator());
        ++scores[static_cast<std::size_t>(*rc::gen::inRange(0, count))].score.value;
        const auto raised = evaluation::score_of(checklist, scores)->score;
        RC_ASSERT(raised.numerator() * mean.denominator() >
                  mean.numerator() * raised.denominator());
    }));
}
