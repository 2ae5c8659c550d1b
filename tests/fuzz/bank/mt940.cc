// Goal: no bytes make the MT940 reader crash or lie. Method: libFuzzer; of what is read, texts are
// UTF-8, places and index ranges hold, a statement without errors balances, and what can be written
// again reads back with the same amounts.
#include "bank/mt940/write.hpp"
#include "bank/read.hpp"
#include "fuzz/bank/checks.hpp"

#include <cstddef>
#include <cstdint>

using namespace saldo;
using bank::Movement;
using bank::Statement;

namespace {

void check_origin(const Movement& movement, std::string_view bytes, std::uint64_t after) {
    invariant(movement.origin.begin >= after, "movements stand one after the other");
    invariant(movement.origin.begin + movement.origin.size <= bytes.size(), "within the file");
    const std::string_view text = bytes.substr(movement.origin.begin, movement.origin.size);
    invariant(text.find(":61:") != std::string_view::npos, "a movement has its field");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto file = bank::read(bytes, bank::Format::mt940);
    (void)bank::detect(bytes);
    if (!file) {
        return 0;
    }
    const bool is_right = !has_errors(file->findings);
    std::uint64_t after = 0;
    for (const Statement& statement : file->statements) {
        for (const Movement& movement : statement.movements) {
            fuzz::check_movement(movement, statement);
            check_origin(movement, bytes, after);
            after = movement.origin.begin + movement.origin.size;
        }
        fuzz::check_texts(statement);
        if (is_right) {
            fuzz::check_balance(statement);
        }
    }
    if (is_right) {
        fuzz::check_written_again(*file, bank::mt940::write(file->statements));
    }
    return 0;
}
