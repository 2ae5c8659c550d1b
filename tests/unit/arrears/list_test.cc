// Goal: a landlord's list is read to the cent or refused with the row, the column and what stands
// there. Method: tables of small files, as CSV and as spreadsheets.
#include "lists.hpp"
#include "support/xlsx_file.hpp"

#include <doctest/doctest.h>

using namespace saldo;
using namespace saldo::arrears;
using test::day;

namespace {

constexpr std::string_view head =
    "Huurdersnummer;Naam;Rijksregisternummer;Huurprijs;Achterstal;Stand op\r\n";

Result<Read_list> read(const std::string& rows, std::optional<Date> as_of = {}) {
    return read_list(std::string(head) + rows, test::landlord(), as_of);
}

/// `line code param=value …` of the first finding.
std::string told(const Result<Read_list>& answer) {
    if (answer) {
        return "";
    }
    const Finding& first = answer.error().first();
    std::string text = std::to_string(first.where.line) + " " + std::string(first.code.text);
    for (const Param& param : first.params) {
        text += " " + param.name + "=" + param.value;
    }
    return text;
}

} // namespace

TEST_CASE("a list is read as it stands") {
    const auto answer = read_list(
        "Woonmaatschappij Klaver;;\r\n\r\n"
        "Naam;Huurder nr;Adres;Postcode;Gemeente;Telefoon;Maandhuur;Openstaand saldo;Stand "
        "op;Geboortedatum;Rekeningnummer;Opmerking\r\n"
        "\"Claes; Dirk\";H-12;Kerkdreef 3;9999;Voorbeeldegem;0400 00 00 00;520,00;\"1.234,5\";"
        "30/09/2026;21/07/1979;BE81 0632 0002 2624;x\r\n"
        ";;;;;;;;;;;\r\n"
        "Maes Els;H-13;;;;;\x80 480;-12,00;2026-09-30;;;\r\n"
        "Totaal;;;;;;1000,00;1222,50;;;;\r\n",
        test::landlord(), {});
    REQUIRE(told(answer) == "");
    const List& list = answer->list;
    CHECK(list.as_of == day("2026-09-30"));
    REQUIRE(list.rows.size() == 2);
    CHECK(list.rows[0].tenant.name == "Claes; Dirk");
    CHECK(list.rows[0].tenant.birth_date == day("1979-07-21"));
    CHECK(list.rows[0].tenant.iban->text() == "BE81063200022624");
    CHECK(list.rows[0].arrears == Money::cents(1'234'50));
    CHECK(list.rows[1].rent == Money::cents(480'00));
    CHECK(list.rows[1].arrears == Money::cents(-12'00));
    CHECK(total_arrears(list) == Money::cents(1'222'50));
    REQUIRE(answer->findings.size() == 1);
    CHECK(answer->findings[0].code.text == "arrears.column_unknown");
}

TEST_CASE("what cannot be read refuses the whole list") {
    struct Row {
        const char* rows;
        const char* told;
    };

    const std::string good = "1;A;;500,00;100,00;30/09/2026\r\n";
    for (const Row& row : {
             Row{";B;;1,00;1,00;30/09/2026\r\n", "3 arrears.cell_missing column=tenant"},
             {"2;;;1,00;1,00;30/09/2026\r\n", "3 arrears.cell_missing column=name"},
             {"2;B;;;1,00;30/09/2026\r\n", "3 arrears.cell_missing column=rent"},
             {"2;B;;1,00\r\n", "3 arrears.cell_missing column=arrears"},
             {"2;B;;1,00;12.50;30/09/2026\r\n",
              "3 arrears.cell_wrong column=arrears stated=12.50 reason=arrears.value_wrong"},
             {"2;B;;1,00;1,005;30/09/2026\r\n",
              "3 arrears.cell_wrong column=arrears stated=1,005 reason=bank.fraction_of_cent"},
             {"2;B;;1,00;12,5O;30/09/2026\r\n",
              "3 arrears.cell_wrong column=arrears stated=12,5O reason=arrears.value_wrong"},
             {"2;B;;-1,00;1,00;30/09/2026\r\n",
              "3 arrears.cell_wrong column=rent stated=-1.00 reason=arrears.value_wrong"},
             {"2;B;;1,00;1.000.000.000,00;30/09/2026\r\n",
              "3 arrears.cell_wrong column=arrears stated=1.000.000.000,00 "
              "reason=arrears.value_wrong"},
             {"2;B;;1,00;1,00;31/09/2026\r\n",
              "3 arrears.cell_wrong column=as_of stated=31/09/2026 reason=arrears.value_wrong"},
             {"2;B;;1,00;1,00;29/09/2026\r\n",
              "3 arrears.date_differs stated=2026-09-29 computed=2026-09-30"},
             // a national number is never shown
             {"2;B;79072104168;1,00;1,00;30/09/2026\r\n",
              "3 arrears.cell_wrong column=national_number stated= "
              "reason=party.national_number_check_wrong"},
             {"1;B;;1,00;1,00;30/09/2026\r\n", "3 arrears.tenant_twice tenant=1"},
             {"2;B;;1,00;1,00;30/09/2026;x\r\n", "3 arrears.row_malformed"},
             {"2;\"B;;1,00;1,00;30/09/2026\r\n", "3 arrears.row_malformed"},
             {"Totaal;;;;99,00;\r\n",
              "3 arrears.total_differs column=arrears stated=99.00 computed=100.00"},
             {"Totaal;;;501,00;100,00;\r\n",
              "3 arrears.total_differs column=rent stated=501.00 computed=500.00"},
         }) {
        CHECK(told(read(good + row.rows)) == row.told);
    }
}

TEST_CASE("a list without its headings or its day is refused") {
    CHECK(told(read_list("Nummer;Naam\r\n1;A\r\n", test::landlord(), {})) ==
          "0 arrears.header_missing landlord=woonmaatschappij columns=tenant, name, rent, arrears");
    CHECK(told(read_list("Huurdersnummer;Klantnummer;Naam;Huurprijs;Achterstal\r\n",
                         test::landlord(), day("2026-09-30"))) ==
          "1 arrears.column_twice column=tenant");
    CHECK(told(read("1;A;;1,00;1,00;\r\n")) == "0 arrears.date_missing");
    CHECK(told(read("1;A;;1,00;1,00;\r\n", day("2026-09-30"))) == "");
    CHECK(told(read("1;A;;1,00;1,00;30/09/2026\r\n", day("2026-10-31"))) ==
          "2 arrears.date_differs stated=2026-09-30 computed=2026-10-31");
    CHECK(told(read("", day("2026-09-30"))) == ""); // nobody is in arrears
}

TEST_CASE("separators and decimal marks are those of the file and the landlord") {
    Landlord dotted = test::landlord();
    dotted.decimal_mark = '.';

    struct Row {
        const char* amount;
        std::int64_t cents; ///< 0: refused
    };

    for (const Row& row : {Row{"1,234.50", 1'234'50},
                           {"1234.5", 1'234'50},
                           {"1,234", 1'234'00},
                           {"12,50", 0},
                           {"12.505", 0},
                           {"1.234,50", 0}}) {
        CAPTURE(row.amount);
        const auto answer = read_list("Huurdersnummer,Naam,Huurprijs,Achterstal\n7,A,1.00,\"" +
                                          std::string(row.amount) + "\"\n",
                                      dotted, day("2026-09-30"));
        CHECK((answer ? answer->list.rows.at(0).arrears.cents() : 0) == row.cents);
    }
    const auto tabs = read_list("Huurdersnummer\tNaam\tHuurprijs\tAchterstal\n7\tA\t1\t2\n",
                                test::landlord(), day("2026-09-30"));
    REQUIRE(tabs.has_value());
    CHECK(tabs->list.rows.at(0).arrears == Money::cents(2'00));
}

TEST_CASE("a spreadsheet has numbers, days since 1899 and no zeros before") {
    const std::string bytes = test::zip_of(test::workbook_parts(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
        "<c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c><c t=\"s\"><v>5</v></c></row>"
        "<row><c><v>17</v></c><c t=\"inlineStr\"><is><t>Aerts  An</t></is></c>"
        "<c><v>1020304130</v></c><c><v>520.1</v></c><c><v>1040.2</v></c><c><v>46295</v></c></row>",
        {"Huurdersnummer", "Naam", "INSZ", "Huurprijs", "Achterstal", "Stand op"}));
    const auto answer = read_list(bytes, test::landlord(), {});
    REQUIRE(told(answer) == "");
    const List_row& row = answer->list.rows.at(0);
    CHECK(row.tenant.reference == "17");
    CHECK(row.tenant.name == "Aerts An");
    CHECK(row.tenant.national_number->digits() == "01020304130");
    CHECK(row.arrears == Money::cents(1'040'20));
    CHECK(answer->list.as_of == day("2026-09-30"));
}
