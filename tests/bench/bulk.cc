#include "bench/bulk.hpp"

#include "bank/coda/stream.hpp"
#include "bank/read.hpp"
#include "bench/at_desk.hpp"
#include "support/shared.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/resource.h>
#include <system_error>
#include <unistd.h>

namespace saldo::bench {

namespace {

constexpr int times = 5;

/// A file that is open to be read.
class Opened {
public:
    explicit Opened(const std::filesystem::path& path)
        : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor_ < 0) {
            throw std::system_error(errno, std::generic_category(), path);
        }
    }

    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    Opened(Opened&&) = delete;
    Opened& operator=(Opened&&) = delete;

    ~Opened() { close(descriptor_); }

    [[nodiscard]] bank::Source source() const {
        return [descriptor = descriptor_](std::uint64_t offset, std::span<char> into) {
            const auto size =
                pread(descriptor, into.data(), into.size(), static_cast<off_t>(offset));
            if (size < 0) {
                throw std::system_error(errno, std::generic_category(), "reading");
            }
            return static_cast<std::size_t>(size);
        };
    }

private:
    int descriptor_;
};

void write_file(const test::Bulk_size& size, const std::filesystem::path& path) {
    std::ofstream out(path, std::ios::binary);
    test::Coda_bulk bulk(size);
    for (std::string part = bulk.next(); !part.empty(); part = bulk.next()) {
        out << part;
    }
    out.close();
    if (!out) {
        throw std::runtime_error(path.string() + " could not be written");
    }
}

/// Reads to the end and counts.
Bulk_reading drain(bank::Stream& stream) {
    Bulk_reading counted;
    bank::Statement_file part;
    while (accepted(stream.next(part))) {
        counted.findings += part.findings.size();
        counted.statements += part.statements.size();
        for (const bank::Statement& statement : part.statements) {
            counted.movements += statement.movements.size();
        }
    }
    return counted;
}

} // namespace

Bulk_reading measure_bulk(const test::Bulk_size& size, const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "bulk.cod";
    write_file(size, path);
    Times from_file;
    Bulk_reading reading;
    for (int i = 0; i < times; ++i) {
        const Opened file(path);
        bank::coda::Stream stream(file.source());
        reading = from_file.measure([&] { return drain(stream); });
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    reading.peak_megabytes = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
    reading.file = from_file;
    const std::string bytes = test::read_file(path);
    reading.bytes = bytes.size();
    for (int i = 0; i < times; ++i) {
        bank::coda::Stream stream{std::string_view(bytes)};
        (void)reading.stream.measure([&] { return drain(stream); });
        std::string given = bytes;
        (void)reading.whole.measure([&] { return accepted(bank::read_owned(std::move(given))); });
    }
    std::filesystem::remove(path);
    return reading;
}

} // namespace saldo::bench
