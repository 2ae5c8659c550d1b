#include "dossier/dossier.hpp"

namespace saldo::dossier {

Money balance(const Claim& claim) {
    return claim.principal + claim.interest + claim.costs + claim.penalty;
}

} // namespace saldo::dossier
