// Goal: the fields of real CODA files mean what their owners say. Method: values the owners' own
// tests expect, or that stand readable in the file, for one movement of each kind.
#include "bank/coda/structured.hpp"
#include "bank/read.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using bank::Communication;
using bank::Movement;
using bank::Statement;
using bank::Statement_file;

namespace {

std::optional<Statement_file> sample(const std::string& name) {
    return test::read_sample("coda", name);
}

} // namespace

TEST_CASE("all kinds of totals and communications") {
    const auto file = sample("Ekwo-ai_ekwo-os/golden.cod");
    if (!file) {
        return;
    }
    const Statement& statement = file->statements.front();
    CHECK(statement.number == 42);
    CHECK(statement.account == "BE96999000000101");
    CHECK(statement.currency == "EUR");
    const Movement& first = statement.movements[0];
    CHECK(first.communication.kind == Communication::Kind::ogm);
    CHECK(first.communication.text == "202600010704");
    CHECK(first.counterparty.name == "CLIENT EXEMPLE UN");
    CHECK(first.counterparty.account == "BE85999000000202");
    CHECK(first.counterparty.bic == "ZZZZBEB2");
    CHECK(first.end_to_end_id == "E2E-CLIENT-0001");
    CHECK(statement.movements[1].communication.text ==
          "FACTURE 2026-0042 DU 28 FEVRIER, MERCI DE VOTRE CONFIANCE ET A BIENTOT POUR LA SUITE "
          "DES TRAVAUX CONVENUS");
    CHECK(statement.movements[2].end_to_end_id == "LOT-SALAIRES-03");
    CHECK(statement.movements[2].details.count == 2);
    CHECK(statement.details[1].end_to_end_id == "E2E-SAL-0002");
    const Movement& debit = statement.movements[4];
    CHECK(debit.mandate_id == "MANDAT-EXEMPLE-0007");
    CHECK(debit.creditor_id == "BE99ZZZ0999000123");
    const auto fields = bank::coda::decode("127", debit.communication.written);
    CHECK(*bank::coda::find(fields, "communication") ==
          bank::coda::Structured_value("ABONNEMENT MARS"));
    CHECK(statement.movements[5].details.count == 4);
    const Movement& last = statement.movements[6];
    CHECK(last.communication.kind == Communication::Kind::rf);
    CHECK(last.communication.text == "RF18539007547034");
    CHECK_FALSE(last.value_date.has_value());
    CHECK(last.booking_date == Date::of(2026, 3, 5));
    CHECK(statement.messages.front().text.starts_with("VOTRE AGENCE"));
}

TEST_CASE("letters of Windows-1252 become UTF-8 and columns stay in place") {
    const auto file = sample("TRIPTYK_typescript-coda-parser/"
                             "ING_12298862.BC2.pseudonymised.cod");
    if (!file) {
        return;
    }
    const Statement& statement = file->statements.front();
    CHECK(statement.description == "Compte \xC3\xA0 vue");
    CHECK(statement.number == 21);
    CHECK(file->findings.empty());
}

TEST_CASE("a mandate and a bare OGM within a direct debit") {
    const auto file = sample("wimverstuyf_php-coda-parser/sample10.cod");
    if (!file) {
        return;
    }
    const Statement& statement = file->statements.front();
    const Movement& first = statement.details[0];
    CHECK(first.mandate_id == "SEPA-000000001");
    CHECK(first.communication.kind == Communication::Kind::ogm);
    CHECK(first.communication.type == "127");
    CHECK(first.communication.text == "243690000141"); // 2436900001 mod 97 = 41
    CHECK(first.category_purpose == "SUPP");
    CHECK(statement.details[1].communication.kind == Communication::Kind::structured);
}

TEST_CASE("words run over the cut between records, and a missing record leaves no gap") {
    if (const auto file = sample("wimverstuyf_php-coda-parser/sample2.cod")) {
        CHECK(file->statements.front().movements.front().communication.text.starts_with(
            "Zichtrekening nr  21354598"));
    }
    if (const auto file = sample("wimverstuyf_php-coda-parser/sample3.cod")) {
        const Statement& statement = file->statements.front();
        CHECK(statement.movements.front().communication.text == "Message goes here");
        CHECK(statement.details.back().communication.text == "or here");
    }
}

TEST_CASE("an account number of version 1 with the address of the counterparty") {
    const auto file = sample("microsoft_BCApps/v1_07022000.008.cod");
    if (!file) {
        return;
    }
    const Statement& statement = file->statements.front();
    CHECK(statement.account == "737010689443");
    CHECK(statement.currency == "EUR");
    const Movement& movement = statement.movements.front();
    CHECK(bank::format(movement.amount) == "-1352.48");
    CHECK(movement.counterparty.account == "467538877123");
    CHECK(movement.counterparty.name == "FIBECON BVBA");
    CHECK(movement.counterparty.address == "MEERSBLOEM MELDEN 30      9700 OUDENAARDE");
    CHECK(movement.end_to_end_id == "DIV ONKO");
}

TEST_CASE("card payments and a record 2.3 without 2.2") {
    const auto file = sample("microsoft_BCApps/v2_Fortis_210409.cod");
    if (!file) {
        return;
    }
    const Statement& statement = file->statements.front();
    CHECK(bank::format(statement.movements[0].amount) == "2689.84");
    CHECK(statement.movements[0].bank_reference == "0000900000404");
    CHECK(statement.movements[0].counterparty.account == "210005816416");
    CHECK(statement.movements[0].counterparty.name == "NV F.C.F.");
    CHECK(bank::format(statement.movements[1].amount) == "-59.70");
    CHECK(statement.closing_date == Date::of(2009, 4, 21));
}
