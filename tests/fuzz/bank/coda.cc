// Goal: no bytes make the CODA reader crash or lie. Method: libFuzzer; of what is read, texts are
// UTF-8, index ranges hold, origins lie within the file, a statement without errors balances, what
// can be written again reads back with the same amounts, and a stream of small blocks gives the
// same.
#include "bank/coda/structured.hpp"
#include "bank/coda/write.hpp"
#include "bank/read.hpp"
#include "fuzz/bank/checks.hpp"
#include "support/streamed.hpp"

#include <cstddef>
#include <cstdint>

using namespace saldo;
using bank::Movement;
using bank::Statement;

namespace {

void check(const Movement& movement, const Statement& statement) {
    fuzz::check_movement(movement, statement);
    (void)bank::coda::decode(movement.communication.type, movement.communication.written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto file = bank::read(bytes, bank::Format::coda);
    bank::coda::Stream stream(bank::source_of(bytes), bank::coda::Line_cutter::block_size_min);
    invariant(test::is_same(test::stream_all(stream), file), "a stream gives the same");
    if (!file) {
        return 0;
    }
    const bool is_right = !has_errors(file->findings);
    for (const Statement& statement : file->statements) {
        for (const Movement& movement : statement.movements) {
            check(movement, statement);
            invariant(movement.origin.begin + movement.origin.size <= size, "origins lie within");
        }
        for (const Movement& detail : statement.details) {
            check(detail, statement);
        }
        if (is_right) {
            fuzz::check_balance(statement);
        }
    }
    if (is_right) {
        fuzz::check_written_again(*file, bank::coda::write(file->statements));
    }
    return 0;
}
