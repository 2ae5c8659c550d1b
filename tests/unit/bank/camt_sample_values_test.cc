// Goal: the elements of real camt files mean what their owners say. Method: values the owners' own
// tests expect, or that stand readable in the file.
#include "bank/codes.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using bank::Communication;
using bank::Movement;
using bank::Statement;

namespace {

std::vector<std::string> amounts_of(const std::vector<Movement>& movements) {
    std::vector<std::string> amounts;
    for (const Movement& movement : movements) {
        amounts.push_back(bank::format(movement.amount));
    }
    return amounts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a statement with one entry of each kind") {
    const auto file = test::bank_sample("camt053/Ekwo-ai_ekwo-os/golden.camt.053.001.08.xml");
    if (!file) {
        return;
    }
    const Statement& statement = file->statements.front();
    CHECK(statement.id == "STMT-2026-003");
    CHECK(statement.number == 3);
    CHECK(statement.paper_number == 3);
    CHECK(statement.account == "BE96999000000101");
    CHECK(statement.currency == "EUR");
    CHECK(statement.holder == "Atelier Exemple");
    CHECK(statement.bank_bic == "ZZZZBEB1");
    CHECK(bank::format(*statement.opening) == "1000.00");
    CHECK(bank::format(*statement.closing) == "1562.36");
    CHECK(amounts_of(statement.movements) == Texts{"1210.00", "-450.50", "450.50", "-12.40",
                                                   "-920.00", "300.00", "-75.25", "0.01", "60.00"});
    CHECK(amounts_of(statement.details) == Texts{"100.00", "120.00", "80.00"});
    const auto& lines = statement.movements;
    CHECK(lines[0].communication.kind == Communication::Kind::rf);
    CHECK(lines[0].communication.text == "RF73INV20260042");
    CHECK(lines[0].counterparty.name == "Client Exemple & Fils");
    CHECK(lines[0].counterparty.account == "FR499999900000000000010199");
    CHECK(lines[0].counterparty.bic == "ZZZZFRP1");
    CHECK(lines[0].end_to_end_id == "E2E-CLIENT-0042");
    CHECK(lines[0].bank_reference == "ZZ26030300001");
    CHECK(lines[0].transaction_code == "PMNT/RCDT/ESCT");
    CHECK(lines[1].communication.text == "Invoice 2026-0107 thank you");
    CHECK(lines[2].counterparty.name == "Fournisseur Fictif");
    CHECK(lines[2].return_reason == "AC04");
    CHECK(lines[2].r_type == '2');
    CHECK(lines[3].communication.text == "Account fees, first quarter");
    CHECK(lines[4].counterparty.account == "999999992 0000123456");
    CHECK(lines[6].mandate_id == "MANDATE-0009");
    CHECK(lines[8].communication.kind == Communication::Kind::ogm);
    CHECK(lines[8].communication.text == "202600004236");
    CHECK(lines[8].communication.written == "contribution 202600004236");
    CHECK(lines[8].booking_date == Date::of(2026, 3, 31));
    CHECK(lines[8].transaction_code == "0150");
    CHECK(statement.details[2].counterparty.name == "Troisi\xC3\xA8me Payeur");
    CHECK(statement.details[2].bank_reference == "ZZ26031700006-3");
    const auto& foreign = statement.information[lines[4].information.first];
    CHECK(foreign.type == "InstdAmt");
    CHECK(foreign.text == "1000.00 USD EUR/USD 0.92");
}

TEST_CASE("a batch and a returned direct debit of a Dutch bank") {
    const auto file = test::bank_sample("camt053/OCA_bank-statement-import/test-camt053.xml");
    if (!file) {
        return;
    }
    const Statement& statement = file->statements.front();
    CHECK(statement.id == "1234Test/1");
    CHECK(statement.paper_number == 2);
    CHECK(amounts_of(statement.movements) == Texts{"-754.25", "-664.05", "1405.31"});
    CHECK(amounts_of(statement.details) == Texts{"-564.05", "-100.00"});
    CHECK(statement.movements[0].end_to_end_id == "435005714488-ABNO33052620");
    CHECK(statement.movements[1].end_to_end_id == "2018/125-20141229-NORM");
    CHECK(statement.movements[1].details.count == 2);
    CHECK(statement.details[0].return_reason == "AC06");
    CHECK(statement.details[0].counterparty.name == "Test Customer");
    CHECK(statement.movements[2].communication.text == "#RD PARTY MEDIA CUSNO 90782 4210773");
    CHECK(statement.movements[2].counterparty.address == "SOMESTREET 570-A, 1276 ML HOUSCITY");
}

TEST_CASE("two statements, the first opened by the balance of before") {
    const auto file =
        test::bank_sample("camt053/Ekwo-ai_ekwo-os/two-statements.camt.053.001.02.xml");
    if (!file) {
        return;
    }
    CHECK(bank::format(*file->statements[0].opening) == "10.00");
    CHECK(file->statements[0].opening_date == Date::of(2025, 12, 31));
    CHECK(bank::format(*file->statements[0].closing) == "10.00");
    CHECK(file->statements[0].currency == "EUR");
    CHECK_FALSE(file->statements[1].opening.has_value());
    CHECK_FALSE(file->statements[1].movements.front().booking_date.has_value());
    CHECK(std::ranges::count(file->findings, bank::booking_date_missing, &Finding::code) == 1);
    // The account of the second has wrong check digits on purpose.
    CHECK(std::ranges::any_of(file->findings, [](const Finding& finding) {
        return finding.code == bank::account_check_wrong && finding.where.line == 31;
    }));
}

TEST_CASE("a batch without details is matched by the payment file sent") {
    const auto file = test::bank_sample("payments/dutchsepa_camt053_02.xml");
    if (!file) {
        return;
    }
    const auto& lines = file->statements.front().movements;
    CHECK(amounts_of(lines) == Texts{"105678.50", "-200000.00", "30000.00"});
    CHECK(lines[1].end_to_end_id == "FINP-0055/001");
    CHECK(lines[1].details.count == 0);
    CHECK(file->statements.front().currency == "SEK");
}

TEST_CASE("the debits and returns of our own runs find their way home") {
    for (const char* name :
         {"own_be_camt053_02_debit_and_return.xml", "own_be_camt053_08_debit_and_return.xml",
          "own_be_camt054_08_debit_and_return.xml"}) {
        const auto file = test::bank_sample(std::string("payments/") + name);
        if (!file) {
            return;
        }
        CAPTURE(name);
        const auto& lines = file->statements.front().movements;
        CHECK(amounts_of(lines) == Texts{"-62.15", "90.00"});
        CHECK(lines[0].end_to_end_id == "R2612-0002-01");
        CHECK(lines[0].communication.text == "RF08HUUR202611");
        CHECK(lines[1].end_to_end_id == "R2612-0002-02");
        CHECK(lines[1].counterparty.account == "BE70979000050525");
        CHECK(lines[1].return_reason == "AC04");
        CHECK(lines[1].r_type == '2');
    }
}
