#pragma once

#include "party/bic.hpp"
#include "party/iban.hpp"
#include "party/reference.hpp"

#include <optional>
#include <string>
#include <variant>

namespace saldo::party {

/// What a payment says to its payee: nothing, free text, an OGM or a creditor reference.
using Remittance = std::variant<std::monostate, std::string, Ogm, Creditor_reference>;

/// Who is paid, and where. Without an IBAN nothing can be paid yet.
struct Payee {
    std::string name;
    std::optional<Iban> iban;
    std::optional<Bic> bic;

    friend bool operator==(const Payee&, const Payee&) = default;
};

} // namespace saldo::party
