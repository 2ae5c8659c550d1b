// Goal: money is put aside by a run, into a pot of the account or on a savings account of the
// dossier, and what a pot pays leaves the pot. Method: a run of the sample household with one of
// each, told by statements of both accounts.
#include "support/household_book.hpp"

using namespace saldo;
using payments::Line_state;

namespace {

/// On 10 February: 100.00 to the savings account, 30.00 for a bill from the pot, 25.00 into it.
dossier::Dossier saving_household() {
    dossier::Dossier dossier = test::household();
    dossier.living_money.clear();
    dossier.creditors.clear();
    auto save = test::expense("save", dossier::Priority::pot,
                              test::schedule(calendar::Rhythm::once, "2026-02-10", 10'000));
    save.name = "Sparen";
    save.counterparty = {"Vandenbeispiel R.", *party::parse_iban(test::reserve_iban), {}};
    auto school = test::expense("trip", dossier::Priority::fixed_cost,
                                test::schedule(calendar::Rhythm::once, "2026-02-10", 3'000));
    school.pot = "school";
    dossier.budget_lines = {dossier.budget_lines.front(), save, school}; // the wage comes later
    dossier.pots.front().set_aside = test::schedule(calendar::Rhythm::once, "2026-02-10", 2'500);
    return dossier;
}

} // namespace

TEST_CASE("savings, a set-aside and a payment from a pot are lines of a run") {
    test::Book book;
    REQUIRE(book.import({saving_household()}).has_value());
    book.pay("2026-02-02", "2026-02-10");
    const app::Run_sheet ordered = book.run("R2026-0001");
    REQUIRE(ordered.lines.size() == 3);
    const auto state = [&](const app::Run_sheet& sheet, const std::string& subject) {
        const auto found = std::ranges::find_if(sheet.lines, [&](const payments::Run_line& line) {
            return line.proposal.occurrence.subject == subject;
        });
        REQUIRE(found != sheet.lines.end());
        return found->state;
    };
    // The pot held 120.00: less 30.00, and 25.00 more. Its bank has nothing to do for the latter.
    CHECK(state(ordered, "pot:main/school") == Line_state::executed);
    CHECK(state(ordered, "expense:trip") == Line_state::exported);
    CHECK(state(ordered, "expense:save") == Line_state::exported);
    CHECK(book.balance("pot:main/school") == Money::cents(11'500));
    // 1520.40 in all: the free part had 1400.40, less 25.00 and 100.00.
    CHECK(book.balance("pot:main") == Money::cents(127'540));

    // What is saved is not spent: it is on its way between two accounts of the household.
    CHECK(book.balance("expense:save") == Money::zero());
    CHECK(book.balance("transfer") == Money::cents(10'000));
    CHECK(book.balance("expense:trip") == Money::cents(3'000));

    // The bank takes both, and the savings account gets its money.
    std::vector<test::Told_movement> taken;
    for (const payments::Run_line& line : ordered.lines) {
        if (!line.end_to_end_id.empty()) {
            taken.push_back(
                {.cents = -line.proposal.amount.cents(),
                 .iban = std::string(line.proposal.occurrence.counterparty.iban->text()),
                 .end_to_end_id = line.end_to_end_id});
        }
    }
    REQUIRE(taken.size() == 2);
    const test::Told_statement main{.number = 1,
                                    .opening = 152'040,
                                    .opening_date = "2026-01-31",
                                    .closing_date = "2026-02-10",
                                    .movements = taken};
    const test::Told_statement reserve{.number = 1,
                                       .opening = 25'000,
                                       .opening_date = "2026-01-31",
                                       .closing_date = "2026-02-10",
                                       .movements = {{.cents = 10'000, .iban = test::main_iban}},
                                       .iban = test::reserve_iban};
    const auto imported = book.import(test::coda_file({main, reserve}));
    REQUIRE(test::code_of(imported) == "");
    CHECK(book.suspense().empty());
    CHECK(book.run("R2026-0001").run.state == payments::Run_state::closed);
    CHECK(book.balance("bank:main") == Money::cents(139'040));   // 1520.40 - 130.00
    CHECK(book.balance("bank:reserve") == Money::cents(35'000)); // 250.00 + 100.00
    CHECK(book.balance("transfer") == Money::zero());
    book.check_sound();

    // Nothing of it is due again.
    const auto again = book.prepare("2026-02-11", "2026-02-20");
    CHECK(test::code_of(again) == "app.nothing_to_pay");
}
