// Goal: a plan is read as it stands, or refused with each fault and its place. Method: a plan that
// uses every field, then one fault at a time.
#include "plans.hpp"
#include "plans/codes.hpp"
#include "plans/plan_document.hpp"
#include "support/changed_text.hpp"
#include "support/document_faults.hpp"

using namespace saldo;
using namespace saldo::plans;
using test::euro;
using test::plan_day;

namespace {

const std::string full = R"({
  "name": "Alles", "start": "2026-01-31", "monthly": "250.00", "strategy": "mixed",
  "classes": [{"id": "klein", "method": "token", "amount": "2.00"},
              {"id": "rest", "method": "contractual", "at_most": "200.00"}],
  "creditors": [
    {"id": "a", "balance": "100.00", "interest_due": "10.00", "class": "klein", "rate": "0.0825",
     "priority": 2, "joins": "2026-02-01", "frozen_until": "2026-03-01",
     "interest_until": "2027-01-01", "minimum": "3.00"},
    {"id": "b", "balance": "900.00", "contractual": "45.00", "fixed": "20.00", "class": "rest"},
    {"id": "c", "balance": "50.00", "settlement": {"on": "2026-04-01", "amount": "20.00"}}],
  "minimum": "5.00", "round_to": "euro", "freed_money": "shared", "interest_on": "principal",
  "first_interest": false,
  "steps": [{"from": "2026-06-01", "monthly": "300.00", "income": "1600.00", "costs": "900.00",
             "living_money": "420.00"}],
  "extras": [{"date": "2026-05-20", "amount": "75.00"}],
  "reserve": {"target": "500.00", "held": "20.00", "monthly": "25.00"},
  "account": {"balance": "-12.00", "income": "1500.00", "costs": "950.00", "living_money": "400.00",
              "living_money_least": "380.00", "reference_budget": "1300.00"},
  "zero_below": "10.00", "term": 84, "months_max": 240
})";

std::string changed(std::string_view from, std::string_view to) {
    return test::changed(full, from, to);
}

} // namespace

TEST_CASE("every field is read") {
    const auto read = read_plan(full);
    REQUIRE(read.has_value());
    const Creditor a{.id = "a",
                     .balance = euro("100.00"),
                     .interest_due = euro("10.00"),
                     .priority = 2,
                     .rate = money::Rate::of(33, 400),
                     .minimum = euro("3.00"),
                     .in_class = "klein",
                     .joins = plan_day("2026-02-01"),
                     .frozen_until = plan_day("2026-03-01"),
                     .interest_until = plan_day("2027-01-01")};
    const Creditor b{.id = "b",
                     .balance = euro("900.00"),
                     .contractual = euro("45.00"),
                     .fixed = euro("20.00"),
                     .in_class = "rest"};
    const Creditor c{.id = "c",
                     .balance = euro("50.00"),
                     .settlement = Settlement{plan_day("2026-04-01"), euro("20.00")}};
    Plan expected{.name = "Alles",
                  .start = plan_day("2026-01-31"),
                  .monthly = euro("250.00"),
                  .strategy = Strategy::mixed,
                  .creditors = {a, b, c}};
    expected.classes = {{"klein", Method::token, euro("2.00"), {}},
                        {"rest", Method::contractual, {}, euro("200.00")}};
    expected.minimum = euro("5.00");
    expected.round_to = Round_to::euro;
    expected.freed_money = Freed_money::shared;
    expected.interest_on = Interest_on::principal;
    expected.first_interest = false;
    expected.steps = {
        {plan_day("2026-06-01"), euro("300.00"), euro("1600.00"), euro("900.00"), euro("420.00")}};
    expected.extras = {{plan_day("2026-05-20"), euro("75.00")}};
    expected.reserve = Reserve{euro("500.00"), euro("20.00"), euro("25.00")};
    expected.account = Account{euro("-12.00"), euro("1500.00"), euro("950.00"),
                               euro("400.00"), euro("380.00"),  euro("1300.00")};
    expected.zero_below = euro("10.00");
    expected.term = 84;
    expected.months_most = 240;
    CHECK(*read == expected);
}

TEST_CASE("each fault has its code and place") {
    const std::vector<test::Document_fault> faults{
        {"{", "dossier.not_json", ""},
        {changed("\"name\"", "\"start\": \"x\", \"name\""), "dossier.duplicate_key", "/start"},
        {changed("\"id\": \"b\"", "\"id\": \"b\", \"id\": \"d\""), "dossier.duplicate_key",
         "/creditors/1/id"},
        {changed("\"term\"", "\"terms\""), "dossier.schema", "/terms"},
        {changed("\"fixed\"", "\"fi/xed\""), "dossier.schema", "/creditors/1/fi~1xed"},
        {changed("\"start\": \"2026-01-31\",", ""), "dossier.schema", ""},
        {changed("\"250.00\"", "250.00"), "dossier.schema", "/monthly"},
        {changed("\"250.00\"", "\"250.0\""), "dossier.schema", "/monthly"},
        {changed("\"250.00\"", "\"-250.00\""), "dossier.schema", "/monthly"},
        {changed("\"900.00\"", "\"1000000000.00\""), "dossier.schema", "/creditors/1/balance"},
        {changed("\"mixed\"", "\"magic\""), "dossier.schema", "/strategy"},
        {changed("0.0825", "8 %"), "dossier.schema", "/creditors/0/rate"},
        {changed("\"priority\": 2", "\"priority\": \"2\""), "dossier.schema",
         "/creditors/0/priority"},
        {changed("\"priority\": 2", "\"priority\": null"), "dossier.schema",
         "/creditors/0/priority"},
        {changed("\"id\": \"a\"", "\"id\": \"\""), "dossier.schema", "/creditors/0/id"},
        {changed("240", "1201"), "dossier.schema", "/months_max"},
        {changed("2026-01-31", "2026-02-30"), "plans.value_wrong", "/start"},
        {changed("2026-04-01", "2026-04-31"), "plans.value_wrong", "/creditors/2/settlement/on"},
        {changed("2026-06-01", "2026-13-01"), "plans.value_wrong", "/steps/0/from"},
        {changed("\"id\": \"c\"", "\"id\": \"a\""), "plans.said_twice", "/creditors/2/id"},
        {changed("\"id\": \"rest\"", "\"id\": \"klein\""), "plans.said_twice", "/classes/1/id"},
        {changed("\"10.00\"", "\"100.01\""), "plans.interest_above_balance",
         "/creditors/0/interest_due"},
        {changed("\"mixed\"", "\"pro_rata\""), "plans.classes_not_wanted", "/classes"},
        {changed("\"class\": \"rest\"", "\"class\": \"gone\""), "plans.class_unknown",
         "/creditors/1/class"},
        {changed(", \"class\": \"rest\"", ""), "plans.class_missing", "/creditors/1"},
        {changed("\"contractual\": \"45.00\"", "\"contractual\": \"0.00\""),
         "plans.instalment_missing", "/creditors/1"},
        {changed(", \"amount\": \"2.00\"", ""), "plans.instalment_missing", "/classes/0"},
        {changed("\"account\": {\"balance\": \"-12.00\", \"income\": \"1500.00\", \"costs\": "
                 "\"950.00\", "
                 "\"living_money\": \"400.00\",\n              \"living_money_least\": \"380.00\", "
                 "\"reference_budget\": \"1300.00\"},",
                 ""),
         "plans.account_missing", "/steps/0"},
    };
    test::check_faults(faults, read_plan);
}

TEST_CASE("a strategy asks for what it goes by") {
    const auto refused = [](std::string_view strategy) {
        const auto plan =
            read_plan(R"({"start":"2026-01-01","monthly":"10.00","strategy":")" +
                      std::string(strategy) + R"(","creditors":[{"id":"a","balance":"5.00"}]})");
        return plan ? std::string() : std::string(plan.error().code().text);
    };
    for (const char* strategy : {"pro_rata", "smallest_first", "priority", "fixed"}) {
        CHECK(refused(strategy).empty());
    }
    CHECK(refused("contractual") == "plans.instalment_missing");
    CHECK(refused("mixed") == "plans.classes_missing");
}
