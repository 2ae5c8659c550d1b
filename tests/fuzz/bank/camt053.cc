// Goal: no bytes make the camt reader crash or lie. Method: libFuzzer; of what is read, texts are
// UTF-8, index and byte ranges hold, a statement without errors balances, and what can be written
// again reads back with the same amounts.
#include "bank/camt/write.hpp"
#include "bank/read.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"
#include "fuzz/bank/checks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace saldo;
using bank::Movement;
using bank::Statement;

namespace {

void check_movement(const Movement& movement, const Statement& statement, std::string_view bytes) {
    fuzz::check_movement(movement, statement);
    invariant(movement.line > 0, "a movement stands on a line");
    invariant(movement.origin.size > 0 && movement.origin.begin < bytes.size() &&
                  movement.origin.size <= bytes.size() - movement.origin.begin,
              "a movement stands in the bytes");
    const std::string_view origin = bytes.substr(movement.origin.begin, movement.origin.size);
    invariant(origin.starts_with('<') && origin.ends_with('>'), "and is a whole element there");
}

void check_details(const Movement& movement, const Statement& statement) {
    bank::Amount_sum sum;
    for (std::uint32_t i = 0; i < movement.details.count; ++i) {
        sum.add(statement.details[movement.details.first + i].amount);
    }
    invariant(movement.details.count == 0 || sum == movement.amount, "details make up the total");
}

void check_balance(const Statement& statement) {
    if (statement.coverage == bank::Coverage::list) {
        return;
    }
    bank::Amount_sum sum;
    sum.add(*statement.opening);
    for (const Movement& movement : statement.movements) {
        sum.add(movement.amount);
    }
    invariant(sum == *statement.closing, "a statement without errors balances");
}

void check_written_again(const bank::Statement_file& file, bank::camt::Version version) {
    const auto bytes = bank::camt::write(file.statements, version);
    if (!bytes) {
        return;
    }
    const auto again = bank::read(*bytes);
    invariant(again.has_value(), "what was written is read");
    invariant(!has_errors(again->findings), "what was written is right");
    invariant(again->statements.size() == file.statements.size(), "every statement comes back");
    const auto amount = [](const Movement& movement) { return movement.amount; };
    for (std::size_t i = 0; i < file.statements.size(); ++i) {
        const Statement& before = file.statements[i];
        const Statement& after = again->statements[i];
        invariant(before.account == after.account && before.id == after.id, "its account and name");
        invariant(std::ranges::equal(before.movements, after.movements, {}, amount, amount) &&
                      std::ranges::equal(before.details, after.details, {}, amount, amount),
                  "every amount comes back");
        for (std::size_t j = 0; j < before.movements.size(); ++j) {
            invariant(before.movements[j].communication == after.movements[j].communication &&
                          before.movements[j].counterparty == after.movements[j].counterparty,
                      "what was said and by whom comes back");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto file = bank::read(bytes, bank::Format::camt);
    if (!file) {
        return 0;
    }
    const bool is_right = !has_errors(file->findings);
    for (const Statement& statement : file->statements) {
        for (const Movement& movement : statement.movements) {
            check_movement(movement, statement, bytes);
            check_details(movement, statement);
        }
        for (const Movement& detail : statement.details) {
            check_movement(detail, statement, bytes);
        }
        if (is_right) {
            check_balance(statement);
        }
    }
    if (is_right) {
        check_written_again(*file, bank::camt::Version::v02);
        check_written_again(*file, bank::camt::Version::v08);
    }
    return 0;
}
