#include "claims/duplicates.hpp"

#include "claims/codes.hpp"
#include "claims/status.hpp"

#include <algorithm>

namespace saldo::claims {

namespace {

using dossier::Claim;

struct Candidate {
    const dossier::Creditor& creditor;
    const Claim& claim;

    [[nodiscard]] std::string id() const { return claim_id(creditor, claim); }
};

std::vector<std::string_view> references_of(const Claim& claim) {
    std::vector<std::string_view> references{claim.reference};
    for (const dossier::Transfer& transfer : claim.transfers) {
        references.emplace_back(transfer.reference);
    }
    std::erase(references, "");
    return references;
}

template <class T> bool is_known_and_same(const std::optional<T>& a, const std::optional<T>& b) {
    return a.has_value() && a == b;
}

std::optional<Date> contract_date(const Claim& claim) {
    return claim.contract ? claim.contract->date : std::nullopt;
}

bool may_be_same(const Claim& a, const Claim& b) {
    const auto references = references_of(b);
    const bool share_reference =
        std::ranges::any_of(references_of(a), [&](std::string_view reference) {
            return std::ranges::find(references, reference) != references.end();
        });
    const bool share_day = a.stated == b.stated || is_known_and_same(a.due, b.due) ||
                           is_known_and_same(contract_date(a), contract_date(b));
    return share_reference || (a.origin == b.origin && a.principal == b.principal &&
                               a.principal.is_positive() && share_day);
}

} // namespace

Findings possible_duplicates(const dossier::Dossier& dossier, Date on) {
    std::vector<Candidate> candidates;
    for (const dossier::Creditor& creditor : dossier.creditors) {
        for (const Claim& claim : creditor.claims) {
            if (status_on(claim, on) != dossier::Claim_status::transferred) {
                candidates.push_back({creditor, claim});
            }
        }
    }
    Findings findings;
    for (auto a = candidates.begin(); a != candidates.end(); ++a) {
        for (auto b = std::next(a); b != candidates.end(); ++b) {
            if (a->creditor.id != b->creditor.id && may_be_same(a->claim, b->claim)) {
                findings.push_back({possible_duplicate,
                                    Severity::warning,
                                    {{}, 0, dossier.number},
                                    {{"claim", a->id()}, {"other", b->id()}}});
            }
        }
    }
    return findings;
}

} // namespace saldo::claims
