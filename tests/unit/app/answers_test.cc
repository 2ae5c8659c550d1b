// Goal: what the bank answers to a payment file is kept and followed: what it rejects is due again,
// nothing is paid twice, and a statement is believed before an answer. Method: the run of the
// sample household, answers of an invented bank, statements, and a book that is changed from the
// outside.
#include "support/answer_file.hpp"
#include "support/household_book.hpp"

#include <algorithm>

using namespace saldo;
using payments::Line_state;
using payments::Run_state;
using test::Told_answer;
using test::Told_status;

namespace {

const std::string rent = "R2026-0001-000001";
const std::string first_week = "R2026-0001-000002";
const std::string second_week = "R2026-0001-000003";

/// A household whose three payments left on 2 February: the rent, and living money of two weeks,
/// of which the second is a block of its own.
struct Exported : test::Household_book {
    /// States of the payments, `e` exported, `x` executed, `b` returned, `r` rejected.
    [[nodiscard]] std::string states() const {
        std::string text;
        for (const payments::Run_line& line : book.run("R2026-0001").lines) {
            if (!line.end_to_end_id.empty()) {
                text += line.state == Line_state::exported   ? "e"
                        : line.state == Line_state::executed ? "x"
                        : line.state == Line_state::returned ? "b"
                        : line.state == Line_state::rejected ? "r"
                                                             : "?";
            }
        }
        return text;
    }

    /// The last word of the bank on each payment.
    [[nodiscard]] std::string words() const {
        return book.ask([&](app::Unit_of_work& work) {
            const auto run = work.runs().find("R2026-0001");
            const auto words = app::last_words(work, run->id);
            std::string text;
            for (const payments::Run_line& line : work.runs().lines(run->id)) {
                if (!line.end_to_end_id.empty()) {
                    const auto found = words.find(line.id);
                    text += (text.empty() ? "" : " ") +
                            (found == words.end() ? std::string("-") : found->second.code);
                }
            }
            return text;
        });
    }

    /// Codes of the warnings of an answer that was taken.
    std::string take(const Told_answer& answer, std::string_view as_of = "2026-02-03") {
        const auto taken = book.answer(test::answer_file(answer), as_of);
        REQUIRE(test::code_of(taken) == "");
        CHECK_FALSE(taken->earlier.has_value());
        std::string codes;
        for (const Finding& finding : taken->findings) {
            CHECK(finding.where.file == "answer.xml");
            codes += (codes.empty() ? "" : " ") + std::string(finding.code.text);
        }
        return codes;
    }

    std::string take(const std::string& status, const std::string& reason = {}) {
        Told_status said{status};
        if (!reason.empty()) {
            said.reasons.push_back({reason});
        }
        return take(
            {.original_id = "R2026-0001", .said = said, .id = "B" + std::to_string(++sent)});
    }

    /// One payment is answered, in the block given.
    std::string take_one(const std::string& id,
                         const std::string& status,
                         const std::string& reason,
                         const std::string& block = "R2026-0001-P0001") {
        return take({.original_id = "R2026-0001",
                     .said = {"PART"},
                     .blocks = {{block, {"PART"}, {{id, {status, {{reason}}}}}}},
                     .id = "B" + std::to_string(++sent)});
    }

    app::Exported_run exported = book.pay("2026-02-02", "2026-02-10");
    int sent = 0;
};

test::Told_movement debit(std::int64_t cents, const std::string& iban, const std::string& id) {
    return {.cents = -cents, .iban = iban, .end_to_end_id = id, .booked = "2026-02-03"};
}

test::Told_movement rent_paid() {
    return debit(65'000, "BE70096000000425", rent);
}

} // namespace

TEST_CASE("accepted is a word, not a payment") {
    Exported with;
    const std::string entries = with.book.look("SELECT count(*) FROM entry");
    CHECK(with.take("RCVD") == "");
    CHECK(with.words() == "RCVD RCVD RCVD");
    CHECK(with.take("ACCP") == "");
    CHECK(with.take("ACSC") == "");
    CHECK(with.words() == "ACSC ACSC ACSC");
    CHECK(with.states() == "eee");
    CHECK(with.book.look("SELECT count(*) FROM entry") == entries);
    CHECK(with.book.run("R2026-0001").run.state == Run_state::exported);
    with.book.check_sound();
}

TEST_CASE("a rejected group is due again, and the next run pays it") {
    Exported with;
    CHECK(with.take("RJCT", "FF01") == "");
    CHECK(with.states() == "rrr");
    CHECK(with.words() == "RJCT RJCT RJCT");
    CHECK(with.book.run("R2026-0001").run.state == Run_state::closed);
    CHECK(with.book.balance("expense:rent") == Money::zero());
    CHECK(with.book.balance("pot:main") == Money::cents(140'040));
    CHECK(with.book.proofs().at(0).in_transit == Money::zero());
    with.book.check_sound();
    const auto again = with.book.pay("2026-02-04", "2026-02-10");
    CHECK(again.sheet.run.number == "R2026-0002");
    CHECK(total(again.sheet) == total(with.exported.sheet));
    with.book.check_sound();
}

TEST_CASE("a part is rejected: a payment by its own word, a block by that of the block") {
    Exported with;
    CHECK(with.take_one(rent, "RJCT", "MS03") == "");
    CHECK(with.states() == "ree");
    CHECK(with.words() == "RJCT - -");
    const auto blocks = with.book.ask([](app::Unit_of_work& work) {
        return app::orders_of(work, *work.runs().find("R2026-0001"), "R2026-0001").orders;
    });
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].block == blocks[1].block);
    CHECK(blocks[1].block != blocks[2].block);
    CHECK(with.take({.original_id = "R2026-0001",
                     .said = {"PART"},
                     .blocks = {{blocks[2].block, {"RJCT", {{"AM04", "no cover"}}}}},
                     .count = "3",
                     .sum = "820.00"}) == "");
    CHECK(with.states() == "rer");
    CHECK(with.book.run("R2026-0001").run.state == Run_state::exported);
    CHECK(with.book.proofs().at(0).in_transit == Money::cents(8'500));
    CHECK(with.book.look("SELECT code, text FROM line_status_reason WHERE code = 'AM04'") ==
          "AM04|no cover\n");
    CHECK(with.book.look("SELECT dossier <> '' FROM event WHERE kind = 'payment.rejected'") ==
          "1\n1\n");
    const auto due = with.book.prepare("2026-02-03", "2026-02-10");
    REQUIRE(test::code_of(due) == "");
    CHECK(total(*due) == Money::cents(65'000 + 8'500));
    with.book.check_sound();
}

TEST_CASE("pending, then accepted, then rejected") {
    Exported with;
    CHECK(with.take("PDNG") == "");
    CHECK(with.take("ACCP") == "");
    CHECK(with.states() == "eee");
    CHECK(with.take_one(rent, "RJCT", "AM04") == "");
    CHECK(with.states() == "ree");
    CHECK(with.words() == "RJCT ACCP ACCP");
    CHECK(with.take_one(rent, "RJCT", "AM04") == ""); // once more changes nothing
    CHECK(with.states() == "ree");
    with.book.check_sound();
}

TEST_CASE("answers that come out of order say what the bank said last") {
    Exported with;
    const auto at = [](const std::string& time, const std::string& status) {
        return Told_answer{.original_id = "R2026-0001",
                           .said = {status},
                           .id = time,
                           .created = "2026-02-03T" + time};
    };
    CHECK(with.take(at("10:00:00", "ACSP")) == "");
    CHECK(with.take(at("09:00:00", "RCVD")) == "");
    CHECK(with.words() == "ACSP ACSP ACSP");
}

TEST_CASE("the same file again is a no-op that says when it came first") {
    Exported with;
    const std::string bytes =
        test::answer_file({.original_id = "R2026-0001", .said = {"RJCT", {{"FF01"}}}});
    REQUIRE(test::code_of(with.book.answer(bytes)) == "");
    const std::string events = with.book.look("SELECT count(*) FROM event");
    const auto again = with.book.answer(bytes, "2026-02-05", "again.xml");
    REQUIRE(test::code_of(again) == "");
    REQUIRE(again->earlier.has_value());
    CHECK(again->earlier->name == "answer.xml");
    CHECK(again->earlier->actor.as_of == test::day("2026-02-03"));
    CHECK(with.book.look("SELECT count(*) FROM event") == events);
    // Other bytes under the same id of the bank are taken, with a word.
    CHECK(with.take({.original_id = "R2026-0001", .said = {"RJCT", {{"NARR"}}}}) ==
          "app.answer_id_repeated");
    with.book.check_sound();
}

TEST_CASE("a file that was sent twice is rejected once, and the first stands") {
    Exported with;
    CHECK(with.take("ACCP") == "");
    CHECK(with.take("RJCT", "DU01") ==
          "app.rejected_as_duplicate app.rejected_as_duplicate app.rejected_as_duplicate");
    CHECK(with.states() == "eee");
    CHECK(with.words() == "ACCP ACCP ACCP");
    CHECK(with.book.proofs().at(0).in_transit == Money::cents(82'000));
    with.book.check_sound();
}

TEST_CASE("what a statement executed is not rejected after") {
    Exported with;
    with.statement({rent_paid()});
    CHECK(with.states() == "xee");
    CHECK(with.take("RJCT", "AM04") == "app.rejected_though_executed");
    CHECK(with.states() == "xrr");
    CHECK(with.book.balance("expense:rent") == Money::cents(65'000));
    CHECK(with.words() == "RJCT RJCT RJCT");
    with.book.check_sound();
}

TEST_CASE("if a debit was not that of a rejected payment after all, the rejection holds") {
    Exported with;
    with.statement({debit(65'000, "BE70096000000425", "")});
    REQUIRE(with.states() == "xee");
    CHECK(with.take_one(rent, "RJCT", "AM04") == "app.rejected_though_executed");
    REQUIRE(test::code_of(with.book.undo({1})) == "");
    CHECK(with.states() == "ree");
    CHECK(with.book.balance("expense:rent") == Money::zero());
    CHECK(with.book.suspense().size() == 1);
    with.book.check_sound();
}

TEST_CASE("a later word of acceptance does not pay what was rejected") {
    Exported with;
    CHECK(with.take_one(rent, "RJCT", "AM04") == "");
    CHECK(with.take_one(rent, "ACSP", "NARR") == "app.accepted_though_rejected");
    CHECK(with.states() == "ree");
    CHECK(with.words() == "RJCT - -");
    with.book.check_sound();
}

TEST_CASE("a rejected payment that is debited after all is paid") {
    Exported with;
    CHECK(with.take_one(rent, "RJCT", "AM04") == "");
    with.statement({rent_paid()});
    CHECK(with.states() == "xee");
    CHECK(with.book.suspense().empty());
    CHECK(with.book.balance("expense:rent") == Money::cents(65'000));
    CHECK(with.book.proofs().at(0).in_transit == Money::cents(17'000));
    CHECK(with.book.look("SELECT count(*) FROM event "
                         "WHERE kind = 'payment.executed_though_rejected'") == "1\n");
    with.book.check_sound();
    CHECK(test::code_of(with.book.prepare("2026-02-06", "2026-02-08")) == "app.nothing_to_pay");
}

TEST_CASE("a rejected payment that is debited and credited again is due") {
    Exported with;
    CHECK(with.take_one(rent, "RJCT", "MS03") == "");
    test::Told_movement back = rent_paid();
    back.cents = -back.cents;
    with.statement({rent_paid(), back});
    CHECK(with.states() == "bee");
    CHECK(with.book.suspense().empty());
    CHECK(with.book.balance("expense:rent") == Money::zero());
    CHECK(with.book.proofs().at(0).in_transit == Money::cents(17'000));
    with.book.check_sound();
    const auto due = with.book.prepare("2026-02-06", "2026-02-08");
    REQUIRE(test::code_of(due) == "");
    CHECK(total(*due) == Money::cents(65'000));
}

TEST_CASE("a credit for a rejected payment that was not debited waits for a person") {
    Exported with;
    CHECK(with.take_one(rent, "RJCT", "AC04") == "");
    test::Told_movement back = rent_paid();
    back.cents = -back.cents;
    with.statement({back});
    CHECK(with.states() == "ree");
    REQUIRE(with.book.suspense().size() == 1);
    with.book.check_sound();
}

TEST_CASE("a rejected payment that was paid by the next run as well is paid twice, and told") {
    Exported with;
    CHECK(with.take_one(rent, "RJCT", "AM04") == "");
    const auto second = with.book.pay("2026-02-03", "2026-02-08");
    REQUIRE(count(second.sheet) == 1);
    with.statement({rent_paid(), debit(65'000, "BE70096000000425", "R2026-0002-000001")});
    CHECK(with.book.balance("expense:rent") == Money::cents(130'000));
    CHECK(with.book.proofs().at(0).in_transit == Money::cents(17'000));
    with.book.check_sound();
}

TEST_CASE("an answer to nothing, or of nothing, is refused and not kept") {
    Exported with;
    const auto refused = [&](const std::string& bytes) {
        const auto answer = with.book.answer(bytes);
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().first().where.file == "answer.xml");
        return std::string(answer.error().code().text);
    };
    CHECK(refused(test::answer_file({.original_id = "R2026-0002", .said = {"RJCT"}})) ==
          "app.answer_to_nothing");
    CHECK(refused("<a/>") == "payments.not_a_status_report");
    std::string of_debits = test::answer_file({.original_id = "R2026-0001", .said = {"RJCT"}});
    of_debits.replace(of_debits.find("pain.001"), 8, "pain.008");
    CHECK(refused(of_debits) == "app.answer_to_nothing");
    CHECK(with.states() == "eee");
    CHECK(with.book.look("SELECT count(*) FROM answer") == "0\n");
    // A run that did not leave has nothing to answer.
    REQUIRE(with.book
                .import(test::coda_file({{.number = 12,
                                          .opening = 152'040,
                                          .opening_date = "2026-01-31",
                                          .closing_date = "2026-02-05",
                                          .movements = {}}}))
                .has_value());
    REQUIRE(with.book.prepare("2026-02-05", "2026-02-28").has_value());
    CHECK(refused(test::answer_file({.original_id = "R2026-0002", .said = {"RJCT"}})) ==
          "app.answer_to_nothing");
}

TEST_CASE("what does not agree with the run is told and still kept") {
    Exported with;
    CHECK(with.take({.original_id = "R2026-0001",
                     .said = {"ACCP"},
                     .blocks = {{"R2026-0001-P0009", {"RJCT"}},
                                {"R2026-0001-P0001", {}, {{"R2026-0001-000009", {"RJCT"}}}}},
                     .count = "4",
                     .sum = "820.01"}) ==
          "payments.answer_count_differs payments.answer_sum_differs "
          "payments.answer_block_unknown payments.answer_payment_unknown");
    CHECK(with.states() == "eee");
    CHECK(with.words() == "ACCP ACCP ACCP");
    with.book.check_sound();
}

TEST_CASE("the log proves every answer") {
    struct Row {
        const char* trigger;
        const char* change;
        const char* code;
    };

    const Row rows[] = {
        {"line_status_unchanged", "UPDATE line_status SET status = 'ACCP'", "app.answer_changed"},
        {"line_status_unchanged", "UPDATE line_status SET level = 'payment'", "app.answer_changed"},
        {"line_status_reason_unchanged", "UPDATE line_status_reason SET text = 'x'",
         "app.answer_changed"},
        {"line_status_reason_kept", "DELETE FROM line_status_reason", "app.answer_changed"},
        {"answer_unchanged", "UPDATE answer SET created = '2027'", "app.answer_changed"},
        {"answer_unchanged", "UPDATE answer SET message_id = 'x'", "app.answer_changed"},
        {"bank_file_unchanged", "UPDATE bank_file SET sha256 = 'a' || substr(sha256, 2)",
         "app.answer_changed"},
        {"bank_file_part_kept", "DELETE FROM bank_file_part", "app.answer_changed"},
        {"run_line_fixed",
         "UPDATE run_line SET rejected = 0, state = 'exported' "
         "WHERE end_to_end_id = 'R2026-0001-000001'",
         "app.rejection_changed"},
        {"run_line_fixed",
         "UPDATE run_line SET rejected = 1, state = 'returned' "
         "WHERE end_to_end_id = 'R2026-0001-000002'",
         "app.rejection_changed"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.change);
        Exported with;
        CHECK(with.take_one(rent, "RJCT", "AC04") == "");
        with.book.check_sound();
        test::Database database(with.book.path());
        if (std::string(row.trigger) != "run_line_fixed") {
            CHECK(database.run(row.change) == "the book only grows");
            REQUIRE(database.run(std::string("DROP TRIGGER ") + row.trigger) == "");
        }
        REQUIRE(database.run(row.change) == "");
        const Findings findings = with.book.verify().findings;
        CHECK(std::ranges::any_of(
            findings, [&](const Finding& finding) { return finding.code.text == row.code; }));
    }
}
