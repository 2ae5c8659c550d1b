#pragma once

#include "bench/stopwatch.hpp"
#include "support/coda_bulk.hpp"

#include <cstdint>
#include <filesystem>

namespace saldo::bench {

/// Reading of one large bank file.
struct Bulk_reading {
    std::uint64_t bytes = 0;
    std::uint64_t statements = 0;
    std::uint64_t movements = 0;
    std::uint64_t findings = 0; ///< there should be none
    Times file;                 ///< as a stream from the disk, or what the system keeps of it
    Times stream;               ///< as a stream from memory
    Times whole;                ///< all at once, the bytes given away
    Times stream_utf8;          ///< as a stream from memory of the same file in UTF-8
    std::uint64_t utf8_bytes = 0;
    double peak_megabytes = 0; ///< of this process when it had streamed the file
};

/// Makes a file in the folder, in Windows-1252 as banks write CODA, and reads it in each way, five
/// times. Has to come first: before it the process must not have held more memory than streaming
/// takes.
[[nodiscard]] Bulk_reading measure_bulk(const test::Bulk_size& size,
                                        const std::filesystem::path& folder);

} // namespace saldo::bench
