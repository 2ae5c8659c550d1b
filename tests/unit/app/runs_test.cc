// Goal: a run goes from proposal to the bank and back without a cent lost or paid twice. Method:
// the sample household, and bank files that answer what the run asked.
#include "app/codes.hpp"
#include "support/book.hpp"

using namespace saldo;
using payments::Line_state;
using payments::Run_state;

namespace {

struct With_household {
    With_household() { REQUIRE(book.import({test::household()}).has_value()); }

    test::Book book;
};

std::vector<payments::Run_line> payments_of(const app::Run_sheet& sheet) {
    std::vector<payments::Run_line> lines;
    for (const payments::Run_line& line : sheet.lines) {
        if (!line.end_to_end_id.empty()) {
            lines.push_back(line);
        }
    }
    return lines;
}

/// The movements with which the bank executes payments.
std::vector<test::Told_movement> executed(const std::vector<payments::Run_line>& lines) {
    std::vector<test::Told_movement> movements;
    for (const payments::Run_line& line : lines) {
        movements.push_back(
            {.cents = -line.proposal.amount.cents(),
             .iban = std::string(line.proposal.occurrence.counterparty.iban->text()),
             .end_to_end_id = line.end_to_end_id});
    }
    return movements;
}

/// The next statement of the main account.
std::string answer(test::Book& book,
                   std::uint32_t number,
                   const std::string& closing_date,
                   std::vector<test::Told_movement> movements) {
    const app::Account_proof proof = book.proofs().at(0);
    return test::coda_file({{.number = number,
                             .opening = proof.statement.cents(),
                             .opening_date = calendar::format(proof.statement_date),
                             .closing_date = closing_date,
                             .movements = std::move(movements)}});
}

Money in_transit(const test::Book& book) {
    return book.proofs().at(0).in_transit;
}

} // namespace

TEST_CASE("what is due is prepared once") {
    With_household with;
    const auto prepared = with.book.prepare("2026-02-02", "2026-02-10");
    REQUIRE(test::code_of(prepared) == "");
    CHECK(prepared->run.number == "R2026-0001");
    CHECK(prepared->run.state == Run_state::prepared);
    // The rent was due on the 1st, living money is due on Mondays.
    const auto lines = payments_of(*prepared);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].proposal.occurrence.subject == "expense:rent");
    CHECK(lines[0].end_to_end_id == "R2026-0001-000001");
    CHECK(total(*prepared) == Money::cents(65'000 + 2 * 8'500));
    CHECK(count(*prepared) == 3);
    CHECK(test::code_of(with.book.prepare("2026-02-02", "2026-02-10")) == "app.nothing_to_pay");
    CHECK(with.book.look("SELECT count(*) FROM run") == "1\n");
    CHECK(in_transit(with.book) == Money::zero());
}

TEST_CASE("who prepared a run does not approve it") {
    With_household with;
    REQUIRE(with.book.prepare("2026-02-02", "2026-02-10").has_value());
    CHECK(test::code_of(with.book.approve("2026-02-02", "R2026-0001", "an")) ==
          "app.maker_is_checker");
    CHECK(with.book.run("R2026-0001").run.state == Run_state::prepared);
    const auto approved = with.book.approve("2026-02-02", "R2026-0001", "jo");
    REQUIRE(test::code_of(approved) == "");
    const app::Run_sheet sheet = with.book.run("R2026-0001");
    CHECK(sheet.run.state == Run_state::approved);
    CHECK(sheet.run.approved_by == "jo");
    CHECK(sheet.run.content.has_value());
    for (const payments::Run_line& line : payments_of(sheet)) {
        CHECK(line.state == Line_state::approved);
    }
}

TEST_CASE("each step has its state") {
    With_household with;
    CHECK(test::code_of(with.book.approve("2026-02-02", "R2026-0001")) == "app.run_unknown");
    CHECK(test::code_of(with.book.cancel("2026-02-02", "R2026-0001")) == "app.run_unknown");
    CHECK(test::code_of(with.book.export_run("2026-02-02", "R2026-0001")) == "app.run_unknown");
    REQUIRE(with.book.prepare("2026-02-02", "2026-02-10").has_value());
    CHECK(test::code_of(with.book.export_run("2026-02-02", "R2026-0001")) == "app.run_state_wrong");
    REQUIRE(with.book.approve("2026-02-02", "R2026-0001").has_value());
    CHECK(test::code_of(with.book.approve("2026-02-02", "R2026-0001")) == "app.run_state_wrong");
    REQUIRE(with.book.export_run("2026-02-02", "R2026-0001").has_value());
    CHECK(test::code_of(with.book.approve("2026-02-02", "R2026-0001")) == "app.run_state_wrong");
    CHECK(test::code_of(with.book.cancel("2026-02-02", "R2026-0001")) == "app.run_state_wrong");
}

TEST_CASE("what a cancelled run would have paid is due again") {
    With_household with;
    const auto first = with.book.prepare("2026-02-02", "2026-02-10");
    REQUIRE(first.has_value());
    REQUIRE(with.book.approve("2026-02-02", "R2026-0001").has_value());
    REQUIRE(test::code_of(with.book.cancel("2026-02-02", "R2026-0001")) == "");
    CHECK(with.book.run("R2026-0001").run.state == Run_state::cancelled);
    CHECK(test::code_of(with.book.export_run("2026-02-02", "R2026-0001")) == "app.run_state_wrong");
    const auto second = with.book.prepare("2026-02-02", "2026-02-10");
    REQUIRE(test::code_of(second) == "");
    CHECK(second->run.number == "R2026-0002");
    CHECK(total(*second) == total(*first));
    with.book.check_sound();
}

TEST_CASE("an exported run is in transit and out of the pots") {
    With_household with;
    const app::Exported_run exported = with.book.pay("2026-02-02", "2026-02-10");
    const Money paid = Money::cents(65'000 + 2 * 8'500);
    CHECK_FALSE(exported.again);
    CHECK(exported.sheet.run.files.front().sha256 == sha256(exported.files.front()));
    CHECK(exported.files.front().find("R2026-0001-000001") != std::string::npos);
    CHECK(in_transit(with.book) == paid);
    CHECK(with.book.balance("bank:main") == Money::cents(152'040));
    CHECK(with.book.balance("pot:main") == Money::cents(140'040) - paid);
    CHECK(with.book.balance("expense:rent") == Money::cents(65'000));
    CHECK(with.book.run("R2026-0001").run.state == Run_state::exported);
    with.book.check_sound();
}

TEST_CASE("exporting again gives the same bytes and books nothing") {
    With_household with;
    const app::Exported_run first = with.book.pay("2026-02-02", "2026-02-10");
    const std::string entries = with.book.look("SELECT * FROM entry");
    const std::string events = with.book.look("SELECT * FROM event");
    const auto again = with.book.export_run("2026-02-09", "R2026-0001");
    REQUIRE(test::code_of(again) == "");
    CHECK(again->again);
    CHECK(again->files == first.files);
    CHECK(with.book.look("SELECT * FROM entry") == entries);
    CHECK(with.book.look("SELECT * FROM event") == events);
    CHECK(test::code_of(with.book.export_run("2026-02-09", "R2026-0001",
                                             {.version = payments::pain001::Version::v03})) ==
          "app.export_differs");
}

TEST_CASE("what left is given again as it was, whatever the dossier says of its account now") {
    With_household with;
    const app::Exported_run first = with.book.pay("2026-02-02", "2026-02-10");
    dossier::Dossier changed = test::household();
    changed.accounts.front().holder = "Another Holder";
    REQUIRE(with.book.import({changed}).has_value());
    const auto again = with.book.export_run("2026-02-09", "R2026-0001");
    REQUIRE(test::code_of(again) == "");
    CHECK(again->files == first.files);
    // What an office uses now is no matter for what left before; what it asks for is.
    payments::Bank_profiles other = payments::built_in_bank_profiles();
    other.front().file.version = payments::pain001::Version::v03;
    CHECK(test::code_of(with.book.export_run(
              "2026-02-09", "R2026-0001", {.profiles = other, .profiles_are_usual = true})) == "");
    CHECK(test::code_of(with.book.export_run("2026-02-09", "R2026-0001", {.profiles = other})) ==
          "app.export_differs");
}

TEST_CASE("what is changed after approval does not leave") {
    const char* changes[] = {
        "UPDATE run_line SET payee_iban = 'BE44363000000545' WHERE end_to_end_id <> ''",
        "UPDATE run_line SET payee_name = 'Iemand' WHERE end_to_end_id <> ''",
        "UPDATE run_line SET cents = cents + 1 WHERE end_to_end_id <> ''",
        "UPDATE run_line SET execution_date = '2026-03-02' WHERE end_to_end_id <> ''",
        ("UPDATE run_line SET remittance_kind = 'free', remittance = 'x' "
         "WHERE remittance_kind = 'ogm'"),
        "UPDATE run_line SET decision = 'out' WHERE position = 1",
        "UPDATE run_line SET due = '2026-02-03' WHERE position = 1",
        "UPDATE run_line SET payee_bic = 'KREDBEBB' WHERE position = 1",
        "UPDATE run_line SET pot = 'pot:main/school' WHERE position = 1",
    };
    for (const std::string change : changes) {
        CAPTURE(change);
        With_household with;
        REQUIRE(with.book.prepare("2026-02-02", "2026-02-10").has_value());
        REQUIRE(with.book.approve("2026-02-02", "R2026-0001").has_value());
        test::Database database(with.book.path());
        CHECK(database.run(change) == "of a run line only the state changes");
        CHECK(database.run("DROP TRIGGER run_line_fixed") == "");
        CHECK(database.run(change) == "");
        CHECK(test::code_of(with.book.export_run("2026-02-02", "R2026-0001")) ==
              "app.run_content_changed");
        CHECK(in_transit(with.book) == Money::zero());
    }
}

TEST_CASE("the bank executes: in transit becomes nothing and the run closes") {
    With_household with;
    const app::Exported_run exported = with.book.pay("2026-02-02", "2026-02-10");
    auto lines = payments_of(exported.sheet);
    const auto last = lines.back();
    lines.pop_back();
    REQUIRE(test::code_of(with.book.import(answer(with.book, 12, "2026-02-03", executed(lines)))) ==
            "");
    CHECK(with.book.run("R2026-0001").run.state == Run_state::exported); // one still waits
    CHECK(in_transit(with.book) == last.proposal.amount);
    REQUIRE(test::code_of(
                with.book.import(answer(with.book, 13, "2026-02-09", executed({last})))) == "");
    CHECK(with.book.run("R2026-0001").run.state == Run_state::closed);
    CHECK(in_transit(with.book) == Money::zero());
    CHECK(with.book.suspense().empty());
    CHECK(with.book.balance("bank:main") == Money::cents(152'040 - 65'000 - 2 * 8'500));
    with.book.check_sound();
    // The file of a closed run can still be had.
    const auto again = with.book.export_run("2026-02-20", "R2026-0001");
    REQUIRE(test::code_of(again) == "");
    CHECK(again->files == exported.files);
}

TEST_CASE("a payment that comes back is reversed, due again, and can be paid again") {
    With_household with;
    const auto lines = payments_of(with.book.pay("2026-02-02", "2026-02-10").sheet);
    auto movements = executed(lines);
    test::Told_movement back = movements.front();
    back.cents = -back.cents;
    movements.push_back(back);
    REQUIRE(test::code_of(with.book.import(answer(with.book, 12, "2026-02-09", movements))) == "");
    CHECK(with.book.suspense().empty());
    CHECK(with.book.balance("expense:rent") == Money::zero());
    CHECK(with.book.balance("bank:main") == Money::cents(152'040 - 2 * 8'500));
    CHECK(in_transit(with.book) == Money::zero());
    const app::Run_sheet first = with.book.run("R2026-0001");
    CHECK(first.run.state == Run_state::closed);
    CHECK(payments_of(first)[0].state == Line_state::returned);
    with.book.check_sound();
    const app::Exported_run second = with.book.pay("2026-02-09", "2026-02-10");
    const auto again = payments_of(second.sheet);
    REQUIRE(again.size() == 1);
    CHECK(again[0].proposal.occurrence.subject == "expense:rent");
    CHECK(again[0].end_to_end_id == "R2026-0002-000001");
    REQUIRE(test::code_of(with.book.import(answer(with.book, 13, "2026-02-10", executed(again)))) ==
            "");
    CHECK(with.book.balance("expense:rent") == Money::cents(65'000));
    CHECK(with.book.run("R2026-0002").run.state == Run_state::closed);
    with.book.check_sound();
}

TEST_CASE("what the bank debits twice waits for a person") {
    With_household with;
    const auto lines = payments_of(with.book.pay("2026-02-02", "2026-02-10").sheet);
    auto movements = executed(lines);
    movements.push_back(movements.front());
    REQUIRE(test::code_of(with.book.import(answer(with.book, 12, "2026-02-09", movements))) == "");
    REQUIRE(with.book.suspense().size() == 1);
    CHECK(with.book.suspense()[0].reason == "already_executed");
    CHECK(with.book.balance("suspense:main") == Money::cents(65'000));
    CHECK(with.book.balance("expense:rent") == Money::cents(65'000));
    // An order that was executed takes no second debit, whoever says so.
    const Movement_id movement = with.book.suspense()[0].movement.id;
    const auto assigned = with.book.assign({movement, lines.front().end_to_end_id, {}, ""});
    CHECK(test::code_of(assigned) == "app.order_does_not_fit");
    with.book.check_sound();
}

TEST_CASE("a debit that comes after its own return is given its order by a person") {
    With_household with;
    const auto lines = payments_of(with.book.pay("2026-02-02", "2026-02-10").sheet);
    const Money before = in_transit(with.book);
    auto debit = executed({lines.front()});
    auto credit = debit;
    credit[0].cents = -credit[0].cents;
    const auto both = {credit[0], debit[0]};
    REQUIRE(test::code_of(with.book.import(answer(with.book, 12, "2026-02-09", both))) == "");
    REQUIRE(with.book.suspense().size() == 1);
    CHECK(with.book.balance("expense:rent") == Money::zero());
    const Movement_id movement = with.book.suspense()[0].movement.id;
    REQUIRE(test::code_of(with.book.assign(
                {movement, lines.front().end_to_end_id, {}, "seen at the bank"})) == "");
    CHECK(in_transit(with.book) == before - lines.front().proposal.amount);
    CHECK(with.book.balance("suspense:main") == Money::zero());
    CHECK(payments_of(with.book.run("R2026-0001"))[0].state == Line_state::returned);
    with.book.check_sound();
}

TEST_CASE("our id with another amount is not ours") {
    With_household with;
    const auto lines = payments_of(with.book.pay("2026-02-02", "2026-02-10").sheet);
    auto movements = executed({lines.front()});
    movements[0].cents += 1;
    REQUIRE(test::code_of(with.book.import(answer(with.book, 12, "2026-02-09", movements))) == "");
    REQUIRE(with.book.suspense().size() == 1);
    CHECK(with.book.suspense()[0].reason == "amount_differs");
    CHECK(payments_of(with.book.run("R2026-0001"))[0].state == Line_state::exported);
    const Movement_id movement = with.book.suspense()[0].movement.id;
    const auto assigned = with.book.assign({movement, lines.front().end_to_end_id, {}, ""});
    CHECK(test::code_of(assigned) == "app.order_does_not_fit");
    with.book.check_sound();
}

TEST_CASE("a set-aside is booked with the run and leaves no payment") {
    dossier::Dossier dossier = test::household();
    dossier.budget_lines.at(1).schedule.period = test::period("2026-02-01", "2026-02-28");
    test::Book book; // no rent of March needs the money before the wage
    REQUIRE(book.import({dossier}).has_value());
    const app::Exported_run exported = book.pay("2026-02-24", "2026-02-25");
    CHECK(book.balance("pot:main/school") == Money::cents(12'000 + 2'500));
    for (const payments::Run_line& line : exported.sheet.lines) {
        if (line.proposal.occurrence.subject == "pot:main/school") {
            CHECK(line.end_to_end_id.empty());
            CHECK(line.state == Line_state::executed);
        }
    }
    book.check_sound();
}
