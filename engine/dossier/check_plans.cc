#include "dossier/check_plans.hpp"

#include "base/digest.hpp"
#include "dossier/codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace saldo::dossier {

namespace {

using Claim_due = std::pair<std::string_view, Date>;

class Plan_checker {
public:
    explicit Plan_checker(const Dossier& dossier) : dossier_(dossier) {
        for (const Creditor& creditor : dossier.creditors) {
            for (const Claim& claim : creditor.claims) {
                claims_.emplace(claim_id(creditor, claim), &claim);
            }
        }
        for (std::size_t i = 0; i < dossier.bills.size(); ++i) {
            if (!dossier.bills[i].claim.empty() && !dossier.bills[i].cancelled) {
                dues_.try_emplace(Claim_due(dossier.bills[i].claim, dossier.bills[i].due),
                                  fmt::format("/bills/{}", i));
            }
        }
    }

    Findings run() {
        for (std::size_t i = 0; i < dossier_.plans.size(); ++i) {
            const Adopted_plan& plan = dossier_.plans[i];
            const std::string place = fmt::format("/plans/{}", i);
            if (!digest_from_hex(plan.terms)) {
                add(document_not_a_digest, place + "/terms", {{"stated", plan.terms}});
            }
            for (std::size_t k = 0; k < plan.instalments.size(); ++k) {
                check_instalment(plan, plan.instalments[k],
                                 fmt::format("{}/instalments/{}", place, k));
            }
            check_running(plan, place);
            check_answers(plan, place);
            if (plan.ended && plan.ended->date < plan.adopted) {
                too_early(plan.ended->date, plan.adopted, place + "/ended/date");
            }
        }
        return std::move(findings_);
    }

private:
    void check_instalment(const Adopted_plan& plan,
                          const Plan_instalment& instalment,
                          const std::string& place) {
        if (!instalment.amount.is_positive()) {
            add(amount_not_positive, place + "/amount", {{"stated", format(instalment.amount)}});
        }
        const auto account = std::ranges::find(dossier_.accounts, plan.account, &Account::id);
        if (account != dossier_.accounts.end() && account->opening &&
            instalment.due <= account->opening->date) {
            add(due_before_book, place + "/due",
                {{"stated", format(instalment.due)}, {"opened", format(account->opening->date)}});
        }
        const auto claim = claims_.find(instalment.claim);
        if (claim == claims_.end()) {
            add(unknown_claim, place + "/claim", {{"stated", instalment.claim}});
        } else if (is_promised(plan, instalment)) {
            check_due_once(*claim->second, instalment, place);
        }
    }

    void check_due_once(const Claim& claim,
                        const Plan_instalment& instalment,
                        const std::string& place) {
        if (claim.instalment && is_due(claim.instalment->schedule, instalment.due)) {
            due_again(instalment, instalment.claim, place);
        }
        const auto [first, fresh] =
            dues_.try_emplace(Claim_due(instalment.claim, instalment.due), place);
        if (!fresh) {
            due_again(instalment, first->second, place);
        }
    }

    void due_again(const Plan_instalment& instalment, std::string first, const std::string& place) {
        add(due_twice, place + "/due",
            {{"stated", format(instalment.due)}, {"first", std::move(first)}});
    }

    /// A claim is in one plan at a time.
    void check_running(const Adopted_plan& plan, const std::string& place) {
        if (plan.ended) {
            return;
        }
        std::set<std::string_view> named;
        for (const Plan_instalment& instalment : plan.instalments) {
            if (!named.insert(instalment.claim).second) {
                continue;
            }
            const auto [first, fresh] = running_.try_emplace(instalment.claim, plan.id);
            if (!fresh) {
                add(claim_in_two_plans, place + "/instalments",
                    {{"stated", instalment.claim}, {"first", std::string(first->second)}});
            }
        }
    }

    void check_answers(const Adopted_plan& plan, const std::string& place) {
        Date earliest = plan.adopted;
        for (std::size_t k = 0; k < plan.answers.size(); ++k) {
            const Plan_answer& answer = plan.answers[k];
            const std::string at = fmt::format("{}/answers/{}", place, k);
            const bool is_of_plan = std::ranges::any_of(plan.instalments, [&](const auto& each) {
                return each.claim.starts_with(answer.creditor + "/");
            });
            if (!is_of_plan) {
                add(unknown_creditor, at + "/creditor", {{"stated", answer.creditor}});
            }
            if (answer.date < earliest) {
                too_early(answer.date, earliest, at + "/date");
            }
            earliest = std::max(earliest, answer.date);
            if (answer.amount && !answer.amount->is_positive()) {
                add(amount_not_positive, at + "/amount", {{"stated", format(*answer.amount)}});
            }
            if (!answer.document.empty() && !digest_from_hex(answer.document)) {
                add(document_not_a_digest, at + "/document", {{"stated", answer.document}});
            }
        }
    }

    void too_early(Date date, Date earliest, std::string place) {
        add(date_too_early, std::move(place),
            {{"stated", format(date)}, {"earliest", format(earliest)}});
    }

    void add(Code code, std::string place, Params params) {
        findings_.push_back({code, Severity::error, {{}, 0, std::move(place)}, std::move(params)});
    }

    const Dossier& dossier_;
    std::map<std::string, const Claim*, std::less<>> claims_;
    std::map<Claim_due, std::string> dues_; ///< where it is due first
    std::map<std::string_view, std::string_view> running_;
    Findings findings_;
};

} // namespace

Findings check_plans(const Dossier& dossier) {
    return dossier.plans.empty() ? Findings() : Plan_checker(dossier).run();
}

} // namespace saldo::dossier
