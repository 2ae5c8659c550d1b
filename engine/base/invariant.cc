#include "base/invariant.hpp"

#include <cstdio>
#include <cstdlib>

namespace saldo {

void broken_contract(std::string_view why, const char* file, int line) {
    std::fprintf(stderr, "saldo: broken contract at %s:%d: %.*s\n", file, line,
                 static_cast<int>(why.size()), why.data());
    std::abort();
}

} // namespace saldo
