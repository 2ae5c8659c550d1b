#include "bank/detect.hpp"

#include "bank/camt/read.hpp"
#include "bank/coda/read.hpp"
#include "bank/mt940/read.hpp"

namespace saldo::bank {

std::optional<Format> detect(std::string_view bytes) {
    if (coda::is_coda(bytes)) {
        return Format::coda;
    }
    if (camt::is_camt(bytes)) {
        return Format::camt;
    }
    return mt940::is_mt940(bytes) ? std::optional(Format::mt940) : std::nullopt;
}

} // namespace saldo::bank
