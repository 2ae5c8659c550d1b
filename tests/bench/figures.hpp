#pragma once

#include "bench/year.hpp"

#include <cstdint>
#include <filesystem>
#include <span>

namespace saldo::bench {

/// Reading of bank files without a book.
struct Reading {
    Times times;
    std::uint64_t bytes = 0;
};

/// Of all files, one after the other.
[[nodiscard]] Reading measure_read(const std::vector<std::string>& files);

struct Matching {
    Times times;
    std::uint64_t tried = 0;
    std::uint64_t explained = 0;
};

/// A second book, in which the movements of the first month, in these files, came before the budget
/// lines that explain them: what it takes to explain them afterwards, with the entries, durable.
[[nodiscard]] Matching measure_match(const Plan& plan, std::span<const std::string> files);

struct Proving {
    Times balances; ///< all balances of all dossiers
    Times verify;
    std::uint64_t accounts = 0; ///< ledger accounts with a balance
    std::uint64_t entries = 0;
    std::uint64_t findings = 0;    ///< of the verification
    std::uint64_t differences = 0; ///< between bank, ledger and pots
};

[[nodiscard]] Proving measure_proof(const std::filesystem::path& book);

} // namespace saldo::bench
