#include "bench/bulk.hpp"

#include "bank/coda/stream.hpp"
#include "bank/read.hpp"
#include "bench/at_desk.hpp"
#include "bench/source_of_file.hpp"
#include "support/shared.hpp"
#include "support/windows_1252.hpp"

#include <fstream>
#include <sys/resource.h>

namespace saldo::bench {

namespace {

constexpr int times = 5;

void write_file(const test::Bulk_size& size, const std::filesystem::path& path) {
    std::ofstream out(path, std::ios::binary);
    test::Coda_bulk bulk(size);
    for (std::string part = bulk.next(); !part.empty(); part = bulk.next()) {
        out << test::in_windows_1252(part);
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
        const cli::Opened_file file(path);
        bank::coda::Stream stream(source_of(file));
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
    const std::string utf8 = test::Coda_bulk(size).rest();
    for (int i = 0; i < times; ++i) {
        bank::coda::Stream stream{std::string_view(utf8)};
        (void)reading.stream_utf8.measure([&] { return drain(stream); });
    }
    reading.utf8_bytes = utf8.size();
    std::filesystem::remove(path);
    return reading;
}

} // namespace saldo::bench
