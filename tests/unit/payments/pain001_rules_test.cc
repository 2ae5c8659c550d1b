// Goal: no file leaves that breaks one of the 28 rules. Method: a file and a context without a
// finding; then one edit of the final bytes or of the context per row, which must be found under
// its code, and under no other code than those the row names.
#include "support/payment_case.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace saldo;
using namespace saldo::payments::pain001;
using saldo::test::Case;

namespace {

/// One edit of the final bytes.
struct Byte_row {
    std::string_view code; ///< without `payments.`
    std::string_view from;
    std::string to;
    std::set<std::string_view> also = {};
};

/// One edit of what was meant or of what the office knows.
struct Row {
    std::string_view code; ///< without `payments.`
    void (*edit)(Case&);
    std::set<std::string_view> also = {};
};

/// The bytes no longer say what was meant.
const std::set<std::string_view> differs{"p23_differs"};
/// The bytes say something no file of ours can say.
const std::set<std::string_view> unreadable{"p23_unreadable"};

/// The office never paid to this account.
const std::set<std::string_view> unknown_payee{"p27_payee_account_new", "p27_name_not_checked"};

std::set<std::string_view> with(std::set<std::string_view> codes, std::string_view code) {
    codes.insert(code);
    return codes;
}

const std::vector<Byte_row> byte_rows{
    {"p02_count_differs", "<NbOfTxs>4<", "<NbOfTxs>5<", unreadable},
    {"p02_count_differs", "<NbOfTxs>2</NbOfTxs>\n", ""},
    {"p02_sum_differs", "<CtrlSum>807.15<", "<CtrlSum>807.16<", unreadable},
    {"p02_sum_differs", "<CtrlSum>897.16</CtrlSum>\n", ""},
    {"p03_id_form", "<MsgId>R2026-0007<", "<MsgId>R2026_0007<", differs},
    {"p03_id_form", "<PmtInfId>R", "<PmtInfId>/R", differs},
    {"p03_id_form", "<EndToEndId>R2026-0007-000003", "<EndToEndId>", unreadable},
    {"p03_id_form", "<InstrId>R2026", "<InstrId>R20//26", unreadable},
    {"p03_id_repeated", "<PmtInfId>R2026-0007-P0002", "<PmtInfId>R2026-0007-P0001", differs},
    {"p04_amount", ">745.00<", ">745.000<", {"p23_unreadable", "p02_sum_differs"}},
    {"p04_amount", ">745.00<", ">1000000000.00<", {"p23_unreadable", "p02_sum_differs"}},
    {"p04_currency", "Ccy=\"EUR\"", "Ccy=\"USD\"", unreadable},
    {"p04_currency", "</DbtrAcct>", "<Ccy>CHF</Ccy></DbtrAcct>", unreadable},
    {"p05_iban", test::landlord_account, "BE08363001234566", with(unknown_payee, "p23_unreadable")},
    {"p05_iban", test::landlord_account, "BE07 3630 0123 4566", unreadable},
    {"p05_country_outside_sepa",
     test::landlord_account,
     "TR420006100000000012345678",
     {"p23_differs", "p27_payee_account_new", "p27_name_not_checked", "p14_address_missing"}},
    {"p06_belgian_check", test::landlord_account, "BE86363001234599",
     with(unknown_payee, "p23_unreadable")},
    {"p09_name_length",
     "<Nm>Jansens Mieke</Nm>",
     "",
     {"p23_unreadable", "p09_holder_differs", "p10_empty_text"}},
    {"p10_characters", "Woonhuis Klaver", "Woonhuis Klav\xC3\xA9r", differs},
    {"p10_characters", "schijf 3", "schijf_3", differs},
    {"p10_characters", "Gent", "Gent &amp; co", differs},
    {"p10_empty_text", "Kamer 4", "  ", differs},
    {"p11_remittance_shape", "<RmtInf>", "<RmtInf><Ustrd>huur</Ustrd>", unreadable},
    {"p11_remittance_shape", "<Ustrd>Kamer 4</Ustrd>", "<Ustrd>Kamer</Ustrd><Ustrd>4</Ustrd>",
     unreadable},
    {"p12_reference", "410026553771", "410026553772", unreadable},
    {"p12_reference", "410026553771", "+++410/0265/53771+++", unreadable},
    {"p12_reference", "<Issr>BBA", "<Issr>ISO", unreadable},
    {"p12_reference", "RF78WATER2026Q4", "RF78WATER2026Q5", unreadable},
    {"p12_reference", "<Cd>SCOR", "<Cd>RADM", unreadable},
    {"p12_reference_length", "410026553771", std::string(44, '1'),
     with(unreadable, "p12_reference")},
    {"p13_address", "<TwnNm>Gent</TwnNm>", "", differs},
    {"p13_address", "<AdrLine>", "<AdrLine>A</AdrLine><AdrLine>B</AdrLine><AdrLine>", differs},
    {"p13_address", "Kerkstraat 12 bus 3", std::string(71, 'x'), differs},
    {"p13_address", "<Ctry>BE</Ctry>", "<Ctry>be</Ctry>", differs},
    {"p13_address", "<PstCd>9000</PstCd>", "<Zip>9000</Zip>", unreadable},
    {"p15_service_level", "<Cd>SEPA<", "<Cd>URGP<", unreadable},
    {"p15_service_level", "</SvcLvl>", "</SvcLvl><SvcLvl><Cd>SEPA</Cd></SvcLvl>", unreadable},
    {"p15_service_level", ">TRF<", ">CHK<", unreadable},
    {"p15_charge_bearer", ">SLEV<", ">DEBT<", unreadable},
    {"p15_charge_bearer", "<ChrgBr>SLEV</ChrgBr>\n", "", unreadable},
    {"p15_misplaced", "</Amt>", "</Amt><ChrgBr>SLEV</ChrgBr>", unreadable},
    {"p15_misplaced", "</PmtId>", "</PmtId><PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>",
     unreadable},
    {"p16_local_instruments", "</PmtId>",
     "</PmtId><PmtTpInf><LclInstrm><Cd>INST</Cd></LclInstrm></PmtTpInf>",
     with(unreadable, "p15_misplaced")},
    {"p17_date", "2026-12-01", "2026-12-32", unreadable},
    {"p18_payee_bank", "ZKBKCHZZ80A", "ZKBKDEZZ80A", differs},
    {"p18_payee_bank", "ZKBKCHZZ80A", "NOTPROVIDED", differs},
    {"p18_payee_bank", "ZKBKCHZZ80A", "ZKBKCHZZ8", unreadable},
    {"p19_debtor_bank", "NOTPROVIDED", "UNKNOWN", unreadable},
    {"p19_debtor_bank", "GKCCBEBB", "GKCCBE", unreadable},
    {"p19_debtor_bank", "<BICFI>GKCCBEBB</BICFI>", "", unreadable},
    {"p20_initiator", "0234567873", "0234567874", unreadable},
    {"p20_initiator", "0234567873", "BE0234567873", unreadable},
    {"p20_initiator", "KBO-BCE", "KBO", unreadable},
    {"p20_initiator", "<OrgId>", "<OrgId><AnyBIC>GKCCBEBB</AnyBIC>", unreadable},
    {"p23_unreadable", "</Document>", ""},
    {"p25_encoding", "Klaver", "Klav\xE9r", unreadable},
    {"p25_header", "version=\"1.0\" encoding=\"UTF-8\"", "version='1.0' encoding='UTF-8'"},
    {"p25_header", "<Document xmlns=", "<Document xmlns:p=", unreadable},
    {"p26_purpose", "RENT", "ZZZZ", differs},
    {"p26_purpose", "RENT", "SALA", differs},
    {"p26_category_purpose", "</SvcLvl>", "</SvcLvl><CtgyPurp><Cd>RENT</Cd></CtgyPurp>", differs},
    {"p26_category_purpose", "</SvcLvl>", "</SvcLvl><CtgyPurp><Cd>SALA</Cd></CtgyPurp>", differs},
    {"p23_differs", "</SvcLvl>", "</SvcLvl><CtgyPurp><Cd>SUPP</Cd></CtgyPurp>"},
};

const std::vector<Row> rows{
    {"p01_nothing_to_pay",
     [](Case& c) {
         c.intended.blocks[0].transfers.clear();
         c.write_again();
     }},
    {"p01_nothing_to_pay",
     [](Case& c) {
         c.intended.blocks.clear();
         c.write_again();
     }},
    {"p03_id_repeated",
     [](Case& c) {
         c.intended.blocks[1].transfers[0].end_to_end_id = c.rent().end_to_end_id;
         c.write_again();
     },
     differs},
    {"p03_id_used_before",
     [](Case& c) {
         c.context.is_id_used = [](std::string_view id) { return id == "R2026-0007"; };
     }},
    {"p03_id_used_before",
     [](Case& c) {
         c.context.is_id_used = [](std::string_view id) { return id == "R2026-0007-000004"; };
     }},
    {"p04_amount",
     [](Case& c) {
         c.rent().amount = Money::zero();
         c.write_again();
     },
     unreadable},
    {"p06_bank_code_unknown", [](Case& c) { c.context.belgian_banks->reset(363); }},
    {"p07_payee_is_debtor",
     [](Case& c) {
         c.rent().payee_account = test::iban(test::mieke_account);
         c.write_again();
     },
     unknown_payee},
    {"p08_account_not_managed",
     [](Case& c) { c.context.debtors.erase(test::iban(test::mieke_account)); }},
    {"p08_account_closed", [](Case& c) { c.mieke().open = false; }},
    {"p09_holder_differs", [](Case& c) { c.mieke().holder = "Jansens Maria"; }},
    {"p09_name_length",
     [](Case& c) {
         c.rent().payee_name = std::string(71, 'x');
         c.write_again();
     }},
    {"p11_remittance_shape",
     [](Case& c) {
         c.rent().remittance = std::string(141, 'x');
         c.write_again();
     }},
    {"p11_remittance_absent",
     [](Case& c) {
         c.rent().remittance = {};
         c.write_again();
     }},
    {"p14_address_missing",
     [](Case& c) {
         c.intended.blocks[1].debtor_address.reset();
         c.write_again();
     }},
    {"p14_address_missing",
     [](Case& c) {
         c.intended.blocks[1].transfers[1].payee_address.reset();
         c.write_again();
     }},
    {"p17_closed_day",
     [](Case& c) {
         c.intended.blocks[1].execution = test::day(2026, 12, 25);
         c.write_again();
     }},
    {"p17_in_the_past",
     [](Case& c) {
         c.intended.blocks[1].execution = test::day(2026, 11, 20);
         c.write_again();
     }},
    {"p17_beyond_horizon",
     [](Case& c) {
         c.intended.blocks[1].execution = test::day(2027, 1, 4);
         c.write_again();
     }},
    {"p17_same_day",
     [](Case& c) {
         c.intended.blocks[1].execution = test::day(2026, 11, 23);
         c.write_again();
     }},
    {"p20_initiator",
     [](Case& c) {
         c.intended.initiator_number.reset();
         c.write_again();
     }},
    {"p21_paid_recently",
     [](Case& c) {
         c.context.recent.push_back({test::iban(test::mieke_account),
                                     test::iban(test::landlord_account), Money::cents(74'500),
                                     *party::parse_ogm("410026553771"), test::day(2026, 11, 26)});
     }},
    {"p21_paid_recently",
     [](Case& c) {
         Transfer twice = c.rent();
         twice.end_to_end_id = "R2026-0007-000009";
         c.intended.blocks[0].transfers.push_back(twice);
         c.mieke().available.clear();
         c.write_again();
     }},
    {"p22_balance_short",
     [](Case& c) { c.mieke().available.at(test::day(2026, 12, 1)) = Money::cents(80'714); }},
    {"p23_differs", [](Case& c) { c.rent().amount = Money::cents(74'501); }},
    {"p23_differs", [](Case& c) { c.rent().payee_account = test::iban(test::water_account); }},
    {"p23_differs", [](Case& c) { c.rent().payee_name = "Woonhuis Klavers"; }},
    {"p23_differs", [](Case& c) { c.rent().remittance = *party::parse_ogm("410026553872"); }},
    {"p23_differs", [](Case& c) { c.rent().end_to_end_id = "R2026-0007-000009"; }},
    {"p23_differs", [](Case& c) { c.intended.blocks[0].transfers.pop_back(); }},
    {"p23_differs", [](Case& c) { c.intended.blocks[0].execution = test::day(2026, 12, 2); }},
    {"p23_differs",
     [](Case& c) {
         std::swap(c.intended.blocks[0].transfers[1], c.intended.blocks[1].transfers[0]);
     }},
    {"p24_exported_before", [](Case& c) { c.context.exported.insert(sha256(c.bytes)); }},
    {"p25_encoding", [](Case& c) { c.bytes.insert(0, "\xEF\xBB\xBF"); }, {"p25_header"}},
    {"p27_payee_account_new",
     [](Case& c) { c.context.payees.erase(test::iban(test::landlord_account)); },
     {"p27_name_not_checked"}},
    {"p27_payee_account_changed",
     [](Case& c) { c.landlord().history = Payee_account::History::changed; }},
    {"p27_name_not_checked", [](Case& c) { c.landlord().name_checked = false; }},
    {"p28_client_stopped", [](Case& c) { c.mieke().client = Standing::deceased; }},
    {"p28_payee_stopped", [](Case& c) { c.landlord().standing = Standing::blocked; }},
};

/// What a second pair of eyes may let pass; all else stops the file.
const std::set<std::string_view> warnings{
    "p06_bank_code_unknown",     "p11_remittance_absent", "p17_same_day",
    "p21_paid_recently",         "p22_balance_short",     "p27_name_not_checked",
    "p27_payee_account_changed", "p27_payee_account_new"};

std::string_view short_name(Code code) {
    return code.text.substr(std::string_view("payments.").size());
}

/// The file is found to break this rule, and no other than those in `also`.
void require_found(const Case& c,
                   std::string_view expected,
                   const std::set<std::string_view>& also) {
    bool found = false;
    for (const Finding& finding : check(c.bytes, c.intended, c.context)) {
        const std::string_view code = short_name(finding.code);
        CAPTURE(code);
        CHECK((code == expected || also.contains(code)));
        CHECK(finding.where.line >= 1);
        CHECK(finding.params.front().name == "id");
        CHECK((finding.severity == Severity::warning) == warnings.contains(code));
        found = found || code == expected;
    }
    CHECK(found);
}

} // namespace

TEST_CASE("a good file has no finding, in both versions, converted or not") {
    const Context context = test::sample_context();
    for (const Version version : {Version::v03, Version::v09}) {
        CHECK(
            check(write(test::sample_message(), version), test::sample_message(), context).empty());
    }
    Message typed = test::sample_message();
    typed.blocks[1].debtor_name = "Öztürk Ayşe";
    CHECK(check(write(test::sample_message(), Version::v09), typed, context).empty());
}

TEST_CASE("each rule finds what breaks it in the final bytes, and only that") {
    for (const Byte_row& row : byte_rows) {
        CAPTURE(row.code);
        CAPTURE(row.to);
        Case c;
        c.replace(row.from, row.to);
        require_found(c, row.code, row.also);
    }
}

TEST_CASE("each rule finds what is wrong with what was meant or is known, and only that") {
    for (const Row& row : rows) {
        const auto index = &row - rows.data();
        CAPTURE(index);
        CAPTURE(row.code);
        Case c;
        row.edit(c);
        require_found(c, row.code, row.also);
    }
}

TEST_CASE("every rule has a row and its severity, and every number from 1 to 28 a rule") {
    std::set<std::string_view> broken;
    for (const Byte_row& row : byte_rows) {
        broken.insert(row.code);
    }
    for (const Row& row : rows) {
        broken.insert(row.code);
    }
    std::set<std::string_view> numbers;
    std::set<std::string_view> codes;
    for (const Rule_name& rule : rules()) {
        const std::string_view code = short_name(rule.code);
        CAPTURE(code);
        CHECK(broken.contains(code));
        CHECK((rule.severity == Severity::warning) == warnings.contains(code));
        numbers.insert(code.substr(0, 3));
        codes.insert(code);
    }
    CHECK(numbers.size() == 28);
    CHECK(*numbers.begin() == "p01");
    CHECK(*numbers.rbegin() == "p28");
    CHECK(codes == broken);
}
