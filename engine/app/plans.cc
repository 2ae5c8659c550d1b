#include "app/plans.hpp"

#include "app/codes.hpp"
#include "app/import_dossiers.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "base/text.hpp"
#include "claims/status.hpp"
#include "dossier/names.hpp"
#include "ledger/account.hpp"
#include "plans/adopt.hpp"
#include "plans/codes.hpp"

#include <algorithm>
#include <map>

namespace saldo::app {

namespace {

using dossier::Adopted_plan;
using dossier::Dossier;
using dossier::Plan_instalment;

/// A payment may leave some days before its due date.
constexpr int looks_back = 31;

/// What the book did until a day for the instalments of one dossier.
class Dues_reader {
public:
    Dues_reader(Unit_of_work& work, const Dossier_row& row, const Dossier& dossier, Date on)
        : on_(on) {
        std::optional<Date> first;
        for (const Adopted_plan& plan : dossier.plans) {
            for (const Plan_instalment& each : plan.instalments) {
                first = std::min(first.value_or(each.due), each.due);
            }
        }
        if (!first) {
            return;
        }
        for (payments::Run& run : work.runs().all()) {
            runs_.emplace(run.id, std::move(run));
        }
        work.journal().each_entry(row.id, [&](const Entry& entry) { add(entry); });
        for (const payments::Run_line& line : work.runs().pending_lines(row.id)) {
            if (runs_.at(line.run).as_of <= on) {
                at(line).in_run = true;
            }
        }
        for (const auto& line : work.runs().ordered_lines(row.id, first->plus_days(-looks_back))) {
            const std::optional<Date>& exported = runs_.at(line.run).exported_on;
            if (line.state == payments::Line_state::exported && exported && *exported <= on) {
                at(line).ordered = true;
            }
        }
    }

    [[nodiscard]] const plans::Fulfilled_dues& dues() const { return dues_; }

private:
    /// The claim of a ledger account, `debt:<creditor>/<claim>`.
    static std::string claim_of(std::string_view code) {
        return std::string(code.substr(code.find(':') + 1));
    }

    plans::Fulfilled& at(const payments::Run_line& line) {
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        return dues_[{claim_of(occurrence.subject), occurrence.due}];
    }

    void add(const Entry& entry) {
        if (entry.draft.date > on_) {
            return;
        }
        for (const ledger::Posting& posting : entry.draft.postings) {
            if (posting.due && posting.account->kind == ledger::Kind::debt) {
                dues_[{claim_of(posting.account->code), *posting.due}].paid += posting.amount;
            }
        }
    }

    Date on_;
    std::map<Run_id, payments::Run> runs_;
    plans::Fulfilled_dues dues_;
};

void add_rows(Unit_of_work& work,
              const Dossier_row& row,
              const Dossier& dossier,
              const plans::View& view,
              std::vector<Plan_row>& rows) {
    if (dossier.plans.empty()) {
        return;
    }
    const Dues_reader reader(work, row, dossier, view.on);
    const auto dues = plans::by_plan(dossier.plans, reader.dues(), view.on);
    for (std::size_t i = 0; i < dossier.plans.size(); ++i) {
        const Adopted_plan& plan = dossier.plans[i];
        if (plan.adopted <= view.on) {
            rows.push_back({row.number, plan, plans::standing_of(plan, row.number, dues[i], view)});
        }
    }
}

/// A dossier with the plan that is meant.
struct Found_plan {
    Dossier_row row;
    Dossier dossier;
    std::size_t position = 0; ///< of the plan

    [[nodiscard]] Adopted_plan& plan() { return dossier.plans[position]; }
};

Result<Found_plan> find_plan(Unit_of_work& work, std::string_view number, std::string_view id) {
    auto row = find_dossier(work, number);
    if (!row) {
        return refuse(std::move(row).error());
    }
    Found_plan found{*row, load_dossier(work, row->id), 0};
    const auto plan = std::ranges::find(found.dossier.plans, id, &Adopted_plan::id);
    if (plan == found.dossier.plans.end()) {
        return refuse(plan_unknown, {{"dossier", std::string(number)}, {"plan", std::string(id)}});
    }
    found.position = static_cast<std::size_t>(plan - found.dossier.plans.begin());
    return found;
}

/// Nothing that would be promised no more waits in a run.
Result<Done> check_runs(Unit_of_work& work, Found_plan& found, Date on) {
    for (const payments::Run_line& line : work.runs().pending_lines(found.row.id)) {
        const budget::Occurrence& occurrence = line.proposal.occurrence;
        const bool is_of_plan =
            std::ranges::any_of(found.plan().instalments, [&](const Plan_instalment& each) {
                return each.due == occurrence.due && each.due > on &&
                       ledger::code(ledger::Kind::debt, each.claim) == occurrence.subject;
            });
        if (is_of_plan) {
            std::string run;
            for (const payments::Run& each : work.runs().all()) {
                run = each.id == line.run ? each.number : run;
            }
            return refuse(plan_in_run, {{"dossier", found.row.number},
                                        {"plan", found.plan().id},
                                        {"due", calendar::format(occurrence.due)},
                                        {"run", run}});
        }
    }
    return Done();
}

Result<Plan_row> kept(Desk& desk, Found_plan& found, std::string_view event, Params facts) {
    if (auto done = keep_document(desk, found.dossier); !done) {
        return refuse(std::move(done).error());
    }
    desk.record(event, found.row.number, std::move(facts));
    return plan_on(desk.work(), found.row.number, found.plan().id, {desk.actor().as_of});
}

} // namespace

void end_in(Dossier& dossier, std::size_t position, const dossier::Plan_end& end) {
    Adopted_plan& plan = dossier.plans[position];
    plan.ended = end;
    for (const std::string& id : plans::claims_of(plan)) {
        dossier::Claim& claim = *find_claim(dossier, id);
        if (claims::status_on(claim, end.date) == dossier::Claim_status::in_plan) {
            claim.history.push_back({end.date, dossier::Claim_status::agreed, plan.id, end.user});
        }
    }
}

Result<std::vector<Plan_row>>
plans_on(Unit_of_work& work, std::optional<std::string_view> number, const plans::View& view) {
    std::vector<Plan_row> rows;
    if (number) {
        const auto row = find_dossier(work, *number);
        if (!row) {
            return refuse(row.error());
        }
        add_rows(work, *row, load_dossier(work, row->id), view, rows);
        return rows;
    }
    each_dossier(work, [&](const Dossier_row& row, const dossier::Dossier& dossier) {
        add_rows(work, row, dossier, view, rows);
    });
    return rows;
}

Result<Plan_row>
plan_on(Unit_of_work& work, std::string_view number, std::string_view id, const plans::View& view) {
    return find_plan(work, number, id).map([&](Found_plan found) {
        const Dues_reader reader(work, found.row, found.dossier, view.on);
        const auto dues = plans::by_plan(found.dossier.plans, reader.dues(), view.on);
        return Plan_row{
            found.row.number, found.plan(),
            plans::standing_of(found.plan(), found.row.number, dues[found.position], view)};
    });
}

Result<std::string> terms_of(Unit_of_work& work, std::string_view number, std::string_view id) {
    return find_plan(work, number, id).map([&](const Found_plan& found) {
        return work.plan_terms().find(found.row.id, id).value().text;
    });
}

Result<Plan_row>
end_plan(Desk& desk, std::string_view number, std::string_view id, std::string_view reason) {
    auto found = find_plan(desk.work(), number, id);
    if (!found) {
        return refuse(std::move(found).error());
    }
    const Actor& actor = desk.actor();
    if (const auto& ended = found->plan().ended) {
        return refuse(plan_ended, {{"dossier", found->row.number},
                                   {"plan", found->plan().id},
                                   {"date", calendar::format(ended->date)}});
    }
    const std::string why(text::trim(reason));
    if (why.empty()) {
        return refuse(reason_missing);
    }
    if (auto free = check_runs(desk.work(), *found, actor.as_of); !free) {
        return refuse(std::move(free).error());
    }
    const std::size_t position = found->position;
    end_in(found->dossier, position, {actor.as_of, why, actor.user});
    return kept(desk, *found, plan_ended_event, {{"plan", found->plan().id}, {"reason", why}});
}

Result<Plan_row> answer_plan(Desk& desk, const Answer_request& request) {
    auto found = find_plan(desk.work(), request.dossier, request.plan);
    if (!found) {
        return refuse(std::move(found).error());
    }
    const Actor& actor = desk.actor();
    dossier::Plan_answer answer = request.answer;
    answer.user = actor.user;
    if (!plans::promise_of(found->plan()).creditors.contains(answer.creditor)) {
        return refuse(plans::creditor_unknown, {{"stated", answer.creditor}});
    }
    if (answer.date > actor.as_of) {
        return refuse(answer_ahead, {{"stated", calendar::format(answer.date)},
                                     {"as_of", calendar::format(actor.as_of)}});
    }
    found->plan().answers.push_back(answer);
    return kept(desk, *found, "plan.answered",
                {{"plan", found->plan().id},
                 {"creditor", answer.creditor},
                 {"answer", std::string(dossier::name(answer.reply))},
                 {"date", calendar::format(answer.date)},
                 {"amount", answer.amount ? format(*answer.amount) : std::string()},
                 {"document", answer.document}});
}

} // namespace saldo::app
