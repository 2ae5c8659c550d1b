// The reader and the rules take any bytes without harm, and what is read is written and read again
// as the same message, in both versions.
#include "payments/pain001/read.hpp"
#include "payments/pain001/rules.hpp"
#include "payments/pain001/write.hpp"

#include <cstdint>
#include <cstdlib>

using namespace saldo;
using namespace saldo::payments::pain001;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const auto message = read(bytes);
    const Date as_of = *Date::of(2026, 11, 23);
    const Context context{as_of, as_of, {}, {}, [](std::string_view) { return false; },
                          {},    {},    5,  {}};
    const Message nothing{"R2026-0001", as_of, "00:00:00", "OCMW", std::nullopt, {}};
    static_cast<void>(check(bytes, message ? *message : nothing, context));
    if (message) {
        for (const Version version : {Version::v03, Version::v09}) {
            const auto again = read(write(*message, version));
            if (!again || *again != *message) {
                std::abort();
            }
        }
    }
    return 0;
}
