#pragma once

#include "bank/coda/stream.hpp"
#include "support/dice.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// A CODA file read piece by piece, to be held against the same file read whole.
namespace saldo::test {

/// A source that gives as many bytes at a time as chance says, at most `most`.
inline bank::Source in_pieces(std::string_view bytes, std::uint64_t seed, std::size_t most) {
    return [source = bank::source_of(bytes), dice = Dice(seed),
            most](std::uint64_t offset, std::span<char> into) mutable {
        const auto size = 1 + static_cast<std::size_t>(dice.below(most));
        return source(offset, into.first(std::min(size, into.size())));
    };
}

/// All that came of a stream; the parts are kept, so that their texts must outlive it.
struct Streamed {
    std::vector<bank::Statement_file> parts;
    std::optional<Refusal> refusal;

    [[nodiscard]] Findings findings() const {
        Findings all;
        for (const bank::Statement_file& part : parts) {
            all.insert(all.end(), part.findings.begin(), part.findings.end());
        }
        return all;
    }

    [[nodiscard]] std::vector<bank::Statement> statements() const {
        std::vector<bank::Statement> all;
        for (const bank::Statement_file& part : parts) {
            all.insert(all.end(), part.statements.begin(), part.statements.end());
        }
        return all;
    }
};

inline Streamed stream_all(bank::Stream& stream) {
    Streamed streamed;
    while (true) {
        bank::Statement_file part;
        const auto more = stream.next(part);
        if (!more) {
            streamed.refusal = more.error();
        }
        if (!more || !*more) {
            return streamed;
        }
        streamed.parts.push_back(std::move(part));
    }
}

/// True if a stream gave the very statements and findings that reading whole gave.
inline bool is_same(const Streamed& streamed, const Result<bank::Statement_file>& whole) {
    if (!whole) {
        return streamed.parts.empty() && streamed.refusal == whole.error();
    }
    return !streamed.refusal && !streamed.parts.empty() &&
           streamed.parts.front().format == whole->format &&
           streamed.statements() == whole->statements && streamed.findings() == whole->findings;
}

} // namespace saldo::test
