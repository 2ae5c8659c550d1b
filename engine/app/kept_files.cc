#include "app/kept_files.hpp"

namespace saldo::app {

namespace {

constexpr std::size_t piece_size = std::size_t{1} << 18U;

} // namespace

bank::Source File_keeper::source() {
    return [this](std::uint64_t offset, std::span<char> into) {
        const std::size_t size = source_(offset, into);
        keep(offset, {into.data(), size});
        return size;
    };
}

/// What is read a second time is kept already.
void File_keeper::keep(std::uint64_t offset, std::string_view bytes) {
    if (offset > kept_ || offset + bytes.size() <= kept_) {
        return;
    }
    bytes.remove_prefix(kept_ - offset);
    sha256_.add(bytes);
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, Bank_files::part_size - part_.size());
        part_ += piece;
        kept_ += piece.size();
        bytes.remove_prefix(piece.size());
        if (part_.size() == Bank_files::part_size) {
            end_part();
        }
    }
}

void File_keeper::end_part() {
    files_.add_part(file_, ++parts_, part_);
    part_.clear();
}

Digest File_keeper::finish() {
    std::string piece(piece_size, '\0');
    while (const std::size_t size = source_(kept_, piece)) {
        keep(kept_, std::string_view(piece).substr(0, size));
    }
    if (!part_.empty()) {
        end_part();
    }
    return sha256_.finish();
}

bank::Source kept_source(Unit_of_work& work, File_id file) {
    struct Part {
        std::uint64_t number = 0;
        std::string bytes;
    };

    return [&files = work.bank_files(), file, part = Part()](std::uint64_t offset,
                                                             std::span<char> into) mutable {
        const std::uint64_t number = 1 + offset / Bank_files::part_size;
        if (part.number != number) {
            part = {number, files.part(file, number)};
        }
        return bank::source_of(part.bytes)(offset % Bank_files::part_size, into);
    };
}

std::string kept_bytes(Unit_of_work& work, File_id file) {
    std::string bytes;
    for (std::uint64_t number = 1;; ++number) {
        const std::string part = work.bank_files().part(file, number);
        if (part.empty()) {
            return bytes;
        }
        bytes += part;
    }
}

Content content_of(const bank::Source& source) {
    Sha256 sha256;
    std::string piece(piece_size, '\0');
    std::uint64_t offset = 0;
    while (const std::size_t size = source(offset, piece)) {
        sha256.add(std::string_view(piece).substr(0, size));
        offset += size;
    }
    return {sha256.finish(), offset};
}

} // namespace saldo::app
