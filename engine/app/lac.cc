#include "app/lac.hpp"

#include "app/claims.hpp"
#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/position.hpp"
#include "app/records.hpp"
#include "app/settings.hpp"
#include "base/invariant.hpp"
#include "claims/status.hpp"
#include "dossier/ledger_accounts.hpp"

#include <algorithm>
#include <map>

namespace saldo::app {

namespace {

using arrears::Lac;
using arrears::Lac_decision;
using arrears::Lac_outcome;

constexpr std::string_view lac_kind = "lac";

/// What was paid on the claims of a dossier until a day, from its entries.
class Claim_payments {
public:
    Claim_payments(Unit_of_work& work, Dossier_id dossier, Date on) {
        work.journal().each_entry(dossier, [&](const Entry& entry) {
            if (entry.draft.date <= on && entry.draft.kind != ledger::Entry_kind::opening) {
                add(entry.draft);
            }
        });
    }

    /// What standing_on asks of the claim of a session.
    [[nodiscard]] arrears::Lac_payments of(const Lac& lac) const {
        const std::string code = ledger::code(ledger::Kind::debt, lac.claim);
        const Date session = lac.session;
        return {[this, code](Date due) {
                    const auto paid = by_due_.find({code, due});
                    return paid == by_due_.end() ? Money::zero() : paid->second;
                },
                [this, code, session](Date last) {
                    Money paid = Money::zero();
                    for (auto at = by_day_.lower_bound({code, session});
                         at != by_day_.end() && at->first <= std::pair(code, last); ++at) {
                        paid += at->second;
                    }
                    return paid;
                }};
    }

private:
    using Dated = std::map<std::pair<std::string, Date>, Money>;

    void add(const ledger::Draft& draft) {
        for (const ledger::Posting& posting : draft.postings) {
            if (posting.account->kind != ledger::Kind::debt) {
                continue;
            }
            const std::string& code = posting.account->code;
            by_day_.try_emplace({code, draft.date}, Money::zero()).first->second += posting.amount;
            if (posting.due) {
                by_due_.try_emplace({code, *posting.due}, Money::zero()).first->second +=
                    posting.amount;
            }
        }
    }

    Dated by_due_;
    Dated by_day_;
};

/// A record with what it says.
struct Kept_lac {
    Record_row row;
    Lac lac;
};

std::vector<Kept_lac> kept_lacs(Unit_of_work& work, Date on) {
    std::vector<Kept_lac> all;
    for (Record_row& row : records_on(work, lac_kind, on)) {
        Lac lac = arrears::read_kept_lac(row.text);
        all.push_back({std::move(row), std::move(lac)});
    }
    return all;
}

/// The later session on the same debt was decided, so this one counts no more.
bool is_replaced(const Kept_lac& kept, const std::vector<Kept_lac>& all, Date on) {
    return std::ranges::any_of(all, [&](const Kept_lac& other) {
        return other.row.dossier_number == kept.row.dossier_number &&
               other.lac.claim == kept.lac.claim && other.lac.decision && kept.lac.decision &&
               other.lac.decision->date <= on && kept.lac.number < other.lac.number;
    });
}

std::vector<Lac_row> rows_of(Unit_of_work& work, const std::vector<Kept_lac>& all, Date on) {
    std::map<std::string, Claim_payments> payments;
    std::vector<Lac_row> rows;
    for (const Kept_lac& each : all) {
        invariant(each.row.dossier.has_value(), "a session is about a dossier");
        const auto paid =
            payments.try_emplace(each.row.dossier_number, work, *each.row.dossier, on).first;
        Lac_row row{each.row.dossier_number, each.lac,
                    arrears::standing_on(each.lac, paid->second.of(each.lac), on)};
        if (is_replaced(each, all, on)) {
            row.standing = {.state = arrears::Lac_state::replaced};
        }
        rows.push_back(std::move(row));
    }
    std::ranges::sort(rows, {},
                      [](const Lac_row& row) { return std::string_view(row.lac.number); });
    return rows;
}

Lac_row keep_lac(Desk& desk, const Dossier_row& dossier, const Lac& lac) {
    keep_record(desk, lac_kind, lac.number, arrears::write_lac(lac), dossier);
    const Date on = desk.actor().as_of;
    const Claim_payments payments(desk.work(), dossier.id, on);
    return {dossier.number, lac, arrears::standing_on(lac, payments.of(lac), on)};
}

Lac_decision
decision_of(const Lac& lac, const Lac_verdict& verdict, Money debt, const std::string& user) {
    const bool is_plan = verdict.outcome == Lac_outcome::plan;
    const bool has_until =
        verdict.outcome == Lac_outcome::time || verdict.outcome == Lac_outcome::immediate_payment;
    Lac_decision decision{.date = lac.session,
                          .outcome = verdict.outcome,
                          .unanimous = verdict.unanimous,
                          .client = verdict.client,
                          .proposer = verdict.client == arrears::Client_heard::absent
                                          ? arrears::Proposer::commission
                                          : arrears::Proposer::office,
                          .debt = debt,
                          .until = verdict.until,
                          .from = verdict.from,
                          .amount = verdict.amount,
                          .note = verdict.note,
                          .user = user};
    if (!decision.from && !is_plan && !has_until) {
        decision.from = lac.session;
    }
    if (!decision.amount && verdict.outcome == Lac_outcome::immediate_payment) {
        decision.amount = debt;
    }
    if (is_plan && decision.amount) {
        decision.instalments =
            verdict.instalments.value_or(arrears::instalments_of(debt, *decision.amount));
    }
    return decision;
}

/// A plan that was adopted promises something on the claim from that day on.
const dossier::Adopted_plan*
plan_with(const dossier::Dossier& dossier, std::string_view claim, Date from) {
    const auto found = std::ranges::find_if(dossier.plans, [&](const auto& plan) {
        return std::ranges::any_of(plan.instalments, [&](const dossier::Plan_instalment& each) {
            return each.claim == claim && each.due >= from && dossier::is_promised(plan, each);
        });
    });
    return found == dossier.plans.end() ? nullptr : &*found;
}

/// The plan as the agreed instalment of its claim, in the next version of the document.
Result<Done>
put_into_dossier(Desk& desk, dossier::Dossier dossier, const Lac& lac, std::string account) {
    const Lac_decision& decision = *lac.decision;
    if (const auto* plan = plan_with(dossier, lac.claim, *decision.from); plan != nullptr) {
        return refuse(lac_claim_in_plan,
                      {{"dossier", dossier.number}, {"claim", lac.claim}, {"plan", plan->id}});
    }
    account = account.empty() ? dossier::only_account(dossier) : std::move(account);
    const auto known = std::ranges::find(dossier.accounts, account, &dossier::Account::id);
    if (known == dossier.accounts.end() || !dossier::is_managed(*known)) {
        return refuse(lac_account_unknown, {{"dossier", dossier.number}, {"account", account}});
    }
    dossier::Claim& claim = *find_claim(dossier, lac.claim);
    const std::vector<Date> dues = arrears::due_dates(decision);
    dossier::Instalment agreed{
        .schedule = {.rhythm = calendar::Rhythm::monthly,
                     .anchor = dues.front(),
                     .amount = *decision.amount,
                     .period = *calendar::Date_range::through(dues.front(), dues.back())},
        .account = account,
        .pot = {},
        .communication = claim.instalment ? claim.instalment->communication : party::Remittance()};
    claim.instalment = std::move(agreed);
    const Date on = desk.actor().as_of;
    const auto status = claims::status_on(claim, on);
    if (claims::move_between(status, dossier::Claim_status::agreed) == claims::Move::free) {
        claim.history.push_back({on, dossier::Claim_status::agreed, lac.number, desk.actor().user});
    }
    return keep_document(desk, dossier);
}

} // namespace

Result<Lac_row> open_lac(Desk& desk, const Lac_request& request) {
    const auto row = find_dossier(desk.work(), request.dossier);
    if (!row) {
        return refuse(row.error());
    }
    const dossier::Dossier dossier = load_dossier(desk.work(), row->id);
    if (find_claim(dossier, request.lac.claim) == nullptr) {
        return refuse(claim_unknown, {{"dossier", row->number}, {"claim", request.lac.claim}});
    }
    for (const Kept_lac& each : kept_lacs(desk.work(), desk.actor().as_of)) {
        if (each.row.dossier_number == row->number && each.lac.claim == request.lac.claim &&
            !each.lac.decision) {
            return refuse(lac_exists, {{"claim", request.lac.claim}, {"lac", each.lac.number}});
        }
    }
    Lac lac = request.lac;
    lac.number = next_record_key(desk, lac_kind, "LAC");
    return keep_lac(desk, *row, lac);
}

Result<Decided_lac>
decide_lac(Desk& desk, const law::Figures& figures, const Lac_verdict& verdict) {
    const Date on = desk.actor().as_of;
    const auto record = record_on(desk.work(), lac_kind, verdict.number, on);
    if (!record) {
        return refuse(lac_unknown, {{"lac", verdict.number}});
    }
    Lac lac = arrears::read_kept_lac(record->text);
    if (lac.decision) {
        return refuse(lac_decided, {{"lac", lac.number}});
    }
    if (lac.session > on) {
        return refuse(lac_session_ahead, {{"lac", lac.number},
                                          {"stated", calendar::format(lac.session)},
                                          {"computed", calendar::format(on)}});
    }
    const Dossier_row row{*record->dossier, record->dossier_number};
    const auto claim = claim_on(desk.work(), figures, row.number, lac.claim, lac.session);
    if (!claim) {
        return refuse(claim.error());
    }
    const Money debt = claim->account->balance.total();
    const Lac_decision decision = decision_of(lac, verdict, debt, desk.actor().user);
    const auto rules = arrears::read_lac_rules(setting_on(desk.work(), "lac_rules", on));
    invariant(rules.has_value(), "a setting in the book can be read");
    if (Findings findings = check_decision(*rules, lac, decision); !findings.empty()) {
        return refuse(Refusal(std::move(findings)));
    }
    lac.decision = decision;
    std::optional<Money> rest;
    if (decision.outcome == Lac_outcome::plan) {
        const auto done =
            put_into_dossier(desk, load_dossier(desk.work(), row.id), lac, verdict.account);
        if (!done) {
            return refuse(done.error());
        }
        rest = debt - times(*decision.amount, decision.instalments);
    }
    return Decided_lac{keep_lac(desk, row, lac), rest};
}

Result<std::vector<Lac_row>> lacs_on(Unit_of_work& work, std::string_view dossier, Date on) {
    if (!dossier.empty()) {
        if (const auto known = find_dossier(work, dossier); !known) {
            return refuse(known.error());
        }
    }
    std::vector<Kept_lac> all = kept_lacs(work, on);
    std::erase_if(all, [&](const Kept_lac& each) {
        return !dossier.empty() && each.row.dossier_number != dossier;
    });
    return rows_of(work, all, on);
}

Result<Lac_row> find_lac(Unit_of_work& work, std::string_view number, Date on) {
    const auto record = record_on(work, lac_kind, number, on);
    if (!record) {
        return refuse(lac_unknown, {{"lac", std::string(number)}});
    }
    return lacs_on(work, record->dossier_number, on).map([&](const std::vector<Lac_row>& rows) {
        return *std::ranges::find(rows, number, [](const Lac_row& row) { return row.lac.number; });
    });
}

} // namespace saldo::app
