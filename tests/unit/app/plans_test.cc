// Goal: a plan that was adopted is paid as it promised, and nobody changes it behind the back of
// the book. Method: the sample household and a plan of 30.00 and 20.00 a month, through runs, the
// bank, answers and its end; then what no document and no hand may change.
#include "app/codes.hpp"
#include "plans/codes.hpp"
#include "with_plan.hpp"

using namespace saldo;
using dossier::Claim_status;
using test::day;
using test::debts_of;
using test::energy;
using test::shop;
using test::terms;
using test::With_plan;

namespace {

std::string changed(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("an adopted plan goes from its text to the bank") {
    With_plan with;
    const auto adopted = with.adopt();
    REQUIRE(test::code_of(adopted) == "");
    const dossier::Adopted_plan& plan = adopted->row.plan;
    CHECK(plan.id == "1");
    CHECK(plan.adopted == day("2026-02-02"));
    CHECK(plan.user == "lies");
    CHECK(plan.instalments ==
          std::vector<dossier::Plan_instalment>{{energy, day("2026-02-09"), Money::cents(3'000)},
                                                {shop, day("2026-02-09"), Money::cents(2'000)},
                                                {energy, day("2026-03-09"), Money::cents(3'000)},
                                                {shop, day("2026-03-09"), Money::cents(2'000)}});
    CHECK(with.status(energy) == Claim_status::in_plan);
    CHECK(with.status(shop) == Claim_status::in_plan);
    CHECK(with.states("2026-02-02") == "due due due due");
    const auto prepared = with.book.prepare("2026-02-02", "2026-02-10");
    REQUIRE(prepared.has_value());
    const auto lines = debts_of(*prepared);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].proposal.amount == Money::cents(3'000));
    CHECK(lines[0].proposal.occurrence.counterparty.iban ==
          party::parse_iban(test::collector).value());
    CHECK(lines[0].proposal.occurrence.communication == party::Remittance("K-2025/17"));
    CHECK(lines[1].proposal.amount == Money::cents(2'000));
    CHECK(with.states("2026-02-02") == "in_run in_run due due");
    REQUIRE(with.book.approve("2026-02-02", prepared->run.number).has_value());
    REQUIRE(with.book.export_run("2026-02-02", prepared->run.number).has_value());
    CHECK(with.states("2026-02-09") == "ordered ordered due due");
    REQUIRE(with.book.carry_out(lines[0], false, 12).has_value());
    REQUIRE(with.book.carry_out(lines[1], false, 13).has_value());
    CHECK(with.states("2026-02-09") == "paid paid due due");
    CHECK(with.book.balance("debt:energy/2025-17") == Money::cents(-55'235 + 3'000));
    // It comes back: it is due again, and the next run pays it again. The wage is still to come.
    REQUIRE(with.book.carry_out(lines[1], true, 14).has_value());
    CHECK(with.states("2026-02-10") == "paid late due due");
    CHECK(with.at("2026-02-15").standing.state == plans::Plan_state::broken);
    const auto again = with.book.prepare("2026-02-04", "2026-02-10");
    REQUIRE(test::code_of(again) == "");
    REQUIRE(debts_of(*again).size() == 1);
    CHECK(debts_of(*again)[0].proposal.occurrence.subject == "debt:energy/2025-18");
    CHECK(debts_of(*again)[0].proposal.amount == Money::cents(2'000));
    with.book.check_sound();
}

TEST_CASE("what differs from the claims is told, and only told") {
    With_plan with;
    const auto adopted = with.adopt();
    REQUIRE(adopted.has_value());
    std::vector<std::string> told;
    for (const Finding& finding : adopted->findings) {
        told.push_back(std::string(finding.code.text) + " " + test::param(finding, "claim") + " " +
                       test::param(finding, "stated") + " " + test::param(finding, "computed"));
    }
    // The sample states 480.00 + 12.35 + 40.00 + 20.00 on the first claim.
    CHECK(std::ranges::count(told, "plans.balance_differs energy/2025-17 60.00 552.35") == 1);
    With_plan right;
    const std::string text = R"({"start": "2026-02-09", "monthly": "50.00",
        "strategy": "pro_rata", "creditors": [{"id": "energy/2025-17", "balance": "552.35"}]})";
    const auto good = right.adopt(text);
    REQUIRE(good.has_value());
    CHECK(good->findings.empty());
}

TEST_CASE("a plan that cannot be kept is refused, and nothing of it stays") {
    struct Row {
        const char* what;
        std::string terms;
        const char* code;
    };

    const Row rows[] = {
        {"no plan", "{}", "dossier.schema"},
        {"no claim of the dossier", changed(terms, "2025-18", "none"), "plans.claim_unknown"},
        {"due today", changed(terms, "2026-02-09", "2026-02-02"), "plans.due_not_ahead"},
        {"nothing is paid", changed(terms, "50.00", "0.00"), "plans.nothing_promised"}};
    for (const Row& row : rows) {
        CAPTURE(row.what);
        With_plan with;
        CHECK(test::code_of(with.adopt(row.terms)) == row.code);
        CHECK(with.book.look("SELECT count(*) FROM plan_terms") == "0\n");
        CHECK(with.status(energy) == Claim_status::stated);
        with.book.check_sound();
    }
    With_plan with;
    REQUIRE(with.adopt(terms, "spring").has_value());
    CHECK(test::code_of(with.adopt(terms, "spring")) == "app.plan_exists");
    CHECK(test::code_of(with.adopt()) == "plans.claim_in_plan");
    with.book.check_sound();
}

TEST_CASE("a plan that ended promises nothing more, and its claims are agreed again") {
    With_plan with;
    REQUIRE(with.adopt().has_value());
    const auto prepared = with.book.prepare("2026-02-02", "2026-02-10");
    REQUIRE(prepared.has_value());
    CHECK(test::code_of(with.end()) == "app.plan_in_run");
    REQUIRE(with.book.cancel("2026-02-02", prepared->run.number).has_value());
    REQUIRE(test::code_of(with.end()) == "");
    CHECK(test::code_of(with.end()) == "app.plan_ended");
    CHECK(test::code_of(with.end("2")) == "app.plan_unknown");
    CHECK(with.states("2026-03-31") == "ended ended ended ended");
    CHECK(with.at("2026-03-31").standing.remaining == Money::zero());
    CHECK(with.status(energy) == Claim_status::agreed);
    const auto next = with.book.prepare("2026-02-02", "2026-02-10");
    REQUIRE(next.has_value());
    CHECK(debts_of(*next).empty());
    // The same claims may come into the next plan.
    CHECK(test::code_of(with.adopt()) == "");
    CHECK(with.at("2026-02-02", "2").plan.id == "2");
    with.book.check_sound();
}

TEST_CASE("a plan of which all is paid gives way to the next one") {
    const std::string once = changed(
        changed(changed(terms, "50.00", "100.00"), "\"fixed\": \"30.00\"", "\"fixed\": \"60.00\""),
        "\"fixed\": \"20.00\"", "\"fixed\": \"40.00\"");
    const std::string next = R"({"start": "2026-03-09", "monthly": "50.00",
        "strategy": "pro_rata", "creditors": [{"id": "energy/2025-17", "balance": "100.00"}]})";
    With_plan with;
    REQUIRE(test::code_of(with.adopt(once)) == "");
    const auto lines = with.order();
    REQUIRE(lines.size() == 2);
    REQUIRE(with.book.carry_out(lines[0], false, 12).has_value());
    with.today = "2026-02-12";
    CHECK(test::code_of(with.adopt(next)) == "plans.claim_in_plan"); // 40.00 is under way
    REQUIRE(with.book.carry_out(lines[1], false, 13).has_value());
    CHECK(with.at("2026-02-12").standing.state == plans::Plan_state::paid);
    REQUIRE(test::code_of(with.adopt(next)) == "");
    const app::Plan_row first = with.at("2026-02-12");
    REQUIRE(first.plan.ended.has_value());
    CHECK(first.plan.ended->date == day("2026-02-12"));
    CHECK(first.plan.ended->reason == "paid");
    CHECK(first.standing.state == plans::Plan_state::paid);
    CHECK(with.at("2026-02-12", "2").standing.remaining == Money::cents(10'000));
    CHECK(with.status(energy) == Claim_status::in_plan);
    CHECK(with.status(shop) == Claim_status::agreed); // it is in no plan any more
    CHECK(with.book.look("SELECT count(*) FROM event WHERE kind = 'plan.ended'") == "1\n");
    with.book.check_sound();
}

TEST_CASE("answers are kept, one after the other") {
    With_plan with;
    REQUIRE(with.adopt().has_value());
    with.today = "2026-02-20";
    using dossier::Plan_reply;
    CHECK(test::code_of(with.answer("bank", Plan_reply::accepted, "2026-02-10")) ==
          "plans.creditor_unknown");
    CHECK(test::code_of(with.answer("energy", Plan_reply::accepted, "2026-02-21")) ==
          "app.answer_ahead");
    CHECK(test::code_of(with.answer("energy", Plan_reply::accepted, "2026-02-01")) ==
          "dossier.date_too_early");
    REQUIRE(test::code_of(with.answer("energy", Plan_reply::refused, "2026-02-10")) == "");
    REQUIRE(test::code_of(with.answer("energy", Plan_reply::accepted, "2026-02-12")) == "");
    const auto row = with.at("2026-02-20").standing.creditors.at(0);
    REQUIRE(row.answer.has_value());
    CHECK(row.answer->reply == Plan_reply::accepted);
    CHECK(row.answer->user == "lies");
    CHECK(with.at("2026-02-11").standing.creditors.at(0).answer->reply == Plan_reply::refused);
    with.book.check_sound();
}

TEST_CASE("a document neither changes nor loses nor brings a plan") {
    With_plan with;
    REQUIRE(with.adopt().has_value());
    const auto current = with.book.ask([&](app::Unit_of_work& work) {
        return app::load_dossier(work, work.dossiers().find(with.number)->id);
    });
    dossier::Dossier other = current;
    other.plans.clear();
    CHECK(test::code_of(with.book.import({other})) == "app.plan_is_kept");
    other = current;
    other.plans.at(0).instalments.at(0).amount = Money::cents(2'999);
    CHECK(test::code_of(with.book.import({other})) == "app.plan_is_kept");
    other = current;
    other.plans.at(0).answers = {
        {day("2026-02-03"), "energy", dossier::Plan_reply::refused, {}, {}, "lies"}};
    CHECK(test::code_of(with.book.import({other})) == "");
    other.plans.at(0).answers.clear();
    CHECK(test::code_of(with.book.import({other})) == "app.plan_is_kept");
    With_plan fresh;
    CHECK(test::code_of(fresh.book.import({current})) == "app.plan_not_adopted");
}

TEST_CASE("a dossier brings its plans to a new book with their texts") {
    With_plan with;
    REQUIRE(with.adopt().has_value());
    REQUIRE(with.answer("energy", dossier::Plan_reply::accepted, "2026-02-02").has_value());
    const auto read = [&](auto question) { return with.book.ask(question); };
    const std::string text = read(
        [&](app::Unit_of_work& work) { return app::terms_of(work, with.number, "1").value(); });
    const std::string document = read([&](app::Unit_of_work& work) {
        return work.dossiers().document(work.dossiers().find(with.number)->id).text;
    });
    const auto import = [&](test::Book& book, const std::vector<app::Input_file>& brought) {
        return book.act("els", "2026-04-01", [&](app::Desk& desk) {
            return app::import_dossiers(desk, {{"dossier.json", document}}, brought);
        });
    };
    test::Book book;
    CHECK(test::code_of(import(book, {})) == "app.plan_terms_missing");
    const std::string other = changed(text, "50.00", "51.00");
    CHECK(test::code_of(import(book, {{"plan.json", other}})) == "app.plan_terms_missing");
    CHECK(test::code_of(import(book, {{"plan.json", "{"}})) == "dossier.not_json");
    CHECK(test::code_of(import(book, {{"plan.json", text}, {"other.json", other}})) ==
          "app.plan_terms_of_none");
    CHECK(book.look("SELECT count(*) FROM dossier") == "0\n");
    REQUIRE(test::code_of(import(book, {{"plan.json", terms}})) == ""); // as it was typed
    const auto row = book.ask([&](app::Unit_of_work& work) {
        return app::plan_on(work, with.number, "1", {day("2026-02-02")});
    });
    CHECK(row->plan == with.at("2026-02-02").plan); // who adopted it, answers and all
    CHECK(book.ask([&](app::Unit_of_work& work) {
        return app::terms_of(work, with.number, "1").value();
    }) == text);
    CHECK(book.look("SELECT user FROM event WHERE kind = 'plan.taken_over'") == "els\n");
    book.check_sound();
    // Once it is there the dossier brings no more.
    CHECK(test::code_of(import(book, {{"plan.json", text}})) == "app.plan_terms_of_none");
    for (const char* change : {"UPDATE plan_terms SET user = 'lies'", "DELETE FROM plan_terms",
                               "UPDATE plan_terms SET document = document || ' '"}) {
        CAPTURE(std::string(change));
        test::Book copy;
        REQUIRE(import(copy, {{"plan.json", text}}).has_value());
        test::Database database(copy.path());
        REQUIRE(database.run("DROP TRIGGER plan_terms_unchanged; DROP TRIGGER plan_terms_kept") ==
                "");
        REQUIRE(database.run(change) == "");
        const Findings findings = copy.verify().findings;
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().code == app::plan_changed);
    }
}

TEST_CASE("text, document and log of a plan are held against each other") {
    const char* const changes[] = {
        "UPDATE plan_terms SET document = document || ' '", "UPDATE plan_terms SET user = 'jo'",
        "UPDATE plan_terms SET as_of = '2026-02-03'", "DELETE FROM plan_terms",
        "INSERT INTO plan_terms VALUES (1, '2', '{}', 'lies', '2026-02-02')"};
    {
        With_plan with;
        REQUIRE(with.adopt().has_value());
        with.book.check_sound();
        test::Database database(with.book.path());
        CHECK(database.run(changes[0]) != ""); // the book only grows
        CHECK(database.run("DELETE FROM plan_terms") != "");
    }
    for (const char* change : changes) {
        CAPTURE(std::string(change));
        With_plan with;
        REQUIRE(with.adopt().has_value());
        test::Database database(with.book.path());
        REQUIRE(database.run("DROP TRIGGER plan_terms_unchanged; DROP TRIGGER plan_terms_kept") ==
                "");
        REQUIRE(database.run(change) == "");
        const Findings findings = with.book.verify().findings;
        REQUIRE(findings.size() == 1);
        CHECK(findings.front().code == app::plan_changed);
        CHECK(test::param(findings.front(), "dossier") == with.number);
    }
}
