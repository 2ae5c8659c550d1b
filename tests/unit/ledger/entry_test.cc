// Goal: an entry balances in both views or is refused, a reversal undoes it, and the bytes of an
// entry are those of the documented layout. Method: scenarios in lines (scenario.hpp), and bytes
// put together here by hand.
#include "base/digest.hpp"
#include "ledger/codes.hpp"
#include "ledger/entry.hpp"
#include "scenario.hpp"
#include "support/aborts.hpp"

using namespace saldo;
using namespace saldo::ledger;

namespace {

constexpr const char* two_accounts = R"(
    account bank:main main
    account transit:main main
    account suspense:main main
    account pot:main main
    account pot:main/holiday main
    account bank:savings savings
    account transit:savings savings
    account pot:savings savings
    account transfer
    account opening
    account income:wage
    account expense:rent
    account debt:energy/2025-17
)";

struct Case {
    const char* name;
    const char* lines;
};

const Case cases[] = {
    {"an entry without postings", "refused ledger.no_postings:"},
    {"income to the free part and into a pot", R"(
        post bank:main 100.00, income:wage -100.00, pot:main 70.00, pot:main/holiday 30.00
        balance bank:main 100.00
        balance income:wage -100.00
        balance pot:main/holiday 30.00)"},
    {"a cent is missing in the real view", R"(
        refused ledger.unbalanced: bank:main 100.00, income:wage -99.99, pot:main 100.00
        balance bank:main 0.00)"},
    {"pots do not count in the real view",
     "refused ledger.unbalanced: bank:main 100.00, pot:main -100.00"},
    {"a cent is missing in the pots", R"(
        refused ledger.pots_unbalanced: bank:main 5.00, income:wage -5.00, pot:main 4.99
        refused ledger.pots_unbalanced: bank:main 5.00, income:wage -5.00)"},
    {"the pots of another bank account do not help", R"(
        refused ledger.pots_unbalanced: bank:main 5.00, income:wage -5.00, pot:savings 5.00)"},
    {"what balances over two bank accounts must balance in each", R"(
        refused ledger.pots_unbalanced: bank:main 5.00, bank:savings -5.00
        post bank:main 5.00, pot:main 5.00, bank:savings -5.00, pot:savings -5.00
        balance pot:savings -5.00)"},
    {"the real view is looked at first",
     "refused ledger.unbalanced: bank:main 5.00, income:wage -4.00, pot:main 1.00"},
    {"an order leaves the pots and waits in transit", R"(
        post bank:main 100.00, opening -100.00, pot:main 100.00
        post expense:rent 65.00, transit:main -65.00, pot:main -65.00
        balance bank:main 100.00
        balance transit:main -65.00
        balance pot:main 35.00
        # the bank executes it: nothing changes for the pots
        post bank:main -65.00, transit:main 65.00
        balance bank:main 35.00
        balance transit:main 0.00)"},
    {"money in suspense is money in the free part",
     "post bank:main 7.00, suspense:main -7.00, pot:main 7.00"},
    {"between pots only", R"(
        post pot:main -25.00, pot:main/holiday 25.00
        refused ledger.pots_unbalanced: pot:main -25.00, pot:main/holiday 24.00)"},
    {"a debt entered without a bank", "post debt:energy/2025-17 -552.35, opening 552.35"},
    {"a reversal brings every account back", R"(
        post expense:rent 65.00, transit:main -65.00, pot:main -60.00, pot:main/holiday -5.00
        reverse 1
        balance expense:rent 0.00
        balance transit:main 0.00
        balance pot:main 0.00
        balance pot:main/holiday 0.00)"},
    {"the reversal of a reversal does it again", R"(
        post pot:main -25.00, pot:main/holiday 25.00
        reverse 1
        reverse 2
        balance pot:main/holiday 25.00)"},
};

std::string number(std::uint64_t value) {
    std::string bytes;
    for (int i = 0; i < 8; ++i) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    }
    return bytes;
}

std::string text(const std::string& content) {
    return number(content.size()) + content;
}

constexpr std::uint64_t no_due = std::uint64_t{1} << 63;

/// Two's complement of a negative number.
std::uint64_t minus(std::uint64_t value) {
    return ~value + 1;
}

Draft rent_paid(const Chart& chart) {
    return {.kind = Entry_kind::movement,
            .date = *Date::of(2026, 3, 5),
            .reason = "own_order",
            .note = "",
            .origin = "3:17",
            .movement = Movement_id{4},
            .run_line = {},
            .postings = {{&chart.at("bank:main"), Money::cents(-65'000), {}},
                         {&chart.at("transit:main"), Money::cents(65'000), {}},
                         {&chart.at("expense:rent"), Money::cents(-1), Date::of(2026, 3, 5)}}};
}

Chart small_chart() {
    Chart chart;
    chart.add({{1}, Kind::bank, "bank:main", "main"});
    chart.add({{2}, Kind::transit, "transit:main", "main"});
    chart.add({{3}, Kind::expense, "expense:rent", ""});
    return chart;
}

} // namespace

TEST_CASE("entries in both views") {
    for (const Case& each : cases) {
        CAPTURE(each.name);
        test::Scenario scenario;
        scenario.run(two_accounts);
        scenario.run(each.lines);
    }
}

TEST_CASE("a refusal names the amounts") {
    const Chart chart = small_chart();
    Draft draft = rent_paid(chart);
    const auto real = check(draft);
    REQUIRE_FALSE(real.has_value());
    CHECK(real.error().first().params == Params{{"stated", "0.00"}, {"computed", "-0.01"}});
    draft.postings = {{&chart.at("bank:main"), Money::cents(500), {}},
                      {&chart.at("expense:rent"), Money::cents(-500), {}}};
    const auto pots = check(draft);
    REQUIRE_FALSE(pots.has_value());
    CHECK(pots.error().first().params ==
          Params{{"account", "main"}, {"stated", "5.00"}, {"computed", "0.00"}});
}

TEST_CASE("a reversal keeps due dates, origin and run line, so that the same is due again") {
    const Chart chart = small_chart();
    Draft draft = rent_paid(chart);
    draft.run_line = Run_line_id{9};
    const Draft reversal =
        reversal_of(draft, 12, *Date::of(2026, 3, 9), "payment_returned", "account closed");
    CHECK(reversal.kind == Entry_kind::reversal);
    CHECK(reversal.date == *Date::of(2026, 3, 9));
    CHECK(reversal.reason == "payment_returned");
    CHECK(reversal.note == "account closed");
    CHECK(reversal.reverses == 12);
    CHECK(reversal.run_line == draft.run_line);
    CHECK(reversal.origin == "3:17");
    REQUIRE(reversal.postings.size() == 3);
    CHECK(reversal.postings[2].due == Date::of(2026, 3, 5));
    CHECK(reversal.postings[2].amount == Money::cents(1));
}

TEST_CASE("the bytes of an entry are those of the layout saldo.entry.1") {
    const Chart chart = small_chart();
    Canonical_bytes bytes;
    canonical_bytes(bytes, "2026-0012", 7, rent_paid(chart), {"an", *Date::of(2026, 3, 6)});
    // 5 March 2026 is day 20517 since 1970 (56 years, 14 leap days, 63 days).
    const std::string expected =
        text("saldo.entry.1") + text("2026-0012") + number(7) + text("movement") + number(20'517) +
        text("own_order") + text("") + text("3:17") + number(0) + text("an") + number(20'518) +
        number(3) + text("bank:main") + number(minus(65'000)) + number(no_due) +
        text("transit:main") + number(65'000) + number(no_due) + text("expense:rent") +
        number(minus(1)) + number(20'517);
    CHECK(bytes.bytes() == expected);
    // As Python's struct and hashlib make it of the same layout.
    CHECK(to_hex(blake2b(Digest{}, bytes.bytes())) ==
          "0105e2f20b67e38edfb53c293671ec2fb9a11133f5572588d5ef5b2477cf0209");
}

TEST_CASE("names of kinds are read back, and no other") {
    for (const Entry_kind kind :
         {Entry_kind::opening, Entry_kind::movement, Entry_kind::explanation, Entry_kind::order,
          Entry_kind::set_aside, Entry_kind::reversal}) {
        CHECK(entry_kind_from(name(kind)) == kind);
    }
    for (const Kind kind :
         {Kind::bank, Kind::transit, Kind::suspense, Kind::opening, Kind::income, Kind::expense,
          Kind::living_money, Kind::debt, Kind::transfer, Kind::pot}) {
        CHECK(kind_from(name(kind)) == kind);
    }
    CHECK_FALSE(entry_kind_from("Order").has_value());
    CHECK_FALSE(kind_from("").has_value());
    CHECK(code(Kind::debt, "energy/2025-17") == "debt:energy/2025-17");
    CHECK(code(Kind::opening, "") == "opening");
}

TEST_CASE("a chart finds its accounts by code and by id") {
    Chart chart = small_chart();
    const Account& rent = chart.at("expense:rent");
    chart.add({{4}, Kind::expense, "expense:abonnement", ""});
    CHECK(&chart.at("expense:rent") == &rent); // accounts stay where they are
    CHECK(chart.find(Ledger_account_id{3}) == &rent);
    CHECK(&chart.at(Ledger_account_id{3}) == &rent);
    CHECK(chart.find("expense:water") == nullptr);
    CHECK(chart.find(Ledger_account_id{9}) == nullptr);
    CHECK(test::aborts([&] { return chart.at("expense:water").id; }));
    CHECK(test::aborts([&] { return chart.at(Ledger_account_id{9}).id; }));
    CHECK(test::aborts([&] { return chart.add({{5}, Kind::expense, "expense:rent", ""}).id; }));
}
