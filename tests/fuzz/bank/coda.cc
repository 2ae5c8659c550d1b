// Goal: no bytes make the CODA reader crash or lie. Method: libFuzzer; of what is read, texts are
// UTF-8, index ranges hold, origins lie within the file, a statement without errors balances, what
// can be written again reads back with the same amounts, and a stream of small blocks gives the
// same.
#include "bank/coda/structured.hpp"
#include "bank/coda/write.hpp"
#include "bank/read.hpp"
#include "base/invariant.hpp"
#include "base/text.hpp"
#include "support/streamed.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace saldo;
using bank::Movement;
using bank::Statement;

namespace {

void check_movement(const Movement& movement, const Statement& statement) {
    for (const std::string_view text :
         {movement.counterparty.name, movement.counterparty.account, movement.counterparty.address,
          movement.communication.text, movement.communication.written, movement.end_to_end_id,
          movement.bank_reference, movement.transaction_code, movement.return_reason}) {
        invariant(text::is_utf8(text), "texts are UTF-8");
    }
    invariant(movement.details.first + movement.details.count <= statement.details.size(),
              "details lie within the statement");
    invariant(movement.information.first + movement.information.count <=
                  statement.information.size(),
              "information lies within the statement");
    if (movement.communication.kind == bank::Communication::Kind::ogm) {
        invariant(movement.communication.text.size() == 12, "an OGM has twelve digits");
    }
    (void)bank::coda::decode(movement.communication.type, movement.communication.written);
}

void check_balance(const Statement& statement) {
    if (!statement.opening || !statement.closing || statement.is_partial) {
        return;
    }
    bank::Amount_sum sum;
    sum.add(*statement.opening);
    for (const Movement& movement : statement.movements) {
        sum.add(movement.amount);
    }
    invariant(sum == *statement.closing, "a statement without errors balances");
}

void check_written_again(const bank::Statement_file& file) {
    const auto bytes = bank::coda::write(file.statements);
    if (!bytes) {
        return;
    }
    const auto again = bank::read(*bytes);
    invariant(again.has_value(), "what was written is read");
    invariant(again->statements.size() == file.statements.size(), "every statement comes back");
    const auto amount = [](const Movement& movement) { return movement.amount; };
    for (std::size_t i = 0; i < file.statements.size(); ++i) {
        invariant(std::ranges::equal(file.statements[i].movements, again->statements[i].movements,
                                     {}, amount, amount),
                  "every amount comes back");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto file = bank::read(bytes);
    bank::coda::Stream stream(bank::source_of(bytes), bank::coda::Line_cutter::block_size_min);
    invariant(test::is_same(test::stream_all(stream), file), "a stream gives the same");
    if (!file) {
        return 0;
    }
    const bool is_right = !has_errors(file->findings);
    for (const Statement& statement : file->statements) {
        for (const Movement& movement : statement.movements) {
            check_movement(movement, statement);
            invariant(movement.origin.begin + movement.origin.size <= size, "origins lie within");
        }
        for (const Movement& detail : statement.details) {
            check_movement(detail, statement);
        }
        if (is_right) {
            check_balance(statement);
        }
    }
    if (is_right) {
        check_written_again(*file);
    }
    return 0;
}
