#pragma once

#include "app/ports.hpp"
#include "bank/source.hpp"

namespace saldo::app {

/// Keeps the bytes of a file in the book while they are read, so that nobody has to hold or read
/// them once more for that.
class File_keeper {
public:
    /// The file has its row in the book. Both must outlive this.
    File_keeper(Bank_files& files, File_id file, const bank::Source& source)
        : files_(files), file_(file), source_(source) {}

    /// Looks into this, which must outlive it.
    [[nodiscard]] bank::Source source();

    /// Keeps what was not yet read, and gives the digest of all that is kept.
    [[nodiscard]] Digest finish();

private:
    void keep(std::uint64_t offset, std::string_view bytes);
    void end_part();

    Bank_files& files_;
    File_id file_;
    const bank::Source& source_;
    Sha256 sha256_;
    std::uint64_t kept_ = 0; ///< bytes, those of the part being filled included
    std::uint64_t parts_ = 0;
    std::string part_; ///< being filled
};

/// The bytes of a kept file; none of one that came before the book kept them.
[[nodiscard]] bank::Source kept_source(Unit_of_work& work, File_id file);

/// All of them at once.
[[nodiscard]] std::string kept_bytes(Unit_of_work& work, File_id file);

/// What all the bytes of a source are.
struct Content {
    Digest sha256;
    std::uint64_t size = 0;
};

[[nodiscard]] Content content_of(const bank::Source& source);

} // namespace saldo::app
