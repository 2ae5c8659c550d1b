// Goal: the built command pays living money each week or every two on the right day, over the end
// of a month, a holiday and the end of a year. Method: runs of households with nothing else due,
// and days taken from a calendar by hand, each with its reason.
#include "end_to_end/household_office.hpp"

using namespace saldo;
using calendar::Rhythm;
using dossier::Moves;
using Lines = test::Told_lines;

TEST_CASE("weekly living money over the end of a month, a holiday and the end of a year") {
    struct Row {
        const char* anchor; ///< first due date
        Rhythm rhythm;
        Moves moves;
        const char* as_of;
        const char* through;
        Lines leaves;
    };

    const Row rows[] = {
        // Friday 1 May 2026 is closed: the day after the weekend, or the Thursday of its week.
        {"2026-04-24",
         Rhythm::weekly,
         Moves::after,
         "2026-04-20",
         "2026-05-08",
         {"2026-04-24", "2026-05-04", "2026-05-08"}},
        {"2026-04-24",
         Rhythm::weekly,
         Moves::within_week,
         "2026-04-20",
         "2026-05-08",
         {"2026-04-24", "2026-04-30", "2026-05-08"}},
        // There on the due date or the last bank day before: 24 April, 30 April, 8 May.
        {"2026-04-24",
         Rhythm::weekly,
         Moves::before,
         "2026-04-20",
         "2026-05-08",
         {"2026-04-23", "2026-04-29", "2026-05-07"}},
        // The month ends on a Thursday: the run of April has five Thursdays.
        {"2026-04-02",
         Rhythm::weekly,
         Moves::after,
         "2026-04-01",
         "2026-04-30",
         {"2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23", "2026-04-30"}},
        // Easter: Good Friday 3 April is closed. With `after` two payments leave in one week.
        {"2026-03-27",
         Rhythm::weekly,
         Moves::after,
         "2026-03-23",
         "2026-04-10",
         {"2026-03-27", "2026-04-07", "2026-04-10"}},
        {"2026-03-27",
         Rhythm::weekly,
         Moves::within_week,
         "2026-03-23",
         "2026-04-10",
         {"2026-03-27", "2026-04-02", "2026-04-10"}},
        // Wednesday 11 November: TARGET is open, counters are closed.
        {"2026-11-04",
         Rhythm::weekly,
         Moves::after,
         "2026-11-02",
         "2026-11-18",
         {"2026-11-04", "2026-11-11", "2026-11-18"}},
        {"2026-11-04",
         Rhythm::weekly,
         Moves::before,
         "2026-11-02",
         "2026-11-18",
         {"2026-11-03", "2026-11-09", "2026-11-17"}},
        // Fridays 25 December and 1 January are closed.
        {"2026-12-18",
         Rhythm::weekly,
         Moves::after,
         "2026-12-14",
         "2027-01-08",
         {"2026-12-18", "2026-12-28", "2027-01-04", "2027-01-08"}},
        {"2026-12-18",
         Rhythm::weekly,
         Moves::within_week,
         "2026-12-14",
         "2027-01-08",
         {"2026-12-18", "2026-12-24", "2026-12-31", "2027-01-08"}},
        {"2026-12-18",
         Rhythm::fortnightly,
         Moves::within_week,
         "2026-12-14",
         "2027-01-15",
         {"2026-12-18", "2026-12-31", "2027-01-15"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.anchor);
        CAPTURE(row.through);
        dossier::Dossier dossier = test::household_holding(100'000);
        dossier.living_money = {test::living_money(row.rhythm, row.anchor, 8'000, row.moves)};
        Lines leaves;
        for (const std::string& line :
             test::Household_office(dossier).run(row.as_of, row.through)) {
            CHECK(line.ends_with(" 80.00 prepared"));
            leaves.push_back(line.substr(std::string("living_money:week 2026-04-24 ").size(), 10));
        }
        CHECK(leaves == row.leaves);
    }
}
