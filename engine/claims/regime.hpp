#pragma once

#include "dossier/claim.hpp"

namespace saldo::claims {

/// Which law bounds what may be asked: that of the contract, else that of the origin where it
/// leaves no doubt (consumer credit; tax and fine: public law; energy and telecom: consumer). Rent,
/// health and others may be asked by a firm or a citizen: nothing.
[[nodiscard]] std::optional<dossier::Regime> regime_of(const dossier::Claim& claim);

} // namespace saldo::claims
