// Goal: what can be attached is what Ger.W. art. 1409-1412 say. Method: worked and published
// examples, the days on which a set of limits begins or ends, and properties of any income.
#include "law/attachable.hpp"
#include "law/codes.hpp"
#include "money/codes.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace saldo;
using law::Attachable_request;
using law::Income_kind;

namespace {

Date day(const char* text) {
    return calendar::parse(text).value();
}

Attachable_request asked(const char* on, Income_kind kind, std::int64_t cents, int children) {
    return {{Money::cents(cents)}, kind, children, false, day(on)};
}

} // namespace

TEST_CASE("worked examples") {
    constexpr auto labour = Income_kind::labour;
    constexpr auto replacement = Income_kind::replacement;

    struct Row {
        const char* on;
        Income_kind kind;
        std::int64_t income;
        int children;
        const char* attachable;
        const char* kept;
    };

    for (const Row& row : {
             Row{"2025-06-01", labour, 138800, 0, "0.00", "1388.00"},
             {"2025-06-01", labour, 140000, 0, "2.40", "1397.60"},
             {"2025-06-01", labour, 175000, 0, "108.60", "1641.40"},
             {"2025-06-01", labour, 180000, 0, "128.60", "1671.40"},
             {"2025-06-01", labour, 190000, 0, "228.60", "1671.40"},
             {"2025-06-01", labour, 200000, 0, "328.60", "1671.40"},
             {"2025-06-01", labour, 200000, 2, "156.60", "1843.40"},
             {"2025-06-01", labour, 160000, 1, "0.00", "1600.00"},
             {"2025-06-01", labour, 234567, 1, "588.27", "1757.40"},
             {"2025-06-01", replacement, 200000, 0, "344.00", "1656.00"},
             {"2025-06-01", Income_kind::mixed, 200000, 0, "328.60", "1671.40"},
             {"2024-06-01", labour, 200000, 3, "137.10", "1862.90"}, // published by Securex
             {"2023-02-01", labour, 200000, 0, "143.10", "1856.90"}, // published by Liantis
         }) {
        CAPTURE(row.on);
        CAPTURE(row.income);
        const auto answer = law::attachable(law::Figures::shipped(),
                                            asked(row.on, row.kind, row.income, row.children));
        REQUIRE(answer.has_value());
        CHECK(money::format(answer->attachable) == row.attachable);
        CHECK(money::format(answer->kept) == row.kept);
        CHECK(answer->findings.empty());
    }
}

TEST_CASE("a published example of before the figures, with the limits it states") {
    // 2016: 99.30 + 109.00 (vanhoyland.be); the supplement for children has no part in it.
    std::string rows = "key,from,through,value,unit,article,status,source\n";
    for (const auto& [key, value] : {std::pair{"t1", "1073.00"}, std::pair{"t2", "1153.00"},
                                     std::pair{"t3", "1272.00"}, std::pair{"t4", "1391.00"}}) {
        rows += std::string("attach.") + key + ",2016-01-01,2016-12-31," + value +
                ",EUR/month,art. 1409,P,vanhoyland.be\n";
    }
    for (const auto& [key, value] : {std::pair{"t1_t2", "20"}, std::pair{"t2_t3", "30"},
                                     std::pair{"t3_t4", "40"}, std::pair{"above_t4", "100"}}) {
        rows += std::string("attach.pct.labour.") + key + ",2016-01-01,2016-12-31," + value +
                ",percent,art. 1409,P,vanhoyland.be\n";
    }
    rows += "attach.child,2016-01-01,2016-12-31,66.00,EUR/child/month,art. 1409,P,invented\n";
    const auto figures = law::Figures::shipped().with(rows);
    REQUIRE(figures.has_value());
    const auto answer =
        law::attachable(*figures, asked("2016-06-01", Income_kind::labour, 150000, 0));
    REQUIRE(answer.has_value());
    CHECK(money::format(answer->attachable) == "208.30");
    CHECK(money::format(answer->kept) == "1291.70");
}

TEST_CASE("the steps show what was applied to what") {
    const auto answer = law::attachable(law::Figures::shipped(),
                                        asked("2025-06-01", Income_kind::labour, 200000, 2));
    REQUIRE(answer.has_value());
    REQUIRE(answer->steps.size() == 5);
    CHECK(answer->steps[1] == law::Step{"attach.pct.labour.t2_t3", "Ger.W. art. 1409 §1",
                                        Money::cents(15400), "30 %", "46.20"});
    CHECK(answer->steps[4] == law::Step{"attach.child", "Ger.W. art. 1409 §1 vierde lid",
                                        Money::cents(8600), "-2", "-172.00"});
}

TEST_CASE("a set of limits holds through its last day") {
    struct Row {
        const char* on;
        const char* limit; ///< nothing of it is attachable, of a euro more 20 % is
    };

    for (const Row& row : {Row{"2022-11-02", "1186.00"},
                           {"2022-11-03", "1424.00"},
                           {"2023-03-31", "1542.00"},
                           {"2023-04-01", "1316.00"},
                           {"2024-12-31", "1341.00"},
                           {"2025-01-01", "1388.00"},
                           {"2025-12-31", "1388.00"}}) {
        CAPTURE(row.on);
        const std::int64_t limit = money::parse(row.limit)->cents();
        const auto of = [&](std::int64_t cents) {
            return law::attachable(law::Figures::shipped(),
                                   asked(row.on, Income_kind::labour, cents, 0))
                ->attachable.cents();
        };
        CHECK(of(limit) == 0);
        CHECK(of(limit + 100) == 20);
    }
}

TEST_CASE("a day without limits is refused") {
    for (const char* on : {"2020-12-23", "2026-01-01"}) {
        CAPTURE(on);
        const auto answer =
            law::attachable(law::Figures::shipped(), asked(on, Income_kind::labour, 200000, 0));
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code() == law::not_in_force);
    }
}

TEST_CASE("for maintenance all is attachable, and it is said") {
    auto request = asked("2026-01-01", Income_kind::labour, 200000, 2);
    request.maintenance = true;
    const auto answer = law::attachable(law::Figures::shipped(), request);
    REQUIRE(answer.has_value());
    CHECK(money::format(answer->attachable) == "2000.00");
    CHECK(answer->kept.is_zero());
    REQUIRE(answer->findings.size() == 1);
    CHECK(answer->findings[0].code == law::limits_do_not_apply);
}

TEST_CASE("incomes are added up, and what makes no sense is refused") {
    auto request = asked("2025-06-01", Income_kind::mixed, 120000, 0);
    request.incomes.push_back(Money::cents(80000));
    const auto figures = law::Figures::shipped();
    CHECK(money::format(law::attachable(figures, request)->attachable) == "328.60");
    request.children = -1;
    CHECK(law::attachable(figures, request).error().code() == law::count_negative);
    request.incomes.push_back(Money::cents(-1));
    CHECK(law::attachable(figures, request).error().code() == law::amount_negative);
    request.incomes.assign(2, Money::cents(std::numeric_limits<std::int64_t>::max()));
    CHECK(law::attachable(figures, request).error().code() == money::out_of_range);
}

TEST_CASE("more income never means less attachable, nor less kept, nor more than the income") {
    const auto figures = law::Figures::shipped();
    CHECK(rc::check("more income", [&] {
        const auto kind = *rc::gen::element(Income_kind::labour, Income_kind::replacement);
        const auto income = *rc::gen::inRange<std::int64_t>(0, 500000);
        const auto more = income + *rc::gen::inRange<std::int64_t>(0, 1000);
        const int children = *rc::gen::inRange(0, 6);
        const auto less = *law::attachable(figures, asked("2025-06-01", kind, income, children));
        const auto with = *law::attachable(figures, asked("2025-06-01", kind, more, children));
        RC_ASSERT(less.attachable <= with.attachable);
        RC_ASSERT(less.kept <= with.kept);
        RC_ASSERT(less.attachable + less.kept == Money::cents(income));
        RC_ASSERT(!less.kept.is_negative());
    }));
}
