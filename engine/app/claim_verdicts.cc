#include "app/claim_verdicts.hpp"

#include "app/claims.hpp"
#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/position.hpp"
#include "dossier/ledger_accounts.hpp"
#include "dossier/names.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace saldo::app {

namespace {

using dossier::Claim;
using dossier::Creditor;
using dossier::Dossier;

std::string place_of(const Verdict_row& row) {
    return row.dossier + " " + row.id();
}

Result<Verdict_row> verdict_on(const law::Figures& figures,
                               const Dossier& dossier,
                               const Creditor& creditor,
                               const Claim& claim,
                               Date on,
                               const Paid_days& paid) {
    return claims::check(figures, claim, on, paid(dossier::code_of(creditor, claim)))
        .map([&](claims::Claim_verdict verdict) {
            Verdict_row row{dossier.number, creditor.id, claim, std::move(verdict), {}};
            for (Finding& finding : row.verdict.findings) {
                finding.where.place = place_of(row);
            }
            if (const dossier::Decision* decision = claims::last_decision(claim, on)) {
                row.decision = *decision;
            }
            return row;
        });
}

/// What the book paid on the claims of a dossier. What came back as a whole was not paid.
Paid_days paid_in(Unit_of_work& work, Dossier_id dossier) {
    return [payments = Payments_on_claims(work, dossier)](std::string_view code) {
        std::map<std::string, Money> kept;
        const std::vector<claims::Paid>& all = payments.of(code);
        for (const claims::Paid& paid : all) {
            kept.try_emplace(paid.source, Money::zero()).first->second += paid.amount;
        }
        std::vector<Date> days;
        for (const claims::Paid& paid : all) {
            if (paid.amount.is_positive() && kept.at(paid.source).is_positive()) {
                days.push_back(paid.date);
            }
        }
        return days;
    };
}

Params facts_of(const Verdict_row& row) {
    const dossier::Decision& decision = *row.decision;
    Params facts{{"claim", row.id()},
                 {"verdict", std::string(dossier::name(decision.verdict))},
                 {"computed", std::string(dossier::name(decision.computed))}};
    if (decision.reduce_to) {
        facts.push_back({"reduce_to", format(*decision.reduce_to)});
    }
    if (!decision.reason.empty()) {
        facts.push_back({"reason", decision.reason});
    }
    return facts;
}

} // namespace

Result<std::vector<Verdict_row>> check_claims(const law::Figures& figures,
                                              const Dossier& dossier,
                                              Date on,
                                              const Paid_days& paid,
                                              std::optional<std::string_view> only) {
    std::vector<Verdict_row> rows;
    for (const Creditor& creditor : dossier.creditors) {
        for (const Claim& claim : creditor.claims) {
            if (only && claim_id(creditor, claim) != *only) {
                continue;
            }
            auto row = verdict_on(figures, dossier, creditor, claim, on, paid);
            if (!row) {
                return refuse(std::move(row).error());
            }
            rows.push_back(*std::move(row));
        }
    }
    std::ranges::sort(rows, {},
                      [](const Verdict_row& row) { return std::tie(row.creditor, row.claim.id); });
    return rows;
}

Result<std::vector<Verdict_row>> check_claims(Unit_of_work& work,
                                              const law::Figures& figures,
                                              std::string_view number,
                                              std::optional<std::string_view> claim,
                                              Date on) {
    const auto row = find_dossier(work, number);
    if (!row) {
        return refuse(row.error());
    }
    auto rows =
        check_claims(figures, load_dossier(work, row->id), on, paid_in(work, row->id), claim);
    if (rows && rows->empty() && claim) {
        return refuse(claim_unknown,
                      {{"dossier", std::string(number)}, {"claim", std::string(*claim)}});
    }
    return rows;
}

Result<Verdict_row>
decide_claim(Desk& desk, const law::Figures& figures, const Decision_request& request) {
    const Actor& actor = desk.actor();
    auto rows =
        check_claims(desk.work(), figures, request.dossier, request.wanted.claim, actor.as_of);
    if (!rows) {
        return refuse(std::move(rows).error());
    }
    Verdict_row& row = rows->front();
    const auto found = find_dossier(desk.work(), request.dossier);
    Dossier dossier = load_dossier(desk.work(), found->id);
    auto decision =
        claims::decide(dossier, row.claim, row.verdict, request.wanted, actor.user, actor.as_of);
    if (!decision) {
        return refuse(std::move(decision).error());
    }
    find_claim(dossier, row.id())->decisions.push_back(*decision);
    if (auto kept = keep_document(desk, dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    row.claim.decisions.push_back(*decision);
    row.decision = *std::move(decision);
    desk.record("claim.decided", row.dossier, facts_of(row));
    return std::move(row);
}

} // namespace saldo::app
