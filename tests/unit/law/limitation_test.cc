// Goal: since when a debt is possibly time-barred. Method: stories of terms and of what interrupts
// them, counted by hand.
#include "case.hpp"
#include "law/codes.hpp"
#include "law/limitation.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using law::Interruption;
using law::Limitation_event;
using law::Limitation_type;
using test::day;
using test::figures;

namespace {

law::Limitation answer_of(Limitation_type type,
                          const char* from,
                          std::vector<Limitation_event> events,
                          const char* on) {
    return law::limitation(figures(), {type, day(from), std::move(events), day(on)}).value();
}

} // namespace

TEST_CASE("the terms of debts") {
    struct Row {
        Limitation_type type;
        const char* from;
        const char* since; ///< first day after the term
    };

    for (const Row& row : {
             Row{Limitation_type::general, "2015-03-01", "2025-03-02"},
             {Limitation_type::judgment, "2016-02-29", "2026-03-01"}, // to 28 February
             {Limitation_type::rent, "2020-01-31", "2025-02-01"},
             {Limitation_type::maintenance, "2020-06-05", "2025-06-06"},
             {Limitation_type::utilities_telecom, "2020-06-05", "2025-06-06"},
             {Limitation_type::care, "2022-02-10", "2024-02-29"}, // from 28 February
             {Limitation_type::trader_goods, "2024-03-15", "2026-01-01"},
             {Limitation_type::hotel_restaurant, "2025-08-31", "2026-03-01"},
             {Limitation_type::insurance_premium, "2022-05-01", "2025-05-02"},
             {Limitation_type::credit_capital, "2014-07-01", "2024-07-02"},
             {Limitation_type::credit_interest, "2019-07-01", "2024-07-02"},
             {Limitation_type::tax, "2019-07-01", "2024-07-02"},
             {Limitation_type::rsz, "2019-07-01", "2022-07-02"},
             {Limitation_type::selfemployed_contrib, "2019-07-01", "2024-07-02"},
             {Limitation_type::traffic_fine, "2019-07-01", "2021-07-02"},
             {Limitation_type::periodic_interest, "2019-07-01", "2024-07-02"},
             {Limitation_type::rent_indexation, "2019-07-01", "2020-07-02"},
             {Limitation_type::bailiff, "2019-07-01", "2020-07-02"},
             {Limitation_type::lawyer, "2019-07-01", "2024-07-02"},
         }) {
        CAPTURE(row.from);
        const auto since = day(row.since);
        const auto before = answer_of(row.type, row.from, {}, "2000-01-01");
        CHECK(before.possibly_since == since);
        CHECK_FALSE(before.possibly_barred);
        CHECK(before.terms.size() == 1);
        const auto after = law::limitation(figures(), {row.type, day(row.from), {}, since});
        CHECK(after->possibly_barred);
        CHECK(test::has(after->findings, law::possibly_barred));
    }
}

TEST_CASE("a term that is interrupted begins anew, from the last interruption") {
    const auto answer =
        answer_of(Limitation_type::rent, "2018-01-01",
                  {{day("2021-05-10"), Interruption::acknowledgement},
                   {day("2019-03-01"), Interruption::payment}}, // events come in any order
                  "2026-05-10");
    REQUIRE(answer.terms.size() == 3);
    CHECK(answer.terms[1].last == day("2024-03-01"));
    CHECK(answer.terms[2].by == Interruption::acknowledgement);
    CHECK(answer.possibly_since == day("2026-05-11"));
    CHECK_FALSE(answer.possibly_barred);
}

TEST_CASE("what comes after the term or before it changes nothing") {
    const auto answer = answer_of(
        Limitation_type::rent, "2018-01-01",
        {{day("2017-12-31"), Interruption::payment}, {day("2023-01-02"), Interruption::payment}},
        "2026-01-01");
    CHECK(answer.possibly_since == day("2023-01-02"));
    CHECK(test::has(answer.findings, law::event_too_late));
    CHECK(test::has(answer.findings, law::event_too_early));
    const auto in_time = answer_of(Limitation_type::rent, "2018-01-01",
                                   {{day("2023-01-01"), Interruption::payment}}, "2026-01-01");
    CHECK(in_time.possibly_since == day("2028-01-02"));
}

TEST_CASE("a registered letter gives one year, once, and never shortens a term") {
    const auto late = answer_of(
        Limitation_type::rent, "2018-01-01",
        {{day("2022-12-01"), Interruption::letter}, {day("2023-06-01"), Interruption::letter}},
        "2026-01-01");
    CHECK(late.possibly_since == day("2023-12-02"));
    CHECK(test::has(late.findings, law::letter_counts_once));
    CHECK(test::has(late.findings, law::letter_not_verified));
    const auto early = answer_of(Limitation_type::rent, "2018-01-01",
                                 {{day("2019-01-01"), Interruption::letter}}, "2026-01-01");
    CHECK(early.possibly_since == day("2023-01-02"));
}

TEST_CASE("since 1 October 2024 the judge may raise it") {
    const auto told = [](const char* on) {
        return test::has(answer_of(Limitation_type::rent, "2018-01-01", {}, on).findings,
                         law::court_may_raise);
    };
    CHECK_FALSE(told("2024-09-30"));
    CHECK(told("2024-10-01"));
}

TEST_CASE("a term of before the figures is refused") {
    const auto refused = [](Limitation_type type, const char* from) {
        return law::limitation(figures(), {type, day(from), {}, day("2026-01-01")}).error().code();
    };
    CHECK(refused(Limitation_type::general, "2008-12-31") == law::not_in_force);
    CHECK(refused(Limitation_type::utilities_telecom, "2017-08-02") == law::not_in_force);
}
