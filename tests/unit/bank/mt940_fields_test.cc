// Goal: each field of MT940 is read as its form says, with its traps. Method: tables of fields
// typed after the standard, with their values worked out by hand.
#include "bank/mt940/tags.hpp"
#include "bank/mt940/values.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;
using bank::Statement_file;
using namespace bank::mt940;

namespace {

std::string told(const std::optional<Date>& date) {
    return date ? calendar::format(*date) : "";
}

} // namespace

TEST_CASE("lines that begin a field, and those that do not") {
    for (const char* line :
         {":20:X", ":21:", ":25:1", ":28C:1", ":28:1", ":60F:", ":60M:", ":61:", ":86:", ":62F:",
          ":62M:", ":64:", ":65:", ":90D:", ":90C:", ":NS:", ":13D:", ":34F:", ":940:"}) {
        CAPTURE(line);
        CHECK(tag_of(line) != nullptr);
    }
    for (const char* line : {"", ":", "20:", ":26:37 Fo?25lgenr", ":60:", ":61",
                             " :61:", ":86 :", ":28D:", "-", ":62X:"}) {
        CAPTURE(line);
        CHECK(tag_of(line) == nullptr);
    }
}

TEST_CASE("lines that end a message, and those that do not") {
    for (const char* line : {"-", "-}", "-}{5:{CHK:0123456789AB}}"}) {
        CHECK(is_end(line));
    }
    for (const char* line : {"-XXX", "--", "- ", "", "-}x", "}"}) {
        CHECK_FALSE(is_end(line));
    }
}

TEST_CASE("amounts have a comma and perhaps decimals") {
    struct Row {
        std::string text;
        std::string amount; ///< empty: none
    };

    for (const Row& row : std::vector<Row>{{"1234,5", "1234.50"},
                                           {"500,", "500.00"},
                                           {"500", "500.00"},
                                           {"0,12", "0.12"},
                                           {"00,12", "0.12"},
                                           {"000000000025,00", "25.00"},
                                           {"0000000001000,89", "1000.89"},
                                           {"1,12345", "1.12345"},
                                           {"1,1234500", "1.12345"},
                                           {"1,123456", ""},
                                           {"92233720368547,75807", "92233720368547.75807"},
                                           {"92233720368547,75808", ""},
                                           {"92233720368548,", ""},
                                           {"999999999999999999999", ""},
                                           {"", ""},
                                           {",", ""},
                                           {",50", ""},
                                           {"1.50", ""},
                                           {"1,5,0", ""},
                                           {"-1,", ""},
                                           {"+1,", ""},
                                           {"1 ,", ""}}) {
        CAPTURE(row.text);
        const auto amount = to_amount(row.text);
        CHECK((amount ? bank::format(*amount) : "") == row.amount);
    }
}

TEST_CASE("days, and those the month lacks") {
    struct Row {
        std::string text;
        std::string date;
        bool is_clamped;
    };

    for (const Row& row : std::vector<Row>{{"070904", "2007-09-04", false},
                                           {"791231", "2079-12-31", false},
                                           {"800101", "1980-01-01", false},
                                           {"160230", "2016-02-29", true},
                                           {"150229", "2015-02-28", true},
                                           {"150431", "2015-04-30", true},
                                           {"150432", "", false},
                                           {"151301", "", false},
                                           {"150100", "", false},
                                           {"150001", "", false}}) {
        CAPTURE(row.text);
        const auto day = to_day(row.text);
        REQUIRE(day.has_value());
        CHECK(told(day->date) == row.date);
        CHECK(day->is_clamped == row.is_clamped);
    }
    for (const char* text : {"", "7904", "0709041", "07090X", "07 904"}) {
        CHECK_FALSE(to_day(text).has_value());
    }
}

TEST_CASE("the year of a booking is the one that brings it nearest to the value date") {
    struct Row {
        Date value;
        std::string booked;
        std::string date;
        bool is_clamped = false;
    };

    for (const Row& row : std::vector<Row>{{*Date::of(2010, 2, 17), "0204", "2010-02-04"},
                                           {*Date::of(2010, 12, 31), "0102", "2011-01-02"},
                                           {*Date::of(2011, 1, 2), "1231", "2010-12-31"},
                                           {*Date::of(2011, 1, 2), "0102", "2011-01-02"},
                                           {*Date::of(2019, 10, 25), "1025", "2019-10-25"},
                                           {*Date::of(2023, 3, 1), "0230", "2023-02-28", true},
                                           {*Date::of(2023, 12, 31), "0229", "2024-02-29"},
                                           {*Date::of(2023, 3, 1), "1301", ""}}) {
        CAPTURE(row.booked);
        const Day day = day_near(row.booked, row.value);
        CHECK(told(day.date) == row.date);
        CHECK(day.is_clamped == row.is_clamped);
    }
}

TEST_CASE("the account in all its forms") {
    struct Row {
        std::string text;
        std::string number;
        std::string currency;
        std::string bic;
    };

    for (const Row& row : std::vector<Row>{
             {"BE80001000000177", "BE80001000000177", "", ""},
             {"BE80 0010 0000 0177", "BE80001000000177", "", ""},
             {"BE80001000000177EUR", "BE80001000000177", "EUR", ""},
             {"BE80001000000177 EUR", "BE80001000000177", "EUR", ""},
             {"GEBABEBB/BE80001000000177", "BE80001000000177", "", "GEBABEBB"},
             {"GEBABEBBXXX/BE80001000000177EUR", "BE80001000000177", "EUR", "GEBABEBBXXX"},
             {"MU17BOMM0101101030300200000MUR", "MU17BOMM0101101030300200000MUR", "", ""},
             {"1526.89.184EUR", "1526.89.184", "EUR", ""},
             {"51210600/9223382012EUR", "51210600/9223382012", "EUR", ""},
             {"50880050/0194774600888", "50880050/0194774600888", "", ""},
             {"TRIODOSBANK/0666666666", "TRIODOSBANK/0666666666", "", ""},
             {"UBRTHUHB/123456789150ABCDEF002/HUF", "123456789150ABCDEF002", "HUF", "UBRTHUHB"},
             {"808XXXXXX292", "808XXXXXX292", "", ""},
             {"80812345XXX", "80812345XXX", "", ""},
             {" 0000000000 ", "0000000000", "", ""},
             {"", "", "", ""},
             {"EUR", "EUR", "", ""}}) {
        CAPTURE(row.text);
        Statement_file file;
        const Account account = to_account(row.text, file);
        CHECK(account.number == row.number);
        CHECK(account.currency == row.currency);
        CHECK(account.bic == row.bic);
    }
}

TEST_CASE("number and page") {
    struct Row {
        std::string text;
        std::uint32_t number;
        std::uint32_t page;
    };

    for (const Row& row : std::vector<Row>{{"00004/00001", 4, 1},
                                           {"000", 0, 0},
                                           {"0", 0, 0},
                                           {"160/1", 160, 1},
                                           {"00000/00", 0, 0},
                                           {"09198/002", 9198, 2}}) {
        CAPTURE(row.text);
        const auto number = to_number(row.text);
        REQUIRE(number.has_value());
        CHECK(number->number == row.number);
        CHECK(number->page == row.page);
    }
    for (const char* text : {"", "A", "1/", "/1", "1/2/3", "-1", "99999999999"}) {
        CAPTURE(text);
        CHECK_FALSE(to_number(text).has_value());
    }
}

TEST_CASE("balances and sums") {
    const auto balance = to_balance("D070903EUR1234718,36 ");
    REQUIRE(balance.has_value());
    CHECK(told(balance->day.date) == "2007-09-03");
    CHECK(balance->currency == "EUR");
    CHECK(bank::format(balance->amount) == "-1234718.36");
    for (const char* text : {"", "C", "X070903EUR1,", "C070903eur1,", "C070903EUR", "C070903EUR1,X",
                             "C0709EUR1,00", "RC070903EUR1,00"}) {
        CAPTURE(text);
        CHECK_FALSE(to_balance(text).has_value());
    }
    const auto sum = to_sum("12EUR345,67");
    REQUIRE(sum.has_value());
    CHECK(sum->count == 12);
    CHECK(sum->currency == "EUR");
    CHECK(bank::format(sum->amount) == "345.67");
    for (const char* text : {"", "EUR1,", "1EUR", "1EU1,", "X1EUR1,"}) {
        CAPTURE(text);
        CHECK_FALSE(to_sum(text).has_value());
    }
}

namespace {

struct Entry_row {
    std::string text;
    std::string amount;
    char funds_code;
    bool is_reversal;
    std::string booked;
    std::string type;
    std::string customer_reference;
    std::string bank_reference;
};

const std::vector<Entry_row> entries{
    {"0709040904CR50990,05NTRFNONREF//0724710352954937", "50990.05", 'R', false, "0904", "NTRF",
     "NONREF", "0724710352954937"},
    {"0709040904RCR204,88NRTINONREF", "-204.88", 'R', true, "0904", "NRTI", "NONREF", ""},
    {"0709040904RC204,88NRTINONREF", "-204.88", ' ', true, "0904", "NRTI", "NONREF", ""},
    {"070904RD204,88NRTINONREF", "204.88", ' ', true, "", "NRTI", "NONREF", ""},
    {"0709040904DR6,00N024NONREF", "-6.00", 'R', false, "0904", "N024", "NONREF", ""},
    {"1203290329DD20000,00NTRF1004688128      //6128522200250001", "-20000.00", 'D', false, "0329",
     "NTRF", "1004688128", "6128522200250001"},
    {"1701190119CN0,01NTRFNONREF//MB170119012058", "0.01", 'N', false, "0119", "NTRF", "NONREF",
     "MB170119012058"},
    {"110701CN50,00NZ10NONREF", "50.00", 'N', false, "", "NZ10", "NONREF", ""},
    {"1512031203D15,NTRFNONREF", "-15.00", ' ', false, "1203", "NTRF", "NONREF", ""},
    {"110101D15,70NIT NONREF", "-15.70", ' ', false, "", "NIT", "NONREF", ""},
    {"1710111011DF2402,00S   X", "-2402.00", 'F', false, "1011", "S", "X", ""},
    {"1206070608D20,00NIOB0987654321", "-20.00", ' ', false, "0608", "NIOB", "0987654321", ""},
    {"200101D65,00NOVBNL71ABNA0417164300CDEFGHIJKLMNOPQ//1", "-65.00", ' ', false, "", "NOVB",
     "NL71ABNA0417164300CDEFGHIJKLMNOPQ", "1"},
    {"1409010902DR000000000001,62NTRF0000549855700010//025498557/000001", "-1.62", 'R', false,
     "0902", "NTRF", "0000549855700010", "025498557/000001"},
    {"170914D233,15NMSC", "-233.15", ' ', false, "", "NMSC", "", ""},
    {"170914D233,15", "-233.15", ' ', false, "", "", "", ""},
    {"170914D233,15XMSCREF", "-233.15", ' ', false, "", "", "XMSCREF", ""},
    {"170914D233NMSC", "-233.00", ' ', false, "", "NMSC", "", ""},
};

} // namespace

TEST_CASE("movements: the mark, the funds code and what follows") {
    for (const Entry_row& row : entries) {
        CAPTURE(row.text);
        const auto entry = to_entry(row.text);
        REQUIRE(entry.has_value());
        CHECK(bank::format(entry->amount) == row.amount);
        CHECK(entry->funds_code == row.funds_code);
        CHECK(entry->is_reversal == row.is_reversal);
        CHECK_FALSE(entry->is_expected);
        CHECK(entry->booked == row.booked);
        CHECK(entry->type == row.type);
        CHECK(entry->customer_reference == row.customer_reference);
        CHECK(entry->bank_reference == row.bank_reference);
    }
    CHECK(to_entry("070904ED1,00NTRFX")->is_expected);
    CHECK(to_entry("070904EC1,00NTRFX")->is_expected);
    for (const char* text : {"", "07090", "070904", "070904X1,00NTRF", "070904CNTRF", "070904C",
                             "070904CRR1,00", "0709040904", "07090X0904C1,00"}) {
        CAPTURE(text);
        CHECK_FALSE(to_entry(text).has_value());
    }
}

TEST_CASE("accounts and references by their form") {
    for (const char* text : {"NL70ABNA0987654321", "BE80001000000177", "P001234567"}) {
        CHECK(looks_like_account(text));
    }
    for (const char* text : {"", "0987654321", "marechal s", "P00123456", "PREF", "NL70ABNA09876",
                             "nl70abna0987654321"}) {
        CHECK_FALSE(looks_like_account(text));
    }
    for (const char* text : {"", "NONREF", "EREF", "KREF+", "NOTPROVIDED"}) {
        CHECK(is_no_reference(text));
    }
    CHECK_FALSE(is_no_reference("TMG TANGO"));
}
