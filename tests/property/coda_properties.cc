// Goal: what the writer writes the reader reads back, a changed digit never passes, and nothing
// crashes. Method: random statements; random single changes of bytes; random bytes.
#include "bank/coda/write.hpp"
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
using test::any_day;
using test::any_text;
using test::Generated;
using Kind = bank::Communication::Kind;

namespace {

Amount any_amount() {
    constexpr std::int64_t thousandths_max = 999'999'999'999;
    const std::int64_t thousandths =
        *rc::gen::inRange<std::int64_t>(-thousandths_max, thousandths_max + 1);
    return Amount::units(thousandths * (Amount::units_per_one / 1'000));
}

void add_communication(Generated& generated, Movement& movement) {
    static const std::vector<std::string> structured{"101123456789002", "102202600010704",
                                                     "100RF72HUUR2026", "103000000123456"};
    if (*rc::gen::arbitrary<bool>()) {
        const std::string_view text = generated.keep(any_text(149));
        movement.communication = {text.empty() ? Kind::none : Kind::free, "", text, text};
        return;
    }
    const std::string_view text = generated.keep(*rc::gen::elementOf(structured));
    const std::string_view type = text.substr(0, 3);
    const Kind kind = type == "103" ? Kind::structured : type == "100" ? Kind::rf : Kind::ogm;
    movement.communication = {kind, type, text.substr(3), text.substr(3)};
}

Movement any_movement(Generated& generated, char type) {
    Movement movement;
    movement.amount = any_amount();
    movement.booking_date = any_day();
    movement.value_date = *rc::gen::arbitrary<bool>() ? std::optional(any_day()) : std::nullopt;
    movement.bank_reference = generated.keep(any_text(21));
    movement.transaction_code = generated.keep(std::string(1, type) + "0150000");
    movement.end_to_end_id = generated.keep(any_text(35));
    movement.counterparty.name = generated.keep(any_text(35));
    movement.counterparty.account = *rc::gen::elementOf(
        std::vector<std::string_view>{"", "BE94735001234514", "735001234514", "1234567890123456"});
    movement.counterparty.bic = *rc::gen::elementOf(std::vector<std::string_view>{"", "KREDBEBB"});
    movement.r_type = *rc::gen::elementOf(std::string(" 12345"));
    movement.return_reason = movement.r_type == ' ' ? "" : "AC04";
    movement.purpose = *rc::gen::elementOf(std::vector<std::string_view>{"", "SUPP"});
    add_communication(generated, movement);
    auto& information = generated.statement.information;
    movement.information.count = *rc::gen::inRange<std::uint32_t>(0, 3);
    movement.information.first =
        movement.information.count == 0 ? 0 : static_cast<std::uint32_t>(information.size());
    for (std::uint32_t i = 0; i < movement.information.count; ++i) {
        const bool structured = *rc::gen::arbitrary<bool>();
        information.push_back(
            {structured ? "008" : "", generated.keep(any_text(structured ? 265 : 268)), 0});
    }
    return movement;
}

/// Sequence and detail numbers as a bank gives them: the detail number rises with each further
/// record 2.1 or 3.1 of the movement.
void number(Statement& statement) {
    for (std::size_t i = 0; i < statement.movements.size(); ++i) {
        Movement& movement = statement.movements[i];
        movement.sequence = static_cast<std::uint32_t>(i + 1);
        std::uint32_t detail = movement.information.count;
        for (std::uint32_t j = 0; j < movement.details.count; ++j) {
            Movement& below = statement.details[movement.details.first + j];
            below.sequence = movement.sequence;
            below.detail = ++detail;
            detail += below.information.count;
        }
    }
}

Generated any_statement() {
    Generated generated;
    Statement& statement = generated.statement;
    statement.account = *rc::gen::elementOf(std::vector<std::string_view>{
        "BE94735001234514", "735001234514", "NL91ABNA0417164300", "12345678901234567890"});
    statement.currency = "EUR";
    statement.holder = generated.keep(any_text(26));
    statement.description = generated.keep(any_text(35));
    statement.bank_bic = "KREDBEBB";
    statement.file_reference = generated.keep(any_text(10));
    statement.number = *rc::gen::inRange<std::uint32_t>(0, 1'000);
    statement.paper_number = *rc::gen::inRange<std::uint32_t>(0, 1'000);
    statement.creation_date = any_day();
    statement.opening_date = any_day();
    statement.opening = any_amount();
    statement.closing_date = any_day();
    statement.is_duplicate = *rc::gen::arbitrary<bool>();
    bank::Amount_sum balance;
    balance.add(*statement.opening);
    const auto count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        Movement movement = any_movement(generated, '2');
        movement.details = {static_cast<std::uint32_t>(statement.details.size()),
                            *rc::gen::inRange<std::uint32_t>(0, 4)};
        for (std::uint32_t j = 0; j < movement.details.count; ++j) {
            statement.details.push_back(any_movement(generated, '6'));
        }
        balance.add(movement.amount);
        statement.movements.push_back(movement);
    }
    statement.closing = *balance.amount();
    if (*rc::gen::arbitrary<bool>()) {
        statement.messages.push_back({"", generated.keep(any_text(80)), 0});
    }
    number(statement);
    return generated;
}

/// Statements that a file with a changed byte still agrees on with the right file.
bool same_amounts(const Statement& a, const Statement& b) {
    const auto amount = [](const Movement& movement) { return movement.amount; };
    return a.opening == b.opening && a.closing == b.closing && a.debit_total == b.debit_total &&
           a.credit_total == b.credit_total &&
           std::ranges::equal(a.movements, b.movements, {}, amount, amount) &&
           std::ranges::equal(a.details, b.details, {}, amount, amount);
}

constexpr std::size_t line_length = 130; // 128 and CRLF

/// Where the digits of amounts and their signs stand, by record.
std::size_t any_amount_position(const std::string& line) {
    const bool is_movement = line.starts_with("21");
    const std::size_t first = line[0] == '1' ? 42 : line[0] == '8' ? 41 : is_movement ? 31 : 22;
    const std::size_t length = line[0] == '9' ? 30 : 16;
    return first + *rc::gen::inRange<std::size_t>(0, length);
}

Statement plain_statement() {
    Statement statement;
    statement.account = "BE94735001234514";
    statement.currency = "EUR";
    statement.opening = any_amount();
    for (int i = 0; i < 3; ++i) {
        Movement movement;
        movement.amount = any_amount();
        movement.transaction_code = "20150000";
        Movement detail = movement;
        detail.transaction_code = "60150000";
        movement.details = {static_cast<std::uint32_t>(statement.details.size()), 1};
        statement.details.push_back(detail);
        statement.movements.push_back(movement);
    }
    return statement;
}

} // namespace

TEST_CASE("reading what was written gives the same statement") {
    CHECK(rc::check("read(write(x)) == x", [] {
        Generated generated = any_statement();
        const auto bytes = bank::coda::write(std::span(&generated.statement, 1));
        RC_ASSERT(bytes.has_value());
        auto file = bank::read(*bytes);
        RC_ASSERT(file.has_value());
        RC_ASSERT_FALSE(has_errors(file->findings));
        RC_ASSERT(file->statements.size() == 1U);
        const auto again = bank::coda::write(file->statements);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == *bytes);
        test::forget_file(file->statements.front());
        RC_ASSERT(file->statements.front() == generated.statement);
    }));
}

TEST_CASE("a changed byte in an amount is an error, or changes no amount") {
    CHECK(rc::check("single byte in an amount", [] {
        const Statement statement = plain_statement();
        std::string bytes = *bank::coda::write(std::span(&statement, 1));
        const auto right = bank::read(bytes);
        RC_ASSERT(right->findings.empty());
        const auto lines = bytes.size() / line_length;
        const auto line = *rc::gen::suchThat(rc::gen::inRange<std::size_t>(0, lines), [&](auto i) {
            const char first = bytes[i * line_length];
            return first == '1' || first == '8' || first == '9' ||
                   bytes.compare(i * line_length, 2, "21") == 0;
        });
        const std::size_t at =
            line * line_length + any_amount_position(bytes.substr(line * line_length, line_length));
        const char changed = *rc::gen::elementOf(std::string("0123456789 X-"));
        RC_PRE(bytes[at] != changed);
        bytes[at] = changed;
        const auto file = bank::read(bytes);
        RC_ASSERT(file.has_value());
        const bool is_detail = bytes.compare(line * line_length, 2, "21") == 0 &&
                               bytes.compare(line * line_length + 6, 4, "0000") != 0;
        const bool found = is_detail ? !file->findings.empty() : has_errors(file->findings);
        RC_ASSERT(found || same_amounts(file->statements.front(), right->statements.front()));
    }));
}

TEST_CASE("no change of some bytes crashes the reader") {
    CHECK(rc::check("random changes", [] {
        Generated generated = any_statement();
        test::check_changed_bytes(*bank::coda::write(std::span(&generated.statement, 1)));
    }));
}
