// Goal: interest at a legal rate is that of its month, and no month is reckoned with a rate nobody
// knows. Method: a debt of 1200.00 paid off at 100.00 a month, worked out by hand over a new year.
#include "law/codes.hpp"
#include "plans.hpp"
#include "plans/legal_rates.hpp"

using namespace saldo;
using namespace saldo::plans;
using law::Figures;
using test::codes_of;
using test::euro;
using test::owed;
using test::plan_day;
using test::plan_of;

using Lines = std::vector<std::string>;

namespace {

/// The figures of the program, where the civil rate of 2026 is 4.5 percent and that of 2027 is not
/// known, and a row for 2027.
Figures with_2027(const std::string& percent, const std::string& status = "P") {
    return *Figures::shipped().with("key,from,through,value,unit,article,status,source\n"
                                    "interest.civil,2027-01-01,2027-12-31," +
                                    percent + ",percent/year,wet 5 mei 1865 art. 2 §1," + status +
                                    ",invented\n");
}

Plan plan_from(std::string_view start) {
    Plan plan = plan_of(Strategy::pro_rata, "100.00", {owed("a", "1200.00")});
    plan.start = plan_day(start);
    plan.creditors[0].legal = law::Legal_rate::civil;
    return plan;
}

/// Interest of each month.
Lines interest_of(const Schedule& schedule, std::size_t months) {
    Lines lines;
    for (std::size_t i = 0; i < std::min(months, schedule.months.size()); ++i) {
        lines.push_back(money::format(schedule.months[i].interest_added));
    }
    return lines;
}

} // namespace

TEST_CASE("a month has the rate of the day on which it begins") {
    // 1200.00, 1104.50, 1008.64, 912.42, 816.98 are owed; a twelfth of 4.5 % until the month that
    // begins on 15 December, of 6 % from the one of 15 January.
    const Plan plan = plan_from("2026-11-15");
    const Schedule schedule = simulate(with_legal_rates(plan, with_2027("6.00")));
    CHECK(interest_of(schedule, 5) == Lines{"4.50", "4.14", "3.78", "4.56", "4.08"});
    CHECK(schedule.months[3].shares.front().balance == euro("816.98"));
    CHECK(codes_of(schedule).empty());
    // Interest since the last day of 2026 is at the rate of 2026.
    CHECK(interest_of(simulate(with_legal_rates(plan_from("2027-01-31"), with_2027("6.00"))), 2) ==
          Lines{"4.50", "5.52"});
}

TEST_CASE("a new year's row changes nothing before its year") {
    const Plan plan = plan_from("2026-11-15");
    const Schedule same = simulate(with_legal_rates(plan, with_2027("4.50")));
    const Schedule other = simulate(with_legal_rates(plan, with_2027("6.00")));
    REQUIRE(same.months.size() >= 4);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(same.months[i].interest_added == other.months[i].interest_added);
        CHECK(same.months[i].open == other.months[i].open);
    }
    CHECK(same.months[3].interest_added < other.months[3].interest_added);
}

TEST_CASE("a plan stops where no rate is known, unless it supposes one") {
    Plan plan = plan_from("2026-11-15");
    const Schedule stopped = simulate(with_legal_rates(plan, Figures::shipped()));
    CHECK(stopped.months.size() == 3);
    REQUIRE(has_errors(stopped.findings));
    const Finding& finding = stopped.findings.front();
    CHECK(finding.code == law::not_in_force);
    CHECK(finding.where.place == "a");
    REQUIRE(finding.params.size() == 2);
    CHECK(finding.params[0].value == "interest.civil");
    CHECK(finding.params[1].value == "2027-01-15");
    plan.creditors[0].rate_after = money::Rate::of(5, 100);
    const Schedule supposed = simulate(with_legal_rates(plan, Figures::shipped()));
    CHECK(interest_of(supposed, 4) == Lines{"4.50", "4.14", "3.78", "3.80"});
    CHECK(codes_of(supposed) == Lines{"plans.rate_supposed a"});
    CHECK_FALSE(has_errors(supposed.findings));
    // What is known goes before what is supposed.
    CHECK(interest_of(simulate(with_legal_rates(plan, with_2027("6.00"))), 4) ==
          Lines{"4.50", "4.14", "3.78", "4.56"});
}

TEST_CASE("a rate that nobody could verify is told once") {
    const Schedule schedule =
        simulate(with_legal_rates(plan_from("2026-11-15"), with_2027("6.00", "M")));
    CHECK(codes_of(schedule) == Lines{"law.unverified a"});
}

TEST_CASE("no rate is asked for where no interest runs") {
    Plan plan = plan_from("2027-06-15");
    plan.creditors[0].interest_until = plan_day("2027-01-01");
    const Schedule schedule = simulate(with_legal_rates(plan, Figures::shipped()));
    CHECK(codes_of(schedule).empty());
    CHECK(schedule.total_paid == euro("1200.00"));
}
