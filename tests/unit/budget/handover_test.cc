// Goal: from a due date on another pays a line, and all before stays; each due date has one payer.
// Method: a rent of 600.00 on the first of each month in 2026, with changes of payer in a row of
// cases; a property over random changes against a model that walks them day by day.
#include "budget/occurrence.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

using namespace saldo;
using dossier::Payer;
using dossier::Payer_change;
using test::day;

namespace {

constexpr const char* own_iban = "BE92731000000023";

dossier::Dossier with_rent(std::vector<Payer_change> changes) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.living_money.push_back(
        {.id = "week",
         .name = "Leefgeld",
         .schedule = test::schedule(calendar::Rhythm::weekly, "2040-01-06", 8'000),
         .account = "main",
         .to = {"Client", *party::parse_iban(own_iban), {}},
         .communication = {}});
    dossier.budget_lines.push_back(
        test::expense("rent", dossier::Priority::housing,
                      test::schedule(calendar::Rhythm::monthly, "2026-02-01", 60'000)));
    dossier.budget_lines.back().name = "Huur";
    dossier.budget_lines.back().payer_changes = std::move(changes);
    return dossier;
}

Payer_change change(std::string_view decided, std::string_view from, Payer payer) {
    return {.decided = day(decided),
            .from = day(from),
            .payer = payer,
            .gives = {},
            .reason = "x",
            .user = "an"};
}

Payer_change giving(Payer_change made, std::int64_t cents) {
    made.gives = dossier::Given_money{Money::cents(cents), "week"};
    return made;
}

Payer_change but(Payer_change made, std::string_view due) {
    made.except.push_back({day(due)});
    return made;
}

/// A letter for each due date from February to July: o the office, c the client, g the client with
/// money of the office.
std::string payers(const dossier::Dossier& dossier) {
    std::string letters;
    for (const budget::Occurrence& each :
         budget::occurrences(dossier, day("2026-02-01"), day("2026-07-31"))) {
        letters += each.to_client ? 'g' : each.payer == Payer::client ? 'c' : 'o';
    }
    return letters;
}

} // namespace

TEST_CASE("who pays which due date") {
    const Payer_change client = change("2026-03-10", "2026-04-01", Payer::client);
    const Payer_change office = change("2026-05-12", "2026-05-12", Payer::office);

    struct Row {
        std::vector<Payer_change> changes;
        const char* payers;
    };

    const Row rows[] = {
        {{}, "oooooo"},
        {{client}, "oocccc"},
        {{giving(client, 60'000)}, "oogggg"},
        {{client, office}, "ooccoo"},
        // April was paid by the office already; in June it still stands in a run.
        {{but(client, "2026-04-01")},
         "ooo"
         "ccc"},
        {{client, but(office, "2026-06-01")},
         "oocc"
         "co"},
        // May was missed and comes back with the rest.
        {{client, but(office, "2026-05-01")},
         "ooc"
         "ooo"},
        {{client, office, change("2026-06-02", "2026-07-01", Payer::client)}, "ooccoc"}};
    for (const Row& row : rows) {
        CAPTURE(std::string(row.payers));
        CHECK(payers(with_rent(row.changes)) == row.payers);
    }
}

TEST_CASE("what the client gets goes to his own account, as the sum that was agreed") {
    const auto dossier =
        with_rent({giving(change("2026-03-10", "2026-04-01", Payer::client), 55'000)});
    const auto dues = budget::occurrences(dossier, day("2026-03-01"), day("2026-04-01"));
    REQUIRE(dues.size() == 2);
    CHECK(dues[0].amount == Money::cents(60'000));
    CHECK(dues[0].counterparty.iban->text() == "BE70096000000425");
    CHECK_FALSE(dues[0].handed_over);
    CHECK(dues[1].amount == Money::cents(55'000));
    CHECK(dues[1].counterparty.iban->text() == own_iban);
    CHECK(std::get<std::string>(dues[1].communication) == "Huur");
    CHECK(dues[1].subject == "expense:rent");
    CHECK(dues[1].priority == dossier::Priority::housing);
    CHECK(dues[1].handed_over);
}

TEST_CASE("a day looks at what was decided until then") {
    const auto dossier = with_rent({change("2026-03-10", "2026-04-01", Payer::client),
                                    change("2026-05-12", "2026-05-12", Payer::office)});
    const dossier::Budget_line& rent = dossier.budget_lines.front();
    CHECK(paid_by(rent, day("2026-06-01"), day("2026-03-09")).payer == Payer::office);
    CHECK(paid_by(rent, day("2026-06-01"), day("2026-03-10")).payer == Payer::client);
    CHECK(paid_by(rent, day("2026-06-01"), day("2026-05-12")).payer == Payer::office);
    CHECK(paid_by(rent, day("2026-05-01"), day("2026-05-12")).payer == Payer::client);
}

TEST_CASE("the past never changes, and the last decision counts for the days after it") {
    CHECK(rc::check("random changes of payer", [] {
        std::vector<Payer_change> changes;
        std::map<Date, Payer> payer_of; // of each first of the month, by walking the decisions
        for (int month = 2; month <= 7; ++month) {
            payer_of.emplace(*Date::of(2026, month, 1), Payer::office);
        }
        Date decided = day("2026-01-15");
        for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
            decided = decided.plus_days(*rc::gen::inRange(0, 40));
            Payer_change made =
                change(calendar::format(decided),
                       calendar::format(decided.plus_days(*rc::gen::inRange(0, 40))),
                       *rc::gen::element(Payer::office, Payer::client));
            std::map<Date, Payer> before = payer_of;
            for (auto& [due, payer] : payer_of) {
                const bool is_excepted = *rc::gen::inRange(0, 5) == 0;
                if (is_excepted) {
                    made.except.push_back({due});
                }
                payer = (due >= made.from) != is_excepted ? made.payer : payer;
            }
            changes.push_back(std::move(made));
        }
        const auto dossier = with_rent(changes);
        const auto dues = budget::occurrences(dossier, day("2026-02-01"), day("2026-07-31"));
        RC_ASSERT(dues.size() == payer_of.size());
        for (const budget::Occurrence& each : dues) {
            RC_ASSERT(each.payer == payer_of.at(each.due));
        }
    }));
}
