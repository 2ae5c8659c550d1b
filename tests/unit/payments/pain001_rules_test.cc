// Goal: no file leaves that breaks one of the 28 rules. Method: a file and a context without a
// finding; then one edit of the final bytes or of the context per row, which must be found under
// its code, and under no other code than those the row names.
#include "payments/pain001/rules.hpp"
#include "payments/pain001/write.hpp"
#include "support/sample_payments.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace saldo;
using namespace saldo::payments::pain001;

namespace {

/// What one row may change before the check runs.
struct Case {
    Message intended = test::sample_message();
    Context context = test::sample_context();
    std::string bytes = write(intended, Version::v09);

    void replace(std::string_view from, std::string_view to) {
        const std::size_t at = bytes.find(from);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, from.size(), to);
    }

    /// Changes what was meant as well, and writes it: the bytes agree with it.
    void write_again() { bytes = write(intended, Version::v09); }

    Debtor_account& mieke() { return context.debtors.at(test::iban(test::mieke_account)); }

    Payee_account& landlord() { return context.payees.at(test::iban(test::landlord_account)); }

    Transfer& rent() { return intended.blocks.front().transfers.front(); }
};

struct Row {
    std::string_view code; ///< without `payments.`
    Severity severity;
    void (*edit)(Case&);
    std::set<std::string_view> also = {};
};

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;

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

// clang-format off
const std::vector<Row> rows{
    {"p01_nothing_to_pay", error, [](Case& c) { c.intended.blocks[0].transfers.clear(); c.write_again(); }},
    {"p01_nothing_to_pay", error, [](Case& c) { c.intended.blocks.clear(); c.write_again(); }},
    {"p02_count_differs", error, [](Case& c) { c.replace("<NbOfTxs>4<", "<NbOfTxs>5<"); }, unreadable},
    {"p02_count_differs", error, [](Case& c) { c.replace("<NbOfTxs>2</NbOfTxs>\n", ""); }},
    {"p02_sum_differs", error, [](Case& c) { c.replace("<CtrlSum>807.15<", "<CtrlSum>807.16<"); }, unreadable},
    {"p02_sum_differs", error, [](Case& c) { c.replace("<CtrlSum>897.16</CtrlSum>\n", ""); }},
    {"p03_id_form", error, [](Case& c) { c.replace("<MsgId>R2026-0007<", "<MsgId>R2026_0007<"); }, differs},
    {"p03_id_form", error, [](Case& c) { c.replace("<PmtInfId>R", "<PmtInfId>/R"); }, differs},
    {"p03_id_form", error, [](Case& c) { c.replace("<EndToEndId>R2026-0007-000003", "<EndToEndId>"); }, unreadable},
    {"p03_id_form", error, [](Case& c) { c.replace("<InstrId>R2026", "<InstrId>R20//26"); }, unreadable},
    {"p03_id_repeated", error, [](Case& c) { c.replace("<PmtInfId>R2026-0007-P0002", "<PmtInfId>R2026-0007-P0001"); }, differs},
    {"p03_id_repeated", error, [](Case& c) { c.intended.blocks[1].transfers[0].end_to_end_id = c.rent().end_to_end_id; c.write_again(); }, differs},
    {"p03_id_used_before", error, [](Case& c) { c.context.is_id_used = [](std::string_view id) { return id == "R2026-0007"; }; }},
    {"p03_id_used_before", error, [](Case& c) { c.context.is_id_used = [](std::string_view id) { return id == "R2026-0007-000004"; }; }},
    {"p04_amount", error, [](Case& c) { c.replace(">745.00<", ">745.000<"); }, {"p23_unreadable", "p02_sum_differs"}},
    {"p04_amount", error, [](Case& c) { c.rent().amount = Money::zero(); c.write_again(); }, unreadable},
    {"p04_amount", error, [](Case& c) { c.replace(">745.00<", ">1000000000.00<"); }, {"p23_unreadable", "p02_sum_differs"}},
    {"p04_currency", error, [](Case& c) { c.replace("Ccy=\"EUR\"", "Ccy=\"USD\""); }, unreadable},
    {"p04_currency", error, [](Case& c) { c.replace("</DbtrAcct>", "<Ccy>CHF</Ccy></DbtrAcct>"); }, unreadable},
    {"p05_iban", error, [](Case& c) { c.replace(test::landlord_account, "BE08363001234566"); }, with(unknown_payee, "p23_unreadable")},
    {"p05_iban", error, [](Case& c) { c.replace(test::landlord_account, "BE07 3630 0123 4566"); }, unreadable},
    {"p05_country_outside_sepa", error, [](Case& c) { c.replace(test::landlord_account, "TR420006100000000012345678"); }, {"p23_differs", "p27_payee_account_new", "p27_name_not_checked", "p14_address_missing"}},
    {"p06_belgian_check", error, [](Case& c) { c.replace(test::landlord_account, "BE86363001234599"); }, with(unknown_payee, "p23_unreadable")},
    {"p06_bank_code_unknown", warning, [](Case& c) { c.context.belgian_banks->reset(363); }},
    {"p07_payee_is_debtor", error, [](Case& c) { c.rent().payee_account = test::iban(test::mieke_account); c.write_again(); }, unknown_payee},
    {"p08_account_not_managed", error, [](Case& c) { c.context.debtors.erase(test::iban(test::mieke_account)); }},
    {"p08_account_closed", error, [](Case& c) { c.mieke().open = false; }},
    {"p09_holder_differs", error, [](Case& c) { c.mieke().holder = "Jansens Maria"; }},
    {"p09_name_length", error, [](Case& c) { c.rent().payee_name = std::string(71, 'x'); c.write_again(); }},
    {"p09_name_length", error, [](Case& c) { c.replace("<Nm>Jansens Mieke</Nm>", ""); }, {"p23_unreadable", "p09_holder_differs", "p10_empty_text"}},
    {"p10_characters", error, [](Case& c) { c.replace("Woonhuis Klaver", "Woonhuis Klav\xC3\xA9r"); }, differs},
    {"p10_characters", error, [](Case& c) { c.replace("schijf 3", "schijf_3"); }, differs},
    {"p10_characters", error, [](Case& c) { c.replace("Gent", "Gent &amp; co"); }, differs},
    {"p10_empty_text", error, [](Case& c) { c.replace("Kamer 4", "  "); }, differs},
    {"p11_remittance_shape", error, [](Case& c) { c.replace("<RmtInf>", "<RmtInf><Ustrd>huur</Ustrd>"); }, unreadable},
    {"p11_remittance_shape", error, [](Case& c) { c.replace("<Ustrd>Kamer 4</Ustrd>", "<Ustrd>Kamer</Ustrd><Ustrd>4</Ustrd>"); }, unreadable},
    {"p11_remittance_shape", error, [](Case& c) { c.rent().remittance = std::string(141, 'x'); c.write_again(); }},
    {"p11_remittance_absent", warning, [](Case& c) { c.rent().remittance = {}; c.write_again(); }},
    {"p12_reference", error, [](Case& c) { c.replace("410026553771", "410026553772"); }, unreadable},
    {"p12_reference", error, [](Case& c) { c.replace("410026553771", "+++410/0265/53771+++"); }, unreadable},
    {"p12_reference", error, [](Case& c) { c.replace("<Issr>BBA", "<Issr>ISO"); }, unreadable},
    {"p12_reference", error, [](Case& c) { c.replace("RF78WATER2026Q4", "RF78WATER2026Q5"); }, unreadable},
    {"p12_reference", error, [](Case& c) { c.replace("<Cd>SCOR", "<Cd>RADM"); }, unreadable},
    {"p12_reference_length", error, [](Case& c) { c.replace("410026553771", std::string(44, '1')); }, with(unreadable, "p12_reference")},
    {"p13_address", error, [](Case& c) { c.replace("<TwnNm>Gent</TwnNm>", ""); }, differs},
    {"p13_address", error, [](Case& c) { c.replace("<AdrLine>", "<AdrLine>A</AdrLine><AdrLine>B</AdrLine><AdrLine>"); }, differs},
    {"p13_address", error, [](Case& c) { c.replace("Kerkstraat 12 bus 3", std::string(71, 'x')); }, differs},
    {"p13_address", error, [](Case& c) { c.replace("<Ctry>BE</Ctry>", "<Ctry>be</Ctry>"); }, differs},
    {"p13_address", error, [](Case& c) { c.replace("<PstCd>9000</PstCd>", "<Zip>9000</Zip>"); }, unreadable},
    {"p14_address_missing", error, [](Case& c) { c.intended.blocks[1].debtor_address.reset(); c.write_again(); }},
    {"p14_address_missing", error, [](Case& c) { c.intended.blocks[1].transfers[1].payee_address.reset(); c.write_again(); }},
    {"p15_service_level", error, [](Case& c) { c.replace("<Cd>SEPA<", "<Cd>URGP<"); }, unreadable},
    {"p15_service_level", error, [](Case& c) { c.replace("</SvcLvl>", "</SvcLvl><SvcLvl><Cd>SEPA</Cd></SvcLvl>"); }, unreadable},
    {"p15_service_level", error, [](Case& c) { c.replace(">TRF<", ">CHK<"); }, unreadable},
    {"p15_charge_bearer", error, [](Case& c) { c.replace(">SLEV<", ">DEBT<"); }, unreadable},
    {"p15_charge_bearer", error, [](Case& c) { c.replace("<ChrgBr>SLEV</ChrgBr>\n", ""); }, unreadable},
    {"p15_misplaced", error, [](Case& c) { c.replace("</Amt>", "</Amt><ChrgBr>SLEV</ChrgBr>"); }, unreadable},
    {"p15_misplaced", error, [](Case& c) { c.replace("</PmtId>", "</PmtId><PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>"); }, unreadable},
    {"p16_local_instruments", error, [](Case& c) { c.replace("</PmtId>", "</PmtId><PmtTpInf><LclInstrm><Cd>INST</Cd></LclInstrm></PmtTpInf>"); }, with(unreadable, "p15_misplaced")},
    {"p17_date", error, [](Case& c) { c.replace("2026-12-01", "2026-12-32"); }, unreadable},
    {"p17_closed_day", error, [](Case& c) { c.intended.blocks[1].execution = test::day(2026, 12, 25); c.write_again(); }},
    {"p17_in_the_past", error, [](Case& c) { c.intended.blocks[1].execution = test::day(2026, 11, 20); c.write_again(); }},
    {"p17_beyond_horizon", error, [](Case& c) { c.intended.blocks[1].execution = test::day(2027, 1, 4); c.write_again(); }},
    {"p17_same_day", warning, [](Case& c) { c.intended.blocks[1].execution = test::day(2026, 11, 23); c.write_again(); }},
    {"p18_payee_bank", error, [](Case& c) { c.replace("ZKBKCHZZ80A", "ZKBKDEZZ80A"); }, differs},
    {"p18_payee_bank", error, [](Case& c) { c.replace("ZKBKCHZZ80A", "NOTPROVIDED"); }, differs},
    {"p18_payee_bank", error, [](Case& c) { c.replace("ZKBKCHZZ80A", "ZKBKCHZZ8"); }, unreadable},
    {"p19_debtor_bank", error, [](Case& c) { c.replace("NOTPROVIDED", "UNKNOWN"); }, unreadable},
    {"p19_debtor_bank", error, [](Case& c) { c.replace("GKCCBEBB", "GKCCBE"); }, unreadable},
    {"p19_debtor_bank", error, [](Case& c) { c.replace("<BICFI>GKCCBEBB</BICFI>", ""); }, unreadable},
    {"p20_initiator", error, [](Case& c) { c.replace("0234567873", "0234567874"); }, unreadable},
    {"p20_initiator", error, [](Case& c) { c.replace("0234567873", "BE0234567873"); }, unreadable},
    {"p20_initiator", error, [](Case& c) { c.replace("KBO-BCE", "KBO"); }, unreadable},
    {"p20_initiator", error, [](Case& c) { c.replace("<OrgId>", "<OrgId><AnyBIC>GKCCBEBB</AnyBIC>"); }, unreadable},
    {"p20_initiator", error, [](Case& c) { c.intended.initiator_number.reset(); c.write_again(); }},
    {"p21_paid_recently", warning, [](Case& c) { c.context.recent.push_back({test::iban(test::mieke_account), test::iban(test::landlord_account), Money::cents(74'500), *party::parse_ogm("410026553771"), test::day(2026, 11, 26)}); }},
    {"p21_paid_recently", warning, [](Case& c) { Transfer twice = c.rent(); twice.end_to_end_id = "R2026-0007-000009"; c.intended.blocks[0].transfers.push_back(twice); c.mieke().available.clear(); c.write_again(); }},
    {"p22_balance_short", warning, [](Case& c) { c.mieke().available.at(test::day(2026, 12, 1)) = Money::cents(80'714); }},
    {"p23_unreadable", error, [](Case& c) { c.replace("</Document>", ""); }},
    {"p23_differs", error, [](Case& c) { c.rent().amount = Money::cents(74'501); }},
    {"p23_differs", error, [](Case& c) { c.rent().payee_account = test::iban(test::water_account); }},
    {"p23_differs", error, [](Case& c) { c.rent().payee_name = "Woonhuis Klavers"; }},
    {"p23_differs", error, [](Case& c) { c.rent().remittance = *party::parse_ogm("410026553872"); }},
    {"p23_differs", error, [](Case& c) { c.rent().end_to_end_id = "R2026-0007-000009"; }},
    {"p23_differs", error, [](Case& c) { c.intended.blocks[0].transfers.pop_back(); }},
    {"p23_differs", error, [](Case& c) { c.intended.blocks[0].execution = test::day(2026, 12, 2); }},
    {"p23_differs", error, [](Case& c) { std::swap(c.intended.blocks[0].transfers[1], c.intended.blocks[1].transfers[0]); }},
    {"p24_exported_before", error, [](Case& c) { c.context.exported.insert(sha256(c.bytes)); }},
    {"p25_encoding", error, [](Case& c) { c.bytes.insert(0, "\xEF\xBB\xBF"); }, {"p25_header"}},
    {"p25_encoding", error, [](Case& c) { c.replace("Klaver", "Klav\xE9r"); }, unreadable},
    {"p25_header", error, [](Case& c) { c.replace("version=\"1.0\" encoding=\"UTF-8\"", "version='1.0' encoding='UTF-8'"); }},
    {"p25_header", error, [](Case& c) { c.replace("<Document xmlns=", "<Document xmlns:p="); }, unreadable},
    {"p26_purpose", error, [](Case& c) { c.replace("RENT", "ZZZZ"); }, differs},
    {"p26_purpose", error, [](Case& c) { c.replace("RENT", "SALA"); }, differs},
    {"p26_category_purpose", error, [](Case& c) { c.replace("</SvcLvl>", "</SvcLvl><CtgyPurp><Cd>RENT</Cd></CtgyPurp>"); }, unreadable},
    {"p27_payee_account_new", warning, [](Case& c) { c.context.payees.erase(test::iban(test::landlord_account)); }, {"p27_name_not_checked"}},
    {"p27_payee_account_changed", warning, [](Case& c) { c.landlord().history = Payee_account::History::changed; }},
    {"p27_name_not_checked", warning, [](Case& c) { c.landlord().name_checked = false; }},
    {"p28_client_stopped", error, [](Case& c) { c.mieke().client = Standing::deceased; }},
    {"p28_payee_stopped", error, [](Case& c) { c.landlord().standing = Standing::blocked; }},
};

// clang-format on

std::string_view short_name(Code code) {
    return code.text.substr(std::string_view("payments.").size());
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

TEST_CASE("each rule finds what breaks it, and only that") {
    for (const Row& row : rows) {
        const auto index = &row - rows.data();
        CAPTURE(index);
        CAPTURE(row.code);
        Case c;
        row.edit(c);
        const Findings findings = check(c.bytes, c.intended, c.context);
        bool found = false;
        for (const Finding& finding : findings) {
            const std::string_view code = short_name(finding.code);
            CAPTURE(code);
            CHECK((code == row.code || row.also.contains(code)));
            CHECK(finding.where.line >= 1);
            CHECK(finding.params.front().name == "id");
            if (code == row.code) {
                found = true;
                CHECK(finding.severity == row.severity);
            }
        }
        CHECK(found);
    }
}

TEST_CASE("every rule has a row, and every number from 1 to 28 a rule") {
    std::set<std::string_view> broken;
    for (const Row& row : rows) {
        broken.insert(row.code);
    }
    std::set<std::string_view> numbers;
    std::set<std::string_view> codes;
    for (const Rule_name& rule : rules()) {
        CAPTURE(rule.code.text);
        CHECK(broken.contains(short_name(rule.code)));
        numbers.insert(short_name(rule.code).substr(0, 3));
        codes.insert(rule.code.text);
    }
    CHECK(numbers.size() == 28);
    CHECK(*numbers.begin() == "p01");
    CHECK(*numbers.rbegin() == "p28");
    CHECK(codes.size() == rules().size());
}

TEST_CASE("a finding shows where and what, but no whole account and no name") {
    Case c;
    c.replace(test::landlord_account, "BE86363001234599");
    c.replace("Waterbedrijf Leie", "Waterbedrijf Schelde");
    for (const Finding& finding : check(c.bytes, c.intended, c.context)) {
        for (const Param& param : finding.params) {
            CAPTURE(param.name);
            CHECK(param.value.find("BE86363001234599") == std::string::npos);
            CHECK(param.value.find("Waterbedrijf") == std::string::npos);
        }
    }
    Case wrong_sum;
    wrong_sum.replace("<CtrlSum>897.16<", "<CtrlSum>900.00<");
    const Findings findings = check(wrong_sum.bytes, wrong_sum.intended, wrong_sum.context);
    REQUIRE(findings.size() == 2);
    CHECK(findings.front() ==
          Finding{Code{"payments.p02_sum_differs"},
                  Severity::error,
                  {"", 4, "CtrlSum"},
                  {{"id", "R2026-0007"}, {"stated", "900.00"}, {"computed", "897.16"}}});
}

TEST_CASE("money spent on an earlier day is gone on a later one") {
    Case c;
    Block later = c.intended.blocks.front();
    later.id = "R2026-0007-P0003";
    later.execution = test::day(2026, 12, 15);
    later.transfers.front().end_to_end_id = "R2026-0007-000005";
    later.transfers.pop_back();
    c.intended.blocks.push_back(later);
    c.write_again();
    c.mieke().available.emplace(later.execution, Money::cents(80'715 + 74'500));
    CHECK(check(c.bytes, c.intended, c.context).empty());
    c.mieke().available.at(later.execution) = Money::cents(80'715 + 74'499);
    const Findings findings = check(c.bytes, c.intended, c.context);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().params == Params{{"id", "R2026-0007-P0003"},
                                            {"date", "2026-12-15"},
                                            {"stated", "1552.15"},
                                            {"computed", "1552.14"}});
}

TEST_CASE("the same payment a month later is no repetition") {
    Case c;
    for (const auto& [date, findings] : {std::pair{test::day(2026, 11, 26), std::size_t{1}},
                                         {test::day(2026, 11, 25), std::size_t{0}},
                                         {test::day(2026, 12, 6), std::size_t{1}},
                                         {test::day(2026, 12, 7), std::size_t{0}}}) {
        CAPTURE(calendar::format(date));
        c.context.recent = {{test::iban(test::mieke_account), test::iban(test::landlord_account),
                             Money::cents(74'500), *party::parse_ogm("410026553771"), date}};
        CHECK(check(c.bytes, c.intended, c.context).size() == findings);
    }
}
