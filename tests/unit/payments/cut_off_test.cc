// Goal: from the cut-off hour of its bank on, nothing leaves an account on the same day. Method:
// the table that is part of the program against its schema; accounts of several banks around the
// hour.
#include "payments/cut_off.hpp"
#include "payments/execution_date.hpp"
#include "support/json_schema.hpp"
#include "support/shared.hpp"
#include "unit/payments/proposals.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using test::day;

namespace {

Time_of_day at(std::string_view text) {
    const auto time = calendar::parse_time(text);
    REQUIRE(time.has_value());
    return *time;
}

dossier::Account account(std::string_view iban, std::string_view bic = {}) {
    dossier::Account account = test::bare_dossier().accounts.front();
    account.iban = *party::parse_iban(iban);
    account.bic = bic.empty() ? std::nullopt : std::optional(*party::parse_bic(bic));
    return account;
}

} // namespace

TEST_CASE("the table of cut-off hours keeps to its schema, and each row is taken") {
    const std::string text = test::read_file(test::source_folder() / "schemas/bank/cut_offs.json");
    CHECK(test::Json_schema("bank/cut_offs.schema.json").violations(text) == "");
    const payments::Cut_offs table = payments::parse_cut_offs(text);
    CHECK(table.otherwise == at("14:00"));
    CHECK(table.banks.size() == payments::built_in_cut_offs().banks.size());
    for (const payments::Bank_cut_off& bank : table.banks) {
        CAPTURE(bank.bic);
        CHECK(bank.same_day_until >= table.otherwise); // the hour of others is a careful one
    }
}

TEST_CASE("an account is of the bank of its BIC, else of its bank code") {
    struct Row {
        std::string_view iban;
        std::string_view bic;
        std::string_view until;
    };

    const payments::Cut_offs table = payments::parse_cut_offs(
        R"({"otherwise": "13:15", "banks": [
            {"name": "One", "bic": "ONEBBEBB", "codes": ["001-009", "734-734"],
             "same_day_until": "16:00", "source": "-"},
            {"name": "Two", "bic": "TWOBBEBB", "codes": ["363-363"],
             "same_day_until": "14:30", "source": "-"}]})");
    for (const Row& row :
         {Row{"BE80001000000177", "", "16:00"},                                       // code 001
          Row{"BE19734000000312", "", "16:00"},                                       // code 734
          Row{"BE44363000000545", "", "14:30"}, Row{"BE70096000000425", "", "13:15"}, // no row
          Row{"BE70096000000425", "TWOBBEBB", "14:30"}, // the BIC counts
          Row{"BE80001000000177", "TWOBBEBB123", "14:30"},
          Row{"BE80001000000177", "GEBABEBB", "13:15"}, Row{"NL91ABNA0417164300", "", "13:15"}}) {
        CAPTURE(row.iban);
        CAPTURE(row.bic);
        const dossier::Account one = account(row.iban, row.bic);
        CHECK(payments::same_day_until(table, one.iban, one.bic) == at(row.until));
    }
}

TEST_CASE("orders of the cut-off minute leave the next TARGET day") {
    struct Row {
        const char* iban;
        const char* as_of;
        const char* time;
        const char* leaves;
    };

    const char* other = "BE80001000000177"; // until 14:00
    const char* ing = "BE44363000000545";   // until 14:30
    const Row rows[] = {
        {other, "2026-03-02", "13:59", "2026-03-02"},
        {other, "2026-03-02", "14:00", "2026-03-03"},
        {ing, "2026-03-02", "14:00", "2026-03-02"},
        {ing, "2026-03-02", "14:30", "2026-03-03"},
        {other, "2026-03-06", "14:00", "2026-03-09"}, // Friday: Monday
        {other, "2026-03-07", "09:00", "2026-03-09"}, // Saturday: Monday, early or late
        {other, "2026-03-07", "23:00", "2026-03-09"},
        {other, "2026-04-02", "14:00", "2026-04-07"}, // before Easter
        {other, "2026-12-24", "14:00", "2026-12-28"},
        {other, "2026-12-31", "14:00", "2027-01-04"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.as_of);
        CAPTURE(row.time);
        CHECK(format(payments::first_execution(account(row.iban), day(row.as_of), at(row.time))) ==
              row.leaves);
    }
    CHECK(payments::first_execution(account(other), day("2026-03-02"), {}) == day("2026-03-02"));
}

TEST_CASE(
    "after the cut-off a proposal pays what is late on the next day, and no set-aside waits") {
    auto dossier =
        test::with_lines({test::once("rent", dossier::Priority::housing, 100, "2026-03-02")});
    dossier.pots = {test::pot("school")};
    dossier.pots.front().set_aside = test::schedule(calendar::Rhythm::once, "2026-03-02", 2'500);
    for (const auto& [time, leaves] :
         {std::pair{"13:59", "2026-03-02"}, std::pair{"14:00", "2026-03-03"}}) {
        const auto lines = payments::propose(dossier, test::holding(10'000),
                                             {day("2026-03-02"), day("2026-03-31"), at(time), {}});
        REQUIRE(lines.size() == 2);
        CHECK(format(lines[0].execution_date) == leaves);
        CHECK(format(lines[1].execution_date) == "2026-03-02"); // no bank has to do anything
    }
}
