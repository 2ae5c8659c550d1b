// Goal: the annual percentage rate of any flows, to the digit. Method: the published examples of
// the directive, computed elsewhere with 50 digits; intervals counted by hand; that the values of
// the flows sum to zero, also for random credits; the maximum on the edges of its bands and days.
#include "base/text.hpp"
#include "case.hpp"
#include "law/apr.hpp"
#include "law/codes.hpp"
#include "law/maximum_apr.hpp"

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using law::Apr_request;
using law::Credit_kind;
using law::Flow;
using law::Intervals;
using money::Rate;
using test::day;
using test::euro;
using test::figures;

namespace {

Apr_request with(std::vector<Flow> flows) {
    return {std::move(flows), Intervals::calendar, {}, {}, day("2025-01-01")};
}

std::vector<Flow> monthly(const char* credit, int count, const char* instalment) {
    std::vector<Flow> flows{{Rate::of(0, 1), euro(credit)}};
    for (int month = 1; month <= count; ++month) {
        flows.push_back({Rate::of(month, 12), -euro(instalment)});
    }
    return flows;
}

std::string percent_of(const Apr_request& request) {
    const auto answer = law::apr(figures(), request);
    return answer ? answer->percent : std::string(answer.error().code().text);
}

} // namespace

TEST_CASE("worked examples") {
    const auto at = [](Rate years, const char* amount) { return Flow{years, euro(amount)}; };
    const auto on = [](const char* date, const char* amount) {
        return Flow{day(date), euro(amount)};
    };
    const auto zero = Rate::of(0, 1);
    const auto a_year = Rate::of(1, 1);

    struct Row {
        std::vector<Flow> flows;
        const char* percent;
    };

    for (const Row& row : std::vector<Row>{
             {{on("1994-01-01", "1000.00"), on("1995-07-01", "-1200.00")}, "12.962038"},
             {{at(zero, "950.00"), at(Rate::of(546, 365), "-1200.00")}, "16.902621"},
             {{at(zero, "1000.00"), at(a_year, "-600.00"), at(Rate::of(2, 1), "-600.00")},
              "13.066239"},
             {{at(zero, "1000.00"), at(Rate::of(3, 2), "-1200.00")}, "12.924323"},
             {{at(zero, "950.00"), at(Rate::of(3, 2), "-1200.00")}, "16.852613"},
             {{at(zero, "1000.00"), at(Rate::of(1, 4), "-272.00"), at(Rate::of(1, 2), "-272.00"),
               at(a_year, "-544.00")},
              "13.185495"},
             {{on("1994-01-01", "1000.00"), on("1994-04-01", "-272.00"),
               on("1994-07-01", "-272.00"), on("1995-01-01", "-544.00")},
              "13.226246"},
             {monthly("1000.00", 12, "90.00"), "15.448936"},
             {monthly("5000.00", 24, "229.73"), "9.999437"},
             // nothing is charged; less comes back than was given; all signs turned
             {{at(zero, "100.00"), at(a_year, "-100.00")}, "0.000000"},
             {{at(zero, "100.00"), at(a_year, "-90.00")}, "-10.000000"},
             {{at(zero, "-100.00"), at(a_year, "105.00")}, "5.000000"},
         }) {
        CHECK(percent_of(with(row.flows)) == row.percent);
    }
    CHECK(law::apr(figures(), with(monthly("5000.00", 24, "229.73")))->rounded == "10.0");
}

TEST_CASE("days become years") {
    struct Row {
        const char* from;
        const char* to;
        Rate calendar;
        Rate standard;
    };

    for (const Row& row : {
             Row{"1994-01-01", "1994-04-01", Rate::of(90, 365), Rate::of(1, 4)},
             {"1994-01-01", "1994-07-01", Rate::of(181, 365), Rate::of(1, 2)},
             {"1994-01-01", "1995-01-01", Rate::of(1, 1), Rate::of(1, 1)},
             {"1994-01-01", "1995-07-01", Rate::of(546, 365), Rate::of(3, 2)},
             // the year before 1 July 2024 has 366 days
             {"2024-01-01", "2024-07-01", Rate::of(182, 366), Rate::of(1, 2)},
             {"2025-03-03", "2025-03-17", Rate::of(14, 365), Rate::of(2, 52)},
             // one month counted back from 25 April, and 10 days before it
             {"2025-03-15", "2025-04-25", Rate::of(41, 365), Rate::of(365 + 12 * 10, 12 * 365)},
             // eleven months back to 28 March 2024, before which lie 28 days and a leap day
             {"2024-02-29", "2025-02-28", Rate::of(365, 366),
              Rate::of(11 * 366 + 12 * 28, 12 * 366)},
             {"2025-01-01", "2025-01-01", Rate::of(0, 1), Rate::of(0, 1)},
         }) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        CHECK(law::years_between(day(row.from), day(row.to), Intervals::calendar) == row.calendar);
        CHECK(law::years_between(day(row.from), day(row.to), Intervals::standard) == row.standard);
    }
}

TEST_CASE("flows that have no rate are refused") {
    const auto at = [](int years, const char* amount) {
        return Flow{Rate::of(years, 1), euro(amount)};
    };

    struct Row {
        std::vector<Flow> flows;
        Code code;
    };

    for (const Row& row : std::vector<Row>{
             {{}, law::flows_one_way},
             {{at(0, "1000.00")}, law::flows_one_way},
             {{at(0, "1000.00"), at(1, "100.00")}, law::flows_one_way},
             {{at(1, "1000.00"), at(1, "-1000.00")}, law::flows_one_way},
             {{at(0, "1000.00"), {day("2025-01-01"), euro("-100.00")}}, law::flows_mixed},
             // 10 % and 20 % both fit: -1 + 2.30 / (1+X) - 1.32 / (1+X)²
             {{at(0, "-100.00"), at(1, "230.00"), at(2, "-132.00")}, law::flows_no_single_rate},
             {{{Rate::of(0, 1), euro("1.00")}, {Rate::of(1, 365), euro("-2.00")}},
              law::apr_out_of_range},
         }) {
        CHECK(percent_of(with(row.flows)) == row.code.text);
    }
    auto early = with(monthly("1000.00", 12, "90.00"));
    early.contract = day("2012-11-30");
    CHECK(percent_of(early) == law::not_in_force.text);
}

namespace {

/// Of the sum of the flows, each times e^(-yt).
int sign_at(const std::vector<Flow>& flows, int y) {
    using Decimal = boost::multiprecision::cpp_dec_float_50;
    Decimal sum = 0;
    for (const Flow& flow : flows) {
        const Rate& years = std::get<Rate>(flow.at);
        const Decimal time = Decimal(years.numerator()) / Decimal(years.denominator());
        sum += flow.amount.cents() * exp(-y * time);
    }
    return sum.sign();
}

} // namespace

TEST_CASE("drawn in parts, a credit has one rate") {
    // 100 and 100 a year later, 300 back two years after the first: X is that of
    // (1+X)² + (1+X) = 3, so (sqrt(13) - 1) / 2 - 1 = 0.302775637731994...
    CHECK(percent_of(with({{Rate::of(0, 1), euro("100.00")},
                           {Rate::of(1, 1), euro("100.00")},
                           {Rate::of(2, 1), euro("-300.00")}})) == "30.277564");
    // 100, then 50 back, 100 drawn again, 200 back: running sums change their sign once.
    CHECK(law::apr(figures(), with({{Rate::of(0, 1), euro("100.00")},
                                    {Rate::of(1, 2), euro("-50.00")},
                                    {Rate::of(1, 1), euro("100.00")},
                                    {Rate::of(2, 1), euro("-200.00")}}))
              .has_value());
}

TEST_CASE("the values of the flows sum to zero, or the rate is beyond e^32") {
    CHECK(rc::check("values sum to zero", [] {
        std::vector<Flow> flows{{Rate::of(0, 1), Money::cents(*rc::gen::inRange(10'000, 999'999))}};
        const int count = *rc::gen::inRange(1, 40);
        for (int i = 1; i <= count; ++i) {
            flows.push_back({Rate::of(*rc::gen::inRange(30, 3650), 365),
                             -Money::cents(*rc::gen::inRange(1'000, 99'999))});
        }
        const auto answer = law::apr(figures(), with(flows));
        if (!answer) { // 10 euro back for 503 after a month
            RC_ASSERT(answer.error().code() == law::apr_out_of_range);
            RC_ASSERT(sign_at(flows, 0) == sign_at(flows, sign_at(flows, 0) < 0 ? 32 : -32));
            return;
        }
        std::int64_t sum = 0;
        for (const law::Apr_step& step : answer->steps) {
            std::string millionths = step.value;
            millionths.erase(millionths.find('.'), 1);
            sum += text::to_integer<std::int64_t>(millionths).value();
        }
        // Each was rounded by half a millionth at most.
        RC_ASSERT(std::abs(sum) <= static_cast<std::int64_t>(answer->steps.size()));
    }));
}

TEST_CASE("the maximum rate of a contract") {
    struct Row {
        Credit_kind kind;
        const char* credit;
        const char* contract;
        const char* maximum; ///< empty: none is known
        bool is_verified;
    };

    constexpr auto instalment = Credit_kind::instalment;
    for (const Row& row : {
             Row{instalment, "1250.00", "2023-06-01", "21.50", true},
             {instalment, "1250.01", "2023-06-01", "16.00", true},
             {instalment, "5000.00", "2023-06-01", "16.00", true},
             {instalment, "5000.01", "2023-06-01", "13.00", true},
             {Credit_kind::leasing, "1000.00", "2022-11-30", "11.50", true},
             {Credit_kind::line_card, "1000.00", "2023-12-01", "18.00", true},
             {Credit_kind::line_nocard, "6000.00", "2025-06-01", "11.50", false},
             {instalment, "6000.00", "2025-12-01", "12.00", false},
             {instalment, "6000.00", "2026-06-01", "", true},
             {instalment, "6000.00", "2017-01-01", "", true},
         }) {
        CAPTURE(row.contract);
        auto request = with(monthly("1000.00", 12, "90.00"));
        request.kind = row.kind;
        request.credit = euro(row.credit);
        request.contract = day(row.contract);
        const auto answer = law::apr(figures(), request);
        CHECK((answer ? answer->limit->maximum_percent : "") == row.maximum);
        if (answer) {
            CHECK(answer->findings.empty() == row.is_verified);
        } else {
            CHECK(answer.error().code() == law::not_in_force);
        }
    }
    // What the lender gave is the credit, unless it is stated: 1,000 euro, 15.45 % of at most 21.5.
    auto request = with(monthly("1000.00", 12, "90.00"));
    request.kind = instalment;
    request.contract = day("2023-12-01");
    CHECK(law::apr(figures(), request)->limit->maximum_percent == "21.50");
    CHECK(law::apr(figures(), request)->limit->is_within);
    request.credit = euro("6000.00"); // at most 13 %
    CHECK_FALSE(law::apr(figures(), request)->limit->is_within);
    request.credit = euro("0.00");
    CHECK(law::apr(figures(), request).error().code() == law::amount_not_positive);
}

TEST_CASE("the maximum of a day, by kind and amount") {
    using law::Credit_kind;

    struct Row {
        const char* contract;
        Credit_kind kind;
        const char* credit;
        const char* percent;
    };

    for (const Row& row : {Row{"2016-06-01", Credit_kind::instalment, "1250.00", "18.50"},
                           {"2016-06-01", Credit_kind::instalment, "1250.01", "12.50"},
                           {"2023-06-01", Credit_kind::leasing, "5000.00", "12.00"},
                           {"2023-11-30", Credit_kind::line_card, "5000.01", "14.00"},
                           {"2023-12-01", Credit_kind::line_card, "5000.01", "15.00"},
                           {"2025-12-01", Credit_kind::line_nocard, "1000.00", "12.50"}}) {
        CAPTURE(row.contract);
        const auto maximum =
            law::maximum_apr(figures(), row.kind, euro(row.credit), day(row.contract)).value();
        CHECK(maximum.percent == row.percent);
        const money::Rate limit = money::parse_percent(row.percent).value();
        CHECK_FALSE(law::is_above(limit, maximum));
        const auto above =
            money::Rate::of(limit.numerator() * 1000 + 1, limit.denominator() * 1000);
        CHECK(law::is_above(above, maximum));
    }
    const auto refused = [](const char* contract, const char* credit) {
        return law::maximum_apr(figures(), Credit_kind::instalment, euro(credit), day(contract))
            .error()
            .code();
    };
    CHECK(refused("2026-06-01", "1000.00") == law::not_in_force);
    CHECK(refused("2024-06-01", "0.00") == law::amount_not_positive);
}
