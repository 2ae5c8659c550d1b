// Goal: no bytes make the reader of landlords' lists crash or lie. Method: libFuzzer; of what is
// read each tenant stands there once with a name and a rent that is not negative, and a list that
// was written is read again as the same.
#include "arrears/documents.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>

using namespace saldo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto landlords = arrears::read_columns(arrears::standard_columns());
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto answer = arrears::read_list(bytes, landlords->front(), *Date::of(2026, 9, 30));
    if (!answer) {
        return 0;
    }
    std::set<std::string> references;
    for (const arrears::List_row& row : answer->list.rows) {
        const bool is_once = references.insert(row.tenant.reference).second;
        if (!is_once || row.tenant.name.empty() || row.rent.is_negative()) {
            std::abort();
        }
    }
    const arrears::Kept_list kept{answer->list, "list.csv", std::string(64, '0')};
    if (arrears::read_kept_list(arrears::write_list(kept)) != kept) {
        std::abort();
    }
    return 0;
}
