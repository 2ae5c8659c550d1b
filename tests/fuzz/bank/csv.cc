// Goal: no bytes make the reader of CSV exports crash or lie. Method: libFuzzer; of what is read,
// texts are UTF-8, rows lie within the file, and a list without errors balances.
#include "bank/csv/read.hpp"
#include "fuzz/bank/list_checks.hpp"

#include <cstddef>
#include <cstdint>

using namespace saldo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto file = bank::csv::read(bytes);
    invariant(file.has_value() == bank::csv::is_csv(bytes), "what is told is read");
    if (file) {
        fuzz::check_list(*file, size);
    }
    return 0;
}
