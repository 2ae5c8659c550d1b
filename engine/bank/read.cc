#include "bank/read.hpp"

#include "bank/coda/read.hpp"
#include "bank/codes.hpp"
#include "bank/detect.hpp"

namespace saldo::bank {

Result<Statement_file> read(std::string_view bytes) {
    return read_owned(std::string(bytes));
}

Result<Statement_file> read_owned(std::string bytes) {
    const auto format = detect(bytes);
    if (!format) {
        return refuse(format_unknown);
    }
    switch (*format) {
    case Format::coda:
        return coda::read(std::move(bytes));
    }
    return refuse(format_unknown);
}

} // namespace saldo::bank
