#include "app/add_claim.hpp"

#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/next_id.hpp"
#include "app/position.hpp"
#include "claims/duplicates.hpp"

#include <algorithm>

namespace saldo::app {

namespace {

using dossier::Claim;
using dossier::Creditor;
using dossier::Dossier;

/// What is stated of a creditor is what the dossier says of it.
bool agrees(const Creditor& known, const New_claim& wanted) {
    const party::Payee& payee = wanted.payee;
    return (payee.name.empty() || payee.name == known.payee.name) &&
           (!payee.iban || payee.iban == known.payee.iban) &&
           (!wanted.enterprise_number || wanted.enterprise_number == known.enterprise_number);
}

Result<Creditor*> creditor_of(Dossier& dossier, const New_claim& wanted) {
    const auto found = std::ranges::find(dossier.creditors, wanted.creditor, &Creditor::id);
    const Params params{{"dossier", dossier.number}, {"creditor", wanted.creditor}};
    if (found != dossier.creditors.end()) {
        return agrees(*found, wanted) ? Result<Creditor*>(&*found)
                                      : refuse(creditor_differs, params);
    }
    if (wanted.payee.name.empty()) {
        return refuse(creditor_unknown, params);
    }
    dossier.creditors.push_back({wanted.creditor, wanted.enterprise_number, wanted.payee, {}, {}});
    return &dossier.creditors.back();
}

Findings duplicates_of(const Dossier& dossier, const std::string& claim, Date on) {
    Findings findings = claims::possible_duplicates(dossier, on);
    std::erase_if(findings, [&](const Finding& finding) {
        return std::ranges::none_of(finding.params,
                                    [&](const Param& param) { return param.value == claim; });
    });
    return findings;
}

} // namespace

Result<Added_claim> add_claim(Desk& desk, const law::Figures& figures, const New_claim& wanted) {
    auto row = find_dossier(desk.work(), wanted.dossier);
    if (!row) {
        return refuse(std::move(row).error());
    }
    Dossier dossier = load_dossier(desk.work(), row->id);
    const auto creditor = creditor_of(dossier, wanted);
    if (!creditor) {
        return refuse(creditor.error());
    }
    std::vector<Claim>& claims = (*creditor)->claims;
    Claim claim = wanted.claim;
    if (claim.id.empty()) {
        claim.id = next_id(claims);
    }
    const std::string id = claim_id(**creditor, claim);
    if (find_claim(dossier, id) != nullptr) {
        return refuse(claim_exists, {{"dossier", row->number}, {"claim", id}});
    }
    claims.push_back(claim);
    const dossier::Creditor kept = **creditor;
    if (auto done = keep_document(desk, dossier); !done) {
        return refuse(std::move(done).error());
    }
    const Date on = desk.actor().as_of;
    desk.record(claim_added_event, row->number,
                {{"claim", id},
                 {"stated", calendar::format(claim.stated)},
                 {"balance", format(balance(claim))},
                 {"document", wanted.document}});
    Added_claim added{{row->number, kept.id, kept.payee, claim, {}, {}},
                      duplicates_of(dossier, id, on)};
    if (auto known = claim_on(desk.work(), figures, row->number, id, on)) {
        const Findings& of_account = known->account->findings;
        added.findings.insert(added.findings.end(), of_account.begin(), of_account.end());
        added.row = *std::move(known);
    } else {
        Findings why = Refusal(known.error()).findings();
        for (Finding& finding : why) {
            finding.severity = Severity::warning; // the claim is taken in
            added.findings.push_back(std::move(finding));
        }
    }
    return added;
}

} // namespace saldo::app
