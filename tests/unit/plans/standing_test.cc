// Goal: what a plan promised is held against what was paid, to the cent and the day. Method: a plan
// of two months for two claims of one creditor and one of another; each row changes what the book
// did or the day, with what must then be told.
#include "plans.hpp"
#include "plans/codes.hpp"
#include "plans/standing.hpp"

using namespace saldo;
using namespace saldo::plans;
using test::euro;
using test::plan_day;

namespace {

const Date january = plan_day("2026-01-31");
const Date february = plan_day("2026-02-28");

dossier::Adopted_plan plan() {
    return {.id = "1",
            .name = {},
            .adopted = plan_day("2026-01-15"),
            .user = "lies",
            .account = "main",
            .pot = {},
            .terms = {},
            .instalments = {{"landlord/rent", january, euro("30.00")},
                            {"shop/card", january, euro("15.00")},
                            {"shop/sofa", january, euro("15.00")},
                            {"landlord/rent", february, euro("30.00")}}};
}

Fulfilled paid(const char* amount) {
    return {euro(amount)};
}

Fulfilled ordered(const char* amount) {
    return {euro(amount), false, true};
}

Fulfilled in_run(const char* amount) {
    return {euro(amount), true, false};
}

std::string states_of(const Standing& standing) {
    std::string text(name_in(plan_state_names, standing.state));
    for (const Instalment_row& row : standing.instalments) {
        text += " " + std::string(name_in(instalment_state_names, row.state));
    }
    return text;
}

std::string sums_of(const Standing& standing) {
    return format(standing.promised) + " " + format(standing.paid) + " " +
           format(standing.remaining);
}

Standing on(const char* day, const Fulfilled_dues& done = {}) {
    return standing_of(plan(), "2026-0001", done, {plan_day(day)});
}

} // namespace

TEST_CASE("where a plan stands, by day and by what was paid") {
    const Fulfilled_dues all_of_january{{{"landlord/rent", january}, paid("30.00")},
                                        {{"shop/card", january}, paid("15.00")},
                                        {{"shop/sofa", january}, paid("15.00")}};
    Fulfilled_dues all = all_of_january;
    all[{"landlord/rent", february}] = paid("30.00");
    const Fulfilled_dues mixed{{{"landlord/rent", january}, ordered("30.00")},
                               {{"shop/card", january}, in_run("0.00")},
                               {{"shop/sofa", january}, paid("14.99")}};

    struct Row {
        const char* day;
        const Fulfilled_dues& done;
        const char* states;
        const char* sums; ///< promised until the day, paid, still to pay
    };

    const Row rows[] = {
        {"2026-01-30", {}, "running due due due due", "0.00 0.00 90.00"},
        {"2026-01-31", {}, "running due due due due", "60.00 0.00 90.00"},
        {"2026-02-01", {}, "running late late late due", "60.00 0.00 90.00"},
        {"2026-02-05", {}, "running late late late due", "60.00 0.00 90.00"},
        {"2026-02-06", {}, "broken late late late due", "60.00 0.00 90.00"},
        {"2026-02-06", all_of_january, "running paid paid paid due", "60.00 60.00 30.00"},
        {"2026-01-20", all_of_january, "running paid paid paid due", "0.00 60.00 30.00"},
        {"2026-03-06", all_of_january, "broken paid paid paid late", "90.00 60.00 30.00"},
        {"2026-03-06", all, "paid paid paid paid paid", "90.00 90.00 0.00"},
        {"2026-02-01", mixed, "running ordered in_run partly_paid due", "60.00 44.99 45.01"},
        {"2026-02-06", mixed, "broken ordered in_run partly_paid due", "60.00 44.99 45.01"}};
    for (const Row& row : rows) {
        CAPTURE(row.day);
        CAPTURE(row.states);
        const Standing standing = on(row.day, row.done);
        CHECK(states_of(standing) == row.states);
        CHECK(sums_of(standing) == row.sums);
    }
}

TEST_CASE("each instalment that breaks a plan is told, with claim, due date and amounts") {
    const Fulfilled_dues done{{{"landlord/rent", january}, ordered("30.00")},
                              {{"shop/sofa", january}, paid("14.99")},
                              {{"shop/card", january}, paid("15.00")}};
    const Standing standing = on("2026-02-06", done);
    REQUIRE(standing.findings.size() == 1);
    CHECK(standing.findings.front() == Finding{plan_broken,
                                               Severity::warning,
                                               {},
                                               {{"dossier", "2026-0001"},
                                                {"plan", "1"},
                                                {"claim", "shop/sofa"},
                                                {"due", "2026-01-31"},
                                                {"stated", "15.00"},
                                                {"computed", "14.99"}}});
    CHECK(standing_of(plan(), "2026-0001", done, {plan_day("2026-02-06"), 6}).findings.empty());
    CHECK(standing_of(plan(), "2026-0001", done, {plan_day("2026-02-01"), 0}).findings.size() == 1);
}

TEST_CASE("sums by creditor are the sums of its claims") {
    const Fulfilled_dues done{{{"shop/card", january}, paid("15.00")},
                              {{"landlord/rent", january}, paid("40.00")}};
    const Standing standing = on("2026-02-01", done);
    REQUIRE(standing.creditors.size() == 2);
    const Creditor_row& landlord = standing.creditors.at(0);
    CHECK(landlord.creditor == "landlord");
    CHECK(landlord.promised == euro("30.00"));
    CHECK(landlord.paid == euro("40.00")); // more than promised pays no other month
    CHECK(landlord.remaining == euro("30.00"));
    const Creditor_row& shop = standing.creditors.at(1);
    CHECK(shop.promised == euro("30.00"));
    CHECK(shop.paid == euro("15.00"));
    CHECK(shop.remaining == euro("15.00"));
}

TEST_CASE("after its end a plan promises nothing more") {
    dossier::Adopted_plan ended = plan();
    ended.ended = dossier::Plan_end{plan_day("2026-02-10"), "x", "lies"};
    const auto told = [&](const char* day, const Fulfilled_dues& done = {}) {
        const Standing standing = standing_of(ended, "2026-0001", done, {plan_day(day)});
        return states_of(standing) + " " + sums_of(standing);
    };
    // What was due before is still owed; on a day before the end nothing is known of it.
    CHECK(told("2026-03-31") == "ended late late late ended 60.00 0.00 60.00");
    CHECK(told("2026-02-09") == "broken late late late due 60.00 0.00 90.00");
    // A payment that was under way is paid all the same.
    CHECK(told("2026-03-31", {{{"landlord/rent", february}, paid("30.00")}}) ==
          "ended late late late paid 60.00 30.00 60.00");
}

TEST_CASE("the last answer of a creditor counts, and silence is told after a time") {
    using dossier::Plan_reply;

    dossier::Adopted_plan answered = plan();
    answered.answers = {
        {plan_day("2026-01-20"), "shop", Plan_reply::refused, {}, {}, "lies"},
        {plan_day("2026-01-25"), "shop", Plan_reply::counter_offer, euro("20.00"), {}, "lies"},
        {plan_day("2026-01-28"), "shop", Plan_reply::accepted, {}, {}, "lies"}};
    const auto told = [&](const char* day) {
        // Grace without end: only answers are told.
        const Standing standing = standing_of(answered, "2026-0001", {}, {plan_day(day), 999, 30});
        std::string text = standing.creditors.at(1).answer
                               ? format(standing.creditors.at(1).answer->date)
                               : std::string("none");
        text += standing.creditors.at(0).is_silent ? " silent" : "";
        for (const Finding& finding : standing.findings) {
            text += " " + std::string(finding.code.text) + "/" +
                    std::string(name(finding.severity)) + " " + finding.params.at(2).value;
        }
        return text;
    };
    CHECK(told("2026-01-19") == "none");
    CHECK(told("2026-01-20") == "2026-01-20 plans.answer_refused/warning shop");
    CHECK(told("2026-01-26") == "2026-01-25 plans.counter_offer/warning shop");
    CHECK(told("2026-01-28") == "2026-01-28");
    CHECK(told("2026-02-14") == "2026-01-28"); // thirty days after 15 January
    CHECK(told("2026-02-15") == "2026-01-28 silent plans.no_answer/info landlord");
}

TEST_CASE("what was paid belongs to one plan, whatever plans named its due date") {
    struct Row {
        const char* first_ends;
        const char* second_ends;
        const char* on;
        const char* paid; ///< of the first and the second plan
    };

    // Both name the rent of January and February; the second was adopted on 20 January.
    const Row rows[] = {{"2026-01-20", "", "2026-01-19", "30.00 0.00"},
                        {"2026-01-20", "", "2026-01-20", "0.00 30.00"},
                        {"2026-01-20", "2026-01-25", "2026-02-28", "0.00 30.00"},
                        {"2026-01-31", "2026-01-25", "2026-02-28", "30.00 0.00"}};
    for (const Row& row : rows) {
        CAPTURE(row.on);
        CAPTURE(row.paid);
        std::vector<dossier::Adopted_plan> plans{plan(), plan()};
        plans[0].ended = dossier::Plan_end{plan_day(row.first_ends), "x", "lies"};
        plans[1].adopted = plan_day("2026-01-20");
        if (*row.second_ends != '\0') {
            plans[1].ended = dossier::Plan_end{plan_day(row.second_ends), "x", "lies"};
        }
        const Fulfilled_dues dues{{{"landlord/rent", january}, paid("30.00")},
                                  {{"landlord/other", january}, paid("1.00")}};
        const auto shares = by_plan(plans, dues, plan_day(row.on));
        std::string told;
        for (const Fulfilled_dues& share : shares) {
            Money sum = Money::zero();
            for (const auto& [due, done] : share) {
                sum += done.paid;
            }
            told += (told.empty() ? "" : " ") + format(sum);
        }
        CHECK(told == row.paid);
    }
}
