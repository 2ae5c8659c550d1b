// Goal: what a bank sends back undoes the movement it was, wherever a rule or a person had put it,
// and what that one settled is due again. Method: rejects, returns, refunds and reversals of each
// kind of movement, in CODA and in camt, and what only looks like one.
#include "bank/camt/write.hpp"
#include "support/household_book.hpp"

using namespace saldo;
using reconcile::Rule;
using test::Told_movement;

namespace {

constexpr const char* collector = "BE14001000000783";
constexpr const char* employer = "BE76001020304095";

/// Under the mandate CORE-17 the collector collects 40.00 of the energy debt each twentieth.
dossier::Dossier with_mandate() {
    dossier::Dossier changed = test::household();
    changed.creditors.at(0).claims.at(0).instalment->mandate = "CORE-17";
    return changed;
}

struct Household : test::Household_book {
    Household() { REQUIRE(test::code_of(book.import({with_mandate()})) == ""); }

    void statement(const std::vector<Told_movement>& movements) {
        Household_book::statement(movements, "2026-03-31");
    }

    /// What is settled: subject, due date and cents, zero if it was and is due again.
    [[nodiscard]] std::string settled() const {
        return book.look("SELECT a.code, p.due, sum(p.cents) FROM posting p JOIN ledger_account a "
                         "ON a.id = p.ledger_account_id WHERE p.due IS NOT NULL "
                         "GROUP BY a.code, p.due ORDER BY a.code, p.due");
    }

    [[nodiscard]] std::string rule_of(std::int64_t movement) const {
        const auto story = book.story({movement});
        return story.places.empty() ? "" : std::string(name(story.places[0].part.explanation.rule));
    }
};

Told_movement collected(const char* booked, std::int64_t cents = -4'000) {
    return {.cents = cents,
            .iban = collector,
            .booked = booked,
            .mandate = "CORE-17",
            .code = "00501000"};
}

Told_movement refunded(const char* booked, char r_type, std::int64_t cents = 4'000) {
    Told_movement told = collected(booked, cents);
    told.code = "00554000";
    told.r_type = r_type;
    told.reason = "MD06";
    return told;
}

} // namespace

TEST_CASE("a direct debit that is rejected, returned, refunded or reversed is due again") {
    for (const char r_type : {'1', '2', '3', '4', '5'}) {
        CAPTURE(r_type);
        Household with;
        with.statement({collected("2026-02-20"), refunded("2026-02-24", r_type)});
        CHECK(with.rule_of(1) == "mandate");
        CHECK(with.rule_of(2) == "money_back");
        CHECK(with.settled() == "debt:energy/2025-17|2026-02-20|0\n");
        CHECK(with.book.balance("debt:energy/2025-17") == Money::cents(-55'235));
        CHECK(with.book.balance("pot:main") == Money::cents(140'040));
        CHECK(with.book.suspense().empty());
        CHECK(with.book.story({2}).places[0].facts == Params{{"original", "1"}});
        with.book.check_sound();
        // It stays with the payee: the run does not pay it, but tells of it.
        const auto run = with.book.prepare("2026-04-01", "2026-04-10");
        REQUIRE(test::code_of(run) == "");
        const auto line = std::ranges::find_if(run->lines, [](const payments::Run_line& each) {
            return each.proposal.occurrence.due == test::day("2026-02-20");
        });
        REQUIRE(line != run->lines.end());
        CHECK(line->proposal.reason == payments::Reason::payee_collects);
        CHECK(line->proposal.amount == Money::cents(4'000));
    }
}

TEST_CASE("what is collected again after a refund settles the same due date") {
    Household with;
    with.statement({collected("2026-02-20"), refunded("2026-02-24", '3'), collected("2026-02-27")});
    CHECK(with.settled() == "debt:energy/2025-17|2026-02-20|4000\n");
    CHECK(with.rule_of(3) == "mandate");
    with.book.check_sound();
}

TEST_CASE("a refund comes in another file, long after what it refunds") {
    Household with;
    with.statement({collected("2026-02-20")});
    REQUIRE(test::code_of(
                with.book.import(test::coda_file({{.number = 13,
                                                   .opening = 148'040,
                                                   .opening_date = "2026-03-31",
                                                   .closing_date = "2027-02-10",
                                                   .movements = {refunded("2027-02-10", '3')}}}),
                                 "later.cod")) == "");
    CHECK(with.rule_of(2) == "money_back");
    CHECK(with.settled() == "debt:energy/2025-17|2026-02-20|0\n");
    with.book.check_sound();
}

TEST_CASE("each refund undoes another collection, the last one first") {
    Household with;
    with.statement({collected("2026-02-20"), collected("2026-03-20"), refunded("2026-03-23", '3'),
                    refunded("2026-03-24", '3'), refunded("2026-03-25", '3')});
    CHECK(with.settled() == "debt:energy/2025-17|2026-02-20|0\ndebt:energy/2025-17|2026-03-20|0\n");
    CHECK(with.book.story({3}).places[0].facts == Params{{"original", "2"}});
    CHECK(with.book.story({4}).places[0].facts == Params{{"original", "1"}});
    REQUIRE(with.book.suspense().size() == 1); // nothing is left that the third could undo
    CHECK(with.book.suspense()[0].movement.id == Movement_id{5});
    with.book.check_sound();
}

TEST_CASE("a detail of a total comes back, also one that the bank dates after its total") {
    Household with;
    with.statement({{.cents = -4'200,
                     .booked = "2026-02-20",
                     .details = {collected("2026-02-22"), {.cents = -200, .text = "kosten"}}},
                    refunded("2026-02-24", '3')});
    CHECK(with.rule_of(2) == "mandate");
    CHECK(with.rule_of(4) == "money_back");
    CHECK(with.book.story({4}).places[0].facts == Params{{"original", "2"}});
    CHECK(with.settled() == "debt:energy/2025-17|2026-02-20|0\n");
    with.book.check_sound();
}

TEST_CASE("what a rule or a person explained is undone as well, from the pot it came from") {
    Household with;
    const Told_movement bill{.cents = -9'000, .iban = "BE44363000000545", .booked = "2026-03-10"};
    with.statement({bill, {.cents = -2'000, .iban = "BE90001334083032", .booked = "2026-03-11"}});
    CHECK(with.rule_of(1) == "iban_amount_date");
    CHECK(with.book.balance("pot:main/school") == Money::cents(3'000));
    REQUIRE(test::code_of(with.book.assign({{2}, "expense:rent", test::day("2026-03-01"), ""})) ==
            "");
    REQUIRE(
        test::code_of(with.book.import(test::coda_file({{.number = 13,
                                                         .opening = 141'040,
                                                         .opening_date = "2026-03-31",
                                                         .closing_date = "2026-04-10",
                                                         .movements = {{.cents = 9'000,
                                                                        .iban = "BE44363000000545",
                                                                        .r_type = '2',
                                                                        .reason = "AC04"},
                                                                       {.cents = 2'000,
                                                                        .iban = "BE90001334083032",
                                                                        .code = "00154000"}}}}),
                                       "later.cod")) == "");
    CHECK(with.rule_of(3) == "money_back");
    CHECK(with.rule_of(4) == "money_back");
    CHECK(with.book.balance("pot:main/school") == Money::cents(12'000));
    CHECK(with.settled() == "expense:rent|2026-03-01|0\nexpense:school_bill|2026-03-15|0\n");
    with.book.check_sound();
}

TEST_CASE("an income that is called back is due again") {
    Household with;
    with.statement({{.cents = 189'000, .iban = employer, .booked = "2026-02-03"},
                    {.cents = -189'000,
                     .iban = employer,
                     .booked = "2026-02-05",
                     .r_type = '5',
                     .reason = "FOCR"}});
    CHECK(with.rule_of(1) == "iban_amount_date");
    CHECK(with.rule_of(2) == "money_back");
    CHECK(with.settled() == "income:wage|2026-02-03|0\n");
    with.book.check_sound();
}

TEST_CASE("an own payment that comes back without its id is found by its payee and amount") {
    Household with;
    const auto exported = with.book.pay("2026-02-02", "2026-02-02");
    const auto line = std::ranges::find_if(exported.sheet.lines, [](const auto& each) {
        return each.proposal.occurrence.subject == "expense:rent";
    });
    REQUIRE(line != exported.sheet.lines.end());
    with.statement({{.cents = -65'000,
                     .iban = "BE70096000000425",
                     .end_to_end_id = line->end_to_end_id,
                     .booked = "2026-02-03"},
                    {.cents = 65'000,
                     .iban = "BE70096000000425",
                     .booked = "2026-02-05",
                     .r_type = '2',
                     .reason = "AC04"}});
    CHECK(with.rule_of(1) == "own_order");
    CHECK(with.rule_of(2) == "own_return");
    CHECK(with.book.look("SELECT state FROM run_line WHERE end_to_end_id = '" +
                         line->end_to_end_id + "'") == "returned\n");
    CHECK(with.book.balance("expense:rent") == Money::zero());
    with.book.check_sound();
}

TEST_CASE("what is no R-transaction, or undoes nothing that is in the book, undoes nothing") {
    struct Row {
        const char* what;
        Told_movement told;
    };

    Told_movement plain = refunded("2026-02-24", ' ');
    plain.code = "00150000";
    plain.reason.clear();
    Told_movement stranger = refunded("2026-02-24", '3');
    stranger.mandate = "OTHER";
    stranger.iban = "BE90001334083032";
    const Row rows[] = {
        {"a plain transfer back", plain},
        {"another amount", refunded("2026-02-24", '3', 3'999)},
        {"another mandate and account", stranger},
        {"before what it would undo", refunded("2026-02-19", '3')},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.what));
        Household with;
        with.statement({collected("2026-02-20"), row.told});
        CHECK(with.settled() == "debt:energy/2025-17|2026-02-20|4000\n");
        REQUIRE(with.book.suspense().size() == 1);
        CHECK(with.book.suspense()[0].movement.id == Movement_id{2});
        with.book.check_sound();
    }
}

TEST_CASE("a refund waits as long as what it refunds is in suspense, then follows it") {
    Household with;
    const Told_movement debit{.cents = -7'700, .iban = "BE90001334083032", .booked = "2026-03-11"};
    with.statement({debit,
                    {.cents = 7'700,
                     .iban = "BE90001334083032",
                     .booked = "2026-03-13",
                     .r_type = '3',
                     .reason = "MD06"}});
    CHECK(with.book.suspense().size() == 2);
    REQUIRE(test::code_of(with.book.assign({{1}, "expense:rent", test::day("2026-03-01"), ""})) ==
            "");
    REQUIRE(with.book.match("2026-04-01").has_value());
    CHECK(with.book.suspense().empty());
    CHECK(with.rule_of(2) == "money_back");
    CHECK(with.settled() == "expense:rent|2026-03-01|0\n");
    // A person may think otherwise.
    REQUIRE(test::code_of(with.book.undo({2})) == "");
    CHECK(with.settled() == "expense:rent|2026-03-01|7700\n");
    with.book.check_sound();
}

TEST_CASE("camt says it in RtrInf, with the mandate or only with the other side") {
    for (const bool has_mandate : {true, false}) {
        CAPTURE(has_mandate);
        Household with;
        test::Coda_maker maker;
        bank::Statement statement =
            maker.statement({.number = 12,
                             .opening = 152'040,
                             .opening_date = "2026-01-31",
                             .closing_date = "2026-03-31",
                             .movements = {collected("2026-02-20"), refunded("2026-02-24", '3')}});
        statement.movements[0].transaction_code = "PMNT/RDDT/ESDD";
        statement.movements[1].transaction_code = "PMNT/RDDT/UPDD";
        if (!has_mandate) {
            statement.movements[1].mandate_id = {};
        }
        statement.closing.reset();
        statement.id = "12";
        statement.file_reference = "F-12";
        const auto written = bank::camt::write(std::span(&statement, 1), bank::camt::Version::v08);
        REQUIRE(test::code_of(written) == "");
        CHECK(written->find("<RtrInf>") != std::string::npos);
        REQUIRE(test::code_of(with.book.import(*written, "statement.xml")) == "");
        CHECK(with.rule_of(2) == "money_back");
        CHECK(with.settled() == "debt:energy/2025-17|2026-02-20|0\n");
        with.book.check_sound();
    }
}
