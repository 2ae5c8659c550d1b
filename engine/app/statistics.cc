#include "app/statistics.hpp"

#include "app/claims.hpp"
#include "app/codes.hpp"
#include "app/evaluations.hpp"
#include "app/plans.hpp"
#include "app/position.hpp"
#include "app/read_ahead.hpp"
#include "app/records.hpp"
#include "app/settings.hpp"
#include "base/invariant.hpp"
#include "statistics/caseload_document.hpp"
#include "statistics/codes.hpp"

#include <algorithm>
#include <set>

namespace saldo::app {

namespace {

using statistics::Council_counter;
using statistics::Council_figure;

void add_runs(Unit_of_work& work, Council_counter& counter) {
    const statistics::Window& quarter = counter.quarter();
    for (const payments::Run& run : work.runs().all()) {
        const std::optional<Date>& left = run.exported_on;
        if (!left || *left < quarter.from || *left > quarter.through) {
            continue;
        }
        std::set<std::string> dossiers;
        for (const payments::Run_line& line : work.runs().lines(run.id)) {
            if (payments::has_left(line.state) && !line.end_to_end_id.empty()) {
                dossiers.insert(line.dossier_number);
                counter.add(Council_figure::payments, {}, line.dossier_number,
                            line.proposal.amount);
            }
        }
        counter.add_things(Council_figure::runs, 1, {dossiers.begin(), dossiers.end()});
    }
}

void add_claims(Unit_of_work& work, const law::Figures& figures, Council_counter& counter) {
    const Date on = counter.quarter().through;
    const auto list = claims_on(work, figures, {}, on);
    invariant(list.has_value(), "no dossier was named");
    for (const Claim_row& row : list->rows) {
        if (row.claim.stated > on) {
            continue;
        }
        if (!row.account) {
            counter.add(Council_figure::claims_unknown, {}, row.dossier);
        } else if (const Money owed = row.account->balance.total(); owed.is_positive()) {
            counter.add(Council_figure::claims, {}, row.dossier, owed);
        }
    }
}

void add_broken_plans(Unit_of_work& work, Council_counter& counter) {
    const auto plans = plans_on(work, {}, plans::View{counter.quarter().through});
    invariant(plans.has_value(), "no dossier was named");
    for (const Plan_row& row : *plans) {
        if (row.standing.state == plans::Plan_state::broken) {
            counter.add(Council_figure::plans_broken, {}, row.dossier);
        }
    }
}

} // namespace

Result<statistics::Time_entry>
log_time(Desk& desk, std::string_view number, Date date, int minutes, statistics::Time_kind kind) {
    const auto row = find_dossier(desk.work(), number);
    if (!row) {
        return refuse(row.error());
    }
    if (date > desk.actor().as_of) {
        return refuse(time_ahead, {{"stated", calendar::format(date)},
                                   {"latest", calendar::format(desk.actor().as_of)}});
    }
    statistics::Time_entry entry{row->number, desk.actor().user, date, minutes, kind};
    keep_record(desk, time_record, next_record_key(desk, time_record, "T"),
                statistics::write_time(entry), *row);
    return entry;
}

std::vector<statistics::Time_entry> times_on(Unit_of_work& work, Date on) {
    std::vector<statistics::Time_entry> entries;
    for (const Record_row& row : records_on(work, time_record, on)) {
        entries.push_back(statistics::read_time(row.text));
    }
    return entries;
}

statistics::Caseload caseload_in(Unit_of_work& work, const statistics::Window& window, Date known) {
    auto terms = statistics::read_caseload(setting_on(work, "caseload", window.through));
    invariant(terms.has_value(), "a setting is checked before it is kept");
    statistics::Caseload_counter counter(*std::move(terms), window);
    each_dossier(
        work, [&](const Dossier_row&, const dossier::Dossier& dossier) { counter.add(dossier); });
    for (const statistics::Time_entry& entry : times_on(work, known)) {
        counter.add(entry);
    }
    return counter.result();
}

Result<statistics::Registration> registration_of(Unit_of_work& work, int year, Date known) {
    auto counter = statistics::Registration_counter::of(year, known);
    if (!counter) {
        return refuse(std::move(counter).error());
    }
    each_dossier(
        work, [&](const Dossier_row&, const dossier::Dossier& dossier) { counter->add(dossier); });
    return counter->result();
}

Result<Council_report> council_report(Unit_of_work& work,
                                      const law::Figures& figures,
                                      const statistics::Window& quarter,
                                      Date known) {
    if (known < quarter.from) {
        return refuse(statistics::period_ahead, {{"from", calendar::format(quarter.from)},
                                                 {"stated", calendar::format(known)}});
    }
    Council_counter counter({quarter.from, std::min(quarter.through, known)});
    each_dossier(work, [&](const Dossier_row& row, const dossier::Dossier& dossier) {
        counter.add(dossier);
        for (const evaluation::Item& item :
             evaluation::overdue(dossier, counter.quarter().through)) {
            if (evaluation::is_evaluation_due(item.topic)) {
                counter.add(Council_figure::evaluations_overdue, {}, row.number);
            }
        }
    });
    add_runs(work, counter);
    add_claims(work, figures, counter);
    add_broken_plans(work, counter);
    return Council_report{counter.quarter(), counter.result()};
}

} // namespace saldo::app
