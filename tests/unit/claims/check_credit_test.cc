// Goal: what a lender may ask of a consumer. Method: the worked examples of art. VII.105 and
// VII.106 and of the maxima of the APR, each on both sides of its limit.
#include "check_case.hpp"

using namespace saldo;
using namespace saldo::test;
using claims::Fact;
using claims::Ground;
using dossier::Item_kind;
using dossier::Sent_as;
using dossier::Verdict_kind;
using law::Debt_part;
using Facts = std::vector<Fact>;
using Grounds = std::vector<Ground>;

TEST_CASE("the penalty of an ended credit is at most that of art. VII.106") {
    struct Row {
        const char* balance;
        const char* cap;
    };

    for (const Row& row : {Row{"3000.00", "300.00"},
                           {"7500.00", "750.00"},
                           {"10000.00", "875.00"},
                           {"12345.67", "992.28"}}) {
        CAPTURE(row.balance);
        auto claim = credit_claim("2024-08-15", row.balance);
        claim.penalty = euro(row.cap);
        CHECK(verdict_of(claim).kind == Verdict_kind::due);
        claim.penalty += Money::cents(1);
        const auto more = verdict_of(claim);
        CHECK(more.reduce_to == claim.principal + euro(row.cap));
        CHECK(more.reasons == Grounds{Ground::credit_penalty});
        CHECK(only_row(more, Debt_part::penalty).basis.article == "WER art. VII.106 §1");
    }
}

TEST_CASE("late interest of an ended credit runs at 1.10 times its rate") {
    // 45 days after 1 July 2024.
    auto claim = credit_claim("2024-08-15", "2400.00");
    claim.interest = euro("26.04");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.interest = euro("26.05");
    const auto more = verdict_of(claim);
    CHECK(more.reduce_to == euro("2426.04"));
    CHECK(more.reasons == Grounds{Ground::credit_interest});
    claim.contract->late_rate = percent("4"); // less was agreed: 11.84
    CHECK(verdict_of(claim).reduce_to == euro("2411.84"));
    claim.contract->late_rate.reset();
    claim.contract->credit->rate.reset();
    const auto unknown = verdict_of(claim);
    CHECK(unknown.kind == Verdict_kind::unclear);
    CHECK(unknown.missing == Facts{Fact::breakdown, Fact::credit_rate});
}

TEST_CASE("of a credit at 0 % the legal rate is the maximum, with a doubt") {
    auto claim = credit_claim("2024-08-15", "2400.00");
    claim.contract->credit->rate = percent("0");
    claim.interest = euro("17.01"); // 5.75 %, 45 days
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::due);
    CHECK(has(verdict.findings, law::rate_is_zero));
    claim.interest = euro("17.02");
    CHECK(verdict_of(claim).reduce_to == euro("2417.01"));
}

TEST_CASE("before a credit is ended: no penalty, and interest since it was due") {
    auto claim = credit_claim("2024-04-15", "2400.00"); // due 45 days
    claim.contract->credit->ended.reset();
    claim.interest = euro("26.04");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.penalty = euro("10.00");
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::reduce);
    CHECK(verdict.reduce_to == euro("2426.04"));
    CHECK(verdict.reasons == Grounds{Ground::credit_not_ended});
    CHECK(verdict.missing == Facts{Fact::credit_ended});
    claim.penalty = Money::zero();
    claim.due.reset();
    CHECK(verdict_of(claim).missing == Facts{Fact::due, Fact::breakdown});
}

TEST_CASE("what was asked before the credit was ended is held against the rules of before") {
    auto claim = credit_claim("2024-06-30", "2400.00"); // ended the day after
    claim.penalty = euro("240.00");
    CHECK(verdict_of(claim).reasons == Grounds{Ground::credit_not_ended});
    claim.stated = day("2024-07-01");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.payments = {{day("2024-06-30"), euro("100.00"), "client", {}}};
    claim.penalty = euro("240.01");
    CHECK(verdict_of(claim).kind == Verdict_kind::reduce); // it was paid before
    claim.payments.front().date = day("2024-07-01");
    CHECK(verdict_of(claim).missing == Facts{Fact::earlier_balance});
}

TEST_CASE("a credit may be ended only after two instalments or 20 %, and a month of notice") {
    struct Row {
        const char* arrears; ///< or nothing
        const char* missed;
        const char* ended;
        Verdict_kind verdict;
        Grounds reasons;
    };

    // All that is payable is 6,000.00; the notice is of 15 May 2024.
    for (const Row& row : {
             Row{"250.00",
                 "1",
                 "2024-07-01",
                 Verdict_kind::dispute,
                 {Ground::ended_for_too_little}},
             {"500.00", "2", "2024-07-01", Verdict_kind::due, {}},
             {"1199.99", "1", "2024-07-01", Verdict_kind::dispute, {Ground::ended_for_too_little}},
             {"1200.00", "1", "2024-07-01", Verdict_kind::due, {}},
             {"1200.00", "", "2024-07-01", Verdict_kind::due, {}},
             {"1199.99", "", "2024-07-01", Verdict_kind::unclear, {}},
             {"", "1", "2024-07-01", Verdict_kind::unclear, {}},
             {"500.00", "2", "2024-06-15", Verdict_kind::dispute, {Ground::ended_too_soon}},
             {"500.00", "2", "2024-06-16", Verdict_kind::due, {}},
             {"500.00", "2", "2024-05-15", Verdict_kind::dispute, {Ground::ended_too_soon}},
             {"500.00", "2", "2024-05-14", Verdict_kind::dispute, {Ground::ended_without_notice}},
         }) {
        CAPTURE(row.arrears);
        CAPTURE(row.missed);
        CAPTURE(row.ended);
        auto claim = credit_claim("2024-08-15", "3000.00");
        dossier::Credit& credit = *claim.contract->credit;
        credit.arrears = *row.arrears == '\0' ? std::nullopt : std::optional(euro(row.arrears));
        credit.missed = row.missed;
        credit.ended = day(row.ended);
        const auto verdict = verdict_of(claim);
        CHECK(verdict.kind == row.verdict);
        CHECK(verdict.reasons == row.reasons);
    }
}

TEST_CASE("a notice must be registered") {
    auto claim = credit_claim("2024-08-15", "3000.00");
    claim.letters.front().way = Sent_as::post;
    const auto by_post = verdict_of(claim);
    CHECK(by_post.kind == Verdict_kind::dispute);
    CHECK(by_post.reasons == Grounds{Ground::ended_without_notice});
    CHECK(by_post.missing == Facts{Fact::registered_notice});
    claim.letters.front().way.reset();
    const auto unknown = verdict_of(claim);
    CHECK(unknown.kind == Verdict_kind::unclear);
    CHECK(unknown.missing == Facts{Fact::notice_way});
    claim.letters.front().way = Sent_as::registered;
    claim.contract->credit->total_payable.reset();
    CHECK(verdict_of(claim).missing == Facts{Fact::total_payable});
}

TEST_CASE("the stated APR is held against the maximum of the day of the contract") {
    struct Row {
        const char* contract;
        const char* amount;
        const char* apr;
        Verdict_kind verdict;
    };

    for (const Row& row : {Row{"2024-01-10", "6000.00", "13.00", Verdict_kind::due},
                           {"2024-01-10", "6000.00", "13.01", Verdict_kind::dispute},
                           {"2024-01-10", "5000.00", "16.00", Verdict_kind::due},
                           {"2024-01-10", "5000.01", "13.01", Verdict_kind::dispute},
                           {"2024-01-10", "1250.00", "21.50", Verdict_kind::due},
                           {"2024-01-10", "1250.01", "16.01", Verdict_kind::dispute},
                           {"2022-11-30", "6000.00", "10.00", Verdict_kind::due},
                           {"2022-11-30", "6000.00", "10.01", Verdict_kind::dispute},
                           {"2022-12-01", "6000.00", "10.01", Verdict_kind::due},
                           {"2020-01-10", "6000.00", "9.00", Verdict_kind::unclear}}) {
        CAPTURE(row.contract);
        CAPTURE(row.apr);
        auto claim = credit_claim("2024-08-15", "3000.00");
        claim.penalty = euro("300.00");
        claim.contract->date = day(row.contract);
        claim.contract->credit->amount = euro(row.amount);
        claim.contract->credit->apr = percent(row.apr);
        const auto verdict = verdict_of(claim);
        CHECK(verdict.kind == row.verdict);
        if (row.verdict == Verdict_kind::dispute) {
            CHECK(verdict.reasons == Grounds{Ground::apr_above_maximum});
        }
    }
}

TEST_CASE("an APR nobody stated bounds all but the capital") {
    auto claim = credit_claim("2024-08-15", "3000.00");
    claim.contract->credit->apr.reset();
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.penalty = euro("300.00");
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::unclear);
    CHECK(verdict.missing == Facts{Fact::apr});
    claim.contract->credit.reset();
    CHECK(verdict_of(claim).missing == Facts{Fact::credit_terms});
}

TEST_CASE("the costs of a credit are those on the list") {
    auto claim = credit_claim("2024-08-15", "3000.00");
    claim.items = {
        {day("2024-05-01"), Item_kind::credit_cost, euro("120.00"), {}},
        {day("2024-04-03"), Item_kind::reminder, euro("7.50"), {}},
        {day("2024-04-20"), Item_kind::reminder, euro("7.50"), {}}, // a second one of the month
        {day("2024-05-15"), Item_kind::notice, euro("7.51"), {}},
        {day("2024-07-01"), Item_kind::reminder, euro("7.50"), {}},
        {day("2024-07-02"), Item_kind::reminder, euro("7.50"), {}}, // after it was ended
        {day("2024-07-02"), Item_kind::file_cost, euro("30.00"), {}},
    };
    claim.costs = euro("187.51");
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::reduce);
    CHECK(verdict.reduce_to == euro("3142.50"));
    CHECK(verdict.reasons ==
          Grounds{Ground::credit_letter, Ground::letter_of_month, Ground::not_on_list});
    CHECK(verdict.missing == Facts{Fact::postage});
}
