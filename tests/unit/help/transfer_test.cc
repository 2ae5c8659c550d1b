// Goal: another office gets a dossier it can open, with all of its money and debts and nothing of
// who worked on it. Method: the sample household with bills, a plan and payments; claims of the
// opened dossier come to what they came to before, on that day and later.
#include "help/codes.hpp"
#include "help/transfer.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using help::Handover_facts;
using test::day;

namespace {

constexpr std::string_view energy_claim = "energy/2025-17";

dossier::Dossier household() {
    auto read = dossier::read_document(test::sample_dossier);
    REQUIRE(read.has_value());
    return *read;
}

Handover_facts facts_of(const char* on = "2026-03-10") {
    return {.on = day(on),
            .office = "OCMW Klaverveld",
            .accounts = {{"main", day("2026-03-06"), Money::cents(30'000)},
                         {"reserve", day("2026-02-28"), Money::cents(25'000)}},
            .pots = {{"main", "school", Money::cents(14'500)},
                     {"reserve", "unforeseen", Money::zero()}},
            .dues = {{"expense:rent", "main", dossier::Direction::expense, day("2026-03-01"),
                      Money::cents(65'000), Money::cents(60'000)},
                     {"expense:rent", "main", dossier::Direction::expense, day("2026-04-01"),
                      Money::cents(65'000), Money::cents(65'000)}},
            .paid = {{std::string(energy_claim),
                      {{day("2026-02-19"), Money::cents(4'000), "7"},
                       {day("2026-02-25"), Money::cents(1'000), "8"},
                       {day("2026-02-27"), Money::cents(-1'000), "8"}}}},
            .claims = {{std::string(energy_claim), Money::cents(51'235)}},
            .plans = {}};
}

} // namespace

TEST_CASE("accounts and pots begin with what they hold") {
    const dossier::Dossier opened = help::as_opened(household(), facts_of());
    CHECK(opened.accounts[0].opening == dossier::Opening{day("2026-03-06"), Money::cents(30'000)});
    CHECK_FALSE(opened.accounts[1].opening.has_value());
    CHECK(opened.accounts[2].opening->balance == Money::cents(25'000));
    CHECK(opened.pots[0].opening == Money::cents(14'500));
    CHECK(dossier::read_document(dossier::write_document(opened)).has_value());
}

TEST_CASE("who worked on it, and how the help ended, is not for the other office") {
    dossier::Dossier before = household();
    before.closing = dossier::Closing{.decided = day("2026-03-01"),
                                      .reason = dossier::Help_stop::moved,
                                      .note = {},
                                      .user = "an"};
    const dossier::Dossier opened = help::as_opened(before, facts_of());
    CHECK(opened.mandates.empty());
    CHECK(opened.workers.empty());
    CHECK_FALSE(opened.closing.has_value());
    CHECK_FALSE(opened.course.has_value());
    CHECK_FALSE(opened.closed.has_value());
    for (const std::string login : {"\"an\"", "\"jo\"", "\"lies\""}) {
        CAPTURE(login);
        CHECK(dossier::write_document(opened).find(login) == std::string::npos);
    }
}

TEST_CASE("what was paid ahead is due no more, what is open is told") {
    const dossier::Dossier opened = help::as_opened(household(), facts_of());
    CHECK(opened.budget_lines[1].id == "rent");
    CHECK(opened.budget_lines[1].schedule.period.from() == day("2026-04-02"));
    const auto file = help::read_transfer(help::write_transfer(household(), facts_of(), "OCMW X"));
    REQUIRE(file.has_value());
    REQUIRE(file->open_dues.size() == 1);
    CHECK(file->open_dues[0] == facts_of().dues[0]);
    REQUIRE(file->paid_ahead.size() == 1);
    CHECK(file->paid_ahead[0] == facts_of().dues[1]);
    const Findings told = help::to_look_at(*file);
    REQUIRE(told.size() == 2);
    CHECK(told[0].code == help::due_is_open);
    CHECK(told[1].code == help::paid_ahead);
}

TEST_CASE("a claim comes to the same in the book of the other office, now and later") {
    const auto figures = law::Figures::shipped();
    const dossier::Dossier before = household();
    const dossier::Dossier opened = help::as_opened(before, facts_of());
    const dossier::Claim& was = *find_claim(before, energy_claim);
    const dossier::Claim& is = *find_claim(opened, energy_claim);
    REQUIRE(is.payments.size() == was.payments.size() + 1); // what came back is left out
    CHECK(is.payments.back().by == "OCMW Klaverveld");
    for (const char* on : {"2026-03-10", "2026-06-30"}) {
        const auto here =
            claims::account_on(figures, was, facts_of().paid.begin()->second, day(on));
        const auto there = claims::account_on(figures, is, {}, day(on));
        REQUIRE(here.has_value());
        REQUIRE(there.has_value());
        CHECK(here->balance.total() == there->balance.total());
        // 552.35 stated, 40.00 paid for good
        CHECK(there->balance.total() == Money::cents(51'235));
    }
}

TEST_CASE("the file is read back, and tells if its dossier is another") {
    const std::string text = help::write_transfer(household(), facts_of(), "OCMW X");
    CHECK(text == help::write_transfer(household(), facts_of(), "OCMW X"));
    const auto file = help::read_transfer(text);
    REQUIRE(file.has_value());
    CHECK(file->document == dossier::write_document(help::as_opened(household(), facts_of())));
    CHECK(file->to_office == "OCMW X");
    CHECK(file->from_office == "OCMW Klaverveld");
    CHECK(file->accounts == facts_of().accounts);
    std::string changed = text;
    const std::string::size_type at = changed.find("\"Huur\"");
    REQUIRE(at != std::string::npos);
    changed.replace(at, 6, "\"Duur\"");
    CHECK(help::read_transfer(changed).error().code() == help::transfer_changed);
    CHECK_FALSE(help::read_transfer("{}").has_value());
}
