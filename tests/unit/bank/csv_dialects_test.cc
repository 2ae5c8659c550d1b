// Goal: a bank is a table, not code: the table keeps to its schema, its headers are told apart, and
// a bank added as data only is read. Method: the schema checked with a validator; a dialect and its
// export typed here, with every kind of column.
#include "bank/codes.hpp"
#include "bank/csv/dialects_text.hpp"
#include "bank/csv/read.hpp"
#include "support/csv_file.hpp"
#include "support/json_schema.hpp"
#include "support/shared.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace saldo;
using namespace saldo::bank;

namespace {

/// A bank that no one has: other names, another separator, years of two digits, balances.
constexpr std::string_view table = R"json({"dialects": [{
  "name": "made-up", "separator": "|", "quotes": "some", "dates": ["dd.mm.yy"], "columns": [
    {"is": "account", "names": {"de": ["Konto"]}, "may_be_blank": true},
    {"is": "booking_date", "names": {"de": ["Tag"]}},
    {"is": "amount", "names": {"de": ["Betrag"]}, "may_be_blank": true},
    {"is": "currency", "names": {"de": ["Währung"]}},
    {"is": "balance", "names": {"de": ["Stand"]}},
    {"is": "debit", "names": {"de": ["Soll"]}, "optional": true},
    {"is": "status", "names": {"de": ["Lage"]},
      "happened": ["Gebucht"], "did_not_happen": ["Nichts"]},
    {"is": "text", "names": {"de": ["Text"]}}],
  "preamble": [
    {"is": "message", "names": {"de": ["Heute"]}}, {"is": "silent", "names": {"de": ["Von"]}},
    {"is": "filter", "names": {"de": ["Nur"]}}],
  "cuts": [
    {"is": "counterparty_name", "after": ["An:"], "take": "block"},
    {"is": "bank_reference", "after": ["Ref :"], "take": "word", "last": true},
    {"is": "communication", "after": ["Zweck:"], "take": "rest", "until": ["Ref :"]}],
  "keys": [["bank_reference"], ["booking_date", "amount", "balance"]]}]})json";

constexpr std::string_view account = "BE16999000010174";

/// A file of that bank with these rows.
Result<Statement_file> read(const std::string& rows, const std::string& preamble = "") {
    static const csv::Dialects dialects = csv::parse_dialects(table);
    return csv::read(preamble + "Konto|Tag|Betrag|WÄHRUNG|Stand|Soll|Lage|Text\n" + rows, dialects);
}

struct Said {
    std::string rows;
    Code code;
    std::uint64_t line;
    std::size_t movements; ///< that are left
};

} // namespace

TEST_CASE("the table of dialects keeps to its schema") {
    const std::string file = "bank/csv_dialects.schema.json";
    const test::Json_schema schema(file);
    CHECK(schema.violations(csv::dialects_text()) == "");
    CHECK(schema.violations(table) == "");
    CHECK(schema.violations(R"({"dialects": [{}]})") != "");

    std::set<std::string> known;
    for (const auto& role : csv::role_names) {
        known.emplace(role.name);
    }
    const auto text =
        nlohmann::json::parse(test::read_file(test::source_folder() / "schemas" / file));
    const std::set<std::string> allowed = text["definitions"]["role"]["enum"];
    CHECK(known == allowed);
}

TEST_CASE("every header of the table is told from all others, by all its names") {
    for (const csv::Dialect& dialect : csv::built_in_dialects()) {
        for (const std::string& language : dialect.languages) {
            CAPTURE(dialect.name);
            CAPTURE(language);
            Statement statement;
            const test::Table rows = test::rows_of(dialect, language, statement, "");
            const auto file = csv::read(test::csv_text(dialect, rows));
            REQUIRE(file.has_value());
            CHECK(file->format == "csv-" + dialect.name);
            REQUIRE(file->findings.size() == 1);
            CHECK(file->findings.front().code == csv_no_movement);
        }
    }
}

TEST_CASE("a dialect added as data only is read") {
    const auto file =
        read("BE16 9990 0001 0174|02.01.26|-10,00|EUR|90,00|10,00|gebucht|Zahlung An: "
             "ANNA  Gent Zweck: +++202/6000/10704+++ Ref : A1\n"
             "BE16 9990 0001 0174|03.01.26|5,00|EUR|95,00||Gebucht|Ref : B2\n",
             "Von|01.01.26\nHeute|1,00 EUR\nNur|\n");
    REQUIRE(file.has_value());
    CHECK(file->format == "csv-made-up");
    CHECK(file->findings.empty());
    REQUIRE(file->statements.size() == 1);
    const Statement& statement = file->statements.front();
    CHECK(statement.account == account);
    CHECK(format(*statement.opening) == "100.00");
    CHECK(format(*statement.closing) == "95.00");
    CHECK(statement.opening_date == Date::of(2026, 1, 2));
    REQUIRE(statement.messages.size() == 1);
    CHECK(statement.messages.front().text == "Heute: 1,00 EUR");
    REQUIRE(statement.movements.size() == 2);
    const Movement& first = statement.movements.front();
    CHECK(first.counterparty.name == "ANNA");
    CHECK(first.bank_reference == "A1");
    CHECK(first.key == "A1");
    CHECK(first.communication.kind == Communication::Kind::ogm);
    CHECK(first.communication.text == "202600010704");
    CHECK(first.line == 5);
    REQUIRE(first.information.count == 1);
}

TEST_CASE("what cannot be taken as it stands is said with its row") {
    const std::string good = "BE16 9990 0001 0174|02.01.26|-10,00|EUR|90,00||Gebucht|x\n";
    const std::string start = "BE16 9990 0001 0174|";
    for (const Said& said : std::vector<Said>{
             {good + start + "30.02.26|1,00|EUR|91,00||Gebucht|x\n", csv_cell_unreadable, 3, 1},
             {good + start + "03.13.26|1,00|EUR|91,00||Gebucht|x\n", csv_cell_unreadable, 3, 1},
             {good + start + "03.01.26|1;00|EUR|91,00||Gebucht|x\n", csv_cell_unreadable, 3, 1},
             {good + start + "|1,00|EUR|91,00||Gebucht|x\n", csv_cell_unreadable, 3, 1},
             {good + start + "03.01.26|1,00|eur|91,00||Gebucht|x\n", csv_cell_unreadable, 3, 1},
             {good + start + "03.01.26|1,00|EUR|9l,00||Gebucht|x\n", csv_cell_unreadable, 3, 1},
             {good + start + "03.01.26|1,00|EUR|91,00||Offen|x\n", csv_cell_unreadable, 3, 1},
             {good + start + "03.01.26|1,00|EUR|91,00||Gebucht|x|y\n", csv_row_width, 3, 1},
             {good + start + "03.01.26|1,00|EUR|91,00||Gebucht\n", csv_row_width, 3, 1},
             {good + start + "03.01.26|1,00|EUR|91,00||Nichts|x\n", csv_row_not_executed, 3, 1},
             {good + start + "03.01.26||||||hello\n", csv_cell_unreadable, 3, 1},
             {good + start + "03.01.26||EUR|||Gebucht|hello\n", csv_row_without_amount, 3, 1},
             {good + "|03.01.26|1,00|EUR|91,00||Gebucht|x\n", csv_account_assumed, 3, 2},
             {good + start + "03.01.26|-1,00|EUR|89,00|2,00|Gebucht|x\n", csv_amounts_differ, 3, 2},
             {good + start + "03.01.26|1,00|EUR|92,00||Gebucht|x\n", balance_mismatch, 3, 2},
             {good + good, csv_key_repeated, 3, 2},
             {"BE17 9990 0001 0174|02.01.26|1,00|EUR|1,00||Gebucht|x\n", account_check_wrong, 2, 1},
         }) {
        CAPTURE(said.rows);
        const auto file = read(said.rows);
        REQUIRE(file.has_value());
        const auto found = std::ranges::find(file->findings, said.code, &Finding::code);
        REQUIRE(found != file->findings.end());
        CHECK(found->where.line == said.line);
        REQUIRE(file->statements.size() == 1);
        CHECK(file->statements.front().movements.size() == said.movements);
    }
}

TEST_CASE("lines before the header that filter, or that no one knows, are said") {
    const auto file = read("", "Nur|Miete\nSonst|1\n");
    REQUIRE(file.has_value());
    REQUIRE(file->findings.size() >= 2);
    CHECK(file->findings[0].code == csv_filtered);
    CHECK(file->findings[0].where.line == 1);
    CHECK(file->findings[1].code == csv_preamble_unknown);
    CHECK(file->findings[1].where.line == 2);
}

TEST_CASE("rows without account belong to no one where a file has several") {
    const auto file = read("BE16 9990 0001 0174|02.01.26|1,00|EUR|||Gebucht|x\n"
                           "|02.01.26|1,00|EUR|||Gebucht|x\n"
                           "BE69 9990 0002 0278|02.01.26|1,00|EUR|||Gebucht|x\n"
                           "BE69 9990 0002 0278|02.01.26|1,00|USD|||Gebucht|x\n");
    REQUIRE(file.has_value());
    CHECK(file->statements.size() == 3);
    const auto found = std::ranges::find(file->findings, csv_account_missing, &Finding::code);
    REQUIRE(found != file->findings.end());
    CHECK(found->where.line == 3);
    CHECK(found->severity == Severity::error);
    CHECK_FALSE(file->statements.front().opening.has_value());
}

TEST_CASE("a file without a known header is refused") {
    CHECK(csv::read("Date;Amount\n01/01/2026;1\n").error().code() == csv_header_unknown);
    CHECK_FALSE(csv::is_csv("Date;Amount\n01/01/2026;1\n"));
    CHECK_FALSE(csv::is_csv(""));
    CHECK_FALSE(csv::is_csv(":20:START\n:25:BE16999000010174\n:60F:C260101EUR1,00\n"));
    CHECK_FALSE(csv::is_csv("<?xml version=\"1.0\"?><Document/>"));
}
