// Goal: every text that leaves is in the SEPA set, reads like what was typed, and nothing is cut or
// lost in silence. Method: tables of names as people write them.
#include "payments/pain001/codes.hpp"
#include "payments/pain001/convert.hpp"
#include "payments/pain001/sepa_text.hpp"
#include "support/sample_payments.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::payments::pain001;

TEST_CASE("texts become what every bank takes") {
    struct Row {
        std::string_view given;
        std::string_view expected;
    };

    const Row rows[] = {
        {"Jansens Mieke", "Jansens Mieke"},
        {"Öztürk Ayşe", "Ozturk Ayse"},
        {"José Núñez-Ångström", "Jose Nunez-Angstrom"},
        {"Ĳsselmeer, Œuvre, Ærø, Straße", "IJsselmeer, Ouvre, Aro, Strase"},
        {"Łukasz Żółć", "Lukasz Zolc"},
        {"Nguyễn Thị Hương", "Nguyen Thi Huong"},
        {"Ștefan Țepeș", "Stefan Tepes"},
        {"Jose\u0301 (losse accenten)", "Jose (losse accenten)"},
        {"Αθηνά Παπαδοπούλου", "Athina Papadopoyloy"},
        {"Ψυχή Ξένος", "PSychi Xenos"},
        {"Щербакова Юлия", "SHTerbakova YUliya"},
        {"Олексій Ґудзь Ї", "Oleksiy Gudzy YI"},
        {"Bakker & Zn_BV @ Gent", "Bakker + Zn-BV . Gent"},
        {"“De Linde” – ’t Huis…", "'De Linde' - 't Huis..."},
        {"€ 12", "E 12"},
        {"  twee\t\tblanken\nen\u00A0meer  ", "twee blanken en meer"},
        {"zacht\u00ADkoppel\u200Bteken", "zachtkoppelteken"},
        {"", ""},
        {" \t ", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.given);
        const Sepa_text sepa = to_sepa(row.given);
        CHECK(sepa.text == row.expected);
        CHECK(sepa.changed == (row.given != row.expected));
        CHECK(sepa.unknown.empty());
    }
}

TEST_CASE("each printable sign of ASCII has a place in the set") {
    for (int c = 0x20; c < 0x7F; ++c) {
        CAPTURE(c);
        const std::string given = "a" + std::string(1, static_cast<char>(c)) + "b";
        const Sepa_text sepa = to_sepa(given);
        CHECK(is_sepa_text(sepa.text));
        CHECK(sepa.unknown.empty());
        CHECK(sepa.changed != is_sepa_character(static_cast<char>(c)));
    }
}

TEST_CASE("what has no counterpart is told, once") {
    CHECK(to_sepa("محمد محمد").unknown.size() == 3);
    CHECK(to_sepa("王小明").text == "...");
    CHECK(to_sepa("caf\xE9").unknown == std::vector<char32_t>{0xFFFD});
    CHECK(to_sepa("afgekapt \xC3").text == "afgekapt .");
}

TEST_CASE("ids are accepted or refused, never changed") {
    struct Row {
        std::string_view id;
        bool accepted;
    };

    const Row rows[] = {
        {"R2026-0007-000123", true},
        {"a", true},
        {"12345678901234567890123456789012345", true},
        {"123456789012345678901234567890123456", false},
        {"", false},
        {"R2026_0007", false},
        {"/R2026", false},
        {"R2026/", false},
        {"R20//26", false},
        {"R20/26", true},
        {" R2026", false},
        {"R2026 ", false},
        {"Ré", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.id);
        CHECK(is_sepa_id(row.id) == row.accepted);
    }
}

TEST_CASE("a message is converted as a whole, and says what changed") {
    Message message = test::sample_message();
    message.blocks[1].debtor_name = "Öztürk Ayşe";
    message.blocks[0].transfers[0].payee_bank = *party::parse_bic("BBRUBEBB");
    const auto conversion = convert(message);
    REQUIRE(conversion.has_value());
    CHECK(conversion->message == test::sample_message());
    REQUIRE(conversion->changes.size() == 1);
    CHECK(conversion->changes.front() ==
          Text_change{"R2026-0007-P0002", "debtor_name", "Öztürk Ayşe", "Ozturk Ayse"});
}

TEST_CASE("a message that cannot be sent as it is meant is refused, with every reason") {
    Message message = test::sample_message();
    message.blocks[0].id = "R2026_P1";
    message.blocks[0].debtor_name = "王小明";
    auto& transfers = message.blocks[0].transfers;
    transfers[0].payee_name = std::string(69, 'x') + "Щ"; // 70 characters, 72 after conversion
    transfers[1].remittance = std::string(" \t ");
    const auto conversion = convert(message);
    REQUIRE_FALSE(conversion.has_value());
    const Findings& findings = conversion.error().findings();
    REQUIRE(findings.size() == 4);
    CHECK(findings[0].code == id_not_sepa);
    CHECK(findings[0].params.front() == Param{"id", "R2026-P1"});
    CHECK(findings[1].code == text_not_convertible);
    CHECK(findings[1].where.place == "debtor_name");
    CHECK(findings[2].code == text_too_long);
    CHECK(findings[2].params ==
          Params{{"id", "R2026-0007-000001"}, {"stated", "72"}, {"allowed", "70"}});
    CHECK(findings[3].code == text_empty);
    CHECK(findings[3].where.place == "remittance");
}
