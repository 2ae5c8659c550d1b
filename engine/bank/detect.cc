#include "bank/detect.hpp"

#include "bank/camt/read.hpp"
#include "bank/coda/read.hpp"
#include "bank/csv/read.hpp"
#include "bank/mt940/read.hpp"
#include "bank/xlsx/read.hpp"

namespace saldo::bank {

std::optional<Format> detect(std::string_view bytes) {
    if (coda::is_coda(bytes)) {
        return Format::coda;
    }
    if (xlsx::is_xlsx(bytes)) {
        return Format::xlsx;
    }
    if (camt::is_camt(bytes)) {
        return Format::camt;
    }
    if (csv::is_csv(bytes)) {
        return Format::csv;
    }
    return mt940::is_mt940(bytes) ? std::optional(Format::mt940) : std::nullopt;
}

} // namespace saldo::bank
