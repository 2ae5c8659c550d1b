#include "bank/stream.hpp"

#include "bank/coda/read.hpp"
#include "bank/coda/stream.hpp"
#include "bank/read.hpp"

#include <algorithm>
#include <string>

namespace saldo::bank {

namespace {

/// A file that was read whole, as one part.
class Whole final : public Stream {
public:
    explicit Whole(Statement_file file) : file_(std::move(file)) {}

    [[nodiscard]] Result<bool> next(Statement_file& part) override {
        if (!file_) {
            part.clear();
            return false;
        }
        part = *std::exchange(file_, std::nullopt);
        return true;
    }

private:
    std::optional<Statement_file> file_;
};

/// The beginning of a file, up to so many bytes.
std::string read_up_to(const Source& source, std::size_t size_max) {
    constexpr std::size_t piece = std::size_t{1} << 20U;
    std::string bytes;
    while (bytes.size() < size_max) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(before + piece, size_max));
        const std::size_t more = fill(source, before, std::span(bytes).subspan(before));
        bytes.resize(before + more);
        if (more < piece) {
            break;
        }
    }
    return bytes;
}

} // namespace

Result<std::unique_ptr<Stream>> open_stream(Source source, std::optional<Format> format) {
    constexpr std::size_t enough_for_coda = 4'096;
    if (!format && coda::is_coda(read_up_to(source, enough_for_coda))) {
        format = Format::coda;
    }
    if (format == Format::coda) {
        return std::make_unique<coda::Stream>(std::move(source));
    }
    auto file = read_owned(read_up_to(source, file_size_max + 1), format);
    if (!file) {
        return refuse(std::move(file).error());
    }
    return std::make_unique<Whole>(*std::move(file));
}

} // namespace saldo::bank
