#include "app/draft_plan.hpp"

#include "app/claims.hpp"
#include "claims/status.hpp"
#include "dossier/names.hpp"
#include "law/interest.hpp"
#include "plans/codes.hpp"
#include "plans/plan_document.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace saldo::app {

namespace {

using dossier::Claim;
using dossier::Claim_status;

/// It is asked, and nobody disputes it.
bool is_to_be_paid(Claim_status status) {
    return !claims::is_end(status) && status != Claim_status::disputed;
}

/// No interest runs any more from this day on.
bool is_stopped(const Claim& claim, Date on) {
    return std::ranges::any_of(claim.interest_stops, [&](const dossier::Interest_stop& stop) {
        return stop.period.contains(on) && !stop.period.last();
    });
}

/// Makes the list of creditors, one claim after the other.
class Drafting {
public:
    Drafting(const std::string& dossier, const law::Figures& figures, Date start)
        : dossier_(dossier), figures_(figures), start_(start) {}

    void add(const Claim_row& row) {
        if (!is_to_be_paid(row.status)) {
            findings_.push_back({plans::claim_left_out,
                                 Severity::info,
                                 {},
                                 {{"dossier", dossier_},
                                  {"claim", row.id()},
                                  {"status", std::string(dossier::name(row.status))}}});
            return;
        }
        const claims::Parts& parts = row.account->balance;
        if (!parts.total().is_positive()) {
            return;
        }
        std::string text =
            fmt::format(R"({{"id": "{}", "balance": "{}")", row.id(), money::format(parts.total()));
        // Costs and penalties bear no interest either, and are paid before the principal.
        if (const Money before = parts.total() - parts.principal; before.is_positive()) {
            text += fmt::format(R"(, "interest_due": "{}")", money::format(before));
        }
        if (row.claim.instalment) {
            const std::string amount = money::format(row.claim.instalment->schedule.amount);
            text += fmt::format(R"(, "contractual": "{0}", "fixed": "{0}")", amount);
        }
        text += rate_of(row.claim) + "}";
        creditors_ += (creditors_.empty() ? "" : ", ") + text;
    }

    [[nodiscard]] Result<Plan_draft> take(Money monthly) && {
        if (creditors_.empty()) {
            return refuse(plans::no_claims,
                          {{"dossier", dossier_}, {"date", calendar::format(start_)}});
        }
        const std::string text = fmt::format(
            R"({{"start": "{}", "monthly": "{}", "strategy": "pro_rata",
                 "interest_on": "principal", "first_interest": false, "creditors": [{}]}})",
            calendar::format(start_), money::format(monthly), creditors_);
        return Plan_draft{plans::canonical_text(text), std::move(findings_)};
    }

private:
    /// What stands on the claim bears interest until the start already. Of a legal rate, the last
    /// one that is known is supposed to go on.
    [[nodiscard]] std::string rate_of(const Claim& claim) const {
        const auto& rule = claim.interest_rule;
        if (!rule || is_stopped(claim, start_)) {
            return "";
        }
        if (rule->source == dossier::Interest_source::agreed) {
            return rule->rate ? fmt::format(R"(, "rate": "{}")", dossier::format(*rule->rate)) : "";
        }
        const bool is_civil = rule->source == dossier::Interest_source::civil;
        const auto rows = figures_.of(
            law::figure_of(is_civil ? law::Legal_rate::civil : law::Legal_rate::commercial));
        std::string text = fmt::format(R"(, "rate": "{}")", dossier::name(rule->source));
        if (!rows.empty() && rows.back().in_force.last()) {
            const dossier::Yearly_rate last{*money::parse_percent(rows.back().value)};
            text += fmt::format(R"(, "rate_after": "{}")", dossier::format(last));
        }
        return text;
    }

    std::string dossier_;
    const law::Figures& figures_;
    Date start_;
    std::string creditors_;
    Findings findings_;
};

} // namespace

Result<Plan_draft>
draft_plan(Unit_of_work& work, const law::Figures& figures, const Draft_request& request) {
    const auto list = claims_on(work, figures, request.dossier, request.start);
    if (!list) {
        return refuse(list.error());
    }
    Drafting drafting(request.dossier, figures, request.start);
    for (const Claim_row& row : list->rows) {
        if (is_to_be_paid(row.status) && !row.account) { // then its own answer says why
            const auto why = claim_on(work, figures, request.dossier, row.id(), request.start);
            Findings findings = why.error().findings();
            for (Finding& finding : findings) {
                finding.where.place = request.dossier + " " + row.id();
            }
            return refuse(Refusal(std::move(findings)));
        }
        drafting.add(row);
    }
    return std::move(drafting).take(request.monthly);
}

} // namespace saldo::app
