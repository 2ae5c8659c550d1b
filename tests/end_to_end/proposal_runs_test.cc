// Goal: the built command proposes what a person with a calendar and a calculator would, in every
// corner: enough money, a cent short at each class, an income that is late or supposed not to come,
// two accounts, one line, the cut-off hour of the bank.
// Method: households of a few lines, made here; every amount and day expected has its sum or reason
// beside it.
#include "end_to_end/household_office.hpp"

using namespace saldo;
using calendar::Rhythm;
using dossier::Moves;
using dossier::Priority;
using nlohmann::json;
using test::due_once;
using test::household_holding;
using test::income_once;
using test::living_money;
using test::Outcome;
using Office = test::Household_office;

namespace {

using Lines = test::Told_lines;

/// One line of each class in March 2026, and an income before and after it.
dossier::Dossier one_of_each_class(std::int64_t cents) {
    dossier::Dossier dossier = household_holding(cents);
    dossier.pots = {{.id = "school", .account = "main", .name = "School", .set_aside = {}}};
    dossier.pots.front().set_aside = test::schedule(Rhythm::once, "2026-03-25", 2'500);
    dossier.budget_lines = {due_once("rent", Priority::housing, 60'000, "2026-03-05"),
                            due_once("power", Priority::energy, 8'000, "2026-03-10"),
                            due_once("child", Priority::alimony, 12'000, "2026-03-12"),
                            due_once("phone", Priority::fixed_cost, 4'500, "2026-03-16"),
                            due_once("card", Priority::debt, 5'000, "2026-03-20")};
    dossier.living_money = {living_money(Rhythm::weekly, "2026-03-06", 7'000, Moves::after)};
    dossier.living_money.front().schedule.period = test::period("2026-03-01", "2026-03-31");
    return dossier;
}

/// What is paid of it in order, and what has been paid with it: four Fridays of 70.00.
struct Class_line {
    const char* line;  ///< subject, due date, execution date, amount
    std::int64_t paid; ///< cents, itself included
};

constexpr Class_line in_order[]{
    {"expense:rent 2026-03-05 2026-03-04 600.00", 60'000},
    {"expense:power 2026-03-10 2026-03-09 80.00", 68'000},
    {"expense:child 2026-03-12 2026-03-11 120.00", 80'000},
    {"expense:phone 2026-03-16 2026-03-13 45.00", 84'500}, // a Monday: leaves on Friday
    {"living_money:week 2026-03-06 2026-03-06 70.00", 91'500},
    {"living_money:week 2026-03-13 2026-03-13 70.00", 98'500},
    {"living_money:week 2026-03-20 2026-03-20 70.00", 105'500},
    {"living_money:week 2026-03-27 2026-03-27 70.00", 112'500},
    {"expense:card 2026-03-20 2026-03-19 50.00", 117'500},
    {"pot:main/school 2026-03-25 2026-03-25 25.00", 120'000},
};

} // namespace

TEST_CASE("with enough money all is paid, on its day") {
    Lines expected;
    for (const Class_line& each : in_order) {
        expected.push_back(std::string(each.line) + " prepared");
    }
    // 600 + 80 + 120 + 45 + 4 x 70 + 50 + 25 = 1200.00, to the cent.
    CHECK(Office(one_of_each_class(120'000)).run("2026-03-02", "2026-03-31") == expected);
}

TEST_CASE("a cent short at each class") {
    for (std::size_t short_at = 0; short_at < std::size(in_order); ++short_at) {
        CAPTURE(in_order[short_at].line);
        const Office office(one_of_each_class(in_order[short_at].paid - 1));
        if (short_at == 0) {
            // The first claim is on all the money, so no class below gets any.
            const Outcome refused = office.prepare("2026-03-02", "2026-03-31", "");
            CHECK(refused.code == 1);
            CHECK(refused.err.find("app.nothing_to_pay") != std::string::npos);
            continue;
        }
        const auto lines = office.run("2026-03-02", "2026-03-31");
        REQUIRE(lines.size() == std::size(in_order));
        const std::string missing = in_order[short_at].line;
        const std::string subject = missing.substr(0, missing.find(' '));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string line = in_order[i].line;
            const std::string amount = line.substr(line.rfind(' ') + 1);
            CAPTURE(line);
            if (i < short_at) {
                CHECK(lines[i] == line + " prepared"); // what is more urgent is paid
            } else if (i == short_at) {
                CHECK(lines[i] == line + " postponed no_money 0.01"); // all but a cent is there
            } else if (line.starts_with(subject)) {
                // Another week of the same class asks for itself: 69.99 are there, 70.00 are due.
                CHECK(lines[i] == line + " postponed no_money 0.01");
            } else {
                // A lower class gets nothing of what is kept for the first line that lacks.
                CHECK(lines[i] == line + " postponed no_money " + amount + " after " + subject +
                                      " " + missing.substr(subject.size() + 1, 10));
            }
        }
    }
}

TEST_CASE("income in time and late: what may be paid of what there is") {
    // Run of the first week: rent 600, living money 70, card 40. Until 25 March come power 80,
    // child 120, phone 45, and living money on 13 and 20 March. 900.00 is there.
    const auto with_benefit = [](std::string_view due) {
        dossier::Dossier dossier = one_of_each_class(90'000);
        dossier.budget_lines.back() = due_once("card", Priority::debt, 4'000, "2026-03-06");
        dossier.budget_lines.push_back(income_once("benefit", 95'000, due));
        dossier.budget_lines.push_back(income_once("wage", 120'000, "2026-03-25"));
        return dossier;
    };
    // Expected on 9 March, before anything of later is due: 600 + 70 + 40 of 900.
    CHECK(Office(with_benefit("2026-03-09")).run("2026-03-02", "2026-03-08") ==
          Lines{"expense:rent 2026-03-05 2026-03-04 600.00 prepared",
                "living_money:week 2026-03-06 2026-03-06 70.00 prepared",
                "expense:card 2026-03-06 2026-03-05 40.00 prepared"});
    // Due on Wednesday 25 February and not there on 2 March it is late, and the money there is has
    // to last until 25 March: 900 - 600 - 80 - 120 - 45 = 55 for 70 of living money.
    const Office late(with_benefit("2026-02-25"));
    CHECK(late.run("2026-03-02", "2026-03-08") ==
          Lines{"expense:rent 2026-03-05 2026-03-04 600.00 prepared",
                "living_money:week 2026-03-06 2026-03-06 70.00 postponed no_money 15.00 after "
                "expense:power 2026-03-10",
                "expense:card 2026-03-06 2026-03-05 40.00 postponed no_money 40.00 after "
                "living_money:week 2026-03-06"});
    const std::string dutch = late.told("2026-03-02", "2026-03-08", "nl");
    CHECK(dutch.find("Vervalt op 05/03/2026, vertrekt op 04/03/2026.") != std::string::npos);
    CHECK(dutch.find("Uitgesteld: er is 15,00 te kort; Uitgave van 10/03/2026 gaat voor. "
                     "Volgend inkomen verwacht op 25/03/2026.") != std::string::npos);
    CHECK(dutch.find("Leefgeld van 06/03/2026 gaat voor.") != std::string::npos);
    CHECK(late.told("2026-03-02", "2026-03-08", "en")
              .find("Postponed: 15.00 is missing; Uitgave of 2026-03-10 goes first.") !=
          std::string::npos);
    CHECK(late.told("2026-03-02", "2026-03-08", "fr")
              .find("Reporté : il manque 15,00 ; Uitgave du 10/03/2026 passe avant.") !=
          std::string::npos);
}

TEST_CASE("an income supposed not to come: what would be, and nothing is kept of it") {
    dossier::Dossier dossier = one_of_each_class(80'000);
    dossier.budget_lines.push_back(income_once("wage", 120'000, "2026-03-09"));
    const Office office(dossier);
    const std::string number = dossier.number;
    // 800 - 600 - 70: with the wage of 9 March to come there is enough for the week.
    CHECK(office.run("2026-03-02", "2026-03-08") ==
          Lines{"expense:rent 2026-03-05 2026-03-04 600.00 prepared",
                "living_money:week 2026-03-06 2026-03-06 70.00 prepared"});
    // Without it the money has to last: 800 - 600 - 80 - 120 = 0 before the phone, which lacks all.
    CHECK(office.run("2026-03-02", "2026-03-08", "--without-income " + number + ":wage") ==
          Lines{"expense:rent 2026-03-05 2026-03-04 600.00 prepared",
                "living_money:week 2026-03-06 2026-03-06 70.00 postponed no_money 70.00 after "
                "expense:phone 2026-03-16"});
    const Outcome kept =
        office.prepare("2026-03-02", "2026-03-08", "--without-income " + number + ":wage");
    CHECK(kept.code == 2);
    CHECK(kept.err.find("cli.what_if_is_kept") != std::string::npos);
    for (const auto& [income, code] :
         {std::pair{number + ":rent", "app.income_unknown"},
          std::pair{std::string("2026-999:wage"), "app.dossier_unknown"}}) {
        const Outcome unknown =
            office.prepare("2026-03-02", "2026-03-08", "--dry-run --without-income " + income);
        CHECK(unknown.code == 1);
        CHECK(unknown.err.find(code) != std::string::npos);
    }
    CHECK(json::parse(office.saldo("run list --output json --as-of 2026-03-02").out)
              .at("runs")
              .empty());
}

TEST_CASE("two accounts: each pays its own, and looks ahead for itself") {
    dossier::Dossier dossier = household_holding(10'000);
    dossier.accounts.back().kind = dossier::Account_kind::budget; // a second one, with 500.00
    dossier.accounts.back().opening->balance = Money::cents(50'000);
    auto rent = due_once("rent", Priority::housing, 60'000, "2026-03-20");
    rent.account = "reserve";
    auto tax = due_once("tax", Priority::debt, 5'000, "2026-03-06");
    tax.account = "reserve";
    dossier.budget_lines = {rent, tax, due_once("card", Priority::debt, 10'000, "2026-03-06")};
    // The card takes the last cent of the first account. On the second 500.00 do not even bear the
    // rent of 600.00 that is to come, so the tax gets nothing.
    const Office office(dossier);
    CHECK(office.run("2026-03-02", "2026-03-08") ==
          Lines{"expense:card 2026-03-06 2026-03-05 100.00 prepared",
                "expense:tax 2026-03-06 2026-03-05 50.00 postponed no_money 50.00 after "
                "expense:rent 2026-03-20"});
    const Outcome asked = office.saldo("forecast " + dossier.number +
                                       " --through 2026-03-31 --output json --as-of 2026-03-02");
    REQUIRE(asked.code == 0);
    CHECK(test::Json_schema("json/forecast.schema.json").violations(asked.out) == "");
    const json forecast = json::parse(asked.out);
    const json& accounts = forecast.at("forecast_accounts");
    REQUIRE(accounts.size() == 2);
    // 100 - 100 on 5 March; 500 - 50 - 600 on 19 March, there by the 20th.
    CHECK(accounts[0].at("lowest") == "0.00");
    CHECK(accounts[0].at("lowest_on") == "2026-03-05");
    CHECK(accounts[1].at("lowest") == "-150.00");
    CHECK(accounts[1].at("lowest_on") == "2026-03-19");
    CHECK(accounts[1].at("short_by") == "150.00");
    CHECK(forecast.at("forecast_steps").size() == 3);
}

TEST_CASE("one line") {
    dossier::Dossier dossier = household_holding(60'000);
    dossier.budget_lines = {due_once("rent", Priority::housing, 60'000, "2026-03-05")};
    CHECK(Office(dossier).run("2026-03-02", "2026-03-31") ==
          Lines{"expense:rent 2026-03-05 2026-03-04 600.00 prepared"});
}

TEST_CASE("the cut-off hour of the bank, when a run is prepared and when it leaves") {
    dossier::Dossier dossier = household_holding(60'000);
    dossier.budget_lines = {due_once("rent", Priority::housing, 60'000, "2026-03-02")};
    const Office office(dossier);
    // Due today, so it is to leave at once; GEBABEBB is not in the table, so until 14:00.
    const Lines today{"expense:rent 2026-03-02 2026-03-02 600.00 prepared"};
    const Lines tomorrow{"expense:rent 2026-03-02 2026-03-03 600.00 prepared"};
    CHECK(office.run("2026-03-02", "2026-03-31") == today);
    CHECK(office.run("2026-03-02", "2026-03-31", "--at 13:59") == today);
    CHECK(office.run("2026-03-02", "2026-03-31", "--at 14:00") == tomorrow);
    CHECK(office.prepare("2026-03-02", "2026-03-31", "--at 14.00").code == 2);

    REQUIRE(office.prepare("2026-03-02", "2026-03-31", "--at 13:00 --user anke").code == 0);
    REQUIRE(office.saldo("run approve R2026-0001 --as-of 2026-03-02 --user bram").code == 0);
    const std::string leave = "run export R2026-0001 --as-of 2026-03-02 --user bram --at ";
    const Outcome late = office.saldo(leave + "14:00");
    CHECK(late.code == 1);
    CHECK(late.err.find("app.cut_off_passed") != std::string::npos);
    CHECK(office.saldo(leave + "13:59").code == 0);
    // What left gives the same bytes again at any hour.
    CHECK(office.saldo(leave + "18:00").code == 0);
}
