#include "app/verify_plans.hpp"

#include "app/adopt_plan.hpp"
#include "app/codes.hpp"
#include "audit/chain.hpp"
#include "base/digest.hpp"
#include "dossier/document.hpp"

#include <fmt/format.h>

namespace saldo::app {

namespace {

using Plan_key = std::pair<std::string, std::string>; ///< number of the dossier, id of the plan

/// An adoption in words, by one of those who tell of it.
using Told_plans = std::map<Plan_key, std::string>;

std::string told(std::string_view user, Date as_of, const Params& facts) {
    std::string text = fmt::format("{} {}", user, calendar::format(as_of));
    for (const Param& fact : facts) {
        text += fmt::format(" {}={}", fact.name, fact.value);
    }
    return text;
}

/// By the log. Of a plan that came from another book, who adopted it there.
std::string told(const audit::Event& event) {
    if (event.kind == plan_adopted_event) {
        return told(event.user, event.as_of, event.facts);
    }
    Params facts = event.facts;
    std::erase_if(facts, [](const Param& fact) { return fact.name.starts_with("adopted"); });
    const auto adopted = calendar::parse(audit::fact(event, "adopted"));
    return adopted ? told(audit::fact(event, "adopted_by"), *adopted, facts) : std::string();
}

/// The text that the book keeps is that of the plan, and came by the act in the log.
bool is_kept(const Plan_terms_row& row,
             const dossier::Adopted_plan& plan,
             const Logged_plans& logged) {
    const auto event = logged.adopted.find({row.dossier_number, row.plan});
    return event != logged.adopted.end() && row.actor.user == event->second.user &&
           row.actor.as_of == event->second.as_of && to_hex(sha256(row.text)) == plan.terms;
}

/// By the documents, where the terms are those the book keeps.
Told_plans told_by_documents(Unit_of_work& work, const Logged_plans& logged) {
    std::map<Plan_key, Plan_terms_row> terms;
    for (Plan_terms_row& row : work.plan_terms().all()) {
        terms.emplace(Plan_key(row.dossier_number, row.plan), std::move(row));
    }
    Told_plans plans;
    work.dossiers().each_document([&](const Dossier_row& row, const Document& document) {
        if (document.text.find("\n  \"plans\": [") == std::string::npos) {
            return; // most of them: reading all documents takes long
        }
        const auto dossier = dossier::read_canonical(document.text);
        if (!dossier) {
            return; // it is not what the log says: app.document_changed
        }
        for (const dossier::Adopted_plan& plan : dossier->plans) {
            const auto kept = terms.extract(Plan_key(row.number, plan.id));
            const bool holds = !kept.empty() && is_kept(kept.mapped(), plan, logged);
            plans.emplace(Plan_key(row.number, plan.id),
                          told(plan.user, plan.adopted,
                               adoption_facts(plan, holds ? plan.terms : std::string())));
        }
    });
    for (const auto& [key, row] : terms) { // texts of no plan
        plans.emplace(key, told(row.actor.user, row.actor.as_of, {}));
    }
    return plans;
}

} // namespace

void Logged_plans::take(const audit::Event& event) {
    if (event.kind == plan_adopted_event || event.kind == plan_taken_over_event) {
        adopted.insert_or_assign({event.dossier, audit::fact(event, "plan")}, event);
    }
}

void verify_plans(Unit_of_work& work, const Logged_plans& logged, Findings& findings) {
    Told_plans of_book = told_by_documents(work, logged);
    Told_plans of_log;
    for (const auto& [key, event] : logged.adopted) {
        of_log.emplace(key, told(event));
        of_book.try_emplace(key);
    }
    for (const auto& [key, computed] : of_book) {
        const std::string& stated = of_log[key];
        if (stated != computed) {
            findings.push_back({plan_changed,
                                Severity::error,
                                {},
                                {{"dossier", key.first},
                                 {"plan", key.second},
                                 {"stated", stated},
                                 {"computed", computed}}});
        }
    }
}

} // namespace saldo::app
