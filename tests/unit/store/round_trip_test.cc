// Goal: what is stored is read back as it was, with every optional field empty and filled. Method:
// values through the ports of one unit of work, read through those of another.
#include "support/book.hpp"

using namespace saldo;
using payments::Line_state;
using payments::Run;
using payments::Run_line;
using payments::Run_state;

namespace {

class Pair_of_units {
public:
    Pair_of_units() { REQUIRE(book_.import({test::household()}).has_value()); }

    /// Writes in one unit of work, reads in the next.
    template <class Write, class Read> void run(Write write, Read read) {
        {
            const auto work = store::open_to_write(book_.path());
            write(*work);
            work->commit();
        }
        const auto work = store::open_to_read(book_.path());
        read(*work);
    }

    test::Book& book() { return book_; }

private:
    test::Book book_;
};

bool same(const Run& a, const Run& b) {
    return a.number == b.number && a.state == b.state && a.as_of == b.as_of &&
           a.through == b.through && a.prepared_by == b.prepared_by &&
           a.approved_by == b.approved_by && a.exported_by == b.exported_by &&
           a.approved_on == b.approved_on && a.exported_on == b.exported_on &&
           a.profiles == b.profiles && a.content == b.content &&
           std::ranges::equal(a.files, b.files);
}

Run prepared_run(const std::string& number) {
    return {.id = {},
            .number = number,
            .as_of = test::day("2026-02-02"),
            .through = test::day("2026-02-10"),
            .prepared_by = "an",
            .approved_by = {},
            .exported_by = {},
            .approved_on = {},
            .exported_on = {},
            .profiles = {},
            .files = {},
            .content = {}};
}

Run_line line(Run_id run, std::uint32_t position, party::Remittance remittance) {
    budget::Occurrence occurrence{.subject = "expense:rent",
                                  .account = "main",
                                  .pot = "pot:main",
                                  .priority = dossier::Priority::alimony,
                                  .due = test::day("2026-02-05"),
                                  .amount = Money::cents(65'000),
                                  .counterparty = {"Woonhuis", {}, {}},
                                  .communication = std::move(remittance)};
    return {.id = {},
            .run = run,
            .position = position,
            .dossier = {1},
            .dossier_number = "2026-0012",
            .proposal = {occurrence, Money::cents(65'000), test::day("2026-02-04"),
                         payments::Decision::in, payments::Reason::due, Money::zero()},
            .state = Line_state::prepared,
            .end_to_end_id = {}};
}

} // namespace

TEST_CASE("the office and a dossier's versions") {
    Pair_of_units pair;
    const ledger::Actor actor{"jo", test::day("2026-02-03")};
    pair.run(
        [&](app::Unit_of_work& work) {
            const app::Dossier_row row = work.dossiers().add("A-0001");
            work.dossiers().add_document(row.id, {1, "first"}, actor);
            work.dossiers().add_document(row.id, {2, "second, 'quoted' \xC3\xA9\n"}, actor);
        },
        [](app::Unit_of_work& work) {
            const auto office = work.office();
            REQUIRE(office.has_value());
            CHECK(office->name == "OCMW Klaverveld");
            CHECK(office->enterprise_number.digits() == "0234567873");
            const auto row = work.dossiers().find("A-0001");
            REQUIRE(row.has_value());
            CHECK(work.dossiers().document(row->id).version == 2);
            CHECK(work.dossiers().document(row->id).text == "second, 'quoted' \xC3\xA9\n");
            CHECK_FALSE(work.dossiers().find("A-0002").has_value());
            std::vector<std::string> numbers;
            work.dossiers().each_document(
                [&](const app::Dossier_row& each, const app::Document& document) {
                    numbers.push_back(each.number + "/" + std::to_string(document.version));
                });
            REQUIRE(numbers.size() == 2); // in order of number, not of arrival
            CHECK(numbers[0] == test::household().number + "/1");
            CHECK(numbers[1] == "A-0001/2");
        });
}

TEST_CASE("bank accounts") {
    Pair_of_units pair;
    const auto accounts =
        pair.book().ask([](app::Unit_of_work& work) { return work.dossiers().accounts(); });
    REQUIRE(accounts.size() == 2);
    CHECK(accounts[0].key == "main");
    CHECK(accounts[0].iban.text() == test::main_iban);
    CHECK(accounts[0].opening == Money::cents(152'040));
    CHECK(accounts[0].opening_date == test::day("2026-01-31"));
    CHECK(accounts[1].key == "reserve");
}

TEST_CASE("movements with every optional field empty and filled, and a detail") {
    Pair_of_units pair;
    bank::Movement full;
    full.sequence = 7;
    full.detail = 2;
    full.value_date = test::day("2026-02-04");
    full.counterparty = {"L'\xC3\xA9"
                         "cole",
                         test::reserve_iban, "GEBABEBB", "not kept"};
    full.communication = {bank::Communication::Kind::structured, "127", "0640; DROP TABLE", ""};
    full.end_to_end_id = "R2026-0001-000001";
    full.mandate_id = "M-1";
    full.bank_reference = "REF";
    full.transaction_code = "00150000";
    full.return_reason = "AC04";
    full.line = 41;
    const bank::Movement bare;
    const ledger::Actor actor{"an", test::day("2026-02-06")};
    pair.run(
        [&](app::Unit_of_work& work) {
            app::Statements& statements = work.statements();
            const File_id file =
                statements.add_file({{}, "a file.cod", sha256("a file"), "coda-2", 1234, actor});
            const Date date = test::day("2026-02-05");
            const Statement_id id = statements.add_statement({{},
                                                              file,
                                                              {1},
                                                              12,
                                                              test::day("2026-01-31"),
                                                              Money::cents(-5),
                                                              date,
                                                              Money::cents(7),
                                                              2,
                                                              3});
            const Movement_id total =
                statements.add_movement(full, id, {1}, Money::cents(12), date, {});
            static_cast<void>(
                statements.add_movement(bare, id, {1}, Money::cents(-9), date, total));
            statements.add_suspense(total, "several_fit");
        },
        [&](app::Unit_of_work& work) {
            const auto file = work.statements().file(sha256("a file"));
            REQUIRE(file.has_value());
            CHECK(file->name == "a file.cod");
            CHECK(file->size == 1234);
            CHECK(file->format == "coda-2");
            CHECK(file->actor.user == "an");
            CHECK(file->actor.as_of == actor.as_of);
            CHECK(work.statements().files().size() == 1);
            CHECK_FALSE(work.statements().file(sha256("another")).has_value());
            const auto statements = work.statements().statements(Account_id{1});
            REQUIRE(statements.size() == 1);
            CHECK(statements[0].number == 12);
            CHECK(statements[0].opening == Money::cents(-5));
            CHECK(statements[0].closing == Money::cents(7));
            CHECK(statements[0].opening_date == test::day("2026-01-31"));
            CHECK(statements[0].closing_date == test::day("2026-02-05"));
            CHECK(statements[0].movements == 2);
            CHECK(statements[0].line == 3);
            CHECK(work.statements().statements(Account_id{2}).empty());
            CHECK(work.statements().last_statements().size() == 1);
            const auto rows = work.statements().movements(statements[0].id);
            REQUIRE(rows.size() == 2);
            CHECK(rows[0].sequence == 7);
            CHECK(rows[0].detail == 2);
            CHECK(rows[0].value_date == full.value_date);
            CHECK(rows[0].amount == Money::cents(12));
            CHECK(rows[0].counterparty_name == full.counterparty.name);
            CHECK(rows[0].counterparty_account == full.counterparty.account);
            CHECK(rows[0].counterparty_bic == full.counterparty.bic);
            CHECK(rows[0].communication_kind == full.communication.kind);
            CHECK(rows[0].communication_type == full.communication.type);
            CHECK(rows[0].communication == full.communication.text);
            CHECK(rows[0].end_to_end_id == full.end_to_end_id);
            CHECK(rows[0].mandate_id == full.mandate_id);
            CHECK(rows[0].bank_reference == full.bank_reference);
            CHECK(rows[0].transaction_code == full.transaction_code);
            CHECK(rows[0].return_reason == full.return_reason);
            CHECK(rows[0].line == 41);
            CHECK_FALSE(rows[0].total.has_value());
            CHECK(rows[1].total == rows[0].id);
            CHECK_FALSE(rows[1].value_date.has_value());
            CHECK(rows[1].communication_kind == bank::Communication::Kind::none);
            CHECK(rows[1].counterparty_name.empty());
            work.statements().each_movement_sum(
                [&](Statement_id statement, std::uint64_t count, Money sum) {
                    CHECK(statement == statements[0].id);
                    CHECK(count == 1); // the detail is part of the total
                    CHECK(sum == Money::cents(12));
                });
            const auto waiting = work.statements().suspense();
            REQUIRE(waiting.size() == 1);
            CHECK(waiting[0].movement.id == rows[0].id);
            CHECK(waiting[0].account_key == "main");
            CHECK(waiting[0].reason == "several_fit");
            CHECK(waiting[0].origin == std::to_string(file->id.value) + ":41");
        });
}

TEST_CASE("runs, before and after the bank has them") {
    Pair_of_units pair;
    Run done = prepared_run("R2026-0002");
    done.state = Run_state::exported;
    done.approved_by = "jo";
    done.exported_by = "head";
    done.approved_on = test::day("2026-02-03");
    done.exported_on = test::day("2026-02-04");
    done.profiles = write_bank_profiles(payments::built_in_bank_profiles());
    done.files = {{"R2026-0002", "all banks", "09", 2, Money::cents(7'300), sha256("one")},
                  {"R2026-0002-F2", "other", "03", 1, Money::cents(1), sha256("two")}};
    done.content = sha256("content");
    pair.run(
        [&](app::Unit_of_work& work) {
            static_cast<void>(work.runs().add(prepared_run("R2026-0001")));
            done.id = work.runs().add(prepared_run("R2026-0002"));
            for (const payments::Run_file& file : done.files) {
                work.runs().add_file(done.id, file, "bytes of " + file.message_id);
            }
            work.runs().update(done);
        },
        [&](app::Unit_of_work& work) {
            const auto runs = work.runs().all();
            REQUIRE(runs.size() == 2);
            CHECK(same(runs[0], prepared_run("R2026-0001")));
            CHECK(same(runs[1], done));
            CHECK(runs[1].id == done.id);
            CHECK(same(*work.runs().find("R2026-0002"), done));
            CHECK_FALSE(work.runs().find("R2026-0003").has_value());
            CHECK(work.runs().file_bytes(done.id, 2) == "bytes of R2026-0002-F2");
            CHECK_FALSE(work.runs().file_bytes(done.id, 3).has_value());
        });
}

TEST_CASE("run lines with each kind of communication") {
    Pair_of_units pair;
    const std::vector<party::Remittance> kinds{std::monostate{}, std::string("free, with 'quotes'"),
                                               *party::parse_ogm("020260001289"),
                                               *party::parse_creditor_reference("RF602026001")};
    pair.run(
        [&](app::Unit_of_work& work) {
            const Run_id run = work.runs().add(prepared_run("R2026-0001"));
            for (std::size_t i = 0; i < kinds.size(); ++i) {
                Run_line each = line(run, static_cast<std::uint32_t>(i + 1), kinds[i]);
                if (i % 2 == 1) {
                    each.end_to_end_id = "R2026-0001-00000" + std::to_string(i);
                    auto& payee = each.proposal.occurrence.counterparty;
                    payee.iban = *party::parse_iban(test::reserve_iban);
                    payee.bic = *party::parse_bic("GKCCBEBB");
                } else {
                    each.state = Line_state::not_paid;
                    each.proposal.decision = payments::Decision::postponed;
                    each.proposal.reason = payments::Reason::no_money;
                    each.proposal.short_by = Money::cents(123);
                }
                work.runs().add_line(each);
                CHECK(each.id == Run_line_id{static_cast<std::int64_t>(i) + 1});
            }
            work.runs().set_line_state({2}, Line_state::exported);
        },
        [&](app::Unit_of_work& work) {
            const auto lines = work.runs().lines({1});
            REQUIRE(lines.size() == kinds.size());
            for (std::size_t i = 0; i < lines.size(); ++i) {
                CAPTURE(i);
                const Run_line& each = lines[i];
                const budget::Occurrence& occurrence = each.proposal.occurrence;
                CHECK(occurrence.communication == kinds[i]);
                CHECK(each.position == i + 1);
                CHECK(each.dossier_number == test::household().number);
                CHECK(occurrence.subject == "expense:rent");
                CHECK(occurrence.pot == "pot:main");
                CHECK(occurrence.priority == dossier::Priority::alimony);
                CHECK(occurrence.due == test::day("2026-02-05"));
                CHECK(occurrence.counterparty.iban.has_value() == (i % 2 == 1));
                CHECK(occurrence.counterparty.bic.has_value() == (i % 2 == 1));
                CHECK(each.proposal.amount == Money::cents(65'000));
                CHECK(each.proposal.execution_date == test::day("2026-02-04"));
                CHECK((each.proposal.decision == payments::Decision::in) == (i % 2 == 1));
                CHECK((each.proposal.reason == payments::Reason::due) == (i % 2 == 1));
                CHECK(each.proposal.short_by == Money::cents(i % 2 == 1 ? 0 : 123));
                CHECK(each.end_to_end_id.empty() == (i % 2 == 0));
            }
            CHECK(lines[1].state == Line_state::exported);
            CHECK(lines[3].state == Line_state::prepared);
            const auto pending = work.runs().pending_lines({1});
            REQUIRE(pending.size() == 1);
            CHECK(pending[0].id == lines[3].id);
            const auto ordered = work.runs().ordered_lines({1}, test::day("2026-02-05"));
            REQUIRE(ordered.size() == 1);
            CHECK(ordered[0].id == lines[1].id);
        });
}

TEST_CASE("the lines of a run go to their states at once, those that are not paid to none") {
    Pair_of_units pair;
    pair.run(
        [&](app::Unit_of_work& work) {
            for (const char* number : {"R2026-0001", "R2026-0002"}) {
                const Run_id run = work.runs().add(prepared_run(number));
                for (std::uint32_t position = 1; position <= 3; ++position) {
                    Run_line each = line(run, position, std::monostate{});
                    if (position == 1) {
                        each.end_to_end_id = std::string(number) + "-000001";
                    } else if (position == 3) {
                        each.state = Line_state::not_paid;
                        each.proposal.decision = payments::Decision::postponed;
                    }
                    work.runs().add_line(each);
                }
            }
            work.runs().set_line_states({2}, Line_state::exported, Line_state::executed);
        },
        [&](app::Unit_of_work& work) {
            const auto states = [&](Run_id run) {
                std::vector<Line_state> found;
                for (const Run_line& each : work.runs().lines(run)) {
                    found.push_back(each.state);
                }
                return found;
            };
            CHECK(states({1}) ==
                  std::vector{Line_state::prepared, Line_state::prepared, Line_state::not_paid});
            CHECK(states({2}) ==
                  std::vector{Line_state::exported, Line_state::executed, Line_state::not_paid});
        });
}

TEST_CASE("entries and events") {
    Pair_of_units pair;
    const ledger::Actor actor{"an", test::day("2026-02-06")};
    const Params facts{{"b", "first"}, {"a", "\"second\"\n\xC3\xA9"}, {"b", ""}};
    pair.run(
        [&](app::Unit_of_work& work) {
            app::Desk desk(work, actor);
            const ledger::Chart& chart = work.journal().chart({1});
            desk.post({{1}, test::household().number},
                      {.kind = ledger::Entry_kind::set_aside,
                       .date = test::day("2026-02-05"),
                       .reason = "by_hand",
                       .note = "a 'note'",
                       .origin = "",
                       .movement = {},
                       .run_line = {},
                       .postings = {{&chart.at("pot:main"), Money::cents(-100), {}},
                                    {&chart.at("pot:main/school"), Money::cents(100),
                                     test::day("2026-02-25")}}});
            desk.record("test.done", "2026-0012", facts);
        },
        [&](app::Unit_of_work& work) {
            std::vector<app::Entry> entries;
            work.journal().each_entry({1},
                                      [&](const app::Entry& each) { entries.push_back(each); });
            REQUIRE_FALSE(entries.empty());
            const app::Entry& last = entries.back();
            CHECK(last.number == entries.size());
            CHECK(work.journal().head({1}).digest == last.digest);
            CHECK(work.journal().head({1}).number == last.number);
            CHECK(last.draft.kind == ledger::Entry_kind::set_aside);
            CHECK(last.draft.note == "a 'note'");
            CHECK(last.actor.user == "an");
            REQUIRE(last.draft.postings.size() == 2);
            CHECK_FALSE(last.draft.postings[0].due.has_value());
            CHECK(last.draft.postings[1].due == test::day("2026-02-25"));
            std::vector<audit::Event> events;
            work.events().each([&](const audit::Event& each) { events.push_back(each); });
            REQUIRE_FALSE(events.empty());
            CHECK(events.back().kind == "test.done");
            CHECK(events.back().facts == facts); // in the order they were hashed
            CHECK(events.back().number == work.events().head().number);
            CHECK(app::verify_book(work).findings.empty());
        });
}
