// Goal: requests, rights, forms of help and the end of the help are kept by the book, and the log
// proves them. Method: the sample household in a book of its own, told act by act; the book is
// proved at the end of each story.
#include "app/claims.hpp"
#include "app/closings.hpp"
#include "app/codes.hpp"
#include "app/help_forms.hpp"
#include "app/requests.hpp"
#include "app/rights_checks.hpp"
#include "app/settings.hpp"
#include "app/transfers.hpp"
#include "support/household_book.hpp"

#include <algorithm>

using namespace saldo;
using dossier::Help_stop;
using dossier::Mandate_kind;
using test::Book;
using test::code_of;
using test::day;
using test::Household_book;

namespace {

constexpr const char* number = "2026-0012";
const std::string paper(64, 'c');

help::Request asked(std::string household, std::string dossier = {}) {
    return {.received = day("2026-02-03"),
            .channel = help::Channel::desk,
            .asks = {help::Asked::rights},
            .dossier = std::move(dossier),
            .household = std::move(household),
            .words = {},
            .worker = {}};
}

auto add(Book& book, const help::Request& request, const char* as_of = "2026-02-03") {
    return book.act("an", as_of, [&](app::Desk& desk) { return app::add_request(desk, request); });
}

auto close(Book& book, Help_stop reason, const char* as_of = "2026-02-06") {
    return book.act("an", as_of, [&](app::Desk& desk) {
        return app::close_dossier(desk, {number, reason, {}, {}});
    });
}

auto step(Book& book, const char* key, const char* as_of = "2026-02-06") {
    return book.act("an", as_of, [&](app::Desk& desk) {
        return app::do_closing_step(desk, number, key, paper);
    });
}

dossier::Mandate guidance(const char* from) {
    return {.kind = Mandate_kind::budget_guidance,
            .decision = "BCSD 2026/44",
            .decided = day("2026-02-01"),
            .period = test::period(from)};
}

} // namespace

TEST_CASE("requests are numbered by year, answered once, and kept as they stood") {
    Household_book home;
    REQUIRE(add(home.book, asked("Gezin A"))->key == "V2026-0001");
    REQUIRE(add(home.book, asked({}, number))->key == "V2026-0002");
    help::Request next_year = asked("Gezin B");
    next_year.received = day("2027-01-04");
    REQUIRE(add(home.book, next_year, "2027-01-04")->key == "V2027-0001");
    CHECK(code_of(add(home.book, asked({}, "2026-9999"))) == "app.dossier_unknown");
    const auto answer = [&](const char* key, const char* as_of) {
        return home.book.act("jo", as_of, [&](app::Desk& desk) {
            return app::answer_request(desk, key,
                                       {day(as_of), help::Answer_kind::appointment, {}, "nobody"});
        });
    };
    const auto answered = answer("V2026-0001", "2026-02-05");
    REQUIRE(answered.has_value());
    CHECK(answered->state == help::Request_state::answered);
    CHECK(answered->request.answer->user == "jo");
    CHECK(code_of(answer("V2026-0001", "2026-02-06")) == "app.request_answered");
    CHECK(code_of(answer("V2026-0009", "2026-02-06")) == "app.request_unknown");
    const auto states = [&](const char* on) {
        return home.book.ask([&](app::Unit_of_work& work) {
            std::vector<help::Request_state> all;
            for (const app::Request_row& row : app::requests_on(work, day(on))) {
                all.push_back(row.state);
            }
            return all;
        });
    };
    using State = help::Request_state;
    CHECK(states("2026-02-04") == std::vector{State::open, State::open});
    CHECK(states("2026-02-06") == std::vector{State::answered, State::overdue});
    CHECK(states("2027-01-05") == std::vector{State::answered, State::overdue, State::open});
    home.book.check_sound();
}

TEST_CASE("the log of acts names no household") {
    Household_book home;
    REQUIRE(add(home.book, asked("Vandenbeispiel-zonder-dossier")).has_value());
    CHECK(home.book.look("SELECT count(*) FROM event WHERE CAST(facts AS TEXT) LIKE "
                         "'%Vandenbeispiel%'") == "0\n");
    home.book.check_sound();
}

TEST_CASE("the rights of a request and of a dossier are checked apart") {
    Household_book home;
    REQUIRE(add(home.book, asked("Gezin A")).has_value());
    const auto check = [&](const char* subject, const char* right, help::Right_state state) {
        return home.book.act("an", "2026-02-04", [&](app::Desk& desk) {
            return app::check_rights(desk, subject, {{right, state}});
        });
    };
    REQUIRE(check("V2026-0001", "living_wage", help::Right_state::granted).has_value());
    REQUIRE(check(number, "living_wage", help::Right_state::asked).has_value());
    CHECK(code_of(check(number, "gold", help::Right_state::asked)) == "help.right_unknown");
    CHECK(code_of(check("V2026-0009", "living_wage", help::Right_state::asked)) ==
          "app.rights_of_none");
    const auto first = [&](const char* subject) {
        const auto sheet = home.book.ask([&](app::Unit_of_work& work) {
            return app::rights_of(work, subject, day("2026-02-04"));
        });
        REQUIRE(sheet.has_value());
        return sheet->rows.front().is_open();
    };
    CHECK_FALSE(first("V2026-0001"));
    CHECK(first(number));
    home.book.check_sound();
}

TEST_CASE("a form of help is kept in the document of its dossier") {
    Household_book home;
    const auto start = [&](const char* from) {
        return home.book.act("an", "2026-02-02", [&](app::Desk& desk) {
            return app::start_help(desk, number, guidance(from));
        });
    };
    const auto started = start("2026-02-02");
    REQUIRE(started.has_value());
    REQUIRE(started->rows.size() == 2);
    CHECK(started->rows[1].state == help::Form_state::running);
    CHECK(code_of(start("2026-03-01")) == "help.form_runs_already");
    const auto stopped = home.book.act("jo", "2026-02-20", [&](app::Desk& desk) {
        return app::stop_help(desk, number, Mandate_kind::budget_guidance,
                              {day("2026-02-20"), Help_stop::client_request, {}, {}});
    });
    REQUIRE(stopped.has_value());
    CHECK(stopped->rows[1].mandate.ended->user == "jo");
    REQUIRE(start("2026-02-21").has_value());
    home.book.check_sound();
}

TEST_CASE("a closing is not taken back, and its steps stay") {
    Household_book home;
    REQUIRE(close(home.book, Help_stop::client_request).has_value());
    CHECK(code_of(close(home.book, Help_stop::goals_met)) == "help.closing_decided");
    REQUIRE(step(home.book, "client_told").has_value());
    CHECK(code_of(step(home.book, "dues_ended")) == "help.dues_ahead");
    CHECK(code_of(home.book.import({test::household()})) == "app.closing_is_kept");
    auto changed = home.book.ask([](app::Unit_of_work& work) {
        const auto read =
            dossier::read_document(work.dossiers().document(work.dossiers().find(number)->id).text);
        REQUIRE(read.has_value());
        return *read;
    });
    changed.closing->steps.clear();
    CHECK(code_of(home.book.import({changed})) == "app.closing_is_kept");
    home.book.check_sound();
}

TEST_CASE("a payment in a run, at the bank or unexplained stands against the end") {
    Household_book home;
    REQUIRE(close(home.book, Help_stop::client_request, "2026-02-02").has_value());
    const auto waiting = [&] {
        return home.book.ask([&](app::Unit_of_work& work) {
            const auto row = work.dossiers().find(number);
            const auto read = dossier::read_document(work.dossiers().document(row->id).text);
            return app::closing_facts(work, *row, *read, day("2026-02-06"));
        });
    };
    CHECK(waiting().accounts.front().balance == Money::cents(152'040));
    REQUIRE(waiting().pots.size() == 1);
    CHECK(waiting().pots.front().balance == Money::cents(12'000));
    const auto run = home.book.prepare("2026-02-02", "2026-02-06");
    REQUIRE(run.has_value());
    CHECK(waiting().waiting.count == count(*run));
    CHECK(waiting().waiting.total == total(*run));
    REQUIRE(home.book.approve("2026-02-02", run->run.number).has_value());
    REQUIRE(home.book.export_run("2026-02-02", run->run.number).has_value());
    CHECK(waiting().waiting.count == 0);
    CHECK(waiting().ordered.count == count(*run));
    home.statement({{.cents = -1'234}});
    CHECK(waiting().suspense == 1);
    CHECK(code_of(step(home.book, "all_explained")) == "help.suspense_left");
    home.book.check_sound();
}

TEST_CASE("a dossier goes to another book and has the same money and debts there") {
    Household_book home;
    home.statement({{.cents = -4'000, .iban = "BE14001000000783", .text = "K-2025/17"}});
    const auto left = home.book.suspense();
    for (const app::Suspense_row& row : left) {
        REQUIRE(
            home.book.assign({row.movement.id, "debt:energy/2025-17", {}, "betaald"}).has_value());
    }
    REQUIRE(close(home.book, Help_stop::moved, "2026-02-28").has_value());
    const auto figures = law::Figures::shipped();
    const auto made = home.book.act("an", "2026-02-28", [&](app::Desk& desk) {
        return app::transfer_dossier(desk, figures, number, "OCMW Elders");
    });
    REQUIRE(code_of(made) == "");
    for (const Finding& finding : made->findings) {
        CAPTURE(std::string(finding.code.text));
        CHECK(finding.code.text != "help.claim_differs");
    }
    Book other;
    const auto taken = other.act("els", "2026-03-02", [&](app::Desk& desk) {
        return app::take_over_dossier(desk, {"move.json", made->text});
    });
    REQUIRE(code_of(taken) == "");
    CHECK(taken->sha256 == made->sha256);
    CHECK(other.balance("bank:main") == home.book.balance("bank:main"));
    CHECK(other.balance("pot:main/school") == home.book.balance("pot:main/school"));
    const auto owed = [&](const Book& book) {
        return book.ask([&](app::Unit_of_work& work) {
            const auto row =
                app::claim_on(work, figures, number, "energy/2025-17", day("2026-02-28"));
            REQUIRE(code_of(row) == "");
            return row->account->balance.total();
        });
    };
    CHECK(owed(other) == owed(home.book));
    const auto again = other.act("els", "2026-03-02", [&](app::Desk& desk) {
        return app::take_over_dossier(desk, {"move.json", made->text});
    });
    CHECK(code_of(again) == "app.transfer_number_taken");
    other.check_sound();
    home.book.check_sound();
}

TEST_CASE("only a dossier that moves goes to another office, and not after a signature") {
    Household_book home;
    const auto figures = law::Figures::shipped();
    const auto transfer = [&] {
        return home.book.act("an", "2026-02-28", [&](app::Desk& desk) {
            return app::transfer_dossier(desk, figures, number, "OCMW Elders");
        });
    };
    const auto sign = [&] {
        return home.book.act("an", "2026-02-28", [&](app::Desk& desk) {
            return app::sign_transfer(desk, number, app::Signer::handed_over,
                                      {day("2026-02-28"), paper});
        });
    };
    CHECK(code_of(transfer()) == "help.closing_not_decided");
    REQUIRE(close(home.book, Help_stop::moved, "2026-02-28").has_value());
    CHECK(code_of(sign()) == "help.transfer_missing");
    REQUIRE(code_of(transfer()) == "");
    REQUIRE(code_of(transfer()) == "");
    REQUIRE(code_of(sign()) == "");
    CHECK(code_of(sign()) == "help.signed_before");
    CHECK(code_of(transfer()) == "help.signed_before");
    home.book.check_sound();
}

TEST_CASE("the settings of this work have a form and one that is built in") {
    for (const app::Setting& setting : app::settings()) {
        CAPTURE(setting.kind);
        CHECK(setting.check(setting.standard()).has_value());
        CHECK_FALSE(setting.check("{}").has_value());
    }
    CHECK(std::ranges::is_sorted(app::settings(), {}, &app::Setting::kind));
}
