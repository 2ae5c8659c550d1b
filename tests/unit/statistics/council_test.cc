// Goal: each figure of the quarter is what its dossiers say, and names them. Method: a small
// office, counted by hand.
#include "money/hundredths.hpp"
#include "statistics/codes.hpp"
#include "statistics/council.hpp"
#include "support/dossiers.hpp"

using namespace saldo;
using dossier::Help_stop;
using dossier::Mandate_kind;
using statistics::Council_counter;
using statistics::Council_figure;
using statistics::Window;
using test::day;

namespace {

dossier::Dossier
helped(const std::string& number, Mandate_kind kind, const char* from, const char* until = "") {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.number = number;
    dossier.mandates = {{kind, "BCSD 1", day(from), test::period(from, until)}};
    return dossier;
}

/// `3 (1 2 3)`, with the amount or the days before the dossiers.
std::string told(const Council_counter& counter, Council_figure figure, std::string_view of = {}) {
    for (const statistics::Council_row& row : counter.result()) {
        if (row.figure == figure && row.of == of) {
            std::string text = std::to_string(row.counted.count) + " ";
            text += row.amount ? format(*row.amount) + " " : "";
            text += row.days ? money::shown_in_hundredths(*row.days) + " " : "";
            for (const std::string& dossier : row.counted.dossiers) {
                text += "|" + dossier;
            }
            return text;
        }
    }
    return "none";
}

} // namespace

TEST_CASE("a quarter is three whole months") {
    struct Row {
        const char* text;
        const char* from;
        const char* through;
    };

    for (const Row& row :
         {Row{"2026-Q1", "2026-01-01", "2026-03-31"}, Row{"2024-Q1", "2024-01-01", "2024-03-31"},
          Row{"2026-Q2", "2026-04-01", "2026-06-30"}, Row{"2026-Q3", "2026-07-01", "2026-09-30"},
          Row{"2026-Q4", "2026-10-01", "2026-12-31"}}) {
        CAPTURE(row.text);
        CHECK(statistics::quarter_from(row.text) == Window{day(row.from), day(row.through)});
    }
    for (const char* bad : {"2026-Q0", "2026-Q5", "2026Q3", "2026-q3", "26-Q3", "2026-Q31", "",
                            "0000-Q1", "-026-Q1"}) {
        CAPTURE(bad);
        const auto quarter = statistics::quarter_from(bad);
        REQUIRE(!quarter.has_value());
        CHECK(quarter.error().code() == statistics::not_a_quarter);
    }
}

TEST_CASE("help of the quarter: who had it, who is new, who left and why") {
    Council_counter counter({day("2026-07-01"), day("2026-09-30")});
    const auto management = Mandate_kind::budget_management;
    counter.add(helped("1", management, "2026-01-05"));
    counter.add(helped("2", management, "2026-07-01"));
    auto moved = helped("3", management, "2026-03-02", "2026-08-31");
    moved.mandates.front().ended =
        dossier::Mandate_end{day("2026-08-31"), Help_stop::moved, "", "an"};
    counter.add(moved);
    counter.add(helped("4", management, "2026-03-02", "2026-09-30"));
    counter.add(helped("5", management, "2026-03-02", "2026-06-30"));
    auto closed = helped("6", Mandate_kind::budget_guidance, "2026-03-02");
    closed.closed = day("2026-07-15");
    closed.closing = dossier::Closing{
        .decided = day("2026-07-01"), .reason = Help_stop::goals_met, .note = {}, .user = "an"};
    counter.add(closed);
    CHECK(told(counter, Council_figure::helped, "budget_management") == "4 |1|2|3|4");
    CHECK(told(counter, Council_figure::started, "budget_management") == "1 |2");
    CHECK(told(counter, Council_figure::ended, "budget_management") == "2 |3|4");
    CHECK(told(counter, Council_figure::helped, "budget_guidance") == "1 |6");
    CHECK(told(counter, Council_figure::ended, "budget_guidance") == "1 |6");
    CHECK(told(counter, Council_figure::end_reason, "moved") == "1 |3");
    CHECK(told(counter, Council_figure::end_reason, "not_stated") == "1 |4");
    CHECK(told(counter, Council_figure::end_reason, "goals_met") == "1 |6");
    // Days in management of 1, 2 and 4 on 30 September: 269, 92 and 213.
    CHECK(told(counter, Council_figure::management_median) == "3 213.00 |1|2|4");
    CHECK(told(counter, Council_figure::management_longest) == "1 269.00 |1");
    // Of two in the middle the median is half their sum: 92, 213, 269 and 1.
    counter.add(helped("7", management, "2026-09-30"));
    CHECK(told(counter, Council_figure::management_median) == "4 152.50 |1|2|4|7");
    CHECK(told(counter, Council_figure::helped, "debt_mediation") == "none");
    CHECK(told(counter, Council_figure::evaluations) == "0 ");
}

TEST_CASE("what the book tells besides is added with its dossiers, and zero is told") {
    Council_counter counter({day("2026-07-01"), day("2026-09-30")});
    CHECK(told(counter, Council_figure::payments) == "0 0.00 ");
    counter.add(Council_figure::payments, {}, "2", Money::cents(100'10));
    counter.add(Council_figure::payments, {}, "1", Money::cents(20'05));
    counter.add(Council_figure::payments, {}, "2", Money::cents(5));
    counter.add_things(Council_figure::runs, 1, {"1", "2"});
    counter.add_things(Council_figure::runs, 1, {"2"});
    CHECK(told(counter, Council_figure::payments) == "3 120.20 |1|2");
    CHECK(told(counter, Council_figure::runs) == "2 |1|2");
    CHECK(told(counter, Council_figure::management_median) == "none");
}
