// Goal: the signals of a book are those of its dossiers on a day, whenever they are asked for, and
// each import tells what it brought. Method: the sample household through two months of its bank.
#include "app/signals.hpp"
#include "support/answer_file.hpp"
#include "support/household_book.hpp"

using namespace saldo;
using reconcile::Signal_code;
using test::Told_movement;

namespace {

constexpr const char* landlord = "BE70096000000425";
constexpr const char* employer = "BE76001020304095";
constexpr const char* stranger = "BE90001334083032";

const Told_movement wage{.cents = 189'000, .iban = employer, .booked = "2026-02-03"};

/// The book of the sample household, with its signals in words.
struct Household : test::Household_book {
    void statement(std::vector<Told_movement> movements, const std::string& closing_date) {
        Household_book::statement(movements, closing_date);
    }

    [[nodiscard]] std::string told(std::string_view since,
                                   std::string_view on,
                                   std::vector<std::string> dossiers = {}) const {
        const auto rows = book.ask([&](app::Unit_of_work& work) {
            return app::signals(work, {std::move(dossiers), test::day(since), test::day(on)});
        });
        REQUIRE(test::code_of(rows) == "");
        return text(*rows);
    }

    static std::string text(const std::vector<app::Signal_row>& rows) {
        std::string text;
        for (const app::Signal_row& row : rows) {
            const reconcile::Signal& signal = row.signal;
            text += std::string(name(signal.code)) + " " + calendar::format(signal.date);
            text += signal.subject.empty() ? "" : " " + signal.subject;
            text += signal.movement ? " #" + std::to_string(signal.movement->value) : "";
            text += signal.stated ? " " + format(*signal.stated) : "";
            text += signal.expected ? " of " + format(*signal.expected) : "";
            text += "\n";
        }
        return text;
    }
};

} // namespace

TEST_CASE("an ordinary month gives no signal") {
    Household with;
    with.statement({wage,
                    {.cents = -65'000,
                     .iban = landlord,
                     .text = "020260001289",
                     .is_ogm = true,
                     .booked = "2026-02-01"}},
                   "2026-02-20");
    CHECK(with.told("2026-02-01", "2026-02-20") == "");
    CHECK(with.told("2026-02-01", "2026-12-31") == ""); // nothing was read since
}

TEST_CASE("a wage is late by the last statement, not by the clock, and a late one takes it back") {
    Household with;
    with.statement({}, "2026-02-06");
    CHECK(with.told("2026-02-01", "2026-06-30") == "");
    REQUIRE(test::code_of(with.book.import(test::coda_file({{.number = 13,
                                                             .opening = 152'040,
                                                             .opening_date = "2026-02-06",
                                                             .closing_date = "2026-02-12",
                                                             .movements = {}}}),
                                           "second.cod")) == "");
    const std::string late = "signal.income_late 2026-02-07 income:wage 0.00 of 1890.00\n";
    CHECK(with.told("2026-02-01", "2026-02-12") == late);
    CHECK(with.told("2026-02-01", "2026-02-11") == ""); // the statement of the 12th was not there
    CHECK(with.told("2026-02-08", "2026-02-12") == "");
    Told_movement came = wage;
    came.booked = "2026-02-13";
    REQUIRE(test::code_of(with.book.import(test::coda_file({{.number = 14,
                                                             .opening = 152'040,
                                                             .opening_date = "2026-02-12",
                                                             .closing_date = "2026-02-20",
                                                             .movements = {came}}}),
                                           "third.cod")) == "");
    CHECK(with.told("2026-02-01", "2026-02-20") == "");
    CHECK(with.told("2026-02-01", "2026-02-12") == late); // as it was known then
}

TEST_CASE("an income is missing when the next one is due") {
    Household with;
    with.statement({}, "2026-03-04");
    CHECK(with.told("2026-02-01", "2026-03-04") ==
          "signal.income_missing 2026-03-03 income:wage 0.00 of 1890.00\n");
}

TEST_CASE("a wage outside its margin deviates, until a person explains it") {
    Household with;
    Told_movement less = wage;
    less.cents = 173'999; // the margin is 150.00
    with.statement({less}, "2026-02-20");
    CHECK(with.told("2026-02-01", "2026-02-20") ==
          "signal.amount_deviates 2026-02-03 income:wage #1 1739.99 of 1890.00\n");
    REQUIRE(test::code_of(with.book.assign({{1}, "income:wage", test::day("2026-02-03"), ""})) ==
            "");
    CHECK(with.told("2026-02-01", "2026-02-20") == "");
}

TEST_CASE("debits: unexpected, twice, and the words of a seizure") {
    Household with;
    const Told_movement rent{.cents = -65'000,
                             .iban = landlord,
                             .text = "020260001289",
                             .is_ogm = true,
                             .booked = "2026-02-01"};
    Told_movement again = rent;
    again.text.clear();
    again.is_ogm = false;
    again.booked = "2026-02-06";
    with.statement({rent,
                    wage,
                    again,
                    {.cents = -1'850, .iban = stranger, .booked = "2026-02-09"},
                    {.cents = -5'000, .text = "BEWAREND BESLAG", .booked = "2026-02-10"},
                    {.cents = -350, .booked = "2026-02-11", .code = "03501000"}},
                   "2026-02-20");
    CHECK(with.told("2026-02-01", "2026-02-20") ==
          "signal.double_payment 2026-02-06 #3 650.00 of 0.00\n"
          "signal.unexpected_debit 2026-02-09 #4 18.50\n"
          "signal.seizure 2026-02-10 #5 50.00\n"
          "signal.unexpected_debit 2026-02-11 #6 3.50\n");
}

TEST_CASE("an own payment and a direct debit that come back name what is due again") {
    Household with;
    const auto exported = with.book.pay("2026-02-02", "2026-02-02");
    const auto line = std::ranges::find_if(exported.sheet.lines, [](const auto& each) {
        return each.proposal.occurrence.subject == "expense:rent";
    });
    REQUIRE(line != exported.sheet.lines.end());
    Told_movement sent{.cents = -65'000,
                       .iban = landlord,
                       .end_to_end_id = line->end_to_end_id,
                       .booked = "2026-02-03"};
    Told_movement back = sent;
    back.cents = 65'000;
    back.booked = "2026-02-05";
    back.r_type = '2';
    back.reason = "AC04";
    with.statement({wage, sent, back}, "2026-02-20");
    CHECK(with.told("2026-02-01", "2026-02-20") ==
          "signal.returned 2026-02-05 expense:rent #3 650.00\n");
}

TEST_CASE("what the bank rejected is told, until it is executed after all") {
    Household with;
    const auto exported = with.book.pay("2026-02-02", "2026-02-02");
    const std::string rent = "R2026-0001-000001";
    const auto taken = with.book.answer(
        test::answer_file(
            {.original_id = "R2026-0001",
             .said = {"PART"},
             .blocks = {{"R2026-0001-P0001", {"PART"}, {{rent, {"RJCT", {{"AC04"}}}}}}}}),
        "2026-02-03");
    REQUIRE(test::code_of(taken) == "");
    CHECK(with.told("2026-02-01", "2026-02-20") ==
          "signal.rejected 2026-02-03 expense:rent of 650.00\n");
    CHECK(with.told("2026-02-01", "2026-02-02") == "");
    const auto rows = with.book.ask([](app::Unit_of_work& work) {
        return app::signals(work, {{}, test::day("2026-02-01"), test::day("2026-02-20")});
    });
    REQUIRE(rows->size() == 1);
    const reconcile::Signal& signal = rows->front().signal;
    CHECK(signal.due == test::day("2026-02-01"));
    REQUIRE(signal.facts.size() == 2);
    CHECK(signal.facts[0].value == "AC04");
    CHECK(signal.facts[1].value == rent);
    with.statement(
        {wage, {.cents = -65'000, .iban = landlord, .end_to_end_id = rent, .booked = "2026-02-04"}},
        "2026-02-20");
    CHECK(with.told("2026-02-01", "2026-02-20") == "");
}

TEST_CASE("balances are watched day by day") {
    Household with; // 1520.40; 50.00 is the limit, 100.00 of overdraft is allowed
    with.statement({wage,
                    {.cents = -340'000, .iban = stranger, .booked = "2026-02-04"},
                    {.cents = -2'000, .iban = stranger, .booked = "2026-02-06"},
                    {.cents = 50'000, .iban = employer, .booked = "2026-02-10"}},
                   "2026-02-20");
    const std::string all = with.told("2026-02-01", "2026-02-20");
    CHECK(all.find("signal.negative_balance 2026-02-06 -9.60 of 50.00\n") != std::string::npos);
    CHECK(all.find("signal.low_balance") == std::string::npos);
    // On the fifth it was only low.
    CHECK(with.told("2026-02-01", "2026-02-05")
              .find("signal.low_balance 2026-02-04 10.40 of 50.00") != std::string::npos);
}

TEST_CASE("what is late in one statement and came with the next of the same import is not told") {
    Household with;
    Told_movement came = wage;
    came.booked = "2026-02-13";
    const auto rows = with.book.act("an", "2026-02-20", [&](app::Desk& desk) {
        return app::import_statements(desk,
                                      {"both.cod", test::coda_file({{.number = 1,
                                                                     .opening = 152'040,
                                                                     .opening_date = "2026-01-31",
                                                                     .closing_date = "2026-02-12"},
                                                                    {.number = 2,
                                                                     .opening = 152'040,
                                                                     .opening_date = "2026-02-12",
                                                                     .closing_date = "2026-02-20",
                                                                     .movements = {came}}})})
            .map([&](const app::Imported_file& file) {
                return app::new_signals(desk.work(), file.statements);
            });
    });
    REQUIRE(test::code_of(rows) == "");
    CHECK(Household::text(*rows) == "");
}

TEST_CASE("of one dossier, of all, and of none there is") {
    Household with;
    dossier::Dossier other = test::bare_dossier();
    other.number = "2026-0099";
    other.accounts.erase(other.accounts.begin() + 1, other.accounts.end());
    other.accounts[0].iban = *party::parse_iban("BE35063000000237");
    REQUIRE(test::code_of(with.book.import({other})) == "");
    with.statement({}, "2026-02-12");
    CHECK(with.told("2026-02-01", "2026-02-12") ==
          "signal.income_late 2026-02-07 income:wage 0.00 of 1890.00\n");
    CHECK(with.told("2026-02-01", "2026-02-12", {"2026-0099"}) == "");
    CHECK(with.told("2026-02-01", "2026-02-12", {"2026-0012", "2026-0099", "2026-0012"}) ==
          with.told("2026-02-01", "2026-02-12"));
    const auto unknown = with.book.ask([](app::Unit_of_work& work) {
        return app::signals(work,
                            {{"2026-0001"}, test::day("2026-02-01"), test::day("2026-02-12")});
    });
    CHECK(test::code_of(unknown) == "app.dossier_unknown");
}

TEST_CASE("an import tells what it brought, and what came before is not told again") {
    Household with;
    const auto brought = [&](std::uint32_t number, const char* opened, const char* closed,
                             std::vector<Told_movement> movements) {
        std::string text;
        const std::int64_t opening = with.book.proofs().at(0).statement.cents();
        const auto bytes = test::coda_file({{.number = number,
                                             .opening = opening,
                                             .opening_date = opened,
                                             .closing_date = closed,
                                             .movements = std::move(movements)}});
        const auto rows = with.book.act("an", closed, [&](app::Desk& desk) {
            return app::import_statements(desk, {std::to_string(number) + ".cod", bytes})
                .map([&](const app::Imported_file& file) {
                    return app::new_signals(desk.work(), file.statements);
                });
        });
        REQUIRE(test::code_of(rows) == "");
        return Household::text(*rows);
    };
    CHECK(brought(1, "2026-01-31", "2026-02-12", {{.cents = -1'850, .iban = stranger}}) ==
          "signal.income_late 2026-02-07 income:wage 0.00 of 1890.00\n"
          "signal.unexpected_debit 2026-02-12 #1 18.50\n");
    CHECK(brought(2, "2026-02-12", "2026-02-20", {{.cents = -1'950, .iban = stranger}}) ==
          "signal.unexpected_debit 2026-02-20 #2 19.50\n");
    CHECK(
        with.book.ask([](app::Unit_of_work& work) { return app::new_signals(work, {}); }).empty());
}
