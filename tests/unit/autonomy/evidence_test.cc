// Goal: a criterion is met only by what was seen, not met by what speaks against it, and unknown
// where nothing was looked at. Method: a table a criterion around 15 June 2026, its boundaries
// included.
#include "autonomy/evidence.hpp"
#include "autonomy/names.hpp"
#include "support/dossiers.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::autonomy;
using test::day;

namespace {

const Date today = *Date::of(2026, 6, 15);

Evidence nothing_wrong() {
    return {.on = today,
            .first = *Date::of(2025, 6, 1),
            .own_payments = {},
            .extra_money = {},
            .low_balances = {},
            .new_debts = {},
            .owed = {},
            .still_office = {}};
}

Rung asking(Criterion_kind kind, int months = 3, int at_least = 0) {
    Rung rung{.number = 2, .name = "x", .form = Form::budget_management};
    rung.entry = {{kind, months, at_least}};
    return rung;
}

dossier::Dossier on_rung(std::string_view since) {
    dossier::Dossier dossier = test::bare_dossier();
    dossier.course = dossier::Course{.goal = "alles zelf", .target = {6}, .pace = {}, .moves = {}};
    dossier.course->moves.push_back({.decided = day(since),
                                     .from = day(since),
                                     .kind = dossier::Move_kind::entry,
                                     .rung = {1},
                                     .reason = "start",
                                     .user = "an"});
    return dossier;
}

/// The answer with what was held against what.
std::string told(const Rung& rung, const dossier::Dossier& dossier, const Evidence& evidence) {
    const auto judgements = judge(rung, dossier, evidence);
    REQUIRE(judgements.size() == 1);
    return std::string(name_in(answer_names, judgements[0].answer)) + " " + judgements[0].stated +
           "/" + judgements[0].asked;
}

std::string told(const Rung& rung, const Evidence& evidence) {
    return told(rung, on_rung("2026-01-01"), evidence);
}

} // namespace

TEST_CASE("months on the rung, by the calendar") {
    const Rung rung = asking(Criterion_kind::months_on_rung);
    CHECK(told(rung, on_rung("2026-03-15"), nothing_wrong()) == "met 3/3");
    CHECK(told(rung, on_rung("2026-03-16"), nothing_wrong()) == "not_met 2/3");
    Evidence end_of_month = nothing_wrong();
    end_of_month.on = day("2026-02-28");
    CHECK(told(rung, on_rung("2025-11-30"), end_of_month) == "not_met 2/3");
    CHECK(told(rung, on_rung("2025-11-28"), end_of_month) == "met 3/3");
    dossier::Dossier slow = on_rung("2026-03-15");
    slow.course->pace = dossier::Small{6};
    CHECK(told(rung, slow, nothing_wrong()) == "not_met 3/6");
}

TEST_CASE("the form of help and the proxy") {
    dossier::Dossier dossier = on_rung("2026-01-01");
    dossier.mandates.clear();
    const Rung form = asking(Criterion_kind::form_decided);
    const Rung proxy = asking(Criterion_kind::proxy);
    CHECK(told(form, dossier, nothing_wrong()) == "not_met 0/1");
    dossier.mandates.push_back({dossier::Mandate_kind::budget_management, "BC-1", day("2026-01-01"),
                                test::period("2026-01-01", "2026-06-15")});
    CHECK(told(form, dossier, nothing_wrong()) == "met 1/1");
    CHECK(told(proxy, dossier, nothing_wrong()) == "not_met 0/1");
    dossier.mandates[0].proxy = dossier::Signed{day("2026-06-15"), std::string(64, 'a')};
    CHECK(told(proxy, dossier, nothing_wrong()) == "met 1/1");
    dossier.mandates[0].proxy_ended = day("2026-06-14");
    CHECK(told(proxy, dossier, nothing_wrong()) == "not_met 0/1");
    dossier.mandates[0].period = test::period("2026-01-01", "2026-06-14");
    CHECK(told(form, dossier, nothing_wrong()) == "not_met 0/1");
    CHECK(told(asking(Criterion_kind::form_decided), on_rung("2026-01-01"), nothing_wrong()) != "");
}

TEST_CASE("own lines are on time when all that was due in the months was seen to be") {
    using enum Own_payment_state;

    struct Row {
        std::vector<std::pair<const char*, Own_payment_state>> dues;
        const char* told;
    };

    const Row rows[] = {
        {{}, "unknown 0/0"},
        {{{"2026-04-01", on_time}, {"2026-05-01", on_time}, {"2026-06-01", on_time}}, "met 3/3"},
        // 15 March is the day three months before, which is not in them.
        {{{"2026-03-15", unpaid}, {"2026-04-01", on_time}, {"2026-05-01", on_time}}, "met 2/2"},
        {{{"2026-03-16", unpaid}, {"2026-04-01", on_time}, {"2026-05-01", on_time}}, "not_met 2/3"},
        {{{"2026-04-01", on_time}, {"2026-05-01", late}}, "not_met 1/2"},
        {{{"2026-04-01", on_time}, {"2026-05-01", unseen}}, "unknown 1/2"},
        {{{"2026-04-01", on_time}, {"2026-06-12", not_yet}}, "met 1/1"},
        // Only since May: nothing speaks against it, but three months it is not.
        {{{"2026-05-01", on_time}, {"2026-06-01", on_time}}, "unknown 2/2"}};
    for (const Row& row : rows) {
        Evidence evidence = nothing_wrong();
        for (const auto& [due, state] : row.dues) {
            evidence.own_payments.push_back({.line = "telecom",
                                             .due = day(due),
                                             .amount = Money::cents(3'500),
                                             .state = state});
        }
        CAPTURE(std::string(row.told));
        CHECK(told(asking(Criterion_kind::lines_paid_on_time), evidence) == row.told);
    }
}

TEST_CASE("what must not be seen in the months") {
    const Money some = Money::cents(4'000);

    struct Row {
        Criterion_kind kind;
        void (*add)(Evidence& evidence, Date date);
    };

    const Row rows[] = {{Criterion_kind::living_money_lasts,
                         [](Evidence& evidence, Date date) {
                             evidence.extra_money.push_back({date, Money::cents(4'000), 7});
                         }},
                        {Criterion_kind::never_negative,
                         [](Evidence& evidence, Date date) {
                             evidence.low_balances.push_back({"main", date, Money::cents(-1)});
                         }},
                        {Criterion_kind::no_new_debts, [](Evidence& evidence, Date date) {
                             evidence.new_debts.push_back({"shop/1", date, Money::cents(1)});
                         }}};
    for (const Row& row : rows) {
        const Rung rung = asking(row.kind);
        CAPTURE(std::string(name_in(criterion_names, row.kind)));
        Evidence evidence = nothing_wrong();
        CHECK(told(rung, evidence) == "met 0/0");
        evidence.first = day("2026-03-16");
        CHECK(told(rung, evidence) ==
              "unknown 0/0"); // a day of the three months is not in the book
        row.add(evidence, day("2026-03-16"));
        CHECK(told(rung, evidence) == "not_met 1/0");
        evidence = nothing_wrong();
        row.add(evidence, day("2026-03-15"));
        CHECK(told(rung, evidence) == "met 0/0");
    }
    CHECK(some.is_positive());
}

TEST_CASE("what is owed does not grow, or is settled") {
    const Rung grows = asking(Criterion_kind::arrears_not_growing);
    const Rung settled = asking(Criterion_kind::debts_settled);
    const auto owed = [](std::optional<Money> before, std::optional<Money> now) {
        Evidence evidence = nothing_wrong();
        evidence.owed = {{day("2026-03-15"), before}, {today, now}};
        return evidence;
    };
    const auto euro = [](int amount) { return std::optional(Money::cents(amount * 100)); };
    CHECK(told(grows, owed(euro(500), euro(500))) == "met 500.00/500.00");
    CHECK(told(grows, owed(euro(500), euro(501))) == "not_met 501.00/500.00");
    CHECK(told(grows, owed(std::nullopt, euro(1))) == "unknown /");
    CHECK(told(grows, nothing_wrong()) == "unknown /");
    CHECK(told(settled, owed(euro(500), euro(0))) == "met 0.00/0.00");
    CHECK(told(settled, owed(euro(500), euro(1))) == "not_met 1.00/0.00");
    Evidence in_plan = owed(euro(500), euro(400));
    in_plan.debts_in_plan = true;
    CHECK(told(settled, in_plan) == "met 400.00/0.00");
}

TEST_CASE("the last evaluation of the months reaches the score") {
    const Rung rung = asking(Criterion_kind::evaluation, 6, 6);
    const auto scored = [](const char* date, std::int64_t sum, std::int64_t of) {
        Evidence evidence = nothing_wrong();
        evidence.evaluation = Scored{day(date), money::Rate::of(sum, of)};
        return evidence;
    };
    CHECK(told(rung, nothing_wrong()) == "not_met /6");
    CHECK(told(rung, scored("2026-05-01", 6, 1)) == "met 6.00/6");
    CHECK(told(rung, scored("2026-05-01", 59'999, 10'000)) == "not_met 6.00/6");
    CHECK(told(rung, scored("2026-05-01", 20, 3)) == "met 6.67/6");
    CHECK(told(rung, scored("2025-12-15", 9, 1)) == "not_met /6");
    CHECK(told(rung, scored("2025-12-16", 9, 1)) == "met 9.00/6");
}

TEST_CASE("lines that the rung before leaves to the client are handed over") {
    const Rung rung = asking(Criterion_kind::lines_handed_over);
    Evidence evidence = nothing_wrong();
    CHECK(told(rung, evidence) == "met 0/0");
    evidence.still_office = {"telecom"};
    CHECK(told(rung, evidence) == "not_met 1/0");
}
