// Goal: a plan is adopted only where it can be kept, and what is frozen is what was simulated.
// Method: a dossier of two debts, one fault at a time; a plan whose shares are reckoned by hand;
// then random plans, whose instalments must be the shares, claim by claim.
#include "plans.hpp"
#include "plans/adopt.hpp"
#include "plans/codes.hpp"
#include "plans/plan_document.hpp"

#include <rapidcheck.h>

#include <map>

using namespace saldo;
using test::euro;
using test::owed;
using test::plan_day;

namespace {

dossier::Claim claim(std::string id) {
    return {.id = std::move(id),
            .reference = {},
            .origin = "other",
            .stated = plan_day("2026-01-01"),
            .principal = euro("100.00"),
            .instalment = {}};
}

/// The shop is owed on two claims, the landlord on one.
dossier::Dossier debtor() {
    return {.number = "2026-0001",
            .opened = plan_day("2026-01-01"),
            .closed = {},
            .household = {},
            .mandates = {},
            .workers = {},
            .accounts = {},
            .pots = {},
            .budget_lines = {},
            .living_money = {},
            .creditors = {{"landlord", {}, {}, {}, {claim("rent")}},
                          {"shop", {}, {}, {}, {claim("card"), claim("sofa")}}}};
}

plans::Plan three_debts() {
    return test::plan_of(
        plans::Strategy::pro_rata, "60.00",
        {owed("shop/sofa", "30.00"), owed("landlord/rent", "60.00"), owed("shop/card", "30.00")});
}

dossier::Adopted_plan adopted(const plans::Schedule& schedule) {
    return {.id = "2",
            .name = {},
            .adopted = plan_day("2026-01-15"),
            .user = "lies",
            .account = "main",
            .pot = {},
            .terms = {},
            .instalments = plans::instalments_of(schedule)};
}

std::string told(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += std::string(finding.code.text);
        for (const Param& param : finding.params) {
            text += param.name == "dossier" ? "" : " " + param.value;
        }
        text += "\n";
    }
    return text;
}

std::string faults(const dossier::Dossier& dossier, const plans::Plan& plan) {
    const plans::Schedule schedule = plans::simulate(plan);
    return told(plans::check_adoption(dossier, adopted(schedule), schedule));
}

dossier::Instalment instalment(const char* from, const char* until) {
    const auto last = *until == '\0' ? std::nullopt : std::optional(plan_day(until));
    return {{calendar::Rhythm::monthly, plan_day(from), euro("10.00"),
             *calendar::Date_range::through(plan_day(from), last)},
            "main",
            {},
            {}};
}

} // namespace

TEST_CASE("the instalments are the shares, by day and claim") {
    // 60.00 a month for 120.00 in all: two months, a half to the landlord.
    const auto plan = adopted(plans::simulate(three_debts()));
    const std::vector<dossier::Plan_instalment> expected{
        {"landlord/rent", plan_day("2026-01-31"), euro("30.00")},
        {"shop/card", plan_day("2026-01-31"), euro("15.00")},
        {"shop/sofa", plan_day("2026-01-31"), euro("15.00")},
        {"landlord/rent", plan_day("2026-02-28"), euro("30.00")},
        {"shop/card", plan_day("2026-02-28"), euro("15.00")},
        {"shop/sofa", plan_day("2026-02-28"), euro("15.00")}};
    CHECK(plan.instalments == expected);
    const plans::Promise promise = plans::promise_of(plan);
    CHECK(promise.months == 2);
    CHECK(promise.total == euro("120.00"));
    CHECK(promise.creditors == std::set<std::string>{"landlord", "shop"});
    CHECK(plans::claims_of(plan) ==
          std::set<std::string>{"landlord/rent", "shop/card", "shop/sofa"});
}

TEST_CASE("a plan that can be kept has no fault") {
    CHECK(faults(debtor(), three_debts()) == "");
}

TEST_CASE("claims that cannot come into a plan") {
    using Status = dossier::Claim_status;

    plans::Plan unknown = three_debts();
    unknown.creditors.at(0).id = "shop/lamp";
    CHECK(faults(debtor(), unknown) == "plans.claim_unknown shop/lamp\n");

    struct Row {
        Status status;
        const char* told;
    };

    const Row rows[] = {
        {Status::stated, ""},
        {Status::checked, ""},
        {Status::agreed, ""},
        {Status::in_plan, ""},
        {Status::announced, "plans.claim_status_wrong shop/sofa in_plan announced\n"},
        {Status::disputed, "plans.claim_status_wrong shop/sofa in_plan disputed\n"},
        {Status::paid, "plans.claim_status_wrong shop/sofa in_plan paid\n"},
        {Status::waived, "plans.claim_status_wrong shop/sofa in_plan waived\n"},
        {Status::transferred, "plans.claim_status_wrong shop/sofa in_plan transferred\n"},
        {Status::time_barred, "plans.claim_status_wrong shop/sofa in_plan time_barred\n"}};
    for (const Row& row : rows) {
        CAPTURE(row.told);
        dossier::Dossier dossier = debtor();
        dossier.creditors.at(1).claims.at(1).history = {
            {plan_day("2026-01-10"), row.status, "x", "lies"}};
        CHECK(faults(dossier, three_debts()) == row.told);
    }
}

TEST_CASE("a claim is in one plan at a time") {
    dossier::Dossier dossier = debtor();
    dossier::Adopted_plan other = adopted(plans::simulate(
        test::plan_of(plans::Strategy::pro_rata, "10.00", {owed("shop/card", "30.00")})));
    other.id = "1";
    dossier.plans = {other};
    CHECK(faults(dossier, three_debts()) == "plans.claim_in_plan shop/card 2 1\n");
    dossier.plans.front().ended = dossier::Plan_end{plan_day("2026-01-15"), "x", "lies"};
    CHECK(faults(dossier, three_debts()) == "");
}

TEST_CASE("an agreed instalment and a plan do not pay the same claim at the same time") {
    struct Row {
        const char* from;
        const char* until;
        bool overlaps;
    };

    // The plan pays the card from 31 January to 28 February.
    const Row rows[] = {{"2025-01-01", "", true},
                        {"2025-01-01", "2026-01-31", true},
                        {"2025-01-01", "2026-01-30", false},
                        {"2026-02-28", "", true},
                        {"2026-03-01", "", false}};
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CAPTURE(row.until);
        dossier::Dossier dossier = debtor();
        dossier.creditors.at(1).claims.at(0).instalment = instalment(row.from, row.until);
        const std::string until = *row.until == '\0' ? ".." : row.until;
        const std::string period = std::string(row.from) + "/" + until;
        CHECK(faults(dossier, three_debts()) ==
              (row.overlaps
                   ? "plans.claim_has_instalment shop/card 2026-01-31/2026-02-28 " + period + "\n"
                   : ""));
    }
}

TEST_CASE("the first instalment is still to come") {
    plans::Plan plan = three_debts();
    plan.start = plan_day("2026-01-16");
    CHECK(faults(debtor(), plan) == "");
    plan.start = plan_day("2026-01-15");
    CHECK(faults(debtor(), plan) == "plans.due_not_ahead landlord/rent 2026-01-15 2026-01-16\n");
    plan.monthly = euro("0.00");
    CHECK(faults(debtor(), plan) == "plans.nothing_promised\n");
}

TEST_CASE("the text of a plan is kept in one form") {
    const char* as_typed = R"({"start":"2026-01-31",   "monthly":"10.00",
      "strategy":"pro_rata", "creditors":[{"id":"a/b","balance":"20.00"}]})";
    const std::string kept = plans::canonical_text(as_typed);
    CHECK(kept == "{\n  \"creditors\": [\n    {\n      \"balance\": \"20.00\",\n"
                  "      \"id\": \"a/b\"\n    }\n  ],\n  \"monthly\": \"10.00\",\n"
                  "  \"start\": \"2026-01-31\",\n  \"strategy\": \"pro_rata\"\n}\n");
    CHECK(plans::canonical_text(kept) == kept);
    CHECK(*plans::read_plan(kept) == *plans::read_plan(as_typed));
}

TEST_CASE("random plans: the instalments of a claim are its shares") {
    CHECK(rc::check("each once, and nothing else", [] {
        std::vector<plans::Creditor> creditors;
        for (int i = 0, count = *rc::gen::inRange(1, 6); i < count; ++i) {
            creditors.push_back({.id = "c/" + std::to_string(i),
                                 .balance = Money::cents(*rc::gen::inRange(0, 20'000))});
            creditors.back().contractual = Money::cents(*rc::gen::inRange(1, 900));
        }
        plans::Plan plan =
            test::plan_of(*rc::gen::element(plans::Strategy::pro_rata, plans::Strategy::contractual,
                                            plans::Strategy::smallest_first),
                          "1.00", creditors);
        plan.monthly = Money::cents(*rc::gen::inRange(0, 5'000));
        const plans::Schedule schedule = plans::simulate(plan);
        std::map<std::string, Money> sums;
        std::set<std::pair<std::string, Date>> dues;
        for (const auto& each : plans::instalments_of(schedule)) {
            RC_ASSERT(each.amount.is_positive());
            RC_ASSERT(dues.emplace(each.claim, each.due).second);
            sums.try_emplace(each.claim, Money::zero()).first->second += each.amount;
        }
        for (const plans::Result_of_creditor& creditor : schedule.creditors) {
            const auto sum = sums.find(creditor.id);
            RC_ASSERT((sum == sums.end() ? Money::zero() : sum->second) == creditor.paid);
        }
    }));
}
