// Goal: evaluations, goals and the list of the team hold together in a book: what is kept is in the
// document and the log, and what cannot be is refused and changes nothing. Method: stories.
#include "app/codes.hpp"
#include "app/evaluations.hpp"
#include "app/goals.hpp"
#include "app/settings.hpp"
#include "money/hundredths.hpp"
#include "support/book.hpp"

using namespace saldo;
using app::Desk;
using test::code_of;
using test::day;

namespace {

const std::string number = "2026-0012";

dossier::Dossier on_ladder() {
    dossier::Dossier dossier = test::household();
    dossier.course = dossier::Course{.goal = "zelf mijn rekeningen betalen",
                                     .target = {7},
                                     .pace = {},
                                     .moves = {{.decided = day("2026-01-05"),
                                                .from = day("2026-01-05"),
                                                .kind = dossier::Move_kind::entry,
                                                .rung = {1},
                                                .reason = "begin",
                                                .review = day("2026-04-01"),
                                                .user = "an"}}};
    return dossier;
}

class Ladder_book {
public:
    Ladder_book() { REQUIRE(code_of(book.import({on_ladder()})) == ""); }

    auto evaluate(const char* as_of,
                  const char* on,
                  std::vector<dossier::Skill_score> scores = {{"network", {4}}}) {
        return book.act("an", as_of, [&](Desk& desk) {
            return app::add_evaluation(desk, number,
                                       {.date = day(on),
                                        .scores = scores,
                                        .conclusion = dossier::Conclusion::up,
                                        .words = "vooruit",
                                        .next = day("2026-09-01"),
                                        .user = {}});
        });
    }

    auto discuss(const char* as_of) {
        return book.act("jo", as_of,
                        [&](Desk& desk) { return app::mark_discussed(desk, {number}); });
    }

    [[nodiscard]] std::size_t on_team_list(const char* on) const {
        return book.ask([&](app::Unit_of_work& work) { return app::team_list(work, {}, day(on)); })
            .items.size();
    }

    test::Book book;
};

} // namespace

TEST_CASE("an evaluation is scored by the checklist of its day, and is discussed once") {
    Ladder_book with;
    const auto row = with.evaluate("2026-03-02", "2026-02-27",
                                   {{"network", {4}}, {"mobility", {7}}, {"look_ahead", {5}}});
    REQUIRE(code_of(row) == "");
    // (4 + 7 + 5) / 3 = 5.333…, an average person 5.
    CHECK(money::shown_in_hundredths(row->score->score) == "5.33");
    CHECK(money::shown_in_hundredths(row->score->difference) == "0.33");
    CHECK(row->evaluation.user == "an");

    // From 3 March on the office weighs the network double; what was judged before stays.
    REQUIRE(code_of(with.book.act("head", "2026-03-03", [](Desk& desk) {
                return app::load_setting(
                    desk, "skills",
                    R"({"schema": "saldo/skills/1", "scale_max": 5, "team_days": 7,
            "alarm": {"management_months": 12, "evaluation_months": 6},
            "skills": [{"key": "network", "name": "Netwerk", "weight": 2, "average": 3}]})");
            })) == "");
    CHECK(code_of(with.evaluate("2026-03-04", "2026-03-04", {{"network", {6}}})) ==
          app::score_too_high.text);
    CHECK(code_of(with.evaluate("2026-03-04", "2026-03-04", {{"mobility", {4}}})) ==
          app::skill_unknown.text);
    const auto again = with.evaluate("2026-03-04", "2026-03-04");
    REQUIRE(code_of(again) == "");
    CHECK(money::shown_in_hundredths(again->score->average) == "3.00");
    const auto rows = with.book.ask([](app::Unit_of_work& work) {
        return app::evaluations_on(work, number, day("2026-03-31"));
    });
    REQUIRE(rows->size() == 2);
    CHECK(money::shown_in_hundredths(rows->front().score->score) == "5.33");

    CHECK(with.on_team_list("2026-03-05") == 2);
    CHECK(with.discuss("2026-03-05")->size() == 2);
    CHECK(with.on_team_list("2026-03-05") == 0);
    CHECK(code_of(with.discuss("2026-03-19")) == app::nothing_to_discuss.text);
    CHECK(with.book.look("SELECT group_concat(kind) FROM (SELECT kind FROM event WHERE kind LIKE "
                         "'evaluation.%' ORDER BY number)") ==
          "evaluation.added,evaluation.added,evaluation.discussed\n");
    with.book.check_sound();
}

TEST_CASE("an evaluation that cannot be is refused and nothing is kept") {
    Ladder_book with;
    CHECK(code_of(with.evaluate("2026-03-02", "2026-03-03")) == app::evaluation_ahead.text);
    CHECK(code_of(with.evaluate("2026-03-02", "2026-03-02", {})) == app::score_missing.text);
    CHECK(code_of(with.evaluate("2026-03-02", "2026-03-02", {{"charm", {4}}})) ==
          app::skill_unknown.text);
    CHECK(code_of(with.evaluate("2026-03-02", "2026-03-02",
                                {{"network", {4}}, {"network", {5}}})) == "dossier.duplicate_id");
    REQUIRE(code_of(with.evaluate("2026-03-02", "2026-03-02")) == "");
    CHECK(code_of(with.evaluate("2026-03-04", "2026-03-01")) == "dossier.date_too_early");
    CHECK(with.book.look("SELECT count(*) FROM event WHERE kind = 'evaluation.added'") == "1\n");

    auto off_ladder = test::household();
    off_ladder.course.reset();
    test::Book other;
    REQUIRE(code_of(other.import({off_ladder})) == "");
    CHECK(code_of(other.act("an", "2026-03-02", [](Desk& desk) {
              return app::add_goal(desk, number, "iets", "");
          })) == app::course_missing.text);
    CHECK(code_of(other.act("an", "2026-03-02", [](Desk& desk) {
              return app::add_goal(desk, "2026-9999", "iets", "");
          })) == app::dossier_unknown.text);
}

TEST_CASE("what is overdue is listed until it is evaluated") {
    Ladder_book with;
    const auto overdue = [&](const char* on) {
        return with.book
            .ask([&](app::Unit_of_work& work) {
                return app::overdue_evaluations(work, {}, day(on));
            })
            ->size();
    };
    CHECK(overdue("2026-04-01") == 0);
    CHECK(overdue("2026-04-02") == 1);
    REQUIRE(code_of(with.evaluate("2026-04-03", "2026-04-03")) == "");
    CHECK(overdue("2026-04-03") == 0);
    CHECK(overdue("2026-09-01") == 0);
    CHECK(overdue("2026-09-02") == 1);
}

TEST_CASE("a goal is worked on step by step until it ends") {
    Ladder_book with;
    const auto act = [&](const char* as_of, auto request) {
        return with.book.act("an", as_of, request);
    };
    const auto added = act("2026-02-02", [](Desk& desk) {
        return app::add_goal(desk, number, "zelf mijn gsm betalen", "");
    });
    REQUIRE(code_of(added) == "");
    CHECK(added->goal.id == "1");
    const auto step = [](const char* what, const char* by) {
        return [what, by](Desk& desk) {
            return app::add_goal_step(desk, number, "1", {what, "client", day(by)});
        };
    };
    REQUIRE(code_of(act("2026-02-02", step("herinnering instellen", "2026-02-27"))) == "");
    REQUIRE(code_of(act("2026-02-02", step("drie maanden zelf betalen", "2026-05-29"))) == "");
    const auto finish = [](std::size_t number_of_step, const char* on) {
        return [number_of_step, on](Desk& desk) {
            return app::finish_goal_step(desk, number, "1", number_of_step, day(on));
        };
    };
    CHECK(code_of(act("2026-03-02", finish(3, "2026-03-02"))) == app::goal_step_unknown.text);
    CHECK(code_of(act("2026-03-02", finish(0, "2026-03-02"))) == app::goal_step_unknown.text);
    CHECK(code_of(act("2026-03-02", finish(1, "2026-03-03"))) == app::goal_act_ahead.text);
    CHECK(code_of(act("2026-03-02", finish(1, "2026-02-01"))) == "dossier.date_too_early");
    CHECK(code_of(act("2026-03-02", finish(1, "2026-02-25"))) == "");
    CHECK(code_of(act("2026-03-02", finish(1, "2026-02-26"))) == app::goal_step_done.text);
    const auto end = [](const char* goal) {
        return [goal](Desk& desk) {
            return app::end_goal(desk, number, goal, dossier::Goal_outcome::partly_reached);
        };
    };
    CHECK(code_of(act("2026-06-01", end("2"))) == app::goal_unknown.text);
    CHECK(code_of(act("2026-06-01", end("1"))) == "");
    CHECK(code_of(act("2026-06-02", end("1"))) == app::goal_ended.text);
    CHECK(code_of(act("2026-06-02", step("meer", "2026-09-01"))) == app::goal_ended.text);
    const auto goals = with.book.ask(
        [](app::Unit_of_work& work) { return app::goals_on(work, {}, day("2026-06-30")); });
    REQUIRE(goals->size() == 1);
    CHECK(goals->front().goal.steps.at(0).done == day("2026-02-25"));
    CHECK(goals->front().goal.ended->date == day("2026-06-01"));
    CHECK(
        with.book
            .ask([](app::Unit_of_work& work) { return app::goals_on(work, {}, day("2026-02-01")); })
            ->empty());
    with.book.check_sound();
}
