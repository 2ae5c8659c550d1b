#include "cli/memory.hpp"

#include <malloc.h>

namespace saldo::cli {

void give_large_blocks_back() {
    constexpr int large = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, large);
}

} // namespace saldo::cli
