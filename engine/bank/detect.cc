#include "bank/detect.hpp"

#include "bank/coda/read.hpp"

namespace saldo::bank {

std::optional<Format> detect(std::string_view bytes) {
    return coda::is_coda(bytes) ? std::optional(Format::coda) : std::nullopt;
}

} // namespace saldo::bank
