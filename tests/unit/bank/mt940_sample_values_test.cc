// Goal: the dialects of :86: in real files are understood. Method: values that stand readable in
// the files, for one movement of each kind.
#include "bank/codes.hpp"
#include "bank/read.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace saldo;
using bank::Statement_file;

namespace {

struct Row {
    std::string file;
    std::size_t message; ///< both from 1
    std::size_t line;
    std::string type;
    std::string name;
    std::string account;
    std::string bic;
    std::string end_to_end_id;
    std::string bank_reference;
    std::string text;
};

const std::string wolph = "WoLpH_mt940/";
const std::string fruit = "fruitl00p_php-mt940/";

const std::vector<Row> rows{
    // code words
    {wolph + "jejik__rabobank-iban.sta", 1, 1, "N102", "CONTRA ACCOUNT HOLDER",
     "NL70ABNA0987654321", "", "01-01-2013 12:00 0030000987654321", "", ""},
    {wolph + "jejik__rabobank-iban.sta", 1, 2, "N154", "JOHN DOE", "P001234567", "", "", "",
     "Reference 201301234"},
    {fruit + "Knab_sample.mt940", 1, 5, "N105", "ACHMEA SCHADEVERZEKERINGEN N.V.",
     "NL83ABNA0437015300", "ABNANL2AXXX", "5002100023310160", "B6D29PGWUM0RDZ4H",
     "EERSTE MAAND, MAART VERZEKERING 5002100023 310160"},
    // German sub-fields; some were shortened by hand, so that a word is cut in one that is not full
    {wolph + "betterplace__sepa_mt9401.sta", 3, 2, "NTRF",
     "Cornelia Prochownik 70 Zeichen Beginn Fuellzeichen xxx", "CH8500779014054431109",
     "NIKACH22XXX", "", "0724710290635078", "TO13 TF20018 MINT"},
    {wolph + "betterplace__sepa_mt9401.sta", 1, 1, "NTRF", "", "", "", "TFNR 40005 00005",
     "0724710345313905", "MTLG:Grund nicht spezifiziert Reject aus SEPA-Ueberweisungsauftrag"},
    {wolph + "betterplace__sepa_mt9401.sta", 6, 1, "NTRF", "Florian Frech",
     "DE06508800500194780100", "DRESDEFF508", "TFNR 21005 EndToEndId 00001", "0724710352954937",
     "Verwend CTSc-01 eBB TFNr 21005"},
    {wolph + "cmxl__statement_details.sta", 1, 1, "NTRF", "Peter Pan",
     "HUkkbbbsssskcccccccccccccccx", "HYVEDEMMXXX", "TRX-0A4A47C3-F846-4729-8A1B-5DF620F",
     "025498557/000001", "FOO TRX-0A4A47C3-F84 6-4729-8A1B-5DF620F"},
    {wolph + "self-provided__gv_codes.sta", 1, 1, "NMSC", "PayPal (Europe) S.a.r.l. et", "", "",
     "1234567890123 PAYPAL", "", ". SPOTIFY, Ihr Einkaufbei SPOTIFY"},
    {wolph + "self-provided__whitespace.sta", 1, 1, "NMSC", "DEUTSCHE KREDITBANK AG", "9003932309",
     "", "", "", "ERSTATTUNG AUSLANDSEINSATZENTGELT FUER VISA 4998 XXXX XXXX 1234"},
    {fruit + "Spk_sample.mt940", 3, 1, "N051", "KUNZ MEIER 57072 SIEGEN", "001233008899", "",
     "0000371672916278", "", "FAM. MEIER ENGLAND"},
    // Triodos
    {wolph + "jejik__triodos.sta", 1, 1, "N000", "", "0987654321", "", "", "",
     "ALGEMENE TUSSENREKENING KOSTEN VAN 01-10-2010 TOT EN MET 31-12-2010"},
    {wolph + "jejik__triodos.sta", 1, 2, "N000", "", "0133967858", "", "", "",
     "HUUR KANTOOR - FEB 2010"},
    // free text
    {wolph + "jejik__ing.sta", 1, 3, "NTRF", "", "", "", "TMG TANGO", "",
     "0111111111 ING iDEAL KN: TMG TANGO TRANSACTIENR 0050000534527978 10\u00AD06\u00AD2010 15:32 "
     "TMG TANGO ING Bank inzake GPKyoto"},
    {fruit + "Ing_sample.mt940", 1, 2, "NOV", "", "", "", "", "",
     "0111111111 GPSEOUL SPOEDBETALING MPBZS1016000047 GPSEOUL"},
    {fruit + "Knab_sample.mt940", 1, 2, "NTRF", "SOME NAME", "NL52RABO0326203011", "",
     "03-12-2015 15:58", "",
     "61385002542767281000000000000000000 6676341986995664 TEST PURCHAS567890 REK: "
     "NL52RABO0326203011/NAAM: SOME NAME"},
    {wolph + "jejik__sns.sta", 1, 1, "NIOB", "marechal s", "0987654321", "", "", "",
     "dit is een test"},
    {wolph + "jejik__rabobank.sta", 1, 1, "N044", "W.P. Jansen", "0121470966", "", "", "",
     "Terugboeking NIET AKKOORD MET AFSCHRIJVING KOSTEN KINDEROPVANG JUNI 20095731"},
    {fruit + "Hsbc_sample.mt940", 1, 1, "NTRF", "", "", "", "1004688128", "6128522200250001",
     "/OCMT/USD2853,12/ PAYMENT OF INVOICES 204011665 20401 1687 /OGB/WXXXXX BANKING CORPORATION "
     "/VA/123456XXXXXX BENEFICIARY INFO"},
};

std::optional<Statement_file> sample(const std::string& name) {
    return test::read_sample("mt940", name);
}

std::size_t count_of(const Statement_file& file, Code code) {
    return static_cast<std::size_t>(std::ranges::count(file.findings, code, &Finding::code));
}

} // namespace

TEST_CASE("what stands in real movements is found") {
    for (const Row& row : rows) {
        CAPTURE(row.file);
        CAPTURE(row.line);
        const auto file = sample(row.file);
        if (!file) {
            return;
        }
        const bank::Movement& movement =
            file->statements.at(row.message - 1).movements.at(row.line - 1);
        CHECK(movement.transaction_code == row.type);
        CHECK(movement.counterparty.name == row.name);
        CHECK(movement.counterparty.account == row.account);
        CHECK(movement.counterparty.bic == row.bic);
        CHECK(movement.end_to_end_id == row.end_to_end_id);
        CHECK(movement.bank_reference == row.bank_reference);
        CHECK(movement.communication.text == row.text);
    }
}

TEST_CASE("mandate and creditor of a direct debit, cut by sub-fields") {
    if (const auto file = sample(wolph + "cmxl__statement_details.sta")) {
        const bank::Movement& movement = file->statements[0].movements[0];
        CHECK(movement.mandate_id == "CAC97D2144174318AC18D9BF815BD4FB");
        CHECK(movement.creditor_id == "DE98ZZZ09999999999");
    }
    if (const auto file = sample(wolph + "self-provided__gv_codes.sta")) {
        const bank::Movement& movement = file->statements[0].movements[0];
        CHECK(movement.mandate_id == "12AB234CD6E7F");
        CHECK(movement.creditor_id == "AB12CDE0000000000000000034");
    }
    if (const auto file = sample(wolph + "self-provided__overly_long_details.sta")) {
        const bank::Movement& movement = file->statements[0].movements[0];
        CHECK(movement.end_to_end_id == "123/123/12345-----L1101234567890123");
        CHECK(movement.mandate_id == "BYA12345678901");
        CHECK(movement.creditor_id == "DE99ZZZ00000012345");
        CHECK(movement.counterparty.name == "Finanzamt Muenchen Abteilung Erhebung");
        CHECK(movement.communication.text.starts_with("STEUERNR 123/123/12345"));
        CHECK(movement.communication.text.ends_with("BYLADEMM ABWA: Finanzamt Muenchen"));
    }
}

TEST_CASE("a line that starts like a tag but is none belongs to the text") {
    const auto file = sample(wolph + "self-provided__wrapped_timestamp.sta");
    if (!file) {
        return;
    }
    const bank::Movement& movement = file->statements[0].movements[0];
    CHECK(movement.communication.text ==
          "ABCDEFGHIJKLMNOPQRSTUVW /PL 12-09-2014T16:26:37 Fo lgenr. 007");
    CHECK(movement.end_to_end_id == "VZ0000000000000000");
    CHECK(movement.value_date == Date::of(2016, 2, 29)); // written 0230
    CHECK(movement.booking_date == Date::of(2016, 3, 1));
    CHECK(count_of(*file, bank::mt940_date_clamped) == 1);
}

TEST_CASE("accounts, numbers and messages of real statements") {
    struct Frame {
        std::string file;
        std::string account;
        std::string bic;
        std::uint32_t number;
        std::vector<std::string> messages;
    };

    for (const Frame& row : {
             Frame{wolph + "betterplace__currency_in_25.sta", "51210600/9223382012", "", 0, {}},
             {wolph + "jejik__rabobank.sta", "1291.99.348", "", 0, {}},
             {wolph + "jejik__triodos.sta", "TRIODOSBANK/0390123456", "", 1, {}},
             {wolph + "self-provided__raiffeisen-cmi.sta",
              "123456789150ABCDEF002",
              "UBRTHUHB",
              72,
              {}},
             {wolph + "jejik__ing.sta", "0001234567", "", 0, {"D000004C000002D25,24C28,71 -XXX"}},
             {fruit + "Hsbc_sample.mt940", "808XXXXXX292", "", 1, {"/OSDR/HSBCHKHH"}},
             {fruit + "Knab_sample.mt940", "0762918446", "", 20, {}},
         }) {
        CAPTURE(row.file);
        const auto file = sample(row.file);
        if (!file) {
            return;
        }
        const bank::Statement& statement = file->statements[0];
        CHECK(statement.account == row.account);
        CHECK(statement.bank_bic == row.bic);
        CHECK(statement.number == row.number);
        REQUIRE(statement.messages.size() == row.messages.size());
        for (std::size_t i = 0; i < row.messages.size(); ++i) {
            CHECK(statement.messages[i].text == row.messages[i]);
        }
    }
}

TEST_CASE("bytes that communication programs leave around a message break nothing") {
    const auto file = sample(wolph + "mBank__mt940.sta");
    if (!file) {
        return;
    }
    CHECK(count_of(*file, bank::control_characters) == 1);
    CHECK(count_of(*file, bank::mt940_line_unread) == 0);
    CHECK_FALSE(has_errors(file->findings));
}
