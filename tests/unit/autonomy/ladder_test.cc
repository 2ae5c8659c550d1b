// Goal: the ladder that is built in says what may happen on each of its rungs, and a ladder of an
// office that cannot be is refused with every fault. Method: a table with one letter for each rung
// and event, held against the act itself with and without a decision; faults one at a time.
#include "autonomy/codes.hpp"
#include "autonomy/ladder_document.hpp"
#include "autonomy/names.hpp"
#include "autonomy/permission.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace saldo;
using namespace saldo::autonomy;

namespace {

Ladder standard_ladder() {
    const auto ladder = read_ladder(standard_ladder_text());
    REQUIRE(ladder.has_value());
    return *ladder;
}

template <class T> std::string code_of(const Result<T>& result) {
    return result ? std::string() : std::string(result.error().code().text);
}

std::string faults_of(const std::string& text) {
    std::string faults;
    const auto ladder = read_ladder(text);
    if (!ladder) {
        for (const Finding& finding : ladder.error().findings()) {
            faults += std::string(finding.code.text) + " " + finding.where.place + "\n";
        }
    }
    return faults;
}

dossier::Budget_line line_of(const std::string& category, dossier::Priority priority) {
    dossier::Budget_line line = test::expense(
        "line", priority, test::schedule(calendar::Rhythm::monthly, "2026-02-01", 1'000));
    line.category = category;
    return line;
}

} // namespace

TEST_CASE("every event on every rung: allowed, by decision, or refused with its code") {
    // One letter for each event, in the order of their names: entry, up, skip, down, handover,
    // handover_ahead, takeback, crisis, end. a: the worker decides; p: it takes a decision of a
    // person; -: it cannot be.
    const char* rows[] = {
        "aap-----a", // 0 intake: nothing is managed yet, so nothing is handed over or taken back
        "pap--paap", // 1 there is no lower form of help to go back to
        "papa-paap", // 2
        "papa-paap", // 3 the office pays all, the client prepares
        "papaapaap", // 4 chosen lines are the client's
        "pppaapaap", // 5 the way to budget guidance is the committee's
        "pppaapaap", // 6 with the proxy a take-back is at once
        "pa-papppp", // 7 without a proxy the office pays only after a decision
        "--------a"  // 8 aftercare: what comes after is a new request
    };
    const std::map<Event, std::string> codes{
        {Event::entry, "autonomy.entry_refused"},
        {Event::up, "autonomy.up_refused"},
        {Event::skip, "autonomy.skip_refused"},
        {Event::down, "autonomy.down_refused"},
        {Event::handover, "autonomy.handover_refused"},
        {Event::handover_ahead, "autonomy.handover_ahead_refused"},
        {Event::takeback, "autonomy.takeback_refused"},
        {Event::crisis, "autonomy.crisis_refused"},
        {Event::end, "autonomy.end_refused"}};
    const Ladder ladder = standard_ladder();
    REQUIRE(ladder.rungs.size() == std::size(rows));
    std::size_t tried = 0;
    for (const Rung& rung : ladder.rungs) {
        const std::string row = rows[rung.number];
        REQUIRE(row.size() == event_names.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Event event = event_names[i].value;
            CAPTURE(rung.number);
            CAPTURE(std::string(event_names[i].name));
            const std::string refused = codes.at(event);
            CHECK(code_of(permit(rung, event, "")) == (row[i] == 'a'   ? ""
                                                       : row[i] == 'p' ? "autonomy.decision_needed"
                                                                       : refused));
            CHECK(code_of(permit(rung, event, "BC-2026-17")) == (row[i] == '-' ? refused : ""));
            ++tried;
        }
    }
    CHECK(tried == 81);
}

TEST_CASE("what a rung leaves to the client") {
    using enum dossier::Priority;

    struct Row {
        const char* category;
        dossier::Priority priority;
        const char* task;
        int client_from; ///< the first rung, after intake, on which the client pays
    };

    const Row rows[] = {{"rent", housing, "rent", 6},
                        {"electricity", energy, "energy", 6},
                        {"alimony", alimony, "alimony", 6},
                        {"telecom", fixed_cost, "telecom", 4},
                        {"school", fixed_cost, "school", 4},
                        {"pharmacy", fixed_cost, "medical", 4},
                        {"insurance", fixed_cost, "fixed_costs", 5},
                        {"gym", fixed_cost, "fixed_costs", 5},
                        {"gym", housing, "rent", 6}};
    const Ladder ladder = standard_ladder();
    for (const Row& row : rows) {
        const dossier::Budget_line line = line_of(row.category, row.priority);
        CAPTURE(std::string(row.category));
        REQUIRE(task_of(ladder, line) != nullptr);
        CHECK(task_of(ladder, line)->key == row.task);
        for (int number = 1; number <= 8; ++number) {
            CAPTURE(number);
            const bool is_clients = pays(ladder, *find_rung(ladder, number), line) == Doer::client;
            CHECK(is_clients == (number >= row.client_from));
        }
    }
}

TEST_CASE("no rung takes back what one above it left to the client") {
    const Ladder ladder = standard_ladder();
    for (std::size_t i = 2; i < ladder.rungs.size(); ++i) {
        for (const Task_share& share : ladder.rungs[i].tasks) {
            for (const Task_share& below : ladder.rungs[i - 1].tasks) {
                if (below.task == share.task && below.pays == Doer::client) {
                    CAPTURE(share.task);
                    CAPTURE(ladder.rungs[i].number);
                    CHECK(share.pays == Doer::client);
                }
            }
        }
    }
}

TEST_CASE("from one rung to another") {
    CHECK(event_between(2, 3) == Event::up);
    CHECK(event_between(2, 4) == Event::skip);
    CHECK(event_between(5, 2) == Event::down);
    CHECK_FALSE(event_between(2, 2).has_value());
}

TEST_CASE("a ladder that cannot be is refused with its faults") {
    struct Row {
        const char* before;
        const char* after;
        const char* faults;
    };

    const Row rows[] = {
        {"\"task\": \"mail\", \"name\"", "\"task\": \"rent\", \"name\"",
         "autonomy.said_twice /tasks/2\n"},
        {"\"rung\": \"3\"", "\"rung\": \"4\"", "autonomy.rung_out_of_order /rungs/3/rung\n"},
        {"\"fallback\": \"0\"", "\"fallback\": \"1\"",
         "autonomy.fallback_higher /rungs/0/fallback\n"},
        {"[\"aftercare\"]", "[\"flowers\"]", "autonomy.key_unknown /rungs/8/letters\n"},
        {"\"signal\": \"signal.new_debt\"", "\"signal\": \"new debt\"",
         "dossier.schema /triggers/5/signal\n"},
        {"\"up\": \"allowed\"", "\"up\": \"maybe\"", "dossier.schema /rungs/0/events/up\n"},
        {"\"proxy\": \"no\",", "", "dossier.schema /rungs/0\n"}};
    for (const Row& row : rows) {
        std::string text(standard_ladder_text());
        CAPTURE(std::string(row.after));
        REQUIRE(text.find(row.before) != std::string::npos);
        text.replace(text.find(row.before), std::string(row.before).size(), row.after);
        const std::string faults = faults_of(text);
        CHECK(faults.find(row.faults) != std::string::npos);
    }
}
