// Goal: an adopted plan that cannot be kept is told with its place. Method: a plan that is right,
// then one change a row; and two plans for one claim.
#include "dossier/document.hpp"
#include "support/sample_dossier.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;

namespace {

std::string told(const Refusal& refusal) {
    std::string text;
    for (const Finding& finding : refusal.findings()) {
        text += std::string(finding.code.text) + " " + finding.where.place + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("a plan that cannot be kept is told with its place") {
    struct Wrong {
        std::string before;
        std::string after;
        std::string told;
    };

    // The agreed instalment of energy/2025-17 is due on each 20th.
    const std::string digest(64, 'a');
    const std::string plan =
        R"({"id": "1", "adopted": "2026-02-01", "user": "lies", "account": "main", "terms": ")" +
        digest + R"(", "instalments": [
            {"claim": "energy/2025-17", "due": "2026-03-05", "amount": "25.00"},
            {"claim": "energy/2025-17", "due": "2026-04-05", "amount": "15.00"}],
           "answers": [
            {"date": "2026-02-10", "creditor": "energy", "answer": "counter_offer",
             "amount": "30.00", "document": ")" +
        digest + R"(", "user": "lies"},
            {"date": "2026-02-12", "creditor": "energy", "answer": "accepted", "user": "lies"}],
           "ended": {"date": "2026-05-01", "reason": "lump sum", "user": "lies"}})";
    const std::string bill =
        R"("bills": [{"id": "1", "name": "x", "category": "x", "priority": "debt",
            "due": "2026-04-05", "amount": "80.00", "account": "main", "payee": {"name": "x"},
            "moves": "before", "claim": "energy/2025-17", "document": ")" +
        digest + R"("}])";
    const std::string good = ", \"plans\": [" + plan + "]}";
    const auto with = [](const std::string& plans) {
        std::string text(test::sample_dossier);
        return text.replace(text.rfind('}'), 1, plans);
    };
    REQUIRE(dossier::read_document(with(good)).has_value());
    const std::string answers_of = "dossier.unknown_creditor /plans/0/answers/";
    const std::vector<Wrong> cases{
        {"25.00", "0.00", "dossier.amount_not_positive /plans/0/instalments/0/amount\n"},
        {"30.00", "0.00", "dossier.amount_not_positive /plans/0/answers/0/amount\n"},
        {"\"main\"", "\"none\"", "dossier.unknown_account /plans/0/account\n"},
        {"\"main\"", "\"main\", \"pot\": \"none\"", "dossier.unknown_pot /plans/0/pot\n"},
        {"2026-03-05", "2020-03-05", "dossier.due_before_book /plans/0/instalments/0/due\n"},
        {"2026-03-05", "2026-03-20", "dossier.due_twice /plans/0/instalments/0/due\n"},
        {"2026-03-05", "2026-04-05", "dossier.due_twice /plans/0/instalments/1/due\n"},
        {"2026-03-05", "2026-06-20", ""}, // after the end nothing is due
        {"2025-17", "none", "dossier.unknown_claim /plans/0/instalments/0/claim\n"},
        {"\"plans\"", bill + ", \"plans\"", "dossier.due_twice /plans/0/instalments/1/due\n"},
        {"2026-02-10", "2026-01-31", "dossier.date_too_early /plans/0/answers/0/date\n"},
        {"2026-02-12", "2026-02-09", "dossier.date_too_early /plans/0/answers/1/date\n"},
        {"2026-05-01", "2026-01-31", "dossier.date_too_early /plans/0/ended/date\n"},
        {"\"creditor\": \"energy\"", "\"creditor\": \"x\"", answers_of + "0/creditor\n"},
        {"[" + plan, "[" + plan + ", " + plan,
         "dossier.duplicate_id /plans/1/id\n"
         "dossier.due_twice /plans/1/instalments/0/due\n"
         "dossier.due_twice /plans/1/instalments/1/due\n"},
        {"aaaa", "zzzz", "dossier.schema /plans/0/terms\n"}};
    for (const Wrong& wrong : cases) {
        CAPTURE(wrong.before);
        CAPTURE(wrong.after);
        std::string plans = good;
        plans.replace(plans.find(wrong.before), wrong.before.size(), wrong.after);
        const auto read = dossier::read_document(with(plans));
        CHECK(read.has_value() == wrong.told.empty());
        CHECK((read ? std::string() : told(read.error())) == wrong.told);
    }
}

TEST_CASE("a claim is in one plan at a time, as long as neither has ended") {
    const auto with = [](const char* end_of_first, const char* end_of_second) {
        const auto plan = [](const char* id, const char* due, const char* end) {
            return std::string(R"({"id": ")") + id +
                   R"(", "adopted": "2026-02-01", "user": "lies", "account": "main", "terms": ")" +
                   std::string(64, 'b') +
                   R"(", "instalments": [{"claim": "energy/2025-17", "due": ")" + due +
                   R"(", "amount": "25.00"}])" + end + "}";
        };
        std::string text(test::sample_dossier);
        text.replace(text.rfind('}'), 1,
                     ", \"plans\": [" + plan("a", "2026-03-05", end_of_first) + ", " +
                         plan("b", "2026-04-05", end_of_second) + "]}");
        const auto read = dossier::read_document(text);
        return read ? std::string() : told(read.error());
    };
    const char* ended = R"(, "ended": {"date": "2026-03-31", "reason": "new", "user": "lies"})";
    CHECK(with("", "") == "dossier.claim_in_two_plans /plans/1/instalments\n");
    CHECK(with(ended, "") == "");
    CHECK(with("", ended) == "");
    CHECK(with(ended, ended) == "");
}
