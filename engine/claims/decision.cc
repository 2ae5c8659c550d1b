#include "claims/decision.hpp"

#include "claims/codes.hpp"
#include "dossier/names.hpp"

#include <algorithm>

namespace saldo::claims {

namespace {

using dossier::Decision;
using dossier::Verdict_kind;

Params about(const dossier::Dossier& dossier, const Wanted_decision& wanted) {
    return {{"dossier", dossier.number}, {"claim", wanted.claim}};
}

/// The sum to reduce to: the wanted one, else the computed one.
Result<std::optional<Money>> sum_of(const Claim_verdict& computed, const Wanted_decision& wanted) {
    if (wanted.verdict != Verdict_kind::reduce) {
        if (wanted.reduce_to) {
            return refuse(amount_not_wanted,
                          {{"verdict", std::string(dossier::name(wanted.verdict))}});
        }
        return std::optional<Money>();
    }
    const std::optional<Money> sum = wanted.reduce_to ? wanted.reduce_to : computed.reduce_to;
    if (!sum) {
        return refuse(amount_missing);
    }
    if (sum->is_negative() || *sum >= computed.claimed) {
        return refuse(amount_too_large, {{"stated", money::format(*sum)},
                                         {"claimed", money::format(computed.claimed)}});
    }
    return sum;
}

} // namespace

bool may_decide(const dossier::Dossier& dossier, std::string_view user, Date on) {
    return std::ranges::any_of(dossier.workers, [&](const dossier::Worker& worker) {
        return worker.user == user && (worker.role == "jurist" || worker.role == "head") &&
               worker.period.contains(on);
    });
}

Result<Decision> decide(const dossier::Dossier& dossier,
                        const dossier::Claim& claim,
                        const Claim_verdict& computed,
                        const Wanted_decision& wanted,
                        std::string_view user,
                        Date on) {
    if (!may_decide(dossier, user, on)) {
        return refuse(not_a_jurist, {{"dossier", dossier.number},
                                     {"user", std::string(user)},
                                     {"on", calendar::format(on)}});
    }
    if (!claim.decisions.empty() && on < claim.decisions.back().date) {
        Params params = about(dossier, wanted);
        params.push_back({"last", calendar::format(claim.decisions.back().date)});
        return refuse(decision_too_early, std::move(params));
    }
    return sum_of(computed, wanted).and_then([&](std::optional<Money> sum) -> Result<Decision> {
        const bool is_confirmed = wanted.verdict == computed.kind && sum == computed.reduce_to;
        if (!is_confirmed && wanted.reason.empty()) {
            Params params = about(dossier, wanted);
            params.push_back({"computed", std::string(dossier::name(computed.kind))});
            return refuse(reason_missing, std::move(params));
        }
        return Decision{.date = on,
                        .user = std::string(user),
                        .verdict = wanted.verdict,
                        .computed = computed.kind,
                        .reduce_to = sum,
                        .reason = wanted.reason};
    });
}

const Decision* last_decision(const dossier::Claim& claim, Date on) {
    const Decision* last = nullptr;
    for (const Decision& decision : claim.decisions) {
        last = decision.date <= on ? &decision : last;
    }
    return last;
}

} // namespace saldo::claims
