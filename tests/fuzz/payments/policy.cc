// The reader of policies takes any bytes without harm, and what it reads is written and read again
// as it was.
#include "payments/policy_document.hpp"

#include <cstdint>
#include <cstdlib>

using namespace saldo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const auto policy = payments::read_policy(bytes);
    if (policy) {
        const auto again = payments::read_policy(payments::write_policy(*policy));
        if (!again || *again != *policy) {
            std::abort();
        }
    }
    return 0;
}
