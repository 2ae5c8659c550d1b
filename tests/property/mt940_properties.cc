// Goal: what the MT940 writer writes the reader reads back, and no change of bytes crashes it.
// Method: random statements; random changes of bytes.
#include "bank/mt940/write.hpp"
#include "bank/read.hpp"
#include "property/bank_generators.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

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

/// Amounts of up to five decimals that together stay within the widest amount.
Amount any_amount() {
    constexpr std::int64_t units_max = 100'000'000'000'000'000;
    return Amount::units(*rc::gen::inRange<std::int64_t>(-units_max, units_max + 1));
}

/// Within half a year, or there is no telling its year.
Date any_day_near(Date day) {
    return day.plus_days(*rc::gen::inRange(-180, 181));
}

bank::Communication any_communication(Generated& generated) {
    const std::string_view text = generated.keep(any_text(140));
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return {};
    case 1:
        return {Kind::ogm, "", "123456789002", ""};
    case 2:
        return {Kind::rf, "", "RF72HUUR2026", ""};
    default:
        return {text.empty() ? Kind::none : Kind::free, "", text, ""};
    }
}

Movement any_movement(Generated& generated) {
    using Texts = std::vector<std::string_view>;
    Movement movement;
    movement.amount = any_amount();
    movement.value_date = any_day();
    movement.booking_date = any_day_near(*movement.value_date);
    movement.transaction_code = *rc::gen::elementOf(Texts{"NTRF", "NMSC", "S123", "FDDT", "NIT"});
    movement.bank_reference = *rc::gen::elementOf(Texts{"", "B-1", "1234567890123456"});
    movement.end_to_end_id = *rc::gen::elementOf(Texts{"", "E2E-1", "A LONG ONE OF MORE THAN 16"});
    movement.mandate_id = *rc::gen::elementOf(Texts{"", "MANDAAT-7"});
    movement.creditor_id = *rc::gen::elementOf(Texts{"", "BE50ZZZ0123456789"});
    movement.counterparty.name = *rc::gen::elementOf(Texts{"", "JÉRÔME PEETERS", "A/B BV"});
    movement.counterparty.account =
        *rc::gen::elementOf(Texts{"", "BE94735001234514", "735001234514"});
    movement.counterparty.bic = *rc::gen::elementOf(Texts{"", "KREDBEBB"});
    movement.counterparty.address = *rc::gen::elementOf(Texts{"", "GENT"});
    movement.return_reason = *rc::gen::elementOf(Texts{"", "AC04"});
    movement.purpose = *rc::gen::elementOf(Texts{"", "SALA"});
    movement.r_type = *rc::gen::elementOf(std::string(" 4"));
    movement.communication = any_communication(generated);
    auto& information = generated.statement.information;
    movement.information.count = *rc::gen::inRange<std::uint32_t>(0, 3);
    movement.information.first =
        movement.information.count == 0 ? 0 : static_cast<std::uint32_t>(information.size());
    for (std::uint32_t i = 0; i < movement.information.count; ++i) {
        information.push_back({"", generated.keep("I" + any_text(30)), 0});
    }
    return movement;
}

Generated any_statement() {
    using Texts = std::vector<std::string_view>;
    Generated generated;
    Statement& statement = generated.statement;
    statement.account = *rc::gen::elementOf(
        Texts{"BE94735001234514", "735001234514", "51210600/9223382012", "1526.89.184"});
    statement.currency = *rc::gen::elementOf(Texts{"EUR", "HUF"});
    statement.bank_bic = *rc::gen::elementOf(Texts{"", "KREDBEBB"});
    statement.file_reference = *rc::gen::elementOf(Texts{"REF", "A/1 B"});
    statement.number = *rc::gen::inRange<std::uint32_t>(0, 100'000);
    statement.page = *rc::gen::inRange<std::uint32_t>(0, 4);
    statement.opening_date = any_day();
    statement.opening = any_amount();
    statement.closing_date = any_day();
    const auto count = *rc::gen::inRange<std::uint32_t>(0, 6);
    Amount balance = *statement.opening;
    for (std::uint32_t i = 0; i < count; ++i) {
        Movement movement = any_movement(generated);
        movement.sequence = i + 1;
        balance += movement.amount;
        statement.movements.push_back(movement);
    }
    statement.closing = balance;
    if (*rc::gen::arbitrary<bool>()) {
        statement.messages.push_back({"", generated.keep("M" + any_text(60)), 0});
    }
    return generated;
}

/// What only a file has: lines, places and the text of :86: as a whole.
void forget_file(Statement& statement) {
    statement.line = 0;
    for (Movement& movement : statement.movements) {
        movement.line = 0;
        movement.origin = {};
        movement.communication.written = {};
    }
    for (auto* texts : {&statement.information, &statement.messages}) {
        for (bank::Information& information : *texts) {
            information.line = 0;
        }
    }
}

/// Texts that hold what means something to the reader do not fit; they are not asked about here.
std::string written(const Statement& statement) {
    auto bytes = bank::mt940::write(std::span(&statement, 1));
    RC_PRE(bytes.has_value());
    return std::move(*bytes);
}

} // namespace

TEST_CASE("reading an MT940 file gives the statement that was written") {
    CHECK(rc::check("read(write(x)) == x", [] {
        Generated generated = any_statement();
        const std::string bytes = written(generated.statement);
        auto file = bank::read(bytes);
        RC_ASSERT(file.has_value());
        RC_ASSERT(file->findings.empty());
        RC_ASSERT(file->statements.size() == 1U);
        const auto again = bank::mt940::write(file->statements);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == bytes);
        forget_file(file->statements.front());
        RC_ASSERT(file->statements.front() == generated.statement);
    }));
}

TEST_CASE("a changed amount of an MT940 file never balances") {
    CHECK(rc::check("one digit of one movement", [] {
        Generated generated = any_statement();
        RC_PRE(!generated.statement.movements.empty());
        std::string bytes = written(generated.statement);
        const std::size_t at = bytes.find(',', bytes.find(":61:")) - 1;
        const char changed = *rc::gen::inRange('0', ':');
        RC_PRE(bytes[at] != changed);
        bytes[at] = changed;
        const auto file = bank::read(bytes);
        RC_ASSERT(file.has_value());
        RC_ASSERT(has_errors(file->findings));
    }));
}

TEST_CASE("no change of some bytes crashes the reader of MT940") {
    CHECK(rc::check("random changes", [] {
        std::string bytes = written(any_statement().statement);
        test::change_bytes(bytes);
        const auto file = bank::read(bytes, bank::Format::mt940);
        RC_ASSERT(file.has_value() || !file.error().findings().empty());
    }));
}
