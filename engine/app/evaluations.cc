#include "app/evaluations.hpp"

#include "app/add_claim.hpp"
#include "app/codes.hpp"
#include "app/courses.hpp"
#include "app/import_dossiers.hpp"
#include "app/settings.hpp"
#include "base/invariant.hpp"
#include "dossier/names.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace saldo::app {

namespace {

using dossier::Evaluation;

Evaluation_row
row_of(const std::string& number, const Evaluation& evaluation, Checklists& checklists) {
    const evaluation::Checklist& checklist = checklists.on(evaluation.date);
    Evaluation_row row{number, evaluation, evaluation::score_of(checklist, evaluation.scores), {}};
    for (const dossier::Skill_score& each : evaluation.scores) {
        const evaluation::Skill* skill = evaluation::find_skill(checklist, each.skill);
        row.skills.push_back(skill == nullptr ? std::nullopt : std::optional(*skill));
    }
    return row;
}

/// Every skill is on the checklist, and every score on its scale.
Result<Done> check_scores(const evaluation::Checklist& checklist, const Evaluation& evaluation) {
    if (evaluation.scores.empty()) {
        return refuse(score_missing);
    }
    Findings findings;
    for (const dossier::Skill_score& each : evaluation.scores) {
        if (evaluation::find_skill(checklist, each.skill) == nullptr) {
            findings.push_back({skill_unknown, Severity::error, {}, {{"stated", each.skill}}});
        } else if (each.score.value > checklist.scale_max) {
            findings.push_back({score_too_high,
                                Severity::error,
                                {},
                                {{"skill", each.skill},
                                 {"stated", std::to_string(each.score.value)},
                                 {"highest", std::to_string(checklist.scale_max)}}});
        }
    }
    return findings.empty() ? Result<Done>(Done()) : refuse(Refusal(std::move(findings)));
}

/// The claims that were taken in on these days, by number of dossier.
using Added_claims = std::map<std::string, std::set<std::string, std::less<>>>;

Added_claims claims_added(Unit_of_work& work, const evaluation::Since& since) {
    Added_claims added;
    work.events().each_of(claim_added_event, [&](const audit::Event& event) {
        if (event.as_of >= since.from && event.as_of <= since.on) {
            added[event.dossier].insert(audit::fact(event, "claim"));
        }
    });
    return added;
}

/// Discusses all that is open of one dossier.
Result<std::vector<Evaluation_row>> discuss(Desk& desk, std::string_view number) {
    auto found = find_course(desk.work(), number, desk.actor().as_of);
    if (!found) {
        return refuse(std::move(found).error());
    }
    const Date on = desk.actor().as_of;
    Checklists checklists(desk.work());
    std::vector<Evaluation_row> rows;
    for (Evaluation& evaluation : found->course().evaluations) {
        if (!evaluation.discussed && evaluation.date <= on) {
            evaluation.discussed = on;
            rows.push_back(row_of(found->row.number, evaluation, checklists));
        }
    }
    if (rows.empty()) {
        return refuse(nothing_to_discuss, {{"dossier", found->row.number}});
    }
    if (auto kept = keep_document(desk, found->dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    desk.record(evaluation_discussed_event, found->row.number,
                {{"evaluations", std::to_string(rows.size())}});
    return rows;
}

} // namespace

const evaluation::Checklist& Checklists::on(Date day) {
    const auto known = by_day_.find(day);
    if (known != by_day_.end()) {
        return known->second;
    }
    auto checklist = evaluation::read_checklist(setting_on(work_, "skills", day));
    invariant(checklist.has_value(), "a setting is checked before it is kept");
    return by_day_.emplace(day, *std::move(checklist)).first->second;
}

Result<Evaluation_row> add_evaluation(Desk& desk, std::string_view number, Evaluation evaluation) {
    auto found = find_course(desk.work(), number, desk.actor().as_of);
    if (!found) {
        return refuse(std::move(found).error());
    }
    if (evaluation.date > desk.actor().as_of) {
        return refuse(evaluation_ahead, {{"stated", calendar::format(evaluation.date)},
                                         {"latest", calendar::format(desk.actor().as_of)}});
    }
    Checklists checklists(desk.work());
    if (auto checked = check_scores(checklists.on(evaluation.date), evaluation); !checked) {
        return refuse(std::move(checked).error());
    }
    evaluation.user = desk.actor().user;
    found->course().evaluations.push_back(evaluation);
    if (auto kept = keep_document(desk, found->dossier); !kept) {
        return refuse(std::move(kept).error());
    }
    desk.record(evaluation_added_event, found->row.number,
                {{"date", calendar::format(evaluation.date)},
                 {"conclusion", std::string(dossier::name(evaluation.conclusion))},
                 {"next", evaluation.next ? calendar::format(*evaluation.next) : ""}});
    return row_of(found->row.number, evaluation, checklists);
}

Result<std::vector<Evaluation_row>>
evaluations_on(Unit_of_work& work, std::optional<std::string_view> number, Date on) {
    std::vector<std::pair<std::string, Evaluation>> made;
    const auto done = each_or_one(work, number, [&](const Dossier_row& row, const auto& dossier) {
        if (dossier.course) {
            for (const Evaluation& each : dossier.course->evaluations) {
                made.emplace_back(row.number, each);
            }
        }
    });
    if (!done) {
        return refuse(done.error());
    }
    Checklists checklists(work);
    std::vector<Evaluation_row> rows;
    for (const auto& [dossier, evaluation] : made) {
        if (evaluation.date <= on) {
            rows.push_back(row_of(dossier, evaluation, checklists));
        }
    }
    return rows;
}

Result<std::vector<evaluation::Item>>
overdue_evaluations(Unit_of_work& work, std::optional<std::string_view> number, Date on) {
    std::vector<evaluation::Item> items;
    return each_or_one(work, number,
                       [&](const Dossier_row&, const dossier::Dossier& dossier) {
                           std::ranges::copy_if(
                               evaluation::overdue(dossier, on), std::back_inserter(items),
                               evaluation::is_evaluation_due, &evaluation::Item::topic);
                       })
        .map([&](Done) { return std::move(items); });
}

Team_list team_list(Unit_of_work& work, std::optional<Date> since, Date on) {
    const evaluation::Checklist checklist = Checklists(work).on(on);
    const Date from = since.value_or(on.plus_days(-checklist.team_days));
    const evaluation::Since days{from, on};
    const Added_claims added = claims_added(work, days);
    Team_list list{from, {}};
    each_dossier(work, [&](const Dossier_row& row, const dossier::Dossier& dossier) {
        const auto claims = added.find(row.number);
        std::ranges::move(evaluation::for_team(dossier, checklist, days,
                                               claims == added.end()
                                                   ? std::set<std::string, std::less<>>()
                                                   : claims->second),
                          std::back_inserter(list.items));
    });
    std::ranges::stable_sort(list.items, {}, [](const evaluation::Item& item) {
        return std::tie(item.topic, item.dossier, item.date);
    });
    return list;
}

Result<std::vector<Evaluation_row>> mark_discussed(Desk& desk,
                                                   const std::vector<std::string>& dossiers) {
    std::vector<Evaluation_row> all;
    for (const std::string& number : dossiers) {
        auto rows = discuss(desk, number);
        if (!rows) {
            return rows;
        }
        std::ranges::move(*rows, std::back_inserter(all));
    }
    return all;
}

} // namespace saldo::app
