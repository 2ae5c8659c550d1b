// Goal: a communication becomes a reference only where that is certain. Method: a table of
// communications as banks write them; check digits worked out by hand (payload mod 97).
#include "bank/coda/communication.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace saldo;
using bank::Communication;
using bank::Movement;
using bank::Statement_file;
using Kind = Communication::Kind;

namespace {

struct Row {
    std::string type; ///< empty: free
    std::string content;
    Kind kind;
    std::string text;
    bool understood = true;
};

// 1234567890 mod 97 = 2; 2026000107 mod 97 = 4; 97 divides 1197465, whose check is 97.
const std::vector<Row> rows{
    {"", "", Kind::none, ""},
    {"", "HUUR MAART", Kind::free, "HUUR MAART"},
    {"", "+++123/4567/89002+++", Kind::ogm, "123456789002"},
    {"", "***123/4567/89002***", Kind::ogm, "123456789002"},
    {"", "FACTUUR +++123/4567/89002+++ DANK", Kind::ogm, "123456789002"},
    {"", "++++123/4567/89002+++", Kind::ogm, "123456789002"},
    {"", "+++123/4567/89003+++", Kind::free, "+++123/4567/89003+++"},
    {"", "+++123/4567/89002***", Kind::free, "+++123/4567/89002***"},
    {"", "123456789002", Kind::free, "123456789002"},
    {"", "123/4567/89002", Kind::free, "123/4567/89002"},
    {"", "+++123/4567/89002+++ ***202/6000/10704***", Kind::free,
     "+++123/4567/89002+++ ***202/6000/10704***"},
    {"", "+++123/4567/89002+++123/4567/89002+++", Kind::ogm, "123456789002"},
    {"101", "123456789002", Kind::ogm, "123456789002"},
    {"101", "000119746597", Kind::ogm, "000119746597"},
    {"102", "202600010704", Kind::ogm, "202600010704"},
    {"101", "123456789003", Kind::structured, "123456789003", false},
    {"101", "12345678900", Kind::structured, "12345678900", false},
    {"101", "+++123/4567/", Kind::structured, "+++123/4567/", false},
    {"101", "", Kind::structured, "", false},
    {"100", "RF72HUUR2026", Kind::rf, "RF72HUUR2026"},
    {"100", "RF73HUUR2026", Kind::structured, "RF73HUUR2026", false},
    {"105", "000000050000000", Kind::structured, "000000050000000"},
    {"999", "WHATEVER", Kind::structured, "WHATEVER"},
};

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - text.size(), ' ');
}

/// Content of type 127: settled 5 March 2026, recurrent, core, paid.
std::string direct_debit(const std::string& communication, const std::string& end) {
    return "050326110" + padded("BE50ZZZ0123456789", 35) + padded("MANDAAT-7", 35) +
           padded(communication, 62) + end;
}

} // namespace

TEST_CASE("communications and what they become") {
    for (const Row& row : rows) {
        CAPTURE(row.type);
        CAPTURE(row.content);
        Statement_file file;
        Movement movement;
        const bool understood =
            row.type.empty() ? bank::coda::read_free(row.content, movement, file)
                             : bank::coda::read_structured(row.type, row.content, movement, file);
        CHECK(understood == row.understood);
        CHECK(movement.communication.kind == row.kind);
        CHECK(movement.communication.text == row.text);
        CHECK(movement.communication.type == row.type);
        CHECK(movement.communication.written == row.content);
    }
}

TEST_CASE("a direct debit fills creditor, mandate and reference of the movement") {
    Statement_file file;
    for (const std::string ogm : {"123456789002", "+++123/4567/89002+++"}) {
        Movement movement;
        const std::string content = direct_debit(ogm, "0");
        CHECK(bank::coda::read_structured("127", content, movement, file));
        CHECK(movement.creditor_id == "BE50ZZZ0123456789");
        CHECK(movement.mandate_id == "MANDAAT-7");
        CHECK(movement.communication.kind == Kind::ogm);
        CHECK(movement.communication.text == "123456789002");
        CHECK(movement.r_type == ' ');
    }
    Movement movement;
    const std::string content = direct_debit("ABONNEMENT 123456789002", "2MD06");
    CHECK(bank::coda::read_structured("127", content, movement, file));
    CHECK(movement.communication.kind == Kind::structured);
    CHECK(movement.communication.text == content);
    CHECK(movement.r_type == '2');
    CHECK(movement.return_reason == "MD06");
}

TEST_CASE("the return reason of record 2.2 goes before that of the direct debit") {
    Statement_file file;
    Movement movement;
    movement.r_type = '1';
    movement.return_reason = "AM04";
    CHECK(bank::coda::read_structured("127", direct_debit("", "2MD06"), movement, file));
    CHECK(movement.r_type == '1');
    CHECK(movement.return_reason == "AM04");
}

TEST_CASE("what cannot be the kind of an R-transaction is none") {
    Statement_file file;
    for (const std::string kind : {"0", " ", "\xC3\xA3", "\xE2\x82\xAC"}) {
        CAPTURE(kind);
        Movement movement;
        CHECK(bank::coda::read_structured("127", direct_debit("", kind + "MD06"), movement, file));
        CHECK(movement.r_type == ' ');
    }
}
