// Goal: what the office counts out of its book is what there is. Method: the registration of an
// office of a thousand households against a count of its days; a small book counted by hand.
#include "app/codes.hpp"
#include "app/statistics.hpp"
#include "money/hundredths.hpp"
#include "support/book.hpp"
#include "support/told_registration.hpp"

using namespace saldo;
using app::Desk;
using statistics::Council_figure;
using test::code_of;
using test::day;

namespace {

/// `3 120.20 |1|2` of a figure, or `none`.
std::string told(const app::Council_report& council, Council_figure figure) {
    for (const statistics::Council_row& row : council.rows) {
        if (row.figure == figure) {
            std::string text = std::to_string(row.counted.count);
            text += row.amount ? " " + format(*row.amount) : "";
            for (const std::string& dossier : row.counted.dossiers) {
                text += " |" + dossier;
            }
            return text;
        }
    }
    return "none";
}

app::Council_report council_of(const test::Book& book, const char* quarter, const char* known) {
    const auto figures = law::Figures::shipped();
    const auto council = book.ask([&](app::Unit_of_work& work) {
        return app::council_report(work, figures, *statistics::quarter_from(quarter), day(known));
    });
    REQUIRE(code_of(council) == "");
    return *council;
}

} // namespace

// It reads and writes a thousand documents, which takes a second or two.
TEST_CASE("the registration of a thousand households is what their days say") {
    test::Dice dice(2026);
    const test::Help_office office = test::make_help_office(dice, 1'000);
    test::Book book;
    REQUIRE(code_of(book.import(office.dossiers)) == "");
    for (const int year : {2024, 2025}) {
        for (const char* known : {"2025-08-31", "2026-03-31"}) {
            CAPTURE(year);
            CAPTURE(known);
            const auto registration = book.ask([&](app::Unit_of_work& work) {
                return app::registration_of(work, year, day(known));
            });
            REQUIRE(code_of(registration) == "");
            const test::Told_registration counted(*registration);
            const test::Told_figures days = test::count_days(office, year, day(known));
            CHECK(counted.figures() == days);
            // The office is not one of a few simple cases.
            CHECK(registration->combinations.size() == 15);
            CHECK(days.at("any helped").households > 300);
            CHECK(days.at("any helped").households < 1'000);
        }
    }
}

TEST_CASE("time is kept as it was logged, and counts for who logged it") {
    test::Book book;
    REQUIRE(code_of(book.import({test::household()})) == "");
    const auto log = [&](const char* user, const char* as_of, const char* on, int minutes) {
        return code_of(book.act(user, as_of, [&](Desk& desk) {
            return app::log_time(desk, "2026-0012", day(on), minutes,
                                 statistics::Time_kind::contact);
        }));
    };
    CHECK(log("an", "2026-03-02", "2026-03-02", 45) == "");
    CHECK(log("an", "2026-04-02", "2026-03-31", 15) == "");
    CHECK(log("jo", "2026-03-02", "2026-03-02", 45) == "");
    CHECK(log("jo", "2026-03-02", "2026-03-03", 45) == app::time_ahead.text);
    const auto caseload = [&](const char* known) {
        return book.ask([&](app::Unit_of_work& work) {
            return app::caseload_in(work, {day("2026-03-01"), day("2026-03-31")}, day(known));
        });
    };
    // An has the only file, in budget management, with weight 1.00.
    const statistics::Caseload later = caseload("2026-04-30");
    REQUIRE(later.workers.size() == 2);
    CHECK(later.workers[0].user == "an");
    CHECK(later.workers[0].minutes.count == 60);
    CHECK(later.workers[0].file_count() == 1);
    CHECK(later.workers[0].weighted == money::Rate::of(1, 1));
    CHECK(later.workers[1].minutes.count == 45);
    CHECK(later.office.minutes.count == 105);
    CHECK(caseload("2026-03-31").office.minutes.count == 90);
    CHECK(book.ask([](app::Unit_of_work& work) { return app::times_on(work, day("2026-04-30")); })
              .size() == 3);
    book.check_sound();
}

TEST_CASE("the quarter counts runs that left, what they paid, and claims that are owed") {
    test::Book book;
    REQUIRE(code_of(book.import({test::household()})) == "");
    const auto before = council_of(book, "2026-Q1", "2026-02-01");
    CHECK(before.quarter.through == day("2026-02-01"));
    CHECK(told(before, Council_figure::runs) == "0");
    CHECK(told(before, Council_figure::payments) == "0 0.00");

    const app::Exported_run run = book.pay("2026-02-02", "2026-02-09");
    Money paid = Money::zero();
    std::int64_t payments = 0;
    for (const payments::Run_line& line : book.run(run.sheet.run.number).lines) {
        if (payments::has_left(line.state) && !line.end_to_end_id.empty()) {
            paid += line.proposal.amount;
            ++payments;
        }
    }
    REQUIRE(payments > 0);
    const auto after = council_of(book, "2026-Q1", "2026-03-31");
    CHECK(told(after, Council_figure::runs) == "1 |2026-0012");
    CHECK(told(after, Council_figure::payments) ==
          std::to_string(payments) + " " + format(paid) + " |2026-0012");
    CHECK(told(council_of(book, "2026-Q2", "2026-06-30"), Council_figure::runs) == "0");
    CHECK(told(after, Council_figure::evaluations) == "0");
    CHECK(told(after, Council_figure::plans_broken) == "0");
    CHECK(code_of(book.ask([&](app::Unit_of_work& work) {
              return app::council_report(work, law::Figures::shipped(),
                                         *statistics::quarter_from("2026-Q3"), day("2026-06-30"));
          })) == "statistics.period_ahead");
}
