// Goal: every way to fill :86: leads to the same fields, and what is not understood stays in the
// text. Method: a table of invented texts in the dialects of the reference.
#include "bank/mt940/details.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;
using bank::Communication;
using bank::Movement;
using bank::Statement_file;
using Kind = Communication::Kind;

namespace {

struct Told {
    Kind kind = Kind::free;
    std::string text{};
    std::string name{};
    std::string account{};
    std::string bic{};
    std::string address{};
    std::string end_to_end_id{};
    std::string mandate_id{};
    std::string creditor_id{};
    std::string return_reason{};
    std::string purpose{};
    bool is_right = true;
};

struct Row {
    std::vector<std::string_view> lines;
    Told told;
};

// 1234567890 mod 97 = 2, so the check is 02; RF72HUUR2026: see the tests of references.
const std::vector<Row> rows{
    // code words: ING
    {{"/EREF/E2E-7//CNTP/BE94735001234514/GKCCBEBB/BAKKERIJ A/Z/GENT//REMI/USTD//HUUR MEI/"},
     {.text = "HUUR MEI",
      .name = "BAKKERIJ A/Z",
      .account = "BE94735001234514",
      .bic = "GKCCBEBB",
      .address = "GENT",
      .end_to_end_id = "E2E-7"}},
    {{"/EREF/NOTPROVIDED//CNTP/BE94735001234514/GKCCBEBB/JANSSENS///REMI/STRD/CUR/123456789002/"},
     {.kind = Kind::ogm,
      .text = "123456789002",
      .name = "JANSSENS",
      .account = "BE94735001234514",
      .bic = "GKCCBEBB"}},
    {{"/REMI/STRD/CUR/123456789003/"}, {.text = "123456789003", .is_right = false}},
    {{"/MARF/MANDAAT-7//CSID/BE50ZZZ0123456789//RTRN/MD06//REMI/USTD//+++123/4567/89002+++/"},
     {.kind = Kind::ogm,
      .text = "123456789002",
      .mandate_id = "MANDAAT-7",
      .creditor_id = "BE50ZZZ0123456789",
      .return_reason = "MD06"}},
    {{"/PREF/LOT-3//PURP/CD/SALA//REMI/USTD//RF72 HUUR 2026/"},
     {.kind = Kind::rf, .text = "RF72HUUR2026", .end_to_end_id = "LOT-3", .purpose = "SALA"}},
    {{"/CNTP/BE94735001234514/GKCCBEBB/A///ULTD/NAME/BEHIND/REMI/USTD//X/"},
     {.text = "X", .name = "A", .account = "BE94735001234514", .bic = "GKCCBEBB"}},
    // a word cut by the end of its line, and a name that runs on
    {{"/EREF/01-01 12:00 0030/BENM//NA", "ME/JOHN DOE THE ELD", "ER/REMI/REF 1/ISDT/2013-07-11"},
     {.text = "REF 1", .name = "JOHN DOE THE ELDER", .end_to_end_id = "01-01 12:00 0030"}},
    // Rabobank: what stands behind a party
    {{"/ORDP//NAME/PAYER/ULTD//NAME/OTHER/REMI/TEXT"}, {.text = "TEXT", .name = "PAYER"}},
    // ABN AMRO, with slashes in the text, and what looks like words there
    {{"/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/B.V. A/B/REMI/12/2026 "
      "/NAME/ of /CUR/ and/or/EREF/NOTPROVIDED"},
     {.text = "12/2026 /NAME/ of /CUR/ and/or",
      .name = "B.V. A/B",
      .account = "NL91ABNA0417164300",
      .bic = "ABNANL2A"}},
    {{"/REMI//ISDT/2013-07-11"}, {.kind = Kind::none}},
    // German sub-fields
    {{"166?00GUTSCHRIFT?109310?20EREF+E2E-9?21SVWZ+Miete Mai?30GENODEF1?31DE89370400440532013000"
      "?32Hausverwaltung?33Nord?34000"},
     {.text = "Miete Mai",
      .name = "Hausverwaltung Nord",
      .account = "DE89370400440532013000",
      .bic = "GENODEF1",
      .end_to_end_id = "E2E-9"}},
    {{"105?00LASTSCHRIFT?20EREF+NOTPROVIDED?21KREF+K-1?22MREF+M-1?23CRED+DE98ZZZ09999999999"
      "?24PURP+RINP?25SVWZ+?26Rest?30COBADEFFXXX"},
     {.text = "Rest",
      .bic = "COBADEFFXXX",
      .end_to_end_id = "K-1",
      .mandate_id = "M-1",
      .creditor_id = "DE98ZZZ09999999999",
      .purpose = "RINP"}},
    {{"051?00Gutschrift?20Was? wirklich?2112?60und mehr"}, {.text = "Was? wirklich 12 und mehr"}},
    {{"020?00X"}, {.kind = Kind::none}},
    // Triodos, with the IBAN and BIC of some lines
    {{"000>100987654321", ">20NL91ABNA0417164300>21ABNANL2A>22HUUR>310390123456"},
     {.text = "HUUR", .account = "NL91ABNA0417164300", .bic = "ABNANL2A"}},
    {{"000>100000000000>20KOSTEN"}, {.text = "KOSTEN"}},
    // free text
    {{"BEA NR:12345 01.02.26/12.30", "WINKEL,PAS123"},
     {.text = "BEA NR:12345 01.02.26/12.30 WINKEL,PAS123"}},
    {{"BETALING", "REK: NL91ABNA0417164300/NAAM: A. DE VRIES"},
     {.text = "BETALING REK: NL91ABNA0417164300/NAAM: A. DE VRIES",
      .name = "A. DE VRIES",
      .account = "NL91ABNA0417164300"}},
    {{"BETALING ***123/4567/89002*** DANK"}, {.kind = Kind::ogm, .text = "123456789002"}},
    {{"123456789002"}, {.kind = Kind::ogm, .text = "123456789002"}},
    {{"BETALING 123456789002"}, {.text = "BETALING 123456789002"}},
    {{"123456789003"}, {.text = "123456789003"}},
    {{"/OCMT/EUR1,/ IN FULL"}, {.text = "/OCMT/EUR1,/ IN FULL"}},
    {{"", "   "}, {.kind = Kind::none}},
};

std::string joined(const std::vector<std::string_view>& lines) {
    std::string all;
    for (const std::string_view line : lines) {
        all += line;
    }
    return all;
}

} // namespace

TEST_CASE("what :86: says, in each dialect") {
    for (const Row& row : rows) {
        CAPTURE(joined(row.lines));
        Statement_file file;
        Movement movement;
        CHECK(bank::mt940::read_details(row.lines, {}, movement, file) == row.told.is_right);
        CHECK(movement.communication.kind == row.told.kind);
        CHECK(movement.communication.text == row.told.text);
        CHECK(movement.counterparty.name == row.told.name);
        CHECK(movement.counterparty.account == row.told.account);
        CHECK(movement.counterparty.bic == row.told.bic);
        CHECK(movement.counterparty.address == row.told.address);
        CHECK(movement.end_to_end_id == row.told.end_to_end_id);
        CHECK(movement.mandate_id == row.told.mandate_id);
        CHECK(movement.creditor_id == row.told.creditor_id);
        CHECK(movement.return_reason == row.told.return_reason);
        CHECK(movement.purpose == row.told.purpose);
    }
}

TEST_CASE("nothing a bank writes is lost") {
    for (const Row& row : rows) {
        Statement_file file;
        Movement movement;
        (void)bank::mt940::read_details(row.lines, {}, movement, file);
        std::string written(movement.communication.written);
        std::string given = joined(row.lines);
        std::erase(written, ' ');
        std::erase(given, ' ');
        CHECK(written == given);
    }
}

TEST_CASE("lines of free text: full ones run on, others end a word") {
    const std::string full(65, 'x');
    const std::string padded = std::string(30, 'y') + std::string(35, ' ');
    const std::vector<std::string_view> lines{"short", full, "on", padded, "", "  apart", "end "};
    CHECK(bank::mt940::free_text(lines) ==
          "short " + full + "on " + std::string(30, 'y') + "  apart end");
}

TEST_CASE("SNS repeats account and name before the text") {
    Statement_file file;
    Movement movement;
    const std::vector<std::string_view> lines{"0987654321 marechal s", "dit is een test"};
    CHECK(bank::mt940::read_details(lines, {"0987654321", "marechal s"}, movement, file));
    CHECK(movement.counterparty.account == "0987654321");
    CHECK(movement.counterparty.name == "marechal s");
    CHECK(movement.communication.text == "dit is een test");
    Movement other;
    CHECK(bank::mt940::read_details(lines, {"0987654322", "marechal s"}, other, file));
    CHECK(other.counterparty.account.empty());
    CHECK(other.communication.text == "0987654321 marechal s dit is een test");
}
