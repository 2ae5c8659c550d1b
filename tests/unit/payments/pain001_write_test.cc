// Goal: a bank can take what is written, in both versions. Method: the official schema through
// xmllint, a reader that shares nothing with the engine, and single elements by hand.
#include "payments/pain001/write.hpp"
#include "support/sample_payments.hpp"
#include "support/xmllint.hpp"
#include "tools/pain001_auditor.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::payments::pain001;

namespace {

bool contains(const std::string& bytes, std::string_view lines) {
    std::string flat;
    for (const char c : bytes) {
        if (c != '\n') {
            flat.push_back(c);
        }
    }
    return flat.find(lines) != std::string::npos;
}

} // namespace

TEST_CASE("the file starts as every bank takes it") {
    const std::string bytes = write(test::sample_message(), Version::v09);
    CHECK(bytes.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document "
                            "xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">\n"));
    CHECK(write(test::sample_message(), Version::v03)
              .find("xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\">") !=
          std::string::npos);
    CHECK(bytes == write(test::sample_message(), Version::v09));
}

TEST_CASE("the versions differ in date and bank") {
    const std::string old = write(test::sample_message(), Version::v03);
    const std::string now = write(test::sample_message(), Version::v09);
    CHECK(contains(old, "<ReqdExctnDt>2026-12-01</ReqdExctnDt>"));
    CHECK(contains(now, "<ReqdExctnDt><Dt>2026-12-01</Dt></ReqdExctnDt>"));
    CHECK(contains(old, "<DbtrAgt><FinInstnId><BIC>GKCCBEBB</BIC></FinInstnId></DbtrAgt>"));
    CHECK(contains(now, "<DbtrAgt><FinInstnId><BICFI>GKCCBEBB</BICFI></FinInstnId></DbtrAgt>"));
}

TEST_CASE("elements that Belgian banks ask for") {
    const std::string bytes = write(test::sample_message(), Version::v09);
    const std::string_view expected[] = {
        "<CreDtTm>2026-11-23T00:00:00</CreDtTm><NbOfTxs>4</NbOfTxs><CtrlSum>897.16</CtrlSum>",
        "<OrgId><Othr><Id>0234567873</Id><Issr>KBO-BCE</Issr></Othr></OrgId>",
        "<PmtMtd>TRF</PmtMtd><BtchBookg>false</BtchBookg><NbOfTxs>2</NbOfTxs>"
        "<CtrlSum>807.15</CtrlSum><PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>",
        "<FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt><ChrgBr>SLEV</ChrgBr>",
        "<InstdAmt Ccy=\"EUR\">745.00</InstdAmt></Amt><Cdtr><Nm>Woonhuis Klaver</Nm></Cdtr>",
        "<InstdAmt Ccy=\"EUR\">0.01</InstdAmt>",
        "<Purp><Cd>RENT</Cd></Purp><RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd>"
        "</CdOrPrtry><Issr>BBA</Issr></Tp><Ref>410026553771</Ref></CdtrRefInf></Strd></RmtInf>",
        "<Issr>ISO</Issr></Tp><Ref>RF78WATER2026Q4</Ref>",
        "<RmtInf><Ustrd>Dossier 26/4471 schijf 3 van 12</Ustrd></RmtInf>",
        "<CdtrAgt><FinInstnId><BICFI>ZKBKCHZZ80A</BICFI></FinInstnId></CdtrAgt>",
        "<PstlAdr><PstCd>9000</PstCd><TwnNm>Gent</TwnNm><Ctry>BE</Ctry>"
        "<AdrLine>Kerkstraat 12 bus 3</AdrLine></PstlAdr>",
    };
    for (const std::string_view lines : expected) {
        CAPTURE(lines);
        CHECK(contains(bytes, lines));
    }
}

TEST_CASE("what a bank may ask for of its blocks") {
    Message message = test::sample_message();
    message.blocks.back().category_purpose = "SSBE";
    message.blocks.back().batch_booking = true;
    const std::string bytes = write(message, Version::v09);
    CHECK(contains(bytes, "<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><CtgyPurp><Cd>SSBE</Cd>"
                          "</CtgyPurp></PmtTpInf><ReqdExctnDt><Dt>2026-12-08</Dt>"));
    CHECK(contains(bytes, "<BtchBookg>true</BtchBookg><NbOfTxs>2</NbOfTxs><CtrlSum>90.01"));
}

TEST_CASE("both versions follow the official schema") {
    for (const Version version : {Version::v03, Version::v09}) {
        const std::string schema =
            version == Version::v03 ? "pain.001.001.03.xsd" : "pain.001.001.09.xsd";
        CAPTURE(schema);
        if (const std::string lacks = test::xmllint_lacks(schema); !lacks.empty()) {
            MESSAGE("skipped: " << lacks);
            continue;
        }
        Message message = test::sample_message();
        message.blocks.front().category_purpose = "SUPP";
        message.blocks.front().batch_booking = true;
        CHECK(test::is_valid(write(message, version), schema));
        const std::string bytes = write(test::sample_message(), version);
        CHECK(test::is_valid(bytes, schema));
        std::string broken = bytes;
        broken.replace(broken.find("TRF"), 3, "TRX");
        CHECK_FALSE(test::is_valid(broken, schema));
    }
}

TEST_CASE("a reader that shares nothing with the engine agrees") {
    for (const Version version : {Version::v03, Version::v09}) {
        const auto audit = auditor::audit(write(test::sample_message(), version));
        CHECK(audit.problems.empty());
        CHECK(audit.blocks == 2);
        CHECK(audit.transfers == 4);
        CHECK(auditor::euros(audit.cents) == "897.16");
    }
}

TEST_CASE("the second reader finds what is wrong") {
    struct Row {
        std::string_view from;
        std::string_view to;
    };

    const Row rows[] = {
        {"<NbOfTxs>4<", "<NbOfTxs>5<"},
        {"<CtrlSum>807.15<", "<CtrlSum>807.16<"},
        {">745.00<", ">745.01<"},
        {">745.00<", ">745.000<"},
        {">745.00<", ">0.00<"},
        {"Ccy=\"EUR\">745", "Ccy=\"USD\">745"},
        {"BE11091009876548", "BE12091009876548"},
        {"BE07363001234566", "BE86363001234599"},
        {"410026553771", "410026553772"},
        {"RF78WATER2026Q4", "RF78WATER2026Q5"},
        {"R2026-0007-P0002", "R2026-0007-P0001"},
        {"<EndToEndId>R2026-0007-000002<", "<EndToEndId>R2026-0007-000001<"},
        {"<MsgId>R2026", "<MsgId>/R2026"},
        {"Woonhuis Klaver", "Woonhuis Klavér"},
        {"Kamer 4", " "},
        {"</Strd>", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.to);
        std::string bytes = write(test::sample_message(), Version::v09);
        const std::size_t at = bytes.find(row.from);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, row.from.size(), row.to);
        CHECK_FALSE(auditor::audit(bytes).problems.empty());
    }
}
