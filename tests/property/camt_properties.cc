// Goal: what the writer writes the reader reads back, a changed digit of a sum never passes, and
// nothing crashes. Method: random statements in both versions; random changes of bytes.
#include "bank/camt/write.hpp"
#include "bank/read.hpp"
#include "property/bank_generators.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace saldo;
using bank::Amount;
using bank::Movement;
using bank::Statement;
using bank::camt::Version;
using test::Generated;
using Kind = bank::Communication::Kind;
using Views = std::vector<std::string_view>;

namespace {

/// Text without blanks at its ends, at most so many characters; some have a meaning in XML.
std::string any_text(std::size_t length_max) {
    static const std::vector<std::string> letters{"A",
                                                  "e",
                                                  "7",
                                                  "/",
                                                  "+",
                                                  " ",
                                                  "<",
                                                  "&",
                                                  ">",
                                                  "'",
                                                  "]",
                                                  "Ë",
                                                  "€",
                                                  "\"",
                                                  ";",
                                                  "#",
                                                  "-",
                                                  "Ł",
                                                  "\xF0\x9F\x98\x80"};
    const auto length = *rc::gen::inRange<std::size_t>(0, length_max + 1);
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        const bool at_end = i == 0 || i + 1 == length;
        const std::string letter = *rc::gen::elementOf(letters);
        text += at_end && letter == " " ? "x" : letter;
    }
    return text;
}

Amount any_amount() {
    constexpr std::int64_t units_max = 999'999'999'999'999;
    return Amount::units(*rc::gen::inRange<std::int64_t>(-units_max, units_max + 1));
}

std::optional<Date> any_day() {
    const std::int32_t first = Date::of(1900, 1, 1)->days();
    const std::int32_t last = Date::of(2999, 12, 31)->days();
    return Date::from_days(*rc::gen::inRange(first, last + 1));
}

void add_communication(Generated& generated, Movement& movement) {
    const auto chance = *rc::gen::inRange(0, 4);
    if (chance == 0) {
        const std::string_view text = generated.keep(any_text(140));
        movement.communication = {text.empty() ? Kind::none : Kind::free, "", text, text};
        return;
    }
    static const std::vector<bank::Communication> known{
        {Kind::ogm, "", "202600031417", ""},
        {Kind::rf, "", "RF23STROOM2602", ""},
        {Kind::structured, "SCOR", "REFERENCE 7", ""},
        {Kind::structured, "QRR", "210000000003139471430009017", ""},
        {Kind::structured, "", "202600031418", ""}};
    movement.communication = *rc::gen::elementOf(known);
    std::string written = any_text(140);
    written += written.empty() ? "" : " ";
    movement.communication.written = generated.keep(written.append(movement.communication.text));
}

void add_return(Movement& movement) {
    static const std::vector<std::pair<char, std::string_view>> kinds{
        {' ', ""},         {' ', ""},     {'2', "AC04"}, {'2', ""},
        {'2', "TOO LATE"}, {'3', "MD06"}, {'5', "FOCR"}};
    std::tie(movement.r_type, movement.return_reason) = *rc::gen::elementOf(kinds);
}

/// What a transaction says, alone or in a batch.
void add_transaction(Generated& generated, Movement& movement) {
    movement.end_to_end_id = generated.keep(any_text(35));
    movement.mandate_id = generated.keep(any_text(35));
    movement.creditor_id = *rc::gen::elementOf(Views{"", "BE61ZZZ0400000001"});
    movement.counterparty.name = generated.keep(any_text(140));
    movement.counterparty.account = *rc::gen::elementOf(
        Views{"", "BE94735001234514", "735001234514", "12345 67890", "BE15735000004230"});
    movement.counterparty.bic = *rc::gen::elementOf(Views{"", "KREDBEBB", "INVTBEBBXXX"});
    movement.counterparty.address = generated.keep(any_text(70));
    movement.purpose = *rc::gen::elementOf(Views{"", "SUPP", "own purpose"});
    add_return(movement);
    add_communication(generated, movement);
    if (movement.communication.kind != Kind::none && *rc::gen::arbitrary<bool>()) {
        movement.information = {static_cast<std::uint32_t>(generated.statement.information.size()),
                                1};
        generated.statement.information.push_back(
            {"AddtlTxInf", generated.keep("i" + any_text(490)), 0});
    }
}

std::string_view any_code() {
    return *rc::gen::elementOf(
        Views{"", "PMNT/RCDT/ESCT", "PMNT/ICDT/ESCT", "A/B", "0150", "544/x"});
}

Movement any_movement(Generated& generated) {
    Movement movement;
    movement.sequence = static_cast<std::uint32_t>(generated.statement.movements.size() + 1);
    movement.amount = any_amount();
    movement.booking_date = any_day();
    movement.value_date = *rc::gen::arbitrary<bool>() ? any_day() : std::nullopt;
    movement.bank_reference =
        generated.keep(std::to_string(movement.sequence) + "x" + any_text(30));
    movement.transaction_code = any_code();
    return movement;
}

/// Details of the sign of their total, which is their sum.
void add_details(Generated& generated, Movement& movement) {
    const bool is_debit = *rc::gen::arbitrary<bool>();
    const auto count = *rc::gen::inRange<std::uint32_t>(2, 5);
    movement.details = {static_cast<std::uint32_t>(generated.statement.details.size()), count};
    movement.end_to_end_id = generated.keep(any_text(35));
    movement.amount = Amount();
    for (std::uint32_t i = 0; i < count; ++i) {
        Movement detail = movement;
        detail.details = {};
        detail.detail = i + 1;
        const Amount size = any_amount();
        detail.amount = (size < Amount()) == is_debit ? size : -size;
        detail.bank_reference = generated.keep(any_text(35));
        detail.transaction_code =
            movement.transaction_code.empty() ? any_code() : movement.transaction_code;
        add_transaction(generated, detail);
        movement.amount += detail.amount;
        generated.statement.details.push_back(detail);
    }
    const std::string_view text = generated.keep(any_text(500));
    movement.communication = {text.empty() ? Kind::none : Kind::free, "", text, text};
}

Generated any_statement() {
    Generated generated;
    Statement& statement = generated.statement;
    statement.account = *rc::gen::elementOf(
        Views{"BE15735000004230", "735001234514", "NL91ABNA0417164300", "12345678901234567890"});
    statement.currency = "EUR";
    statement.holder = generated.keep(any_text(140));
    statement.description = generated.keep(any_text(70));
    statement.bank_bic = *rc::gen::elementOf(Views{"", "KREDBEBB"});
    statement.file_reference = generated.keep("m" + any_text(34));
    statement.id = generated.keep("s" + any_text(34));
    statement.number = *rc::gen::inRange<std::uint32_t>(0, 100'000);
    statement.paper_number = *rc::gen::inRange<std::uint32_t>(0, 1'000);
    statement.page = *rc::gen::inRange<std::uint32_t>(0, 3);
    statement.creation_date = any_day();
    statement.opening_date = any_day();
    statement.opening = any_amount();
    statement.closing_date = any_day();
    statement.is_duplicate = *rc::gen::arbitrary<bool>();
    bank::Amount_sum balance;
    balance.add(*statement.opening);
    const auto count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        Movement movement = any_movement(generated);
        if (*rc::gen::inRange(0, 4) == 0) {
            add_details(generated, movement);
        } else {
            add_transaction(generated, movement);
        }
        balance.add(movement.amount);
        statement.movements.push_back(movement);
    }
    statement.closing = *balance.amount();
    if (*rc::gen::arbitrary<bool>()) {
        statement.messages.push_back({"", generated.keep("m" + any_text(499)), 0});
    }
    return generated;
}

Version any_version() {
    return *rc::gen::elementOf(std::vector{Version::v02, Version::v08});
}

std::string any_file() {
    const Generated generated = any_statement();
    const auto bytes = bank::camt::write(std::span(&generated.statement, 1), any_version());
    RC_PRE(bytes.has_value());
    return *bytes;
}

} // namespace

TEST_CASE("reading what was written as XML gives the same statement") {
    CHECK(rc::check("read(write(x)) == x", [] {
        Generated generated = any_statement();
        const Version version = any_version();
        const auto bytes = bank::camt::write(std::span(&generated.statement, 1), version);
        RC_ASSERT(bytes.has_value());
        auto file = bank::read(*bytes);
        RC_ASSERT(file.has_value());
        RC_ASSERT_FALSE(has_errors(file->findings));
        RC_ASSERT(file->statements.size() == 1U);
        const auto again = bank::camt::write(file->statements, version);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == *bytes);
        test::forget_file(file->statements.front());
        RC_ASSERT(file->statements.front() == generated.statement);
    }));
}

TEST_CASE("a changed digit in an amount of an entry or a balance is an error") {
    CHECK(rc::check("single digit", [] {
        std::string bytes = any_file();
        std::vector<std::size_t> digits;
        for (const std::string element : {"<Bal>", "<Ntry>"}) {
            for (std::size_t at = bytes.find(element); at != std::string::npos;
                 at = bytes.find(element, at + 1)) {
                const std::size_t amount = bytes.find('>', bytes.find("<Amt ", at)) + 1;
                for (std::size_t i = amount; bytes[i] != '<'; ++i) {
                    digits.push_back(i);
                }
            }
        }
        const std::size_t at = *rc::gen::elementOf(digits);
        const char changed = *rc::gen::elementOf(std::string("0123456789,-e "));
        const bool is_same_number = bytes[at] == changed || changed == ' ';
        RC_PRE(!is_same_number);
        bytes[at] = changed;
        const auto file = bank::read(bytes);
        RC_ASSERT(file.has_value());
        RC_ASSERT(has_errors(file->findings));
    }));
}

TEST_CASE("no change of some bytes crashes the reader of XML") {
    CHECK(rc::check("random changes", [] { test::check_changed_bytes(any_file()); }));
}
