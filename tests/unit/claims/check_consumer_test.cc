// Goal: what a firm may ask of a consumer. Method: the worked examples of the caps and of the days
// of the first reminder, and interest reckoned by hand; each on both sides of its limit.
#include "check_case.hpp"
#include "claims/codes.hpp"

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

TEST_CASE("the penalty is at most that of art. XIX.4 on the balance") {
    struct Row {
        const char* balance;
        const char* cap;
    };

    for (const Row& row : {Row{"50.00", "20.00"},
                           {"150.00", "20.00"},
                           {"150.01", "30.00"},
                           {"200.00", "35.00"},
                           {"400.00", "55.00"},
                           {"500.00", "65.00"},
                           {"500.01", "65.00"},
                           {"1000.00", "90.00"},
                           {"5000.00", "290.00"},
                           {"39200.00", "2000.00"},
                           {"40000.00", "2000.00"}}) {
        CAPTURE(row.balance);
        auto claim = consumer_claim("2024-01-10", "2024-03-01", row.balance);
        claim.penalty = euro(row.cap);
        CHECK(verdict_of(claim).kind == Verdict_kind::due);
        claim.penalty = euro(row.cap) + Money::cents(1);
        const auto more = verdict_of(claim);
        CHECK(more.kind == Verdict_kind::reduce);
        CHECK(more.reduce_to == claim.principal + euro(row.cap));
        CHECK(more.reasons == Grounds{Ground::consumer_penalty});
        const auto checked = only_row(more, Debt_part::penalty);
        CHECK(checked.maximum == euro(row.cap));
        CHECK(checked.difference() == Money::cents(1));
        CHECK(checked.basis.article == "WER art. XIX.4");
        CHECK(has(more.findings, law::clause_is_void));
    }
}

TEST_CASE("the first reminder must be over, by the way it was sent") {
    struct Row {
        std::optional<Sent_as> way;
        const char* stated;
        Verdict_kind verdict;
    };

    // Sent on Monday 18 September 2023: posted, asked from 5 October; electronic, from 3 October.
    for (const Row& row : {Row{Sent_as::post, "2023-10-04", Verdict_kind::reduce},
                           {Sent_as::post, "2023-10-05", Verdict_kind::due},
                           {Sent_as::registered, "2023-10-04", Verdict_kind::reduce},
                           {Sent_as::registered, "2023-10-05", Verdict_kind::due},
                           {Sent_as::electronic, "2023-10-02", Verdict_kind::reduce},
                           {Sent_as::electronic, "2023-10-03", Verdict_kind::due},
                           {std::nullopt, "2023-10-02", Verdict_kind::reduce},
                           {std::nullopt, "2023-10-03", Verdict_kind::unclear},
                           {std::nullopt, "2023-10-04", Verdict_kind::unclear},
                           {std::nullopt, "2023-10-05", Verdict_kind::due},
                           {Sent_as::bailiff, "2023-10-04", Verdict_kind::unclear}}) {
        CAPTURE(row.stated);
        auto claim = consumer_claim("2023-09-01", row.stated, "400.00");
        claim.penalty = euro("55.00");
        claim.letters.front().sent = day("2023-09-18");
        claim.letters.front().way = row.way;
        const auto verdict = verdict_of(claim);
        CHECK(verdict.kind == row.verdict);
        if (row.verdict == Verdict_kind::reduce) {
            CHECK(verdict.reasons == Grounds{Ground::reminder_runs});
            CHECK(verdict.reduce_to == euro("400.00"));
        }
        if (row.verdict == Verdict_kind::unclear) {
            CHECK(verdict.missing == Facts{Fact::reminder_way});
        }
    }
}

TEST_CASE("without a first reminder neither penalty nor interest") {
    auto claim = consumer_claim("2024-01-10", "2024-06-01", "400.00");
    claim.penalty = euro("20.00");
    claim.interest = euro("1.00");
    claim.letters.clear();
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::reduce);
    CHECK(verdict.reduce_to == euro("400.00"));
    CHECK(verdict.reasons == Grounds{Ground::no_first_reminder});
    CHECK(verdict.missing == Facts{Fact::first_reminder, Fact::breakdown});
    // A reminder that was sent after the day of the check is not known.
    claim.letters = {{day("2024-06-02"), dossier::Letter_kind::reminder, Sent_as::electronic, {}}};
    CHECK(verdict_of(claim) == verdict);
}

TEST_CASE("a penalty must have been agreed") {
    auto claim = consumer_claim("2024-01-10", "2024-03-01", "400.00");
    claim.penalty = euro("55.00");
    claim.contract->penalty = dossier::Penalty_clause::none;
    const auto none = verdict_of(claim);
    CHECK(none.kind == Verdict_kind::reduce);
    CHECK(none.reasons == Grounds{Ground::penalty_not_agreed});
    claim.contract->penalty.reset();
    const auto unknown = verdict_of(claim);
    CHECK(unknown.kind == Verdict_kind::unclear);
    CHECK(unknown.missing == Facts{Fact::penalty_clause});
    claim.penalty = euro("55.01"); // too much, agreed or not
    CHECK(verdict_of(claim).reduce_to == euro("455.00"));
}

// 1,000.00, reminded on 15 February 2024: asked from 1 March, 179 days to 26 August. At 5.75 %
// (legal) 28.20, at 10 % 49.04, at 12.5 % (between firms) 61.30; 193 days at 12.5 % are 66.10.
TEST_CASE("late interest is at most that between firms, from the day the reminder allows") {
    struct Row {
        const char* agreed; ///< rate, or nothing
        const char* interest;
        Verdict_kind verdict;
        const char* allowed;
        Facts missing;
    };

    for (const Row& row : {
             Row{"", "28.20", Verdict_kind::due, "28.20", {}},
             {"", "28.21", Verdict_kind::unclear, "28.21", {Fact::late_rate}},
             {"", "61.30", Verdict_kind::unclear, "61.30", {Fact::late_rate}},
             {"", "61.31", Verdict_kind::reduce, "61.30", {Fact::late_rate, Fact::small_firm}},
             {"", "66.10", Verdict_kind::reduce, "61.30", {Fact::late_rate, Fact::small_firm}},
             {"", "66.11", Verdict_kind::reduce, "61.30", {Fact::late_rate}},
             {"10", "49.04", Verdict_kind::due, "49.04", {}},
             {"10", "49.05", Verdict_kind::reduce, "49.04", {Fact::small_firm}},
             {"15", "61.30", Verdict_kind::due, "61.30", {}},
             {"15", "66.11", Verdict_kind::reduce, "61.30", {}},
         }) {
        CAPTURE(row.agreed);
        CAPTURE(row.interest);
        auto claim = consumer_claim("2024-01-10", "2024-08-26", "1000.00");
        claim.letters.front().sent = day("2024-02-15");
        claim.interest = euro(row.interest);
        claim.items = {{claim.stated, Item_kind::late_interest, claim.interest, {}}};
        if (*row.agreed != '\0') {
            claim.contract->late_rate = percent(row.agreed);
        }
        const auto verdict = verdict_of(claim);
        CHECK(verdict.kind == row.verdict);
        CHECK(part(verdict, Debt_part::interest).allowed == euro(row.allowed));
        CHECK(verdict.missing == row.missing);
    }
}

TEST_CASE("interest does not run before the debt is due") {
    auto claim = consumer_claim("2024-01-10", "2024-08-26", "1000.00");
    claim.letters.front().sent = day("2024-02-15");
    claim.contract->late_rate = percent("10");
    claim.due = day("2024-08-16"); // ten days: 2.74
    claim.interest = euro("2.74");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.interest = euro("2.75");
    CHECK(verdict_of(claim).reduce_to == euro("1002.74"));
}

TEST_CASE("a rate that is not in force leaves interest unclear") {
    auto claim = consumer_claim("2024-01-10", "2026-07-01", "1000.00");
    claim.interest = euro("5000.00");
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::unclear);
    CHECK(has(verdict.findings, law::not_in_force));
    CHECK_FALSE(has_errors(verdict.findings));
    CHECK_FALSE(only_row(verdict, Debt_part::interest).maximum);
    CHECK(std::ranges::find(verdict.missing, Fact::figure) != verdict.missing.end());
}

TEST_CASE("from when book XIX holds for a contract") {
    struct Row {
        const char* contract; ///< or nothing
        const char* due;
        const char* stated;
        Verdict_kind verdict;
        Facts missing;
        bool is_doubted;
    };

    for (const Row& row : {
             Row{"2023-09-01", "2023-09-01", "2023-10-31", Verdict_kind::reduce, {}, false},
             {"2023-08-31",
              "2023-09-01",
              "2023-10-31",
              Verdict_kind::unclear,
              {Fact::older_rules},
              false},
             {"2023-08-31",
              "2023-09-01",
              "2023-11-30",
              Verdict_kind::unclear,
              {Fact::older_rules},
              false},
             {"2023-08-31", "2023-09-01", "2023-12-01", Verdict_kind::reduce, {}, true},
             {"2023-08-31", "2023-11-30", "2024-02-01", Verdict_kind::reduce, {}, true},
             {"2023-08-31", "2023-12-01", "2024-02-01", Verdict_kind::reduce, {}, false},
             {"", "2023-09-01", "2023-11-30", Verdict_kind::unclear, {Fact::contract_date}, false},
             {"", "2023-09-01", "2023-12-01", Verdict_kind::reduce, {}, true},
             {"2023-08-01",
              "2023-08-02",
              "2023-08-31",
              Verdict_kind::unclear,
              {Fact::older_rules},
              false},
         }) {
        CAPTURE(row.contract);
        CAPTURE(row.stated);
        auto claim = consumer_claim("2023-09-01", row.stated, "400.00");
        claim.contract->date =
            *row.contract == '\0' ? std::nullopt : std::optional(day(row.contract));
        claim.due = day(row.due);
        claim.letters.front().sent = day("2023-09-05");
        claim.penalty = euro("100.00");
        const auto verdict = verdict_of(claim);
        CHECK(verdict.kind == row.verdict);
        CHECK(verdict.missing == row.missing);
        CHECK(has(verdict.findings, claims::old_contract) == row.is_doubted);
    }
}

TEST_CASE("what a consumer may be asked of costs") {
    auto claim = consumer_claim("2024-01-10", "2024-06-30", "400.00");
    claim.letters.front().sent = day("2024-02-01");
    claim.items = {
        {day("2024-04-01"), Item_kind::notice, euro("12.00"), {}},     // at most 7.50
        {day("2024-02-01"), Item_kind::reminder, euro("5.00"), {}},    // the first one
        {day("2024-03-01"), Item_kind::reminder, euro("7.50"), {}},    // as allowed
        {day("2024-05-01"), Item_kind::other_cost, euro("25.00"), {}}, // nothing else
        {day("2024-05-01"), Item_kind::file_cost, euro("15.00"), {}},
    };
    claim.costs = euro("64.50");
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::reduce);
    CHECK(verdict.reduce_to == euro("415.00"));
    CHECK(verdict.reasons ==
          Grounds{Ground::consumer_letter, Ground::free_letter, Ground::nothing_else});
    CHECK(verdict.missing == Facts{Fact::postage});
    REQUIRE(verdict.rows.size() == 6);
    CHECK(verdict.rows[1].ground == Ground::free_letter);
    CHECK(verdict.rows[2].difference().is_zero());
    CHECK(part(verdict, Debt_part::costs).maximum == euro("15.00"));
    CHECK(part(verdict, Debt_part::costs).difference() == euro("49.50"));
}

TEST_CASE("the first letter that is charged is free if no earlier one is known") {
    auto claim = consumer_claim("2024-01-10", "2024-06-30", "400.00");
    claim.letters.clear();
    claim.items = {{day("2024-04-01"), Item_kind::reminder, euro("7.50"), {}},
                   {day("2024-03-01"), Item_kind::reminder, euro("7.50"), {}}};
    claim.costs = euro("15.00");
    CHECK(verdict_of(claim).reduce_to == euro("407.50"));
    claim.letters = {{day("2024-02-01"), dossier::Letter_kind::reminder, Sent_as::post, {}}};
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
}

TEST_CASE("of a supply, which reminders of a year are free depends on the due dates") {
    auto claim = consumer_claim("2024-01-10", "2025-06-30", "400.00");
    claim.origin = "energy";
    for (const char* sent : {"2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"}) {
        claim.items.push_back({day(sent), Item_kind::reminder, euro("7.50"), {}});
        claim.costs += euro("7.50");
    }
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::unclear);
    CHECK(verdict.missing == Facts{Fact::reminded_dues});
    CHECK(has(verdict.findings, claims::several_reminders_free));
    // The fourth of the year is a paid one whatever the due dates are.
    CHECK(verdict.rows[3].certain.is_zero());
    CHECK(verdict.rows[4].certain == euro("7.50"));
}

TEST_CASE("costs that no item explains are unclear, and those that came later count") {
    auto claim = consumer_claim("2024-01-10", "2024-06-30", "400.00");
    claim.costs = euro("10.00");
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::unclear);
    CHECK(verdict.missing == Facts{Fact::breakdown});
    CHECK(only_row(verdict, Debt_part::costs).ground == Ground::unexplained);
    claim.costs = Money::zero();
    claim.items = {{day("2024-07-15"), Item_kind::other_cost, euro("20.00"), {}}};
    CHECK(verdict_of(claim, "2024-07-14").kind == Verdict_kind::due);
    const auto later = verdict_of(claim, "2024-07-15");
    CHECK(later.kind == Verdict_kind::reduce);
    CHECK(later.claimed == euro("420.00"));
    CHECK(later.reduce_to == euro("400.00"));
    claim.waivers = {{day("2024-07-20"), Debt_part::costs, euro("20.00"), {}}};
    CHECK(verdict_of(claim, "2024-07-19").kind == Verdict_kind::reduce);
    CHECK(verdict_of(claim, "2024-07-20").kind == Verdict_kind::due);
}

TEST_CASE("what was paid before the statement may have borne more") {
    auto claim = consumer_claim("2024-01-10", "2024-06-30", "400.00");
    claim.penalty = euro("60.00");
    claim.payments = {{day("2024-05-01"), euro("50.00"), "client", {}}}; // 450.00: 60.00
    const auto verdict = verdict_of(claim);
    CHECK(verdict.kind == Verdict_kind::unclear);
    CHECK(verdict.missing == Facts{Fact::earlier_balance});
    claim.penalty = euro("55.00");
    CHECK(verdict_of(claim).kind == Verdict_kind::due);
    claim.penalty = euro("60.01");
    CHECK(verdict_of(claim).reduce_to == euro("460.00"));
    claim.penalty = euro("60.00");
    claim.payments.front().date = day("2024-01-24"); // the day before it could be asked
    CHECK(verdict_of(claim).reduce_to == euro("455.00"));
    claim.payments.front().date = day("2024-01-25");
    CHECK(verdict_of(claim).kind == Verdict_kind::unclear);
}

TEST_CASE("what was paid of the items before does not make room for later ones") {
    auto claim = consumer_claim("2024-01-10", "2024-06-30", "400.00");
    claim.items = {{day("2024-03-01"), Item_kind::reminder, euro("7.50"), {}},
                   {day("2024-07-15"), Item_kind::other_cost, euro("20.00"), {}}};
    claim.payments = {{day("2024-03-20"), euro("7.50"), "client", {}}}; // nothing of it is stated
    const auto verdict = verdict_of(claim, "2024-07-31");
    CHECK(verdict.claimed == euro("420.00"));
    CHECK(verdict.reduce_to == euro("400.00"));
}
