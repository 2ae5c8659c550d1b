#include "dossier/dossier.hpp"

#include "base/invariant.hpp"
#include "money/scale.hpp"

#include <algorithm>

namespace saldo::dossier {

namespace {

/// Null if there is none; as constant as the dossier is.
template <class Of> auto claim_in(Of& dossier, std::string_view id) {
    using Found = decltype(&dossier.creditors.front().claims.front());
    for (auto& creditor : dossier.creditors) {
        for (auto& claim : creditor.claims) {
            if (claim_id(creditor, claim) == id) {
                return Found(&claim);
            }
        }
    }
    return Found();
}

} // namespace

Money margin(const Budget_line& line) {
    if (!line.margin_share) {
        return line.margin;
    }
    const auto share =
        money::scale(line.schedule.amount, *line.margin_share, money::Rounding::half_away);
    invariant(share.has_value(), "a part of an amount is an amount");
    return std::max(line.margin, *share);
}

std::string claim_id(const Creditor& creditor, const Claim& claim) {
    return creditor.id + "/" + claim.id;
}

const Claim* find_claim(const Dossier& dossier, std::string_view id) {
    return claim_in(dossier, id);
}

Claim* find_claim(Dossier& dossier, std::string_view id) {
    return claim_in(dossier, id);
}

} // namespace saldo::dossier
