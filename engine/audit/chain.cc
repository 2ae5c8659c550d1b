#include "audit/chain.hpp"

namespace saldo::audit {

Digest link(const Digest& previous, std::string_view canonical_bytes) {
    return blake2b(previous, canonical_bytes);
}

} // namespace saldo::audit
