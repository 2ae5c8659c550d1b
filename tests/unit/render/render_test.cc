// Goal: one report, three forms, each exactly as its readers expect. Method: a small report with
// every kind of cell, and the three texts written by hand.
#include "cli/render/render.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace saldo;
using namespace render;

namespace {

Report sample() {
    Table movements{"movements",
                    {{"movement", for_people},
                     {"sequence", for_machines},
                     {"booking_date"},
                     {"amount"},
                     {"counterparty.name"},
                     {"counterparty.account"},
                     {"communication"},
                     {"details", not_in_csv, true}},
                    {}};
    const Row detail{{Text{"1.1"}, Count{1}, Absent{}, Money::cents(-50), Text{"Éva, \"B\""},
                      Absent{}, Absent{}, Rows{}}};
    movements.rows.push_back(
        {{Text{"1"}, Count{1}, *Date::of(2026, 3, 2), Money::cents(-123'456), Text{"Stroom"},
          Account_number{"BE68539007547034"}, Reference{"090933755493"}, Rows{{detail}}}});
    movements.rows.push_back({{Text{"12"}, Count{12}, *Date::of(2026, 3, 3), Money::cents(100),
                               Text{"two\nlines, \"quoted\""}, Account_number{"not an iban"},
                               Reference{"RF18539007547034"}, Rows{}}});
    Report account;
    account.facts = {{"account", Account_number{"BE68539007547034"}, everywhere, "own_account"},
                     {"number", Count{42}, not_in_csv},
                     {"closing", bank::Amount::units(-76'782'300), not_in_csv},
                     {"holder", Absent{}, for_machines}};
    account.tables = {movements};
    return {{}, {}, {{"statements", {account}}}};
}

std::string text_of(const Report& report, Output output, i18n::Language language) {
    std::ostringstream out;
    write(out, report, output, i18n::Texts(language));
    return out.str();
}

} // namespace

TEST_CASE("json has every shown key in order, dotted keys as objects, amounts as text") {
    CHECK(text_of(sample(), Output::json, i18n::Language::nl) == R"({
  "statements": [
    {
      "account": "BE68539007547034",
      "number": 42,
      "closing": "-767.823",
      "holder": null,
      "movements": [
        {
          "sequence": 1,
          "booking_date": "2026-03-02",
          "amount": "-1234.56",
          "counterparty": {
            "name": "Stroom",
            "account": "BE68539007547034"
          },
          "communication": "090933755493",
          "details": [
            {
              "sequence": 1,
              "booking_date": null,
              "amount": "-0.50",
              "counterparty": {
                "name": "Éva, \"B\"",
                "account": null
              },
              "communication": null,
              "details": []
            }
          ]
        },
        {
          "sequence": 12,
          "booking_date": "2026-03-03",
          "amount": "1.00",
          "counterparty": {
            "name": "two\nlines, \"quoted\"",
            "account": "not an iban"
          },
          "communication": "RF18539007547034",
          "details": []
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("csv has one line per row after the facts around it") {
    CHECK(text_of(sample(), Output::csv, i18n::Language::fr) ==
          "own_account,holder,sequence,booking_date,amount,counterparty_name,"
          "counterparty_account,communication\n"
          "BE68539007547034,,1,2026-03-02,-1234.56,Stroom,BE68539007547034,090933755493\n"
          "BE68539007547034,,12,2026-03-03,1.00,\"two\nlines, \"\"quoted\"\"\",not an iban,"
          "RF18539007547034\n");
}

TEST_CASE("the table aligns amounts to the right, in the language of the reader") {
    CHECK(text_of(sample(), Output::table, i18n::Language::nl) ==
          "Rekening   BE68 5390 0754 7034\n"
          "Nummer     42\n"
          "Eindsaldo  -767,823\n"
          "\n"
          "Nr.  Geboekt        Bedrag  Tegenpartij          Rekening tegenpartij  Mededeling\n"
          "---  ----------  ---------  -------------------  --------------------  "
          "--------------------\n"
          "1    02/03/2026  -1.234,56  Stroom               BE68 5390 0754 7034   "
          "+++090/9337/55493+++\n"
          "1.1                  -0,50  Éva, \"B\"\n"
          "12   03/03/2026       1,00  two lines, \"quoted\"  not an iban           "
          "RF18 5390 0754 7034\n");
}

TEST_CASE("a report whose tables are not for csv is one row of its facts") {
    const Report report{{{"account", Text{"a"}}}, {{"rows", {{"x"}}, {}, not_in_csv}}, {}};
    CHECK(text_of(report, Output::csv, i18n::Language::nl) == "account\na\n");
}

TEST_CASE("a decimal number is exact for machines and regrouped for people") {
    const Report report{{{"amount", Decimal{"-12345.678901"}}}, {}, {}};
    CHECK(text_of(report, Output::json, i18n::Language::nl) ==
          "{\n  \"amount\": \"-12345.678901\"\n}\n");
    CHECK(text_of(report, Output::csv, i18n::Language::nl) == "amount\n-12345.678901\n");
    CHECK(text_of(report, Output::table, i18n::Language::nl) == "Bedrag  -12.345,678901\n");
    CHECK(text_of(report, Output::table, i18n::Language::en).ends_with("-12,345.678901\n"));
}

TEST_CASE("a report of facts alone is one row of csv") {
    const Report report{{{"account", Text{"a"}}, {"number", Count{7}}}, {}, {}};
    CHECK(text_of(report, Output::csv, i18n::Language::nl) == "account,number\na,7\n");
}

TEST_CASE("a table without rows says so") {
    const Report report{{}, {{"movements", {{"amount"}}, {}}}, {}};
    CHECK(text_of(report, Output::table, i18n::Language::en) == "(nothing)\n");
    CHECK(text_of(report, Output::csv, i18n::Language::en) == "amount\n");
    CHECK(text_of(report, Output::json, i18n::Language::en) == "{\n  \"movements\": []\n}\n");
}

TEST_CASE("json survives a file name that is not UTF-8") {
    const Report report{{{"file", Text{"caf\xe9"}}}, {}, {}};
    CHECK(text_of(report, Output::json, i18n::Language::nl) == "{\n  \"file\": \"caf\uFFFD\"\n}\n");
}

TEST_CASE("names that stand together are a list for JSON and one text elsewhere") {
    Report report;
    report.tables = {{"figures",
                      {{"count"}, {"dossiers"}},
                      {{{Count{2}, Words{{"2026-1", "2026-2"}}}}, {{Count{0}, Words{}}}}}};
    CHECK(text_of(report, Output::json, i18n::Language::nl) == R"({
  "figures": [
    {
      "count": 2,
      "dossiers": [
        "2026-1",
        "2026-2"
      ]
    },
    {
      "count": 0,
      "dossiers": []
    }
  ]
}
)");
    CHECK(text_of(report, Output::csv, i18n::Language::nl) ==
          "count,dossiers\n2,2026-1 2026-2\n0,\n");
}
