// The reader of key files takes any bytes without harm. The passphrase is not tried: that is slow
// by design.
#include "base/key_file.hpp"

#include <cstdint>

using namespace saldo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static_cast<void>(public_key_of_file(std::string(data, data + size)));
    return 0;
}
