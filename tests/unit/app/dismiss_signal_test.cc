// Goal: a signal that a person set aside is out of the list as long as it is the same one, and the
// log of acts says who did it and why. Method: the sample household with an unexpected debit and a
// balance that falls, listed before and after.
#include "app/dismiss_signal.hpp"
#include "support/household_book.hpp"

using namespace saldo;
using reconcile::Signal_code;
using test::Told_movement;

namespace {

constexpr const char* stranger = "BE90001334083032";

struct Household : test::Household_book {
    Household() {
        statement({{.cents = 189'000, .iban = "BE76001020304095", .booked = "2026-02-03"},
                   {.cents = -340'000, .iban = stranger, .booked = "2026-02-04"},
                   {.cents = -2'000, .iban = "BE19001234567881", .booked = "2026-02-06"}},
                  "2026-02-12");
    }

    static app::Signal_request through(std::string_view on, bool all = false) {
        return {{}, test::day("2026-02-01"), test::day(on), all};
    }

    [[nodiscard]] std::vector<app::Signal_row> signals(const app::Signal_request& request) const {
        auto rows = book.ask([&](app::Unit_of_work& work) { return app::signals(work, request); });
        REQUIRE(test::code_of(rows) == "");
        return *std::move(rows);
    }

    [[nodiscard]] app::Signal_row signal(Signal_code code, std::string_view on) const {
        const auto rows = signals(through(on));
        const auto found = std::ranges::find(
            rows, code, [](const app::Signal_row& row) { return row.signal.code; });
        REQUIRE(found != rows.end());
        return *found;
    }

    auto dismiss(const std::string& id, std::string_view as_of, std::string_view on = "") {
        return book.act("jo", as_of, [&](app::Desk& desk) {
            return app::dismiss_signal(desk,
                                       {id, "asked the client", through(on.empty() ? as_of : on)});
        });
    }
};

const char* const today = "2026-02-12";

} // namespace

TEST_CASE("what was dismissed is listed only where all is asked for, with who, when and why") {
    Household with;
    const auto before = with.signals(Household::through(today));
    const app::Signal_row debit = with.signal(Signal_code::unexpected_debit, today);
    const auto dismissed = with.dismiss(short_id(debit), today);
    REQUIRE(test::code_of(dismissed) == "");
    CHECK(dismissed->signal == debit.signal);

    const auto left = with.signals(Household::through(today));
    CHECK(left.size() + 1 == before.size());
    CHECK(std::ranges::find(left, debit.identity, &app::Signal_row::identity) == left.end());
    const auto all = with.signals(Household::through(today, true));
    REQUIRE(all.size() == before.size());
    for (const app::Signal_row& row : all) {
        CHECK(row.dismissal.has_value() == (row.identity == debit.identity));
    }
    const auto told = std::ranges::find(all, debit.identity, &app::Signal_row::identity);
    CHECK(told->dismissal->actor.user == "jo");
    CHECK(told->dismissal->actor.as_of == test::day(today));
    CHECK(told->dismissal->reason == "asked the client");
    with.book.check_sound();
}

TEST_CASE("the log of acts keeps what was dismissed, by whom and why") {
    Household with;
    const app::Signal_row debit = with.signal(Signal_code::unexpected_debit, today);
    REQUIRE(test::code_of(with.dismiss(short_id(debit), today)) == "");
    const auto events = with.book.ask([](app::Unit_of_work& work) {
        std::vector<audit::Event> found;
        work.events().each_of(app::signal_dismissed_event,
                              [&](const audit::Event& event) { found.push_back(event); });
        return found;
    });
    REQUIRE(events.size() == 1);
    CHECK(events[0].user == "jo");
    CHECK(events[0].dossier == test::household().number);
    CHECK(events[0].facts == Params{{"signal", to_hex(debit.identity)},
                                    {"code", "signal.unexpected_debit"},
                                    {"date", "2026-02-04"},
                                    {"movement", "2"},
                                    {"stated", "3400.00"},
                                    {"reason", "asked the client"}});
    with.book.check_sound();
}

TEST_CASE("a signal is dismissed once, and only one that there is") {
    Household with;
    const std::string id = short_id(with.signal(Signal_code::unexpected_debit, today));
    CHECK(test::code_of(with.dismiss("0123456789", today)) == "app.signal_unknown");
    CHECK(test::code_of(with.dismiss("", today)) == "app.signal_unknown");
    CHECK(test::code_of(with.dismiss(id.substr(0, 9), today)) == "app.signal_unknown");
    CHECK(test::code_of(with.dismiss(id, today, "2026-02-03")) == "app.signal_unknown");
    CHECK(with.book.look("SELECT count(*) FROM event WHERE kind = 'signal.dismissed'") == "0\n");
    REQUIRE(test::code_of(with.dismiss(id, today)) == "");
    const auto again = with.dismiss(id, "2026-02-13");
    REQUIRE(test::code_of(again) == "app.signal_dismissed");
    CHECK(test::param(again.error().first(), "user") == "jo");
    CHECK(test::param(again.error().first(), "as_of") == today);
    CHECK(test::param(again.error().first(), "reason") == "asked the client");
    CHECK(with.book.look("SELECT count(*) FROM event WHERE kind = 'signal.dismissed'") == "1\n");
}

TEST_CASE("a day before the dismissal knows nothing of it") {
    Household with;
    const app::Signal_row debit = with.signal(Signal_code::unexpected_debit, today);
    REQUIRE(test::code_of(with.dismiss(short_id(debit), "2026-02-20")) == "");
    CHECK(short_id(with.signal(Signal_code::unexpected_debit, "2026-02-19")) == short_id(debit));
    for (const app::Signal_row& row : with.signals(Household::through("2026-02-20"))) {
        CHECK(row.identity != debit.identity);
    }
}

TEST_CASE("a balance that falls further comes back, one that recovers does not") {
    Household with;
    const std::string id = short_id(with.signal(Signal_code::negative_balance, today));
    REQUIRE(test::code_of(with.dismiss(id, today)) == "");
    const auto next = [&](std::uint32_t number, const char* opened, const char* closed,
                          std::int64_t cents) {
        const std::int64_t opening = with.book.proofs().at(0).statement.cents();
        REQUIRE(test::code_of(with.book.import(
                    test::coda_file({{.number = number,
                                      .opening = opening,
                                      .opening_date = opened,
                                      .closing_date = closed,
                                      .movements = {{.cents = cents, .text = "X"}}}}),
                    "next.cod")) == "");
    };
    const auto is_listed = [&](std::string_view on) {
        return std::ranges::any_of(with.signals(Household::through(on)),
                                   [](const app::Signal_row& row) {
                                       return row.signal.code == Signal_code::negative_balance;
                                   });
    };
    SUBCASE("it recovers") {
        next(13, today, "2026-02-16", 50'000);
        CHECK_FALSE(is_listed("2026-02-16"));
    }
    SUBCASE("it falls further") {
        next(13, today, "2026-02-16", -1'000);
        CHECK(is_listed("2026-02-16"));
        CHECK(short_id(with.signal(Signal_code::negative_balance, "2026-02-16")) != id);
    }
}
