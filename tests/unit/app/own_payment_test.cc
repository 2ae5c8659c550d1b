// Goal: an office whose bank gives no EndToEndIds gets its own payments home all the same, and what
// comes later with them is not booked twice. Method: a run of the sample household (the rent, and
// living money of two weeks), told by the export of a bank, and by CODA after it.
#include "app/signals.hpp"
#include "support/household_book.hpp"

using namespace saldo;
using reconcile::Rule;
using test::Told_movement;

namespace {

constexpr const char* landlord = "BE70096000000425";
constexpr const char* client = "BE35063000000237";
constexpr const char* words = "Leefgeld van deze week";
constexpr const char* rent_ogm = "020260001289";
constexpr const char* rent_id = "R2026-0001-000001";

struct Household : test::Household_book {
    Household() { book.pay("2026-02-02", "2026-02-10"); }

    void import(const std::string& bytes, const std::string& name) {
        REQUIRE(test::code_of(book.import(bytes, name)) == "");
    }

    [[nodiscard]] std::string states() const {
        return book.look("SELECT end_to_end_id, state FROM run_line WHERE end_to_end_id <> '' "
                         "ORDER BY end_to_end_id");
    }

    [[nodiscard]] std::string rule_of(std::int64_t movement) const {
        return std::string(name(book.story({movement}).places.at(0).part.explanation.rule));
    }
};

struct Exported_row {
    std::string day; ///< `03-02-2026`
    std::string amount;
    std::string iban;
    std::string text;
};

/// An export, newest first.
std::string exported(const std::vector<Exported_row>& rows) {
    std::string text =
        "Rekening;Boekdatum;Valutadatum;Referentie;Beschrijving;Bedrag;Munt;Verrichtingsdatum;"
        "Rekening tegenpartij;Naam tegenpartij;Mededeling\r\n";
    for (const Exported_row& row : rows) {
        text += "BE80 0010 0000 0177;" + row.day + ";" + row.day +
                ";AAAAAAAAAAAAAAA1;Overschrijving;" + row.amount + ";EUR;" + row.day + ";" +
                row.iban + ";Begunstigde;" + row.text + "\r\n";
    }
    return text;
}

std::string whole_run() {
    return exported({{"09-02-2026", "-85,00", client, words},
                     {"02-02-2026", "-85,00", client, words},
                     {"02-02-2026", "-650,00", landlord, "+++020/2600/01289+++"}});
}

Told_movement rent(std::int64_t cents = -65'000) {
    return {.cents = cents, .iban = landlord, .text = rent_ogm, .is_ogm = true};
}

} // namespace

TEST_CASE("an export without EndToEndIds executes the run and closes it") {
    Household with;
    with.import(whole_run(), "export.csv");
    CHECK(with.book.suspense().empty());
    for (const std::int64_t movement : {1, 2, 3}) {
        CHECK(with.rule_of(movement) == "own_payment");
    }
    CHECK(with.states() == "R2026-0001-000001|executed\nR2026-0001-000002|executed\n"
                           "R2026-0001-000003|executed\n");
    CHECK(with.book.run("R2026-0001").run.state == payments::Run_state::closed);
    CHECK(with.book.proofs().at(0).in_transit == Money::zero());
    CHECK(with.book.balance("expense:rent") == Money::cents(65'000));
    const app::Place place = with.book.story({1}).places.at(0);
    CHECK(place.order == rent_id);
    CHECK(place.facts ==
          Params{{"iban", landlord}, {"order", rent_id}, {"days_after_execution", "0"}});
    with.book.check_sound();
}

TEST_CASE("the statements with EndToEndIds, after the export, book nothing a second time") {
    Household with;
    with.import(whole_run(), "export.csv");
    const std::string entries = with.book.look("SELECT * FROM entry");
    Told_movement first_week{.cents = -8'500,
                             .iban = client,
                             .end_to_end_id = "R2026-0001-000002",
                             .text = words,
                             .booked = "2026-02-02"};
    Told_movement second_week = first_week;
    second_week.end_to_end_id = "R2026-0001-000003";
    second_week.booked = "2026-02-09";
    Told_movement ours = rent();
    ours.end_to_end_id = rent_id;
    ours.booked = "2026-02-02";
    const auto imported =
        with.book.import(test::coda_file({{.number = 12,
                                           .opening = 152'040,
                                           .opening_date = "2026-01-31",
                                           .closing_date = "2026-02-09",
                                           .movements = {ours, first_week, second_week}}}));
    REQUIRE(test::code_of(imported) == "");
    CHECK(test::left_out(*imported, app::Left_out::Why::known) == 1);
    CHECK(with.book.look("SELECT * FROM entry") == entries);
    CHECK(with.book.look("SELECT count(*) FROM movement") == "3\n");
    CHECK(with.book.balance("bank:main") == Money::cents(152'040 - 65'000 - 2 * 8'500));
    with.book.check_sound();

    SUBCASE("and a return with its id finds the order that was executed without") {
        Told_movement back = rent(65'000);
        back.end_to_end_id = rent_id;
        with.import(test::coda_file({{.number = 13,
                                      .opening = 152'040 - 65'000 - 2 * 8'500,
                                      .opening_date = "2026-02-09",
                                      .closing_date = "2026-02-10",
                                      .movements = {back}}}),
                    "back.cod");
        CHECK(with.rule_of(4) == "own_return");
        CHECK(with.book.balance("expense:rent") == Money::zero());
        with.book.check_sound();
    }
}

TEST_CASE("a return without an id gives the order back that was executed without one") {
    Household with;
    Told_movement back = rent(65'000);
    back.text = "REKENING AFGESLOTEN";
    back.is_ogm = false;
    back.r_type = '2';
    back.reason = "MS03";

    with.statement({rent(), back});
    CHECK(with.rule_of(1) == "own_payment");
    CHECK(with.rule_of(2) == "own_return");
    CHECK(with.book.story({2}).places.at(0).facts == Params{{"original", "1"}, {"order", rent_id}});
    CHECK(with.states() == "R2026-0001-000001|returned\nR2026-0001-000002|exported\n"
                           "R2026-0001-000003|exported\n");
    CHECK(with.book.balance("expense:rent") == Money::zero());
    with.book.check_sound();
    const auto again = with.book.prepare("2026-02-06", "2026-02-06");
    REQUIRE(test::code_of(again) == "");
    REQUIRE(again->lines.size() >= 1);
    CHECK(again->lines.at(0).proposal.occurrence.subject == "expense:rent");
    CHECK(again->lines.at(0).end_to_end_id == "R2026-0002-000001");
}

TEST_CASE("an order that a person recognised comes back as an own payment too") {
    Household with;
    Told_movement late = rent();
    late.text.clear();
    late.is_ogm = false;
    late.booked = "2026-02-20"; // later than any rule looks
    with.statement({late}, "2026-02-20");
    CHECK(with.book.suspense().size() == 1);
    REQUIRE(test::code_of(with.book.assign({{1}, rent_id, {}, "seen at the bank"})) == "");
    Told_movement back = rent(65'000);
    back.text = "REKENING AFGESLOTEN";
    back.is_ogm = false;
    back.r_type = '2';
    with.import(test::coda_file({{.number = 13,
                                  .opening = 152'040 - 65'000,
                                  .opening_date = "2026-02-20",
                                  .closing_date = "2026-02-23",
                                  .movements = {back}}}),
                "back.cod");
    CHECK(with.rule_of(2) == "own_return");
    CHECK(with.states().starts_with("R2026-0001-000001|returned\n"));
    CHECK(with.book.balance("expense:rent") == Money::zero());
    with.book.check_sound();
}

TEST_CASE("details of a total are the orders that they can only be") {
    Household with;
    with.statement({{.cents = -73'700,
                     .details = {rent(),
                                 {.cents = -8'500, .iban = client, .text = words},
                                 {.cents = -200, .text = "kosten"}}}},
                   "2026-02-03");
    CHECK(with.rule_of(2) == "own_payment");
    CHECK(with.rule_of(3) == "own_payment");
    CHECK(with.book.story({2}).places.at(0).order == rent_id);
    CHECK(with.states() == "R2026-0001-000001|executed\nR2026-0001-000002|executed\n"
                           "R2026-0001-000003|exported\n");
    with.book.check_sound();

    SUBCASE("one of which comes back") {
        Told_movement back = rent(65'000);
        back.r_type = '2';
        with.import(test::coda_file({{.number = 13,
                                      .opening = 152'040 - 73'700,
                                      .opening_date = "2026-02-03",
                                      .closing_date = "2026-02-04",
                                      .movements = {back}}}),
                    "back.cod");
        CHECK(with.rule_of(5) == "own_return");
        CHECK(with.states().starts_with("R2026-0001-000001|returned\n"));
        CHECK(test::code_of(with.book.undo({2})) == "app.order_not_undone");
        const auto told = with.book.ask([&](app::Unit_of_work& work) {
            return app::signals(work, {{}, test::day("2026-02-01"), test::day("2026-02-04")});
        });
        REQUIRE(told->size() == 2); // and the costs that nobody expected
        CHECK(told->at(1).signal.code == reconcile::Signal_code::returned);
        CHECK(told->at(1).signal.subject == "expense:rent");
    }
    SUBCASE("one of which a person takes back, the other stays") {
        REQUIRE(test::code_of(with.book.undo({2})) == "");
        CHECK(with.states() == "R2026-0001-000001|exported\nR2026-0001-000002|executed\n"
                               "R2026-0001-000003|exported\n");
        CHECK(with.rule_of(3) == "own_payment");
        CHECK(with.book.story({3}).places.at(0).order == "R2026-0001-000002");
    }
    with.book.check_sound();
}

TEST_CASE("what a rule took for an order is undone: the order waits again, and so does its run") {
    Household with;
    with.import(whole_run(), "export.csv");
    const auto undone = with.book.undo({1});
    REQUIRE(test::code_of(undone) == "");
    CHECK(undone->places.at(0).order == rent_id);
    CHECK(with.states().starts_with("R2026-0001-000001|exported\n"));
    CHECK(with.book.run("R2026-0001").run.state == payments::Run_state::exported);
    CHECK(with.book.proofs().at(0).in_transit == Money::cents(65'000));
    CHECK(with.book.balance("expense:rent") == Money::cents(65'000)); // ordered, so not due again
    CHECK(with.book.balance("suspense:main") == Money::cents(65'000));
    with.book.check_sound();
    const auto matched = with.book.match("2026-02-20");
    CHECK(matched->left == 1);
    REQUIRE(test::code_of(with.book.assign({{1}, rent_id, {}, "it was the rent"})) == "");
    CHECK(with.book.run("R2026-0001").run.state == payments::Run_state::closed);
    CHECK(with.book.proofs().at(0).in_transit == Money::zero());
    with.book.check_sound();
}

TEST_CASE("what waited because two orders were alike is explained when one of them is known") {
    Household with;
    const Told_movement week{
        .cents = -8'500, .iban = client, .text = words, .booked = "2026-02-09"};
    Told_movement named = week;
    named.end_to_end_id = "R2026-0001-000002";
    with.statement({week, named}, "2026-02-09");
    REQUIRE(with.book.suspense().size() == 1);
    CHECK(with.book.suspense().at(0).reason == "several_fit");
    REQUIRE(with.book.match("2026-02-10").has_value());
    CHECK(with.book.suspense().empty());
    CHECK(with.rule_of(1) == "own_payment");
    CHECK(with.book.story({1}).places.at(0).order == "R2026-0001-000003");
    with.book.check_sound();
}

TEST_CASE("the same debit once more is no order, and is told") {
    Household with;
    with.statement({rent(), rent()}, "2026-02-03");
    CHECK(with.rule_of(1) == "own_payment");
    CHECK(with.rule_of(2) != "own_payment");
    const auto told = with.book.ask([&](app::Unit_of_work& work) {
        return app::signals(work, {{}, test::day("2026-02-01"), test::day("2026-02-03")});
    });
    REQUIRE(told->size() == 1);
    CHECK(told->at(0).signal.code == reconcile::Signal_code::double_payment);
    with.book.check_sound();
}
