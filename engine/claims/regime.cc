#include "claims/regime.hpp"

namespace saldo::claims {

using dossier::Regime;

std::optional<Regime> regime_of(const dossier::Claim& claim) {
    if (claim.contract && claim.contract->regime) {
        return claim.contract->regime;
    }
    const std::string& origin = claim.origin;
    if (origin == "consumer_credit") {
        return Regime::consumer_credit;
    }
    if (origin == "tax" || origin == "fine") {
        return Regime::public_law;
    }
    if (origin == "energy" || origin == "telecom") {
        return Regime::consumer;
    }
    return std::nullopt;
}

} // namespace saldo::claims
