#include "bank/stream.hpp"

#include "bank/coda/stream.hpp"
#include "bank/codes.hpp"

#include <string>

namespace saldo::bank {

namespace {

/// Enough to tell any format by.
constexpr std::size_t beginning_length = 4'096;

} // namespace

Result<std::unique_ptr<Stream>> open_stream(Source source, std::optional<Format> format) {
    if (!format) {
        std::string beginning(beginning_length, '\0');
        beginning.resize(fill(source, 0, beginning));
        format = detect(beginning);
    }
    if (!format) {
        return refuse(format_unknown);
    }
    switch (*format) {
    case Format::coda:
        return std::make_unique<coda::Stream>(std::move(source));
    }
    return refuse(format_unknown);
}

} // namespace saldo::bank
