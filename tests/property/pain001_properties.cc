// Goal: whatever is paid, the file says exactly that. Method: random messages, written, read back
// by the engine and by a reader that shares nothing with it; random texts of any script.
#include "calendar/closing_days.hpp"
#include "payments/pain001/convert.hpp"
#include "payments/pain001/read.hpp"
#include "payments/pain001/rules.hpp"
#include "payments/pain001/sepa_text.hpp"
#include "payments/pain001/write.hpp"
#include "support/sample_payments.hpp"
#include "tools/pain001_auditor.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace saldo;
using namespace saldo::payments::pain001;

namespace {

void append_utf8(std::string& text, char32_t point) {
    const auto push = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        push(point);
    } else if (point < 0x800) {
        push(0xC0 | (point >> 6));
        push(0x80 | (point & 0x3F));
    } else {
        push(0xE0 | (point >> 12));
        push(0x80 | ((point >> 6) & 0x3F));
        push(0x80 | (point & 0x3F));
    }
}

/// Characters of the scripts that have counterparts, and some that have none.
std::string any_text() {
    const auto points = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::oneOf(
        rc::gen::inRange<std::uint32_t>(0x20, 0x7F), rc::gen::inRange<std::uint32_t>(0, 0x250),
        rc::gen::inRange<std::uint32_t>(0x370, 0x530),
        rc::gen::inRange<std::uint32_t>(0x1E00, 0x2130)));
    std::string text;
    for (const std::uint32_t point : points) {
        append_utf8(text, point);
    }
    return text;
}

/// A name or communication that converts.
std::string any_name() {
    const auto letters = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("abcdefgh XYZ019 -/+'.,()?:")));
    return "N" + letters.substr(0, 50) +
           *rc::gen::elementOf(std::vector<std::string>{"", " é", " & Zn", " Çelik", " Γ", "  ß"});
}

/// A Belgian account; different kinds of owner never share one, for nobody pays himself.
Iban any_account(std::uint64_t owner) {
    constexpr std::uint64_t each = 1'000'000'000;
    const auto payload = *rc::gen::inRange<std::uint64_t>(owner * each, (owner + 1) * each);
    const std::uint64_t check = payload % 97 == 0 ? 97 : payload % 97;
    std::string number = std::to_string(payload * 100 + check);
    number.insert(0, 12 - number.size(), '0');
    return *party::iban_of_belgian_number(number);
}

party::Remittance any_remittance() {
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return std::monostate();
    case 1:
        return party::ogm_of_payload(*rc::gen::inRange<std::uint64_t>(0, 10'000'000'000));
    case 2:
        return *party::parse_creditor_reference("RF78WATER2026Q4");
    default:
        return any_name();
    }
}

Transfer any_transfer(std::size_t number) {
    Transfer transfer{"R2026-0007-" + std::to_string(number),
                      Money::cents(*rc::gen::inRange<std::int64_t>(1, amount_max.cents() + 1)),
                      any_name(),
                      any_account(0),
                      std::nullopt,
                      std::nullopt,
                      any_remittance(),
                      *rc::gen::elementOf(std::vector<std::string>{"", "RENT", "ELEC"})};
    if (*rc::gen::inRange(0, 4) == 0) {
        transfer.payee_address = Address{"Kerkstraat", "1", "9000", "Gent", "BE", {}};
    }
    return transfer;
}

Message any_message() {
    Message message = test::sample_message();
    message.blocks.clear();
    const auto blocks = *rc::gen::inRange<std::size_t>(1, 5);
    std::size_t number = 0;
    for (std::size_t i = 0; i < blocks; ++i) {
        Block block{"R2026-0007-P" + std::to_string(i),
                    calendar::target_day_on_or_after(
                        test::day(2026, 11, 24).plus_days(*rc::gen::inRange(0, 30))),
                    any_name(),
                    any_account(i + 1),
                    std::nullopt,
                    std::nullopt,
                    *rc::gen::arbitrary<bool>(),
                    *rc::gen::element<std::string>("", "SSBE", "SUPP"),
                    {}};
        const auto transfers = *rc::gen::inRange<std::size_t>(1, 6);
        for (std::size_t j = 0; j < transfers; ++j) {
            block.transfers.push_back(any_transfer(++number));
        }
        message.blocks.push_back(std::move(block));
    }
    return message;
}

/// A context that knows the debtors of the message and trusts them.
Context context_of(const Message& message) {
    Context context = test::sample_context();
    context.belgian_banks.reset();
    for (const Block& block : message.blocks) {
        context.debtors[block.debtor_account] =
            Debtor_account{block.debtor_name, true, Standing::active, {}};
    }
    return context;
}

} // namespace

TEST_CASE("properties of texts that leave") {
    CHECK(rc::check("a converted text is in the SEPA set and stays as it is", [] {
        const Sepa_text once = to_sepa(any_text());
        RC_ASSERT(is_sepa_text(once.text));
        RC_ASSERT(once.text.find("  ") == std::string::npos);
        const Sepa_text twice = to_sepa(once.text);
        RC_ASSERT(twice.text == once.text);
        RC_ASSERT(!twice.changed);
        RC_ASSERT(twice.unknown.empty());
    }));
    CHECK(rc::check("any bytes at all become a text of the SEPA set", [](const std::string& bytes) {
        RC_ASSERT(is_sepa_text(to_sepa(bytes).text));
    }));
}

TEST_CASE("properties of files that leave") {
    CHECK(rc::check("a converted message is read back as it is, and proved", [] {
        const Message typed = any_message();
        const auto conversion = convert(typed);
        RC_ASSERT(conversion.has_value());
        const Message& message = conversion->message;
        RC_ASSERT(convert(message)->changes.empty());
        const Version version = *rc::gen::element(Version::v03, Version::v09);
        const std::string bytes = write(message, version);
        RC_ASSERT(read(bytes) == message);
        RC_ASSERT(!has_errors(check(bytes, typed, context_of(typed))));
    }));
    CHECK(rc::check("a reader that shares nothing counts the same money", [] {
        const Message message = convert(any_message())->message;
        long long cents = 0;
        std::size_t transfers = 0;
        for (const Block& block : message.blocks) {
            for (const Transfer& transfer : block.transfers) {
                cents += transfer.amount.cents();
                ++transfers;
            }
        }
        const auto audit = auditor::audit(write(message, Version::v09));
        RC_ASSERT(audit.problems.empty());
        RC_ASSERT(audit.cents == cents);
        RC_ASSERT(audit.transfers == transfers);
        RC_ASSERT(audit.blocks == message.blocks.size());
    }));
    CHECK(rc::check("one changed byte is refused, told, or changes nothing that is read", [] {
        const Message message = convert(any_message())->message;
        std::string bytes = write(message, Version::v09);
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[at] = *rc::gen::arbitrary<char>();
        const auto again = read(bytes);
        const bool told = has_errors(check(bytes, message, context_of(message)));
        RC_ASSERT(told || (again && *again == message));
    }));
}
