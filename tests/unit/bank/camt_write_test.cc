// Goal: the writer says what the statement says, valid by the schemas, and refuses what does not
// fit. Method: statements with one thing of each kind, held against the schemas by xmllint; one
// change at a time that cannot be written.
#include "bank/camt/write.hpp"
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "support/sample_statement.hpp"
#include "support/shared.hpp"
#include "support/xmllint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <vector>

using namespace saldo;
using bank::Movement;
using bank::Statement;
using bank::camt::Version;
using Kind = bank::Communication::Kind;

namespace {

/// Income with an OGM, rent with a reference and text, a returned payment, a direct debit, a fee
/// with information, and a total of two details.
Statement everything() {
    Statement statement = test::statement();
    statement.id = "2026-042";
    statement.is_duplicate = true;
    statement.messages.push_back({"", "Bericht van de bank", 0});
    Movement income = test::movement(128'846, "PMNT/RCDT/ESCT");
    income.counterparty = {"PENSIOENDIENST", "BE94735001234514", "GKCCBEBB",
                           "Plein 1, 1000 Brussel"};
    income.communication = {Kind::ogm, "", "123456789002", "123456789002"};
    income.purpose = "PENS";
    Movement rent = test::movement(-65'000, "PMNT/ICDT/ESCT");
    rent.counterparty = {"Vastgoed & Zoon", "12345678", "", ""};
    rent.communication = {Kind::rf, "", "RF72HUUR2026", "huur RF72HUUR2026"};
    rent.end_to_end_id = "R2026-0001-000001";
    rent.bank_reference = "REF1";
    Movement returned = test::movement(9'000, "PMNT/ICDT/RRTN");
    returned.counterparty.name = "Deurwaarder";
    returned.return_reason = "AC04";
    returned.r_type = '2';
    Movement debit = test::movement(-3'125, "PMNT/RDDT/ESDD");
    debit.mandate_id = "WATER-000778";
    debit.creditor_id = "BE61ZZZ0400000001";
    debit.communication = {Kind::structured, "QRR", "21000000", "21000000"};
    Movement fee = test::movement(-1, "0101000");
    fee.communication = {Kind::free, "", "kosten", "kosten"};
    fee.information = {0, 2};
    statement.information = {{"AddtlTxInf", "februari", 0}, {"AddtlNtryInf", "beheer", 0}};
    Movement total = test::movement(-7'500, "PMNT/ICDT/ESCT");
    total.end_to_end_id = "R2026-0002";
    total.details = {0, 2};
    for (const std::int64_t cents : {-5'000, -2'500}) {
        Movement detail = test::movement(cents, "PMNT/ICDT/ESCT");
        detail.counterparty.name = "Schuldeiser";
        detail.communication = {Kind::free, "", "afbetaling", "afbetaling"};
        statement.details.push_back(detail);
    }
    statement.movements = {income, rent, returned, debit, fee, total};
    return statement;
}

struct Form {
    Version version;
    std::string schema;
};

const std::vector<Form> forms{{Version::v02, ".001.02.xsd"}, {Version::v08, ".001.08.xsd"}};

void check_valid(const Statement& statement, const std::string& message) {
    for (const Form& form : forms) {
        const std::string schema = message + form.schema;
        CAPTURE(schema);
        const auto bytes = bank::camt::write(std::span(&statement, 1), form.version);
        REQUIRE(bytes.has_value());
        const auto file = bank::read(*bytes);
        REQUIRE(file.has_value());
        CHECK(file->findings.empty());
        CHECK(schema == std::string(file->format) + ".xsd");
        if (const std::string lacks = test::xmllint_lacks(schema); !lacks.empty()) {
            MESSAGE("skipped: " << lacks);
            continue;
        }
        CHECK(test::is_valid(*bytes, schema));
        std::string broken = *bytes;
        broken.replace(broken.find("CRDT"), 4, "IN");
        CHECK_FALSE(test::is_valid(broken, schema));
    }
}

} // namespace

TEST_CASE("a written statement is valid by the schema of its version") {
    check_valid(everything(), "camt.053");
}

TEST_CASE("a written list is a valid notification") {
    Statement list = everything();
    list.coverage = bank::Coverage::list;
    list.opening.reset();
    list.opening_date.reset();
    list.closing_date.reset();
    check_valid(list, "camt.054");
}

TEST_CASE("our own file is valid by the schema") {
    const std::string schema = "camt.053.001.08.xsd";
    if (const std::string lacks = test::xmllint_lacks(schema); !lacks.empty()) {
        MESSAGE("skipped: " << lacks);
        return;
    }
    CHECK(test::is_valid(
        test::read_file(test::source_folder() / "fixtures/statements/household.camt.xml"), schema));
}

TEST_CASE("what does not fit is refused by its element") {
    struct Row {
        std::string field;
        std::string movement;
        std::function<void(Statement&)> change;
    };

    const std::vector<Row> rows{
        {"Id", "0", [](Statement& s) { s.id = ""; }},
        {"MsgId", "0",
         [](Statement& s) { s.file_reference = "123456789012345678901234567890123456"; }},
        {"CreDtTm", "0", [](Statement& s) { s.creation_date.reset(); }},
        {"OPBD", "0", [](Statement& s) { s.opening.reset(); }},
        {"CLBD", "0", [](Statement& s) { s.closing_date.reset(); }},
        {"is_partial", "0", [](Statement& s) { s.is_partial = true; }},
        {"Nm", "0", [](Statement& s) { s.holder = " Peeters"; }},
        {"AddtlStmtInf", "0",
         [](Statement& s) {
             s.messages.push_back({"", "more", 0});
         }},
        {"CtgyPurp", "1", [](Statement& s) { s.movements[0].category_purpose = "SALA"; }},
        {"Ref", "1", [](Statement& s) { s.movements[0].communication.text = "123456789003"; }},
        {"RmtInf", "2", [](Statement& s) { s.movements[1].communication.written = "huur"; }},
        {"BIC", "2", [](Statement& s) { s.movements[1].counterparty.bic = "bic"; }},
        {"RtrInf", "3", [](Statement& s) { s.movements[2].r_type = '3'; }},
        {"SubFmlyCd", "4", [](Statement& s) { s.movements[3].transaction_code = "A/B/"; }},
        {"Chrgs", "5", [](Statement& s) { s.information[0].type = "Chrgs"; }},
        {"AddtlTxInf", "5", [](Statement& s) { std::swap(s.information[0], s.information[1]); }},
        {"NtryDtls", "6", [](Statement& s) { s.movements[5].mandate_id = "M"; }},
        {"TtlAmt", "6", [](Statement& s) { s.details[0].amount = test::euro(-1); }},
        {"BookgDt", "6", [](Statement& s) { s.details[0].booking_date.reset(); }},
        {"TxDtls", "6", [](Statement& s) {
             s.movements[5].details.count = 1;
             s.details[0].amount = s.movements[5].amount;
         }}};
    for (const Row& row : rows) {
        CAPTURE(row.field);
        Statement statement = everything();
        row.change(statement);
        const auto bytes = bank::camt::write(std::span(&statement, 1), Version::v08);
        REQUIRE_FALSE(bytes.has_value());
        CHECK(bytes.error().code() == bank::camt_does_not_fit);
        CHECK(bytes.error().first().params[0].value == row.field);
        CHECK(bytes.error().first().params[1].value == "1");
        CHECK(bytes.error().first().params[2].value == row.movement);
    }
}

TEST_CASE("version 02 has no sign for a detail, nor pages for one of several statements") {
    Statement statement = everything();
    statement.details[0].amount = test::euro(-10'000);
    statement.details[1].amount = test::euro(2'500);
    CHECK(bank::camt::write(std::span(&statement, 1), Version::v08).has_value());
    CHECK_FALSE(bank::camt::write(std::span(&statement, 1), Version::v02).has_value());
    std::vector<Statement> two{everything(), everything()};
    two[1].page = 2;
    CHECK(bank::camt::write(two, Version::v08).has_value());
    CHECK_FALSE(bank::camt::write(two, Version::v02).has_value());
    CHECK_FALSE(bank::camt::write({}, Version::v08).has_value());
}
