#pragma once

namespace saldo::cli {

/// For the start of a program that takes large blocks one after the other, as a payment run does:
/// each goes back to the system when it is freed. Left alone, the allocator raises the size from
/// which it does that with every block it frees, and keeps the rest.
void give_large_blocks_back();

} // namespace saldo::cli
