// Goal: a camt file is known by its content, in whatever dress, and what could do harm is refused.
// Method: small texts with one property each, and tables of values of single elements.
#include "bank/camt/outline.hpp"
#include "bank/camt/read.hpp"
#include "bank/camt/values.hpp"
#include "bank/codes.hpp"
#include "bank/detect.hpp"
#include "bank/read.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;
using bank::Communication;
using bank::Format;

namespace {

const std::string space = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
const std::string root = "<Document xmlns=\"" + space + "\">";

/// A file with one statement that holds these elements after its account.
std::string file_with(const std::string& inside) {
    return root + "<BkToCstmrStmt><Stmt><Id>S1</Id><Acct><Id><IBAN>BE15735000004230</IBAN></Id>" +
           "<Ccy>EUR</Ccy></Acct>" + inside + "</Stmt></BkToCstmrStmt></Document>";
}

/// An entry of 90 euro with these elements after its status.
std::string entry(const std::string& direction, const std::string& inside) {
    return "<Ntry><Amt Ccy=\"EUR\">90.00</Amt><CdtDbtInd>" + direction + "</CdtDbtInd>" +
           "<Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>" + inside + "</Ntry>";
}

std::string transaction(const std::string& inside) {
    return "<NtryDtls><TxDtls>" + inside + "</TxDtls></NtryDtls>";
}

bank::Statement_file read(const std::string& bytes) {
    auto file = bank::read(bytes);
    REQUIRE(file.has_value());
    return std::move(*file);
}

Code refusal_of(const std::string& bytes) {
    const auto file = bank::read(bytes, Format::camt);
    REQUIRE_FALSE(file.has_value());
    return file.error().code();
}

const std::string two_sides =
    "<RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><DbtrAcct><Id><IBAN>BE38001334455672</IBAN></Id>"
    "</DbtrAcct><Cdtr><Nm>Payee</Nm></Cdtr><CdtrAcct><Id><IBAN>BE32091000123402</IBAN></Id>"
    "</CdtrAcct></RltdPties>";

} // namespace

TEST_CASE("a camt file is known by the namespace of its root alone") {
    struct Row {
        std::string bytes;
        std::string message;
    };

    const std::string attribute = "xmlns=\"" + space + "\"";
    for (const Row& row :
         {Row{root, "camt.053.001.02"},
          {"\xEF\xBB\xBF<?xml version=\"1.0\"?>\r\n" + root, "camt.053.001.02"},
          {"<!-- <Document> -->\n<Document a='>' " + attribute + ">", "camt.053.001.02"},
          {"<!-- <Document> --><?a <b ?>\n<Document a='1' " + attribute + ">", "camt.053.001.02"},
          {"<ns2:Document xmlns:ns2 = '" + space + "'>", "camt.053.001.02"},
          {"<ns2:Document xmlns='" + space + "'>", ""},
          {"<!DOCTYPE Document [<!ENTITY a \"b\">]>" + root, "camt.053.001.02"},
          {"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.052.001.27\">",
           "camt.052.001.27"},
          {"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">",
           "camt.054.001.08"},
          {"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.055.001.08\">", ""},
          {"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\">", ""},
          {"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.8\">", ""},
          {"<Document xmlns=\"camt.053.001.08\">", ""},
          {"<Documents " + attribute + ">", ""},
          {"<Document xmlns=\"" + space, ""},
          {"text " + root, ""},
          {"", ""},
          {"<", ""},
          {"<!--", ""}}) {
        CAPTURE(row.bytes);
        CHECK(bank::camt::message_of(row.bytes) == row.message);
        const auto format = row.message.empty() ? std::nullopt : std::optional(Format::camt);
        CHECK(bank::detect(row.bytes) == format);
    }
}

TEST_CASE("what is not a safe and whole document is refused by its name") {
    struct Row {
        std::string bytes;
        Code code;
    };

    std::string deep;
    for (std::size_t i = 0; i < bank::camt::depth_max; ++i) {
        deep += "<a>";
    }
    for (const Row& row : {Row{"<a/>", bank::format_unknown},
                           {"<!DOCTYPE Document>" + file_with(""), bank::camt_doctype},
                           {"<!DOCTYPE d [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>" +
                                file_with(entry("CRDT", "&b;")),
                            bank::camt_doctype},
                           {file_with("&b;"), bank::camt_not_well_formed},
                           {file_with("&#0;"), bank::camt_not_well_formed},
                           {file_with("&#xD800;"), bank::camt_not_well_formed},
                           {file_with("&#x110000;"), bank::camt_not_well_formed},
                           {file_with("a & b"), bank::camt_not_well_formed},
                           {file_with("<a b=\"&c;\"/>"), bank::camt_not_well_formed},
                           {root, bank::camt_not_well_formed},
                           {root + deep, bank::camt_too_deep},
                           {file_with("") + "<Document/>", bank::camt_not_well_formed},
                           {file_with("<Ntry></Bal>"), bank::camt_not_well_formed},
                           {file_with("").substr(0, 150), bank::camt_not_well_formed},
                           {file_with("") + "</a>", bank::camt_not_well_formed},
                           {file_with("<!-- "), bank::camt_not_well_formed},
                           {file_with("<![CDATA[ "), bank::camt_not_well_formed},
                           {file_with("\xE9"), bank::camt_not_utf8},
                           {file_with("\x01"), bank::camt_not_utf8},
                           {file_with(std::string(1, '\0')), bank::camt_not_utf8},
                           {root + "<BkToCstmrStmt/></Document>", bank::camt_no_statement},
                           {root + "<BkToCstmrAcctRpt><Rpt/></BkToCstmrAcctRpt></Document>",
                            bank::camt_no_statement}}) {
        CAPTURE(row.bytes);
        CHECK(refusal_of(row.bytes).text == row.code.text);
    }
}

TEST_CASE("the dress of a file says nothing: prefix, mark, references, CDATA, comments") {
    const std::string inside = entry(
        "CRDT",
        transaction("<RmtInf><Ustrd>a<!-- b -->&amp;<![CDATA[<&c>]]>&#233; </Ustrd></RmtInf>"));
    std::string prefixed = file_with(inside);
    for (std::size_t at = prefixed.find('<'); at != std::string::npos;
         at = prefixed.find('<', at + 1)) {
        if (prefixed[at + 1] != '!' && prefixed.compare(at, 5, "<&c>]") != 0) {
            prefixed.insert(at + (prefixed[at + 1] == '/' ? 2 : 1), "n:");
        }
    }
    prefixed.replace(prefixed.find("xmlns="), 6, "xmlns:n=");
    for (const std::string& bytes :
         {file_with(inside), "\xEF\xBB\xBF" + file_with(inside), prefixed}) {
        CAPTURE(bytes);
        const auto file = read(bytes);
        REQUIRE(file.statements.front().movements.size() == 1);
        CHECK(file.statements.front().movements.front().communication.text == "a&<&c>\xC3\xA9");
        const auto origin = file.statements.front().movements.front().origin;
        const std::string text = bytes.substr(origin.begin, origin.size);
        CHECK((text.starts_with("<Ntry>") || text.starts_with("<n:Ntry>")));
        CHECK((text.ends_with("</Ntry>") || text.ends_with("</n:Ntry>")));
    }
}

TEST_CASE("lines and bytes of movements and details, whatever ends a line") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const std::string two = "<NtryDtls>" + end + "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">60" +
                                "</Amt></TxAmt></AmtDtls></TxDtls>" + end +
                                "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">30</Amt></TxAmt>" +
                                "</AmtDtls></TxDtls></NtryDtls>";
        const std::string bytes = file_with(end + entry("DBIT", two) + end + entry("CRDT", ""));
        const auto file = read(bytes);
        const bank::Statement& statement = file.statements.front();
        CHECK(statement.line == 1);
        REQUIRE(statement.movements.size() == 2);
        REQUIRE(statement.details.size() == 2);
        CHECK(statement.movements[0].line == 2);
        CHECK(statement.details[0].line == 3);
        CHECK(statement.details[1].line == 4);
        CHECK(statement.movements[1].line == 5);
        const auto origin = statement.details[1].origin;
        CHECK(bytes.substr(origin.begin, origin.size).starts_with("<TxDtls>"));
        CHECK(bytes.substr(origin.begin, origin.size).find(">30</Amt>") != std::string::npos);
        CHECK(statement.details[0].amount == bank::Amount::units(-6'000'000));
    }
}

TEST_CASE("amounts of elements") {
    using bank::Amount;
    using bank::camt::to_amount;
    CHECK(to_amount("000000000000149.87") == Amount::units(14'987'000));
    CHECK(to_amount("1000") == Amount::units(100'000'000));
    CHECK(to_amount("749.5") == Amount::units(74'950'000));
    CHECK(to_amount("0.00001") == Amount::units(1));
    CHECK(to_amount(".5") == Amount::units(50'000));
    CHECK(to_amount("5.") == Amount::units(500'000));
    CHECK(to_amount("92233720368547.75807") ==
          Amount::units(std::numeric_limits<std::int64_t>::max()));
    for (const char* bad : {"", ".", "12,40", "-12.40", "+1", "1e3", "1.000000", "1 000", "0x1",
                            "1.2.3", "92233720368547.75808", "99999999999999999999"}) {
        CAPTURE(bad);
        CHECK_FALSE(to_amount(bad).has_value());
    }
}

TEST_CASE("days are taken as written") {
    using bank::camt::to_date;
    const auto day = Date::of(2026, 3, 31);
    for (const char* good :
         {"2026-03-31", "2026-03-31Z", "2026-03-31+02:00", "2026-03-31T23:30:00+02:00",
          "2026-03-31T00:00:00.000Z", "2026-03-31T23:59:59-11:00"}) {
        CAPTURE(good);
        CHECK(to_date(good) == day);
    }
    for (const char* bad : {"", "2026-02-30", "2026-3-31", "31/03/2026", "20260331", "2026-03-311",
                            "2026-03-31 10:00", "2026-03-31Tnoon", "0001-01-01"}) {
        CAPTURE(bad);
        CHECK_FALSE(to_date(bad).has_value());
    }
}

TEST_CASE("the other party of a movement, and of one that came back") {
    struct Row {
        std::string direction;
        std::string before; ///< of the entry
        std::string after;  ///< of the transaction
        std::string name;
        char r_type;
    };

    const std::string reversal = "<RvslInd>true</RvslInd>";
    const std::string code = "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>";
    const std::string code_end = "</SubFmlyCd></Fmly></Domn></BkTxCd>";
    const auto reason = [](const std::string& text) {
        return "<RtrInf><Rsn><Cd>" + text + "</Cd></Rsn></RtrInf>";
    };
    for (const Row& row : {Row{"CRDT", "", "", "Payer", ' '},
                           {"DBIT", "", "", "Payee", ' '},
                           {"CRDT", reversal, "", "Payee", '4'},
                           {"DBIT", reversal, "", "Payer", '4'},
                           {"CRDT", "", reason("AC04"), "Payee", '2'},
                           {"CRDT", reversal, reason("AC04"), "Payee", '2'},
                           {"CRDT", "", reason("MD06"), "Payee", '3'},
                           {"CRDT", "", reason("FOCR"), "Payee", '5'},
                           {"CRDT", code + "PRDD" + code_end, "", "Payee", '4'},
                           {"DBIT", code + "ESDD" + code_end, "", "Payee", ' '}}) {
        CAPTURE(row.direction + row.before + row.after);
        const auto file =
            read(file_with(entry(row.direction, row.before + transaction(two_sides + row.after))));
        const auto& movement = file.statements.front().movements.front();
        CHECK(movement.counterparty.name == row.name);
        CHECK(movement.r_type == row.r_type);
        CHECK((movement.amount < bank::Amount()) == (row.direction == "DBIT"));
    }
}

TEST_CASE("references and free text are both kept, and only right references are known") {
    using Kind = Communication::Kind;

    struct Row {
        std::string remittance;
        Kind kind;
        std::string type;
        std::string text;
        std::string written;
        bool warns;
    };

    const auto reference = [](const std::string& type, const std::string& text) {
        return "<Strd><CdtrRefInf><Tp>" + type + "</Tp><Ref>" + text + "</Ref></CdtrRefInf></Strd>";
    };
    const std::string scor = "<CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry>";
    const std::string own = "<CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry>";
    const std::string bba = scor + "<Issr>BBA</Issr>";
    const std::string iso = scor + "<Issr>ISO</Issr>";
    const std::string ogm = "202600031417";
    const std::string rf = "RF23STROOM2602";
    for (const Row& row :
         {Row{reference(bba, ogm), Kind::ogm, "", ogm, ogm, false},
          {reference(bba, "+++202/6000/31417+++"), Kind::ogm, "", ogm, "+++202/6000/31417+++",
           false},
          {reference(scor, ogm), Kind::ogm, "", ogm, ogm, false},
          {reference(scor, "202600031418"), Kind::structured, "SCOR", "202600031418",
           "202600031418", false},
          {reference(bba, "202600031418"), Kind::structured, "SCOR", "202600031418", "202600031418",
           true},
          {reference(bba, "2026"), Kind::structured, "SCOR", "2026", "2026", true},
          {reference(iso, rf), Kind::rf, "", rf, rf, false},
          {reference(scor, "RF23 STRO OM26 02"), Kind::rf, "", rf, "RF23 STRO OM26 02", false},
          {reference(scor, "RF24STROOM2602"), Kind::structured, "SCOR", "RF24STROOM2602",
           "RF24STROOM2602", true},
          {reference(own, "210000000003139471430009017"), Kind::structured, "QRR",
           "210000000003139471430009017", "210000000003139471430009017", false},
          {"<Ustrd>maart</Ustrd>" + reference(bba, ogm), Kind::ogm, "", ogm, "maart " + ogm, false},
          {reference(bba, ogm) + reference(bba, ogm), Kind::ogm, "", ogm, ogm + " " + ogm, false},
          {reference(bba, ogm) + reference(iso, rf), Kind::structured, "SCOR", ogm + " " + rf,
           ogm + " " + rf, false},
          {"<Ustrd>huur ***202/6000/31417***</Ustrd>", Kind::ogm, "", ogm,
           "huur ***202/6000/31417***", false},
          {"<Ustrd>a</Ustrd><Ustrd>b</Ustrd>", Kind::free, "", "a b", "a b", false},
          {"<Ustrd>" + ogm + "</Ustrd>", Kind::free, "", ogm, ogm, false},
          {"", Kind::none, "", "", "", false}}) {
        CAPTURE(row.remittance);
        const auto file =
            read(file_with(entry("CRDT", transaction("<RmtInf>" + row.remittance + "</RmtInf>"))));
        const Communication& said = file.statements.front().movements.front().communication;
        CHECK(bank::name(said.kind) == bank::name(row.kind));
        CHECK(said.type == row.type);
        CHECK(said.text == row.text);
        CHECK(said.written == row.written);
        std::size_t warnings = 0;
        for (const Finding& finding : file.findings) {
            warnings += finding.code == bank::reference_check_wrong ? 1U : 0U;
        }
        CHECK(warnings == (row.warns ? 1U : 0U));
    }
}

TEST_CASE("what has no place of its own is kept under the name of its element") {
    const auto file = read(file_with(entry(
        "DBIT",
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>CCRD</Cd><SubFmlyCd>POSD</SubFmlyCd></Fmly></Domn>"
        "<Prtry><Cd>0402000</Cd><Issr>BBA</Issr></Prtry></BkTxCd>"
        "<Chrgs><Amt "
        "Ccy=\"EUR\">0.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Tp><Cd>COMM</Cd></Tp></Chrgs>" +
            transaction("<AmtDtls><InstdAmt><Amt Ccy=\"USD\">97.20</Amt><CcyXchg><SrcCcy>USD"
                        "</SrcCcy><TrgtCcy>EUR</TrgtCcy><XchgRate>0.92</XchgRate></CcyXchg>"
                        "</InstdAmt></AmtDtls><RmtInf><Ustrd>shop</Ustrd></RmtInf>"
                        "<AddtlTxInf>card 12</AddtlTxInf>") +
            "<AddtlNtryInf>abroad</AddtlNtryInf>")));
    const bank::Statement& statement = file.statements.front();
    const bank::Movement& movement = statement.movements.front();
    CHECK(movement.transaction_code == "PMNT/CCRD/POSD");
    std::vector<std::string> kept;
    for (std::uint32_t i = 0; i < movement.information.count; ++i) {
        const auto& each = statement.information[movement.information.first + i];
        kept.push_back(std::string(each.type) + ": " + std::string(each.text));
    }
    CHECK(kept == std::vector<std::string>{
                      "Chrgs: 0.50 EUR DBIT COMM", "BkTxCd: BBA 0402000", "AddtlTxInf: card 12",
                      "InstdAmt: 97.20 USD USD/EUR 0.92", "AddtlNtryInf: abroad"});
}

TEST_CASE("transactions without amounts are kept with their entry, not as details") {
    const std::string two = "<NtryDtls><TxDtls><Refs><PmtInfId>RUN-1</PmtInfId><EndToEndId>E1"
                            "</EndToEndId></Refs></TxDtls><TxDtls><Refs><PmtInfId>RUN-1</PmtInfId>"
                            "<EndToEndId>E2</EndToEndId></Refs></TxDtls></NtryDtls>";
    const auto file = read(file_with(entry("DBIT", two)));
    const bank::Statement& statement = file.statements.front();
    const bank::Movement& movement = statement.movements.front();
    CHECK(movement.details.count == 0);
    CHECK(statement.details.empty());
    CHECK(movement.end_to_end_id == "RUN-1");
    REQUIRE(movement.information.count == 2);
    CHECK(statement.information[0].type == "TxDtls");
    CHECK(statement.information[0].text == "E1");
    CHECK(statement.information[1].text == "E2");
}
