// Goal: what is read is exactly what is written, and anything that could be read in two ways is
// refused with its place. Method: real and own files, and single edits.
#include "payments/pain001/codes.hpp"
#include "payments/pain001/read.hpp"
#include "payments/pain001/write.hpp"
#include "support/sample_payments.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace saldo;
using namespace saldo::payments::pain001;

TEST_CASE("what is written is read back, in both versions") {
    for (const Version version : {Version::v03, Version::v09}) {
        const auto message = read(write(test::sample_message(), version));
        REQUIRE(message.has_value());
        CHECK(*message == test::sample_message());
    }
}

TEST_CASE("a file that is not as it should be is refused with its place") {
    struct Row {
        std::string_view from;
        std::string_view to;
        Code code;
        std::string_view place;
    };

    const Row rows[] = {
        {"<Document", "<!DOCTYPE Document>\n<Document", doctype_refused, ""},
        {"</Document>", "</Document><Document/>", not_well_formed, ""},
        {"</Document>\n", "</Document>rest", not_well_formed, ""},
        {"<Document", "<?xml version=\"1.0\"?><Document", not_well_formed, ""},
        {"</CstmrCdtTrfInitn>", "", not_well_formed, ""},
        {"Woonhuis Klaver", "Woonhuis &klaver;", not_well_formed, ""},
        {"Woonhuis Klaver", "Woonhuis&#0;Klaver", not_well_formed, ""},
        {"Woonhuis Klaver", "Woonhuis\x01Klaver", not_utf8, ""},
        {"Woonhuis Klaver", "Woonhuis \xE9", not_utf8, ""},
        {"pain.001.001.09", "pain.001.001.12", not_a_credit_transfer, ""},
        {"<Document xmlns", "<Document xmlns:p", not_a_credit_transfer, ""},
        {"<MsgId>R2026-0007</MsgId>", "", element_missing, "/Document/CstmrCdtTrfInitn/GrpHdr"},
        {"<ChrgBr>SLEV</ChrgBr>", "<ChrgBr>SLEV</ChrgBr><New/>", element_unexpected,
         "/Document/CstmrCdtTrfInitn/PmtInf"},
        {"<PmtMtd>TRF</PmtMtd>", "<PmtMtd>T<!-- -->RF</PmtMtd>", element_unexpected,
         "/Document/CstmrCdtTrfInitn/PmtInf/PmtMtd"},
        {"Woonhuis Klaver", "<![CDATA[Woonhuis]]>", element_unexpected,
         "/Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Cdtr/Nm"},
        {"<PmtInf>", "<PmtInf>loose", element_missing, "/Document/CstmrCdtTrfInitn/PmtInf"},
        {"<PmtInf>", "<PmtInf id=\"1\">", attribute_unexpected,
         "/Document/CstmrCdtTrfInitn/PmtInf"},
        {"Ccy=\"EUR\"", "Ccy=\"EUR\" Ccy=\"USD\"", attribute_unexpected,
         "/Document/CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Amt/InstdAmt"},
        {">745.00<", ">745.0<", value_wrong, "InstdAmt"},
        {">745.00<", ">00745.00<", value_wrong, "InstdAmt"},
        {">745.00<", ">92233720368547758.07<", value_wrong, "InstdAmt"},
        {"BE07363001234566", "be07363001234566", value_wrong, "CdtrAcct"},
        {"<Dt>2026-12-01", "<Dt>2026-11-31", value_wrong, "ReqdExctnDt"},
        {"T00:00:00", "T24:00:00", value_wrong, "CreDtTm"},
        {"410026553771", "410026553772", value_wrong, "Ref"},
        {">BBA<", ">ABC<", value_wrong, "Strd"},
        {"<SvcLvl><Cd>SEPA", "<SvcLvl><Cd>URGP", value_wrong, "PmtInf"},
        {"<InstrId>R2026-0007-000001", "<InstrId>R2026-0007-000009", value_wrong, "PmtId"},
        {"KBO-BCE", "KBO", value_wrong, "InitgPty"},
        {"<NbOfTxs>2<", "<NbOfTxs>3<", total_differs, "NbOfTxs"},
        {"<CtrlSum>897.16<", "<CtrlSum>897.15<", total_differs, "CtrlSum"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.to);
        std::string bytes = write(test::sample_message(), Version::v09);
        // One element per line is easier to write without its line ends.
        const std::size_t service = bytes.find("<SvcLvl>\n");
        bytes.replace(service, 9, "<SvcLvl>");
        const std::size_t at = bytes.find(row.from);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, row.from.size(), row.to);
        const auto message = read(bytes);
        REQUIRE_FALSE(message.has_value());
        CHECK(message.error().code().text == row.code.text);
        CHECK(message.error().first().where.place == row.place);
        CHECK((row.place.empty() || message.error().first().where.line > 1));
    }
}

TEST_CASE("the line of a refusal is the line of the element") {
    std::string bytes = write(test::sample_message(), Version::v03);
    const std::size_t at = bytes.find("<BtchBookg>");
    bytes.insert(at, "<New/>");
    const auto message = read(bytes);
    REQUIRE_FALSE(message.has_value());
    const auto line =
        std::count(bytes.begin(),
                   bytes.begin() + static_cast<std::ptrdiff_t>(bytes.find("<PmtInf>")), '\n') +
        1;
    CHECK(message.error().first().where.line == static_cast<std::uint64_t>(line));
    CHECK(message.error().first().params == Params{{"element", "ReqdExctnDt"}, {"found", "New"}});
}

TEST_CASE("a deep file is refused, not recursed into") {
    std::string bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document "
                        "xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">";
    constexpr int depth = 100'000;
    for (int i = 0; i < depth; ++i) {
        bytes += "<a>";
    }
    for (int i = 0; i < depth; ++i) {
        bytes += "</a>";
    }
    const auto message = read(bytes + "</Document>");
    REQUIRE_FALSE(message.has_value());
    CHECK(message.error().code() == element_missing);
}

TEST_CASE("examples of a Belgian budget run are read in both versions") {
    const auto folder = test::shared_folder() / "samples" / "payments";
    for (const char* name :
         {"own_be_pain001_03_budget_run.xml", "own_be_pain001_09_budget_run.xml"}) {
        CAPTURE(name);
        if (!std::filesystem::exists(folder / name)) {
            MESSAGE("skipped: no sample " << name);
            continue;
        }
        const auto message = read(test::read_file(folder / name));
        REQUIRE(message.has_value());
        CHECK(message->blocks.size() == 3);
        CHECK(count(*message) == 6);
        CHECK(total(*message) == Money::cents(151'555));
        CHECK(message->creation_time == "09:15:00");
        const Transfer& rent = message->blocks.front().transfers.front();
        CHECK(rent.purpose == "RENT");
        CHECK(rent.remittance == party::Remittance(*party::parse_ogm("202611004238")));
    }
}

TEST_CASE("files of other programs and countries are read or refused by name, all alike") {
    const auto folder = test::shared_folder() / "samples" / "payments";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: no samples");
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename();
        CAPTURE(name);
        const auto message = read(test::read_file(entry.path()));
        const bool is_ours = name.starts_with("own_be_pain001");
        CHECK(message.has_value() == is_ours);
        CHECK((message || message.error().code().text.starts_with("payments.")));
    }
}
