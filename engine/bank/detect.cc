#include "bank/detect.hpp"

#include "bank/coda/read.hpp"
#include "bank/csv/read.hpp"
#include "bank/xlsx/read.hpp"

namespace saldo::bank {

std::optional<Format> detect(std::string_view bytes) {
    if (coda::is_coda(bytes)) {
        return Format::coda;
    }
    if (xlsx::is_xlsx(bytes)) {
        return Format::xlsx;
    }
    return csv::is_csv(bytes) ? std::optional(Format::csv) : std::nullopt;
}

} // namespace saldo::bank
