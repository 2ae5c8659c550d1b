// Goal: a request is answered in time within two working days. Method: a table of days around a
// weekend, Easter, the end of the year and a holiday on a weekday, and a naive walk over the days.
#include "calendar/closing_days.hpp"
#include "help/codes.hpp"
#include "help/request.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using help::Answer_kind;
using help::Asked;
using help::Request;
using help::Request_state;
using test::day;

namespace {

Request request(std::string_view received) {
    return {.received = day(received),
            .channel = help::Channel::phone,
            .asks = {Asked::debt_mediation, Asked::energy},
            .dossier = {},
            .household = "huis 12",
            .words = "zei \"dringend\"",
            .worker = "an"};
}

bool is_working_day(Date date) {
    const auto weekday = date.weekday();
    return weekday != calendar::Weekday::saturday && weekday != calendar::Weekday::sunday &&
           !calendar::is_belgian_holiday(date);
}

} // namespace

TEST_CASE("an answer is in time until the end of the second working day") {
    struct Row {
        std::string_view received;
        std::string_view last;
    };

    for (const Row& row :
         {Row{"2026-11-23", "2026-11-25"}, // Monday
          Row{"2026-11-19", "2026-11-23"}, // Thursday: Friday, Monday
          Row{"2026-11-20", "2026-11-24"}, // Friday
          Row{"2026-11-21", "2026-11-24"}, // Saturday: Monday, Tuesday
          Row{"2026-11-22", "2026-11-24"}, // Sunday
          Row{"2026-11-10", "2026-11-13"}, // Armistice on Wednesday the 11th
          Row{"2026-04-02", "2026-04-07"}, // Friday 3rd, Easter Monday is the 6th
          Row{"2026-04-03", "2026-04-08"}, Row{"2026-12-24", "2026-12-29"}, // Christmas on Friday
          Row{"2026-12-30", "2027-01-04"},    // Thursday 31st, Monday 4th
          Row{"2026-05-13", "2026-05-18"}}) { // Ascension on Thursday the 14th
        CAPTURE(row.received);
        CHECK(format(help::answer_by(request(row.received))) == row.last);
    }
}

TEST_CASE("the last day for an answer is that of a walk over the days") {
    CHECK(rc::check("two working days lie after the request, the last being one", [] {
        const Date received = Date::from_days(*rc::gen::inRange(20'000, 25'000));
        Request made = request("2026-11-23");
        made.received = received;
        const Date last = help::answer_by(made);
        int working = 0;
        for (Date each = received.plus_days(1); each <= last; each = each.plus_days(1)) {
            working += is_working_day(each) ? 1 : 0;
        }
        RC_ASSERT(working == 2);
        RC_ASSERT(is_working_day(last));
    }));
}

TEST_CASE("a request is overdue on the day after the last one") {
    Request made = request("2026-11-20");
    CHECK(help::state_on(made, day("2026-11-20")) == Request_state::open);
    CHECK(help::state_on(made, day("2026-11-24")) == Request_state::open);
    CHECK(help::state_on(made, day("2026-11-25")) == Request_state::overdue);
    made.answer = {day("2026-11-24"), Answer_kind::appointment, {}, "an"};
    CHECK(help::state_on(made, day("2026-11-25")) == Request_state::answered);
    CHECK(help::state_on(made, day("2026-11-23")) == Request_state::open);
    made.answer->date = day("2026-11-25");
    CHECK(help::state_on(made, day("2026-11-25")) == Request_state::answered_late);
}

TEST_CASE("what a request and its answer may say") {
    const Date on = day("2026-11-24");
    Request made = request("2026-11-24");
    CHECK(help::check(made, on).has_value());
    made.received = day("2026-11-25");
    CHECK(help::check(made, on).error().code() == help::date_ahead);
    made.received = day("2026-11-23");
    made.dossier = "2026-0012";
    CHECK(help::check(made, on).error().code() == help::request_of_nobody);
    made.household.clear();
    CHECK(help::check(made, on).has_value());
    made.dossier.clear();
    CHECK(help::check(made, on).error().code() == help::request_of_nobody);
    const auto answer = [&](std::string_view date) {
        return help::check(made, {day(date), Answer_kind::referred, {}, {}}, on);
    };
    CHECK(answer("2026-11-23").has_value());
    CHECK(answer("2026-11-22").error().code() == help::answer_too_early);
    CHECK(answer("2026-11-25").error().code() == help::date_ahead);
}

TEST_CASE("a request comes back from its document") {
    Request made = request("2026-11-20");
    CHECK(help::read_kept_request(help::write_request(made)) == made);
    made.answer = {day("2026-11-24"), Answer_kind::declined, "Woont elders", "jo"};
    made.words.clear();
    CHECK(help::read_kept_request(help::write_request(made)) == made);
}
