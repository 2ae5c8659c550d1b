// Goal: nothing is paid again to an account that a bank refused, until two persons proved it or the
// payee has another one; what comes back for any other reason is due at once. Method: the run of
// the sample household, answers and statements of an invented bank, each with its reason.
#include "app/beneficiaries.hpp"
#include "support/answer_file.hpp"
#include "support/household_book.hpp"

#include <algorithm>

using namespace saldo;
using test::Told_status;

namespace {

const std::string rent = "R2026-0001-000001";
const std::string landlord = "BE70096000000425";
const std::string proof(64, 'a');
const std::string other_proof(64, 'b');

/// A household whose rent and living money of two weeks left on 2 February.
struct Exported : test::Household_book {
    void reject_rent(const std::string& reason, std::string_view as_of = "2026-02-03") {
        const auto taken = book.answer(
            test::answer_file(
                {.original_id = "R2026-0001",
                 .said = {"PART"},
                 .blocks = {{"R2026-0001-P0001", {"PART"}, {{rent, {"RJCT", {{reason}}}}}}},
                 .id = "B1"}),
            as_of);
        REQUIRE(test::code_of(taken) == "");
    }

    /// Decision and reason of the rent of February in the next run: `in due`.
    std::string rent_in_next_run(std::string_view as_of = "2026-02-06") {
        const auto sheet = book.prepare(as_of, "2026-02-20");
        if (!sheet) {
            return test::code_of(sheet);
        }
        std::string found;
        for (const payments::Run_line& line : sheet->lines) {
            if (line.proposal.occurrence.subject == "expense:rent") {
                found = std::string(name(line.proposal.decision)) + " " +
                        std::string(name(line.proposal.reason));
            }
        }
        REQUIRE(test::code_of(book.cancel(as_of, sheet->run.number)) == "");
        return found;
    }

    std::string confirm(std::string_view as_of, const std::string& document = proof) {
        return test::code_of(book.act("an", as_of, [&](app::Desk& desk) {
            return app::confirm_beneficiary(
                desk, {test::household().number, *party::parse_iban(landlord), document});
        }));
    }

    std::string approve(std::string_view as_of) {
        return test::code_of(book.act("bea", as_of, [&](app::Desk& desk) {
            return app::approve_beneficiary(desk, test::household().number,
                                            *party::parse_iban(landlord));
        }));
    }

    /// Accounts that are refused, with the reason and the day.
    [[nodiscard]] std::string refused() const {
        return book.ask([](app::Unit_of_work& work) {
            std::string text;
            for (const app::Refused_account& each : app::refused_accounts(work, std::nullopt)) {
                text += each.dossier_number + " " + std::string(each.iban.text()) + " " +
                        each.reason + " " + calendar::format(each.as_of);
            }
            return text;
        });
    }

    app::Exported_run exported = book.pay("2026-02-02", "2026-02-10");
};

std::string refused_rent(const std::string& reason, const std::string& day) {
    return test::household().number + " " + landlord + " " + reason + " " + day;
}

} // namespace

TEST_CASE("an account that is closed, blocked or unknown gets nothing more") {
    struct Case {
        const char* reason;
        const char* next;
    };

    for (const Case& each :
         {Case{"AC01", "postponed account_refused"}, Case{"AC03", "postponed account_refused"},
          Case{"AC04", "postponed account_refused"}, Case{"AC06", "postponed account_refused"},
          Case{"AC07", "postponed account_refused"}, Case{"AG01", "postponed account_refused"},
          Case{"BE06", "postponed account_refused"}, Case{"MD07", "postponed account_refused"},
          Case{"AM04", "in due"}, Case{"MS03", "in due"}, Case{"AC02", "in due"},
          Case{"RC01", "in due"}}) {
        CAPTURE(each.reason);
        Exported with;
        with.reject_rent(each.reason);
        CHECK(with.rent_in_next_run() == each.next);
        with.book.check_sound();
    }
}

TEST_CASE("a reason for the whole group is about the account that pays") {
    Exported with;
    const auto taken = with.book.answer(
        test::answer_file(
            {.original_id = "R2026-0001", .said = Told_status{"RJCT", {{"AC04"}}}, .id = "B1"}),
        "2026-02-03");
    REQUIRE(test::code_of(taken) == "");
    CHECK(with.refused() == "");
    CHECK(with.rent_in_next_run() == "in due");
}

TEST_CASE("what a statement brings back for a closed account is not paid again either") {
    Exported with;
    with.statement(
        {{.cents = -65'000, .iban = landlord, .end_to_end_id = rent, .booked = "2026-02-03"},
         {.cents = 65'000,
          .iban = landlord,
          .end_to_end_id = rent,
          .booked = "2026-02-05",
          .r_type = '2',
          .reason = "AC04"}});
    CHECK(with.refused().starts_with(test::household().number + " " + landlord + " AC04 "));
    CHECK(with.rent_in_next_run() == "postponed account_refused");
}

TEST_CASE("two persons prove the account again, by a document that is not older than the refusal") {
    Exported with;
    REQUIRE(with.confirm("2026-02-02") == "");
    REQUIRE(with.approve("2026-02-02") == "");
    with.reject_rent("AC04");
    CHECK(with.refused() == refused_rent("AC04", "2026-02-03"));
    CHECK(with.rent_in_next_run() == "postponed account_refused");
    CHECK(with.approve("2026-02-04") == "app.beneficiary_unknown");
    CHECK(with.confirm("2026-02-04", other_proof) == "");
    CHECK(with.rent_in_next_run() == "postponed account_refused");
    CHECK(with.confirm("2026-02-04", other_proof) == "app.beneficiary_waits");
    CHECK(with.approve("2026-02-05") == "");
    CHECK(with.refused() == "");
    CHECK(with.rent_in_next_run() == "in due");
    CHECK(with.confirm("2026-02-05") == "app.beneficiary_proved");
    with.book.check_sound();
}

TEST_CASE("a payee with another account is paid there") {
    Exported with;
    with.reject_rent("AC04");
    dossier::Dossier changed = test::household();
    const auto line = std::ranges::find(changed.budget_lines, "rent", &dossier::Budget_line::id);
    REQUIRE(line != changed.budget_lines.end());
    line->counterparty.iban = *party::parse_iban("BE44363000000545");
    REQUIRE(test::code_of(with.book.import({changed})) == "");
    CHECK(with.refused() == refused_rent("AC04", "2026-02-03")); // it is told as long as it is so
    CHECK(with.rent_in_next_run() == "in due");
}
