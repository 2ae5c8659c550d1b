#include "bank/detect.hpp"

#include "bank/camt/read.hpp"
#include "bank/coda/read.hpp"

namespace saldo::bank {

std::optional<Format> detect(std::string_view bytes) {
    if (coda::is_coda(bytes)) {
        return Format::coda;
    }
    return camt::is_camt(bytes) ? std::optional(Format::camt) : std::nullopt;
}

} // namespace saldo::bank
