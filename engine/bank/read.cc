#include "bank/read.hpp"

#include "bank/camt/read.hpp"
#include "bank/coda/read.hpp"
#include "bank/codes.hpp"
#include "bank/csv/read.hpp"
#include "bank/mt940/read.hpp"
#include "bank/xlsx/read.hpp"

namespace saldo::bank {

Result<Statement_file> read(std::string_view bytes, std::optional<Format> format) {
    return read_owned(std::string(bytes), format);
}

Result<Statement_file> read_owned(std::string bytes, std::optional<Format> format) {
    if (bytes.size() > file_size_max) {
        return refuse(file_too_large, {{"stated", std::to_string(bytes.size())},
                                       {"limit", std::to_string(file_size_max)}});
    }
    if (!format) {
        format = detect(bytes);
    }
    if (!format) {
        return refuse(format_unknown);
    }
    switch (*format) {
    case Format::coda:
        return coda::read(std::move(bytes));
    case Format::camt:
        return camt::read(std::move(bytes));
    case Format::mt940:
        return mt940::read(std::move(bytes));
    case Format::csv:
        return csv::read(std::move(bytes));
    case Format::xlsx:
        return xlsx::read(bytes);
    }
    return refuse(format_unknown);
}

} // namespace saldo::bank
