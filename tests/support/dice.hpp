#pragma once

#include <cstdint>
#include <iterator>

namespace saldo::test {

/// Chance for generated data: splitmix64, so that a seed gives the same data on every machine and
/// with every library.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// From 0 up to and not including `limit`, which is small beside 2^64.
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }

    /// Both ends included.
    int between(int low, int high) {
        return low + static_cast<int>(below(static_cast<std::uint64_t>(high - low) + 1));
    }

    bool one_in(std::uint64_t count) { return below(count) == 0; }

    template <class List> const auto& one_of(const List& list) {
        return list[below(std::size(list))];
    }

private:
    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t state_;
};

} // namespace saldo::test
