// Goal: what is overdue, and what the team has to look at, follows from the document and the day.
// Method: tables of small documents; each expected day was taken from a calendar by hand.
#include "evaluation/follow_up.hpp"
#include "support/dossiers.hpp"

using namespace saldo;
using dossier::Evaluation;
using evaluation::Item;
using evaluation::Topic;
using test::day;

namespace {

Evaluation evaluated(const char* on, const char* next = "", const char* discussed = "") {
    const auto maybe = [](const char* text) {
        return *text == '\0' ? std::nullopt : std::optional(day(text));
    };
    return {.date = day(on),
            .scores = {{"network", {4}}},
            .words = "verder zo",
            .next = maybe(next),
            .discussed = maybe(discussed),
            .user = "an"};
}

dossier::Rung_move moved(const char* decided,
                         dossier::Move_kind kind = dossier::Move_kind::entry,
                         const char* review = "") {
    return {.decided = day(decided),
            .from = day(decided),
            .kind = kind,
            .rung = {1},
            .reason = "afgesproken",
            .review = *review == '\0' ? std::nullopt : std::optional(day(review)),
            .user = "an"};
}

dossier::Dossier on_ladder(std::vector<dossier::Rung_move> moves,
                           std::vector<Evaluation> evaluations = {}) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.mandates.clear();
    dossier.course =
        dossier::Course{.goal = "zelf doen", .target = {7}, .pace = {}, .moves = std::move(moves)};
    dossier.course->evaluations = std::move(evaluations);
    return dossier;
}

/// `topic date subject; …`
std::string told(const std::vector<Item>& items) {
    std::string text;
    for (const Item& item : items) {
        text += (text.empty() ? "" : "; ") +
                std::string(name_in(evaluation::topic_names, item.topic)) + " " +
                calendar::format(item.date) + (item.subject.empty() ? "" : " " + item.subject);
    }
    return text;
}

std::string overdue_on(const dossier::Dossier& dossier, const char* on) {
    return told(evaluation::overdue(dossier, day(on)));
}

std::string team_on(const dossier::Dossier& dossier,
                    const char* from,
                    const char* on,
                    const std::set<std::string, std::less<>>& added = {}) {
    return told(evaluation::for_team(dossier, {}, {day(from), day(on)}, added));
}

} // namespace

TEST_CASE("the next evaluation is overdue on the day after it") {
    const auto dossier = on_ladder({moved("2026-01-05")}, {evaluated("2026-03-02", "2026-06-01")});
    CHECK(overdue_on(dossier, "2026-06-01") == "");
    CHECK(overdue_on(dossier, "2026-06-02") == "evaluation_overdue 2026-06-01");
    auto again = dossier;
    again.course->evaluations.push_back(evaluated("2026-05-20", "2026-11-02"));
    CHECK(overdue_on(again, "2026-06-02") == "");
    // Nobody knew on 19 May that it would be made.
    again.course->evaluations.front().next = day("2026-05-18");
    CHECK(overdue_on(again, "2026-05-19") == "evaluation_overdue 2026-05-18");
    CHECK(overdue_on(again, "2026-11-03") == "evaluation_overdue 2026-11-02");
}

TEST_CASE("a step is reviewed by an evaluation on its day, or by one that says when the next is") {
    using dossier::Move_kind;
    const std::vector moves{moved("2026-01-05"), moved("2026-03-02", Move_kind::up, "2026-06-01")};
    CHECK(overdue_on(on_ladder(moves), "2026-06-01") == "");
    CHECK(overdue_on(on_ladder(moves), "2026-06-02") == "step_overdue 2026-06-01");
    const auto with = [&](const Evaluation& evaluation) {
        return overdue_on(on_ladder(moves, {evaluation}), "2026-06-10");
    };
    CHECK(with(evaluated("2026-06-01")) == "");
    CHECK(with(evaluated("2026-06-05")) == "");
    CHECK(with(evaluated("2026-05-20")) == "step_overdue 2026-06-01");
    CHECK(with(evaluated("2026-05-20", "2026-09-01")) == "");
    // The evaluation that led to the step is not its review.
    CHECK(with(evaluated("2026-03-02", "2026-09-01")) == "step_overdue 2026-06-01");
    // The last step counts; one decided later was not known yet.
    auto later = moves;
    later.push_back(moved("2026-05-04", Move_kind::down, "2026-08-03"));
    CHECK(overdue_on(on_ladder(later), "2026-06-10") == "");
    CHECK(overdue_on(on_ladder(later), "2026-08-04") == "step_overdue 2026-08-03");
    later.back().decided = day("2026-06-11");
    CHECK(overdue_on(on_ladder(later), "2026-06-10") == "step_overdue 2026-06-01");
}

TEST_CASE("who pays a line is looked at again as well, line by line") {
    auto dossier = on_ladder({moved("2026-01-05")});
    for (const char* id : {"telecom", "school"}) {
        dossier.budget_lines.push_back(
            test::expense(id, dossier::Priority::fixed_cost,
                          test::schedule(calendar::Rhythm::monthly, "2026-02-10", 25'00)));
    }
    const dossier::Payer_change change{.decided = day("2026-02-02"),
                                       .from = day("2026-02-10"),
                                       .gives = {},
                                       .reason = "kan het zelf",
                                       .review = day("2026-05-11"),
                                       .user = "an"};
    dossier.budget_lines.front().payer_changes.push_back(change);
    CHECK(overdue_on(dossier, "2026-05-11") == "");
    CHECK(overdue_on(dossier, "2026-05-12") == "payer_overdue 2026-05-11 telecom");
    dossier.course->evaluations.push_back(evaluated("2026-05-11"));
    CHECK(overdue_on(dossier, "2026-05-12") == "");
}

TEST_CASE("steps of goals are overdue until they are done or the goal has ended") {
    auto dossier = on_ladder({moved("2026-01-05")});
    dossier::Goal goal{"1", day("2026-02-02"), "zelf mijn gsm betalen", "an"};
    goal.steps = {{"herinnering instellen", "client", day("2026-02-27")},
                  {"domiciliëring stoppen", "worker", day("2026-03-31"), day("2026-03-20")}};
    dossier.course->goals.push_back(goal);
    CHECK(overdue_on(dossier, "2026-02-27") == "");
    CHECK(overdue_on(dossier, "2026-02-28") == "goal_overdue 2026-02-27 1");
    CHECK_FALSE(evaluation::is_evaluation_due(Topic::goal_overdue));
    dossier.course->goals.front().ended = dossier::Goal_end{day("2026-03-01"), {}, "an"};
    CHECK(overdue_on(dossier, "2026-02-28") == "goal_overdue 2026-02-27 1");
    CHECK(overdue_on(dossier, "2026-03-01") == "");
}

TEST_CASE("of who is not followed any more nothing is overdue") {
    const auto dossier = on_ladder({moved("2026-01-05")}, {evaluated("2026-03-02", "2026-06-01")});
    auto closed = dossier;
    closed.closed = day("2026-06-05");
    CHECK(overdue_on(closed, "2026-06-04") == "evaluation_overdue 2026-06-01");
    CHECK(overdue_on(closed, "2026-06-05") == "");
    auto ending = dossier;
    ending.closing = dossier::Closing{.decided = day("2026-06-05"), .note = {}, .user = "an"};
    CHECK(overdue_on(ending, "2026-06-05") == "");
    auto off = dossier;
    off.course->moves.push_back(moved("2026-06-05", dossier::Move_kind::end));
    CHECK(overdue_on(off, "2026-06-04") == "evaluation_overdue 2026-06-01");
    CHECK(overdue_on(off, "2026-06-05") == "");
}

TEST_CASE("the alarm rings after two years in management and one without an evaluation") {
    auto dossier = on_ladder({moved("2024-02-29")});
    const auto mandate = [](const char* from, const char* until) {
        return dossier::Mandate{dossier::Mandate_kind::budget_management, "BCSD 1", day(from),
                                test::period(from, until)};
    };
    // A renewal does not stop the clock.
    dossier.mandates = {mandate("2024-02-29", "2025-02-28"), mandate("2025-03-01", "")};
    CHECK(team_on(dossier, "2026-02-27", "2026-02-27") == "");
    CHECK(team_on(dossier, "2026-02-28", "2026-02-28") == "management_alarm 2024-02-29");
    auto evaluated_then = dossier;
    evaluated_then.course->evaluations = {evaluated("2025-06-02", "", "2025-06-10")};
    CHECK(team_on(evaluated_then, "2026-06-01", "2026-06-01") == "");
    CHECK(team_on(evaluated_then, "2026-06-02", "2026-06-02") == "management_alarm 2024-02-29");
    // Without a ladder nobody evaluates: that is told as well.
    auto nobody = dossier;
    nobody.course.reset();
    CHECK(team_on(nobody, "2026-06-01", "2026-06-01") == "management_alarm 2024-02-29");
    // A day without help starts it anew; help that ended is not told.
    dossier.mandates = {mandate("2024-02-29", "2025-02-27"), mandate("2025-03-01", "2026-12-31")};
    CHECK(team_on(dossier, "2026-06-01", "2026-06-01") == "");
    CHECK(team_on(dossier, "2027-06-01", "2027-06-01") == "");
    dossier.mandates = {mandate("2024-02-29", "2026-05-31")};
    CHECK(team_on(dossier, "2026-06-01", "2026-06-01") == "");
}

TEST_CASE("the team sees what was not discussed, and what is new in its two weeks") {
    auto dossier = on_ladder({moved("2026-01-05")},
                             {evaluated("2026-01-12", "", "2026-01-20"), evaluated("2026-02-16")});
    dossier.course->evaluations.back().conclusion = dossier::Conclusion::up;
    const auto read = dossier::read_document(test::sample_dossier);
    REQUIRE(read.has_value());
    dossier::Creditor creditor = read->creditors.front();
    creditor.claims.resize(2, creditor.claims.front());
    creditor.claims[0].id = "17";
    creditor.claims[0].stated = day("2026-02-20");
    creditor.claims[1].id = "18";
    creditor.claims[1].stated = day("2025-11-02");
    dossier.creditors.push_back(creditor);
    CHECK(team_on(dossier, "2026-02-20", "2026-03-06") ==
          "evaluation 2026-02-16 up; claim 2026-02-20 energy/17");
    CHECK(team_on(dossier, "2026-02-21", "2026-03-06") == "evaluation 2026-02-16 up");
    CHECK(team_on(dossier, "2026-02-21", "2026-03-06", {"energy/18"}) ==
          "evaluation 2026-02-16 up; claim 2025-11-02 energy/18");
    // On 15 January the second was not made, and the first not discussed.
    CHECK(team_on(dossier, "2026-01-05", "2026-01-15") == "evaluation 2026-01-12 stay");

    const dossier::Adopted_plan plan{.id = "1",
                                     .name = {},
                                     .adopted = day("2026-02-20"),
                                     .user = "an",
                                     .account = "main",
                                     .pot = {},
                                     .terms = {},
                                     .instalments = {},
                                     .answers = {{day("2026-03-02"), "energy", {}, {}, {}, "an"}},
                                     .ended =
                                         dossier::Plan_end{day("2026-03-06"), "te zwaar", "an"}};
    dossier.plans.push_back(plan);
    CHECK(team_on(dossier, "2026-02-21", "2026-03-06") ==
          "evaluation 2026-02-16 up; plan_answered 2026-03-02 1; plan_ended 2026-03-06 1");
    CHECK(team_on(dossier, "2026-02-01", "2026-02-20") ==
          "evaluation 2026-02-16 up; plan_adopted 2026-02-20 1; claim 2026-02-20 energy/17");
}
