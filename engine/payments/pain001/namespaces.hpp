#pragma once

#include "payments/pain001/message.hpp"

#include <string_view>

namespace saldo::payments::pain001 {

/// Namespace of the message.
[[nodiscard]] constexpr std::string_view namespace_of(Version version) {
    return version == Version::v03 ? "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"
                                   : "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
}

/// Name of the element that holds a BIC.
[[nodiscard]] constexpr const char* bic_tag(Version version) {
    return version == Version::v03 ? "BIC" : "BICFI";
}

} // namespace saldo::payments::pain001
