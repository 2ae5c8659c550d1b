// Goal: no bytes make the reader of spreadsheets crash or lie. Method: libFuzzer, on the bytes as a
// package and, since random bytes are seldom one, as the XML of a sheet that is packed first.
#include "bank/xlsx/read.hpp"
#include "fuzz/bank/list_checks.hpp"
#include "support/xlsx_file.hpp"

#include <cstddef>
#include <cstdint>

using namespace saldo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto file = bank::xlsx::read(bytes)) {
        fuzz::check_list(*file, size);
    }
    test::Parts parts = test::workbook_parts("", {});
    parts.back().second = bytes;
    const std::string packed = test::zip_of(parts);
    if (const auto file = bank::xlsx::read(packed)) {
        fuzz::check_list(*file, packed.size());
    }
    return 0;
}
