#pragma once

namespace saldo {

/// Makes libsodium ready; called before its first use, and as often as wanted.
void start_sodium();

} // namespace saldo
