// Goal: rows and cells are cut as banks write them, and the order of bookings is found. Method:
// small texts with the rows they hold; small lists of entries in both directions.
#include "bank/codes.hpp"
#include "bank/csv/communication.hpp"
#include "bank/csv/entry.hpp"
#include "bank/csv/rows.hpp"
#include "bank/csv/text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace saldo;
using namespace saldo::bank;
using csv::Quotes;

namespace {

/// Rows as `cell|cell`, each with its line before it and `!` after it if it is malformed.
std::string rows_in(std::string_view text, Quotes quotes) {
    Statement_file file;
    csv::Row_reader reader(text, ';', quotes, file);
    std::string rows;
    while (const auto row = reader.next()) {
        rows += std::to_string(row->line) + ":";
        for (std::size_t i = 0; i < row->cells.size(); ++i) {
            rows.append(i == 0 ? "" : "|").append(row->cells[i].text);
        }
        rows += row->is_malformed ? "!\n" : "\n";
    }
    return rows;
}

csv::Entry entry(int day, int cents, std::optional<int> balance, std::string_view number = "") {
    csv::Entry made;
    made.movement.booking_date = Date::of(2026, 1, day);
    made.movement.amount = Amount::units(cents * Amount::units_per_cent);
    if (balance) {
        made.balance = Amount::units(*balance * Amount::units_per_cent);
    }
    made.movement_number = number;
    return made;
}

std::string order_of(csv::Entries entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].movement.line = i + 1;
    }
    csv::put_in_order(entries);
    std::string order;
    for (const csv::Entry& each : entries) {
        order += std::to_string(each.movement.line);
    }
    return order;
}

csv::Cut cut(csv::Cut::Take take, std::vector<std::string> after, bool last = false) {
    return {csv::Role::text, std::move(after), {"END :"}, take, last};
}

} // namespace

TEST_CASE("rows end at CR, LF or CRLF, and quotes mean what the dialect says") {
    CHECK(rows_in("a;b\rc;d\r\n\ne", Quotes::none) == "1:a|b\n2:c|d\n3:\n4:e\n");
    CHECK(rows_in("a;\n;\n", Quotes::none) == "1:a|\n2:|\n");
    CHECK(rows_in("\"a\";b\"\n", Quotes::none) == "1:\"a\"|b\"\n");
    CHECK(rows_in("\"a;b\";c\n", Quotes::some) == "1:a;b|c\n");
    CHECK(rows_in("\"a \"\"b\"\"\";c\n", Quotes::some) == "1:a \"b\"|c\n");
    CHECK(rows_in("\"a;b\nc\";d\n", Quotes::some) == "1:\"a|b\n2:c\"|d\n");
    CHECK(rows_in("\"a\" b;c\n", Quotes::some) == "1:\"a\" b|c\n");
    CHECK(rows_in("\"a\r\nb\";\"\"\n\"c\"\n", Quotes::all) == "1:a\r\nb|\n3:c\n");
    CHECK(rows_in("\"a\"x;b\n\"c\n", Quotes::all) == "1:\"a\"x|b!\n2:\"c!\n");
    CHECK(rows_in("", Quotes::none).empty());
}

TEST_CASE("a row of more cells than any bank has keeps their number") {
    Statement_file file;
    const std::string text(1'000, ';');
    csv::Row_reader reader(text, ';', Quotes::none, file);
    const auto row = reader.next();
    REQUIRE(row.has_value());
    CHECK(row->width == 1'001);
    CHECK(row->cells.size() == csv::cells_max);
}

TEST_CASE("headings are compared without case, accents and surplus blanks") {
    CHECK(csv::normal("  Numéro   D'EXTRAIT ") == "numero d'extrait");
    CHECK(csv::normal("Solde après opération") == csv::normal("SOLDE APRES OPERATION"));
    CHECK(csv::normal("Nº × ÷") == "nº × ÷");
    CHECK(csv::normal("\xC3") == "\xC3");
}

TEST_CASE("entries come in the order they were booked in") {
    struct Row {
        std::string name;
        csv::Entries entries;
        std::string order;
    };

    for (const Row& row : std::vector<Row>{
             {"oldest first", {entry(1, 1, {}), entry(2, 1, {}), entry(2, 2, {})}, "123"},
             {"newest first", {entry(3, 1, {}), entry(2, 1, {}), entry(2, 2, {})}, "321"},
             {"balances tell within a day", {entry(1, 5, 7), entry(1, 2, 2)}, "21"},
             {"balances rule over dates", {entry(2, 5, 5), entry(1, 2, 7)}, "12"},
             {"dates where no direction holds",
              {entry(3, 1, 9), entry(2, 1, 5), entry(1, 1, 2)},
              "321"},
             {"numbers where all else is equal",
              {entry(1, 1, {}, "2026-9"), entry(1, 1, {}, "2026-8")},
              "21"},
             {"nothing tells", {entry(1, 1, {}), entry(1, 2, {})}, "12"},
             {"a day out of place moves only without balances",
              {entry(1, 1, {}), entry(4, 1, {}), entry(3, 1, {}), entry(5, 1, {})},
              "1324"},
             {"one", {entry(1, 1, {})}, "1"}}) {
        CAPTURE(row.name);
        CHECK(order_of(row.entries) == row.order);
    }
}

TEST_CASE("a chain of balances breaks once, at the row that does not follow") {
    Findings findings;
    Report report(findings);
    csv::check_balances({entry(1, 5, 5), entry(2, 1, 7), entry(3, 1, 8), entry(3, 1, {})}, report);
    csv::check_balances({entry(1, 5, 5), entry(2, 1, {}), entry(3, 1, 7)}, report);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == balance_mismatch);
    CHECK(findings.front().severity == Severity::error);
    CHECK(findings.front().params == Params{{"stated", "0.07"}, {"computed", "0.06"}});
}

TEST_CASE("a structured communication is one by its check digits only") {
    using enum Communication::Kind;

    struct Row {
        std::string text;
        bool bare;
        Communication::Kind kind;
        std::string read;
    };

    for (const Row& row :
         std::vector<Row>{{"", true, none, ""},
                          {"+++202/6000/10704+++", false, ogm, "202600010704"},
                          {"***202/6000/10704***", false, ogm, "202600010704"},
                          {"202/6000/10704", false, ogm, "202600010704"},
                          {"huur ***202/6000/10704*** mei", false, ogm, "202600010704"},
                          {"SCOR BBA 202600010704", false, ogm, "202600010704"},
                          {"x SCOR   BBA   202600010704", false, ogm, "202600010704"},
                          {"202600010704", true, ogm, "202600010704"},
                          {"202600010704", false, free, "202600010704"},
                          {"202600010705", true, free, "202600010705"},
                          {"+++202/6000/10705+++", false, free, "+++202/6000/10705+++"},
                          {"SCOR BBA 2026000107041", false, free, "SCOR BBA 2026000107041"},
                          {"+++202/6000/10704+++ ***000/0000/00097***", false, free,
                           "+++202/6000/10704+++ ***000/0000/00097***"},
                          {"RF18 5390 0754 7034", false, rf, "RF18539007547034"},
                          {"RF19 5390 0754 7034", false, free, "RF19 5390 0754 7034"}}) {
        CAPTURE(row.text);
        Statement_file file;
        const Communication read = csv::read_communication(row.text, row.bare, file);
        CHECK(read.kind == row.kind);
        CHECK(read.text == row.read);
        CHECK(read.written == row.text);
    }
}

TEST_CASE("values are cut out of long texts") {
    using Take = csv::Cut::Take;
    CHECK(csv::cut_out(cut(Take::word, {"REF. :"}), "a REF. : X1 b") == "X1");
    CHECK(csv::cut_out(cut(Take::word, {"REF. :"}), "REF.   :X1") == "X1");
    CHECK(csv::cut_out(cut(Take::word, {"REF. :"}, true), "REF. : 1 REF. : 2") == "2");
    CHECK(csv::cut_out(cut(Take::word, {"REF. :"}), "REF. : 1 REF. : 2") == "1");
    CHECK(csv::cut_out(cut(Take::word, {"De:"}), "Code:x De:y") == "y");
    CHECK(csv::cut_out(cut(Take::word, {"BIC"}), "BICYCLE BIC GKCCBEBB x") == "GKCCBEBB");
    CHECK(csv::cut_out(cut(Take::block, {"Van:", "De:"}), "Van: A B   C") == "A B");
    CHECK(csv::cut_out(cut(Take::rest, {"Van:"}), "Van: A B   C END : D") == "A B   C");
    CHECK(csv::cut_out(cut(Take::rest, {"Van:"}), "x").empty());
    CHECK(csv::cut_out(cut(Take::word, {"Van:"}), "Van:").empty());
}
