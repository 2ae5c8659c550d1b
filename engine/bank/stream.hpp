#pragma once

#include "bank/detect.hpp"
#include "bank/source.hpp"
#include "bank/statement.hpp"

#include <memory>

namespace saldo::bank {

/// The statements of a bank file, one after the other, so that a file of any size needs the memory
/// of its largest statement only. `read` gives the same statements and the same findings, in the
/// same order, all at once.
///
///     const auto stream = bank::open_stream(source_of_file);  // pread, or bytes in memory
///     bank::Statement_file part;
///     for (auto more = (*stream)->next(part); more && *more; more = (*stream)->next(part)) {
///         book(part.statements, part.findings);
///     }
class Stream {
public:
    Stream() = default;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    Stream(Stream&&) = delete;
    Stream& operator=(Stream&&) = delete;
    virtual ~Stream() = default;

    /// Puts the next part of the file into `part`, in place of what it held: nearly always one
    /// statement, with its texts and the findings up to the next one; lines and origins count over
    /// the whole file. False after the last part. The same `part` again and again spares memory; a
    /// part that is kept or moved away stays good without the stream. Only the first call refuses.
    [[nodiscard]] virtual Result<bool> next(Statement_file& part) = 0;
};

/// Opens a file of any known format, told by its content or taken for what the caller says it is.
/// CODA is read as it comes; any other format is read whole here, up to `file_size_max`, and comes
/// in one part. Refuses what `read` refuses; of a CODA file the first call of `next` does.
[[nodiscard]] Result<std::unique_ptr<Stream>> open_stream(Source source,
                                                          std::optional<Format> format = {});

} // namespace saldo::bank
